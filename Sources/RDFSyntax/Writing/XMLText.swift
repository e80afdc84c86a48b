/// Characters as XML 1.0 writes them.
enum XMLText {
  /// Char (§2.2).
  static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  static func content(_ text: String) -> String {
    escaped(text) { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      // A reader would make a line feed of it (§2.11).
      case 0x0D: "&#xD;"
      default: nil
      }
    }
  }

  static func attribute(_ text: String) -> String {
    escaped(text) { byte in
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: "\""): "&quot;"
      default: nil
      }
    }
  }

  private static func escaped(_ text: String, _ escape: (UInt8) -> String?) -> String {
    if !text.utf8.contains(where: { escape($0) != nil }) { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if let name = escape(byte) { bytes.append(contentsOf: name.utf8) } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
