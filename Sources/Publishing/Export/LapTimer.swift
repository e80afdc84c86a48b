/// How long the parts of a run took, one after the other.
struct LapTimer {
  private(set) var parts: [(part: String, milliseconds: Double)] = []
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant

  init() { last = clock.now }

  /// What was done since the last call is called so.
  mutating func end(_ part: String) {
    let now = clock.now
    parts.append((part, (now - last) / .milliseconds(1)))
    last = now
  }
}
