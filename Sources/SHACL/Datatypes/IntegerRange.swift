/// The integers that `xsd:integer` or one of its subtypes has (XSD 1.1 Part 2 §3.4.13–3.4.25).
struct IntegerRange {
  private let least: ExactDecimal?
  private let most: ExactDecimal?

  init?(_ type: XSDType) {
    func number(_ text: String?) -> ExactDecimal? { text.flatMap { ExactDecimal(Array($0.utf8)[...]) } }
    guard let (least, most) = Self.bounds(type) else { return nil }
    self.least = number(least)
    self.most = number(most)
  }

  private static func bounds(_ type: XSDType) -> (String?, String?)? {
    switch type {
    case .integer: (nil, nil)
    case .byte: ("-128", "127")
    case .short: ("-32768", "32767")
    case .int: ("-2147483648", "2147483647")
    case .long: ("-9223372036854775808", "9223372036854775807")
    case .unsignedByte: ("0", "255")
    case .unsignedShort: ("0", "65535")
    case .unsignedInt: ("0", "4294967295")
    case .unsignedLong: ("0", "18446744073709551615")
    case .positiveInteger: ("1", nil)
    case .nonNegativeInteger: ("0", nil)
    case .negativeInteger: (nil, "-1")
    case .nonPositiveInteger: (nil, "0")
    default: nil
    }
  }

  func accepts(_ text: ArraySlice<UInt8>) -> Bool {
    let digits = text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+") ? text.dropFirst() : text
    guard !digits.isEmpty, digits.allSatisfy(\.isDigit) else { return false }
    guard least != nil || most != nil else { return true }
    guard let number = ExactDecimal(text) else { return false }
    if let least, number < least { return false }
    if let most, number > most { return false }
    return true
  }
}
