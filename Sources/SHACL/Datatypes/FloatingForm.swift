/// Lexical forms of `xsd:double` and `xsd:float` (XSD 1.1 Part 2 §3.3.4, §3.3.5).
enum FloatingForm {
  static func accepts(_ text: ArraySlice<UInt8>) -> Bool {
    if ["INF", "-INF", "+INF", "NaN"].contains(where: { text.elementsEqual($0.utf8) }) { return true }
    guard let e = text.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) else { return ExactDecimal(text) != nil }
    let exponent = text[(e + 1)...]
    let digits =
      exponent.first == UInt8(ascii: "-") || exponent.first == UInt8(ascii: "+")
      ? exponent.dropFirst() : exponent
    return !digits.isEmpty && digits.allSatisfy(\.isDigit) && ExactDecimal(text[..<e]) != nil
  }

  /// The value of an accepted form.
  static func value(_ text: ArraySlice<UInt8>, isFloat: Bool) -> Double? {
    guard accepts(text) else { return nil }
    let string = String(decoding: text, as: UTF8.self)
    switch string {
    case "INF", "+INF": return .infinity
    case "-INF": return -.infinity
    case "NaN": return .nan
    default: break
    }
    // Swift's own parser wants digits on both sides of a point.
    let normal = string.replacing("+.", with: "+0.").replacing("-.", with: "-0.").replacing(".e", with: ".0e")
      .replacing(".E", with: ".0E")
    let padded = (normal.hasPrefix(".") ? "0" : "") + normal + (normal.hasSuffix(".") ? "0" : "")
    return isFloat ? Float(padded).map(Double.init) : Double(padded)
  }
}
