internal import RDFModel

/// Numbers as literals (JSON-LD 1.1 API §8.2.2 steps 10 and 11, §8.6).
enum RDFNumbers {
  /// The canonical lexical form that the number has as an `xsd:integer` (no fraction, below 10²¹) or `xsd:double`.
  ///
  /// With a datatype of `xsd:decimal` the digits stay as they are: the specification's form of a double is no decimal,
  /// and would lose digits.
  static func literal(_ number: JSONNumber, datatype: IRI?) -> Literal {
    if datatype != XSD.double, let value = number.decimal {
      let isInteger = value.exponent >= value.digits.count && value.exponent <= 21
      if isInteger { return Literal(decimal(value), datatype: datatype ?? XSD.integer) }
      if datatype == XSD.decimal, abs(value.exponent) < 4096 {
        return Literal(decimal(value), datatype: XSD.decimal)
      }
    }
    return Literal(double(number.double), datatype: datatype ?? XSD.double)
  }

  /// Sign and digits, exactly.
  private static func decimal(_ value: (negative: Bool, digits: [UInt8], exponent: Int)) -> String {
    let digits = String(decoding: value.digits, as: UTF8.self)
    if digits.isEmpty { return "0" }
    let sign = value.negative ? "-" : ""
    if value.exponent <= 0 { return sign + "0." + String(repeating: "0", count: -value.exponent) + digits }
    if value.exponent >= digits.utf8.count {
      return sign + digits + String(repeating: "0", count: value.exponent - digits.utf8.count)
    }
    return sign + digits.prefix(value.exponent) + "." + digits.dropFirst(value.exponent)
  }

  /// The canonical form of XSD 1.1 §3.3.5.2: `1.0E0`, with the fewest digits that read back as the same double.
  static func double(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-INF" : "INF" }
    if value == 0 { return value.sign == .minus ? "-0.0E0" : "0.0E0" }
    let (digits, exponent) = ShortestDigits.of(value.magnitude)
    let fraction = digits.dropFirst().isEmpty ? "0" : digits.dropFirst()
    return (value < 0 ? "-" : "") + digits.prefix(1) + "." + fraction + "E" + String(exponent - 1)
  }
}
