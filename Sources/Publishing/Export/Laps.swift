/// How long the parts of a run took, one after the other.
struct Laps {
  private(set) var parts: [(part: String, milliseconds: Double)] = []
  private var last = ContinuousClock.now

  mutating func end(_ part: String) {
    let now = ContinuousClock.now
    parts.append((part, (now - last) / .milliseconds(1)))
    last = now
  }
}
