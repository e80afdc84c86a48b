import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// Transforms every element, `jobs` at a time; the result's order is this array's. `done` is told how many are finished,
  /// one call at a time.
  func parallelMap<Result: Sendable>(
    jobs: Int, done: @Sendable (Int) -> Void = { _ in }, _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    let next = Atomic(0)
    let results = Mutex<[Result?]>(Swift.Array(repeating: nil, count: count))
    let finished = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: Swift.max(1, Swift.min(jobs, count))) { _ in
      while true {
        let at = next.add(1, ordering: .relaxed).oldValue
        guard at < count else { return }
        let result = transform(self[at])
        results.withLock { $0[at] = result }
        finished.withLock {
          $0 += 1
          done($0)
        }
      }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}
