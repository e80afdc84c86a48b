/// A value of `xsd:duration` or one of its two subtypes (XSD 1.1 Part 2 §3.3.6, §3.4.26, §3.4.27).
struct TimeSpan: Sendable {
  /// Both have the sign of the whole. Nil when the numbers are too large to compare.
  private let size: (months: Int128, seconds: Int128)?
  /// Digits of the fraction of a second, without trailing zeros.
  private let fraction: [UInt8]
  private let isNegative: Bool

  init?(_ text: ArraySlice<UInt8>, _ type: XSDType) {
    var scanner = FormScanner(text)
    isNegative = scanner.take("-")
    guard scanner.take("P") else { return nil }
    var months: Int128 = 0
    var seconds: Int128 = 0
    var isHuge = false
    var fields = 0
    var digits: [UInt8] = []

    func number(_ digits: ArraySlice<UInt8>) -> Int128 {
      if digits.drop(while: { $0 == UInt8(ascii: "0") }).count > 18 { isHuge = true }
      return isHuge ? 0 : digits.reduce(Int128(0)) { $0 * 10 + Int128($1 - 0x30) }
    }
    /// Reads "number, letter" for each letter in turn that is there.
    func read(_ units: [(Unicode.Scalar, (Int128) -> Void)]) -> Bool {
      var units = units[...]
      while let first = scanner.rest.first, first.isDigit {
        let value = scanner.digits()
        guard let at = units.firstIndex(where: { scanner.rest.first.map(UInt32.init) == $0.0.value }) else {
          // Seconds may have a fraction; they are handled by the caller.
          guard scanner.take("."), units.contains(where: { $0.0 == "S" }) else { return false }
          digits = Array(scanner.digits())
          guard !digits.isEmpty, scanner.take("S") else { return false }
          seconds += number(value)
          fields += 1
          return true
        }
        _ = scanner.take(units[at].0)
        units[at].1(number(value))
        fields += 1
        units = units[(at + 1)...]
      }
      return true
    }
    guard read([("Y", { months += $0 * 12 }), ("M", { months += $0 }), ("D", { seconds += $0 * 86_400 })]) else {
      return nil
    }
    if scanner.take("T") {
      let before = fields
      guard read([("H", { seconds += $0 * 3600 }), ("M", { seconds += $0 * 60 }), ("S", { seconds += $0 })]),
        fields > before
      else { return nil }
    }
    guard scanner.isAtEnd, fields > 0 else { return nil }
    let letters = text.filter(\.isLetter)
    let time = letters.firstIndex(of: UInt8(ascii: "T")) ?? letters.endIndex
    let hasMonths = letters[..<time].contains { $0 == UInt8(ascii: "Y") || $0 == UInt8(ascii: "M") }
    let hasDays = letters.contains(UInt8(ascii: "D")) || time < letters.endIndex
    if type == .yearMonthDuration, hasDays { return nil }
    if type == .dayTimeDuration, hasMonths { return nil }

    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    fraction = digits
    size = isHuge ? nil : (isNegative ? (-months, -seconds) : (months, seconds))
  }

  /// The partial order of XSD (§3.3.6.1): the same everywhere on the calendar, or not comparable. Four starting points
  /// tell all cases apart.
  func compare(_ other: TimeSpan) -> TypedValue.Order? {
    guard let a = size, let b = other.size else { return nil }
    let starts: [(year: Int128, month: Int)] = [(1696, 9), (1697, 2), (1903, 3), (1903, 7)]
    let orders = starts.map { start in
      let left = Self.end(of: a, from: start)
      let right = Self.end(of: b, from: start)
      if left != right { return left < right ? TypedValue.Order.less : .greater }
      return compareFractions(other)
    }
    return orders.allSatisfy { $0 == orders[0] } ? orders[0] : nil
  }

  /// The second at which a span that starts at the month's first moment ends, less its fraction.
  private static func end(of size: (months: Int128, seconds: Int128), from start: (year: Int128, month: Int)) -> Int128
  {
    let months = start.year * 12 + Int128(start.month - 1) + size.months
    let year = months >= 0 ? months / 12 : (months - 11) / 12
    return TimePoint.days(year: year, month: Int(months - year * 12) + 1, day: 1) * 86_400 + size.seconds
  }

  private func compareFractions(_ other: TimeSpan) -> TypedValue.Order {
    if fraction == other.fraction, isNegative == other.isNegative || fraction.isEmpty { return .equal }
    if isNegative != other.isNegative { return isNegative ? .less : .greater }
    return fraction.lexicographicallyPrecedes(other.fraction) != isNegative ? .less : .greater
  }
}
