/// A decimal number of any length (XSD 1.1 Part 2 §3.3.3), kept as digits: nothing is rounded.
struct ExactDecimal: Hashable, Sendable {
  let isNegative: Bool
  /// Digits before the point, without leading zeros.
  let whole: [UInt8]
  /// Digits after the point, without trailing zeros.
  let fraction: [UInt8]

  /// Reads `[+-]?(\d+(\.\d*)?|\.\d+)`.
  init?(_ text: ArraySlice<UInt8>) {
    var rest = text
    let sign = rest.first
    if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest = rest.dropFirst() }
    let before = rest.prefix(while: \.isDigit)
    var after: ArraySlice<UInt8> = []
    rest = rest.dropFirst(before.count)
    if rest.first == UInt8(ascii: ".") {
      after = rest.dropFirst()
      guard after.allSatisfy(\.isDigit) else { return nil }
    } else if !rest.isEmpty {
      return nil
    }
    guard !before.isEmpty || !after.isEmpty else { return nil }
    whole = Array(before.drop { $0 == UInt8(ascii: "0") })
    var digits = Array(after)
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    fraction = digits
    isNegative = sign == UInt8(ascii: "-") && !(whole.isEmpty && fraction.isEmpty)
  }

  var isZero: Bool { whole.isEmpty && fraction.isEmpty }

  /// The nearest double.
  var double: Double {
    let text =
      "\(isNegative ? "-" : "")0\(String(decoding: whole, as: UTF8.self)).\(String(decoding: fraction, as: UTF8.self))0"
    return Double(text) ?? .nan
  }
}

extension ExactDecimal: Comparable {
  static func < (a: ExactDecimal, b: ExactDecimal) -> Bool {
    if a.isNegative != b.isNegative { return a.isNegative }
    return a.isNegative ? b.isCloserToZero(than: a) : a.isCloserToZero(than: b)
  }

  private func isCloserToZero(than other: ExactDecimal) -> Bool {
    if whole.count != other.whole.count { return whole.count < other.whole.count }
    if whole != other.whole { return whole.lexicographicallyPrecedes(other.whole) }
    return fraction.lexicographicallyPrecedes(other.fraction)
  }
}
