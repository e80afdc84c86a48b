import Mustache

/// Text for HTML, in content and in quoted attributes alike.
///
/// The library's own escaping goes by grapheme clusters, and misses a `"` that a combining mark follows; a browser does
/// not. This one goes by bytes.
enum HTMLText {
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: mayNeedCare) else { return text }
    var out = String.UnicodeScalarView()
    out.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out.append(contentsOf: "&amp;".unicodeScalars)
      case "<": out.append(contentsOf: "&lt;".unicodeScalars)
      case ">": out.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
      case "'": out.append(contentsOf: "&#39;".unicodeScalars)
      default: out.append(isSpecial(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return String(out)
  }

  /// What is special, and the bytes with which the forbidden characters beyond ASCII begin.
  private static func mayNeedCare(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F, 0xC2, 0xEF, 0xF0...: true
    case 0x09, 0x0A: false
    default: byte < 0x20
    }
  }

  private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x22, 0x26, 0x27, 0x3C, 0x3E: true
    case 0x09, 0x0A, 0x20..<0x7F: false
    // Controls and noncharacters, which a document must not hold (HTML §13.1.4).
    case 0..<0xA0, 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}

/// The content type of every template.
struct EscapedHTML: MustacheContentType {
  static let name = "EXPLORER"
  func escapeText(_ text: String) -> String { HTMLText.escaped(text) }
}
