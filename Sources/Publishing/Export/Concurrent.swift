import Dispatch
import Synchronization

/// A value that is worked out on another thread while this one goes on.
final class Concurrent<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)
  private let finished = DispatchSemaphore(value: 0)

  init(_ work: @escaping @Sendable () -> Value) {
    DispatchQueue.global().async { [self] in
      let result = work()
      value.withLock { $0 = result }
      finished.signal()
    }
  }

  /// Waits for it, however often it is asked for.
  func get() -> Value {
    while true {
      finished.wait()
      finished.signal()
      if let value = value.withLock({ $0 }) { return value }
    }
  }
}
