/// A value of `xsd:duration` or one of its two subtypes (XSD 1.1 Part 2 §3.3.6, §3.4.26, §3.4.27).
struct TimeSpan: Sendable {
  /// Both have the sign of the whole. Nil when the numbers are too large to compare.
  private let size: (months: Int128, seconds: Int128)?
  /// Digits of the fraction of a second, without trailing zeros.
  private let fraction: [UInt8]
  private let isNegative: Bool

  /// Beyond any date, and far from what the numbers can hold.
  private static let tooLarge: Int128 = 1_000_000_000_000_000_000

  init?(_ text: ArraySlice<UInt8>, _ type: XSDType) {
    var scanner = FormScanner(text)
    isNegative = scanner.take("-")
    guard scanner.take("P"), let fields = Self.fields(&scanner) else { return nil }
    if type == .yearMonthDuration, fields.amounts[2...].contains(where: { $0 != nil }) { return nil }
    if type == .dayTimeDuration, fields.amounts[..<2].contains(where: { $0 != nil }) { return nil }

    fraction = fields.fraction
    let isHuge = fields.amounts.contains { ($0 ?? 0) >= Self.tooLarge }
    let amounts = fields.amounts.map { $0 ?? 0 }
    let months = amounts[0] * 12 + amounts[1]
    let seconds = amounts[2] * 86_400 + amounts[3] * 3600 + amounts[4] * 60 + amounts[5]
    size = isHuge ? nil : (isNegative ? (-months, -seconds) : (months, seconds))
  }

  /// The amounts of years, months, days, hours, minutes and seconds, nil where one is not given; what does not fit is
  /// held at a number that is too large anyway.
  private static func fields(_ scanner: inout FormScanner) -> (amounts: [Int128?], fraction: [UInt8])? {
    let units: [Unicode.Scalar] = ["Y", "M", "D", "H", "M", "S"]
    var amounts: [Int128?] = Array(repeating: nil, count: units.count)
    var fraction: [UInt8] = []
    var next = 0
    var isTime = false
    while !scanner.isAtEnd {
      if !isTime, scanner.take("T") {
        isTime = true
        next = 3
      }
      let written = scanner.digits()
      guard !written.isEmpty else { return nil }
      let digits = written.drop { $0 == UInt8(ascii: "0") }
      let amount = digits.count > 18 ? tooLarge : digits.reduce(Int128(0)) { $0 * 10 + Int128($1 - 0x30) }
      let hasFraction = scanner.take(".")
      if hasFraction {
        fraction = Array(scanner.digits())
        guard !fraction.isEmpty else { return nil }
      }
      while next < (isTime ? 6 : 3), !scanner.take(units[next]) { next += 1 }
      guard next < (isTime ? 6 : 3), !hasFraction || next == 5 else { return nil }
      amounts[next] = amount
      next += 1
    }
    // At least one field, and at least one after a T.
    guard amounts.contains(where: { $0 != nil }), !isTime || amounts[3...].contains(where: { $0 != nil }) else {
      return nil
    }
    while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
    return (amounts, fraction)
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
