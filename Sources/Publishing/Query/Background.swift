import Dispatch
import Foundation
import Synchronization

/// Bytes that another thread is getting.
final class Background: Sendable {
  private let done = DispatchSemaphore(value: 0)
  private let bytes = Mutex(Data())

  init(_ work: @escaping @Sendable () -> Data) {
    Thread.detachNewThread { [self] in
      let data = work()
      bytes.withLock { $0 = data }
      done.signal()
    }
  }

  /// Waits; to be asked for once.
  var result: Data {
    done.wait()
    return bytes.withLock { $0 }
  }
}
