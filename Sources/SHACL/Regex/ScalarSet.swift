/// What a character class holds (XSD 1.1 Part 2 §G.4.1): ranges and general categories, perhaps negated, less another
/// class.
struct ScalarSet: Sendable {
  /// From characters and ranges of the pattern: these the flag `i` widens.
  var written: [ClosedRange<UInt32>] = []
  /// From escapes such as `\i` and `\p{IsGreek}`: these it does not.
  var fixed: [ClosedRange<UInt32>] = []
  var categories = CategorySet()
  var isNegated = false
  /// A class taken away; an array for want of a box.
  var subtracted: [ScalarSet] = []
  var ignoresCase = false

  /// Membership of ASCII, looked up once.
  private var ascii: (UInt64, UInt64) = (0, 0)

  static let everything: ClosedRange<UInt32> = 0...0x10FFFF

  init() {}

  init(_ scalar: Unicode.Scalar, ignoresCase: Bool) {
    written = [scalar.value...scalar.value]
    self.ignoresCase = ignoresCase
  }

  /// `.` of the pattern: anything, or anything on the line.
  static func any(dotAll: Bool) -> ScalarSet {
    var set = ScalarSet()
    set.fixed = dotAll ? [everything] : [0...0x9, 0xB...0xC, 0xE...0x10FFFF]
    return set
  }

  /// To be called when nothing more is added.
  mutating func finish() {
    for value in UInt32(0)..<128 {
      guard let scalar = Unicode.Scalar(value), lookUp(scalar) else { continue }
      if value < 64 { ascii.0 |= 1 << UInt64(value) } else { ascii.1 |= 1 << UInt64(value - 64) }
    }
  }

  func finished() -> ScalarSet {
    var set = self
    set.finish()
    return set
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 64 { return ascii.0 >> UInt64(value) & 1 == 1 }
    if value < 128 { return ascii.1 >> UInt64(value - 64) & 1 == 1 }
    return lookUp(scalar)
  }

  private func lookUp(_ scalar: Unicode.Scalar) -> Bool {
    if holds(scalar) == isNegated { return false }
    return !subtracted.contains { $0.lookUp(scalar) }
  }

  private func holds(_ scalar: Unicode.Scalar) -> Bool {
    if written.contains(where: { $0.contains(scalar.value) }) { return true }
    if fixed.contains(where: { $0.contains(scalar.value) }) { return true }
    if !categories.isEmpty, categories.contains(scalar) { return true }
    guard ignoresCase, !written.isEmpty else { return false }
    return CaseVariants.of(scalar).contains { variant in written.contains { $0.contains(variant.value) } }
  }

  /// All but these ranges.
  static func complement(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var result: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > next { result.append(next...(range.lowerBound - 1)) }
      next = max(next, range.upperBound + 1)
    }
    if next <= 0x10FFFF { result.append(next...0x10FFFF) }
    return result
  }
}
