/// Lexical forms of the types that are restricted strings (XSD 1.1 Part 2 §3.3.15–3.4.7).
enum StringForms {
  /// No tabs or line ends, no space at the ends, no two spaces together.
  static func isToken(_ text: ArraySlice<UInt8>) -> Bool {
    if text.contains(where: { $0 == 0x9 || $0 == 0xA || $0 == 0xD }) { return false }
    if text.first == 0x20 || text.last == 0x20 { return false }
    return !zip(text, text.dropFirst()).contains { $0 == 0x20 && $1 == 0x20 }
  }

  /// `[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*`
  static func isLanguage(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = parts.first, first.allSatisfy(\.isLetter) else { return false }
    return parts.allSatisfy { (1...8).contains($0.count) && $0.allSatisfy { $0.isLetter || $0.isDigit } }
  }

  /// XML's names.
  static func isName(_ text: ArraySlice<UInt8>, startChecked: Bool, colons: Bool) -> Bool {
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
    guard let first = scalars.first else { return false }
    if startChecked, !XMLNames.isStart(first.value) { return false }
    return scalars.allSatisfy { XMLNames.isPart($0.value) && (colons || $0 != ":") }
  }

  /// Groups of four characters, a space allowed after each, and padding whose unused bits are zero.
  static func isBase64(_ text: ArraySlice<UInt8>) -> Bool {
    if text.first == 0x20 || text.last == 0x20 { return false }
    if zip(text, text.dropFirst()).contains(where: { $0 == 0x20 && $1 == 0x20 }) { return false }
    let characters = text.filter { $0 != 0x20 }
    guard characters.count % 4 == 0 else { return false }
    let padding = characters.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    let body = characters.dropLast(padding)
    guard body.allSatisfy({ $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/") }) else {
      return false
    }
    guard let last = body.last else { return padding == 0 }
    switch padding {
    case 0: return true
    case 1: return "AEIMQUYcgkosw048".utf8.contains(last)
    case 2: return "AQgw".utf8.contains(last)
    default: return false
    }
  }

  /// OWL 2 §4.1: an integer, `/`, a positive integer.
  static func isRational(_ text: ArraySlice<UInt8>) -> Bool {
    guard let slash = text.firstIndex(of: UInt8(ascii: "/")) else { return false }
    return XSDType.integer.accepts(text[..<slash]) && XSDType.positiveInteger.accepts(text[(slash + 1)...])
  }
}
