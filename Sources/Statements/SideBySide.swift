import Dispatch
import Synchronization

/// Does two things at once, on two threads where there are two to be had.
///
/// - Throws: what the first throws, otherwise what the second does.
func sideBySide<First: Sendable, Second: Sendable, Failure: Error>(
  _ first: @Sendable () throws(Failure) -> First, _ second: @Sendable () throws(Failure) -> Second
) throws(Failure) -> (First, Second) {
  let results = Mutex<(Result<First, Failure>?, Result<Second, Failure>?)>((nil, nil))
  DispatchQueue.concurrentPerform(iterations: 2) { which in
    if which == 0 {
      let result = Result(catching: first)
      results.withLock { $0.0 = result }
    } else {
      let result = Result(catching: second)
      results.withLock { $0.1 = result }
    }
  }
  let (one, other) = results.withLock { $0 }
  return (try (one ?? Result(catching: first)).get(), try (other ?? Result(catching: second)).get())
}
