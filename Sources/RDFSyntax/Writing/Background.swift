internal import Dispatch
internal import Synchronization

/// A value that is worked out on another thread while this one goes on.
final class Background<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)
  private let finished = DispatchSemaphore(value: 0)

  init(_ work: @escaping @Sendable () -> Value) {
    DispatchQueue.global().async { [self] in
      let result = work()
      value.withLock { $0 = result }
      finished.signal()
    }
  }

  /// Waits for the value, and hands it over: a second call would wait for ever.
  func wait() -> Value? {
    finished.wait()
    return value.withLock { $0.take() }
  }
}
