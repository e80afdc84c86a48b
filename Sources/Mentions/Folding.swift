import Foundation

/// Comparison forms of names.
public enum Folding {
  /// Lower case, without diacritics, curly apostrophes straightened: the form under which words and names are compared.
  public static func fold(_ text: some StringProtocol) -> String {
    var isASCII = true
    var isLower = true
    for byte in text.utf8 {
      if byte >= 0x80 {
        isASCII = false
        break
      }
      if byte >= 0x41 && byte <= 0x5A { isLower = false }
    }
    if isASCII { return isLower ? String(text) : text.lowercased() }
    var out = ""
    for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar {
      case "’", "‘", "ʼ": out.unicodeScalars.append("'")
      case "œ", "Œ": out += "oe"
      case "æ", "Æ": out += "ae"
      case "ø", "Ø": out += "o"
      case "ł", "Ł": out += "l"
      case "ß": out += "ss"
      case "đ", "Đ": out += "d"
      case "ı": out += "i"
      case "™", "®", "©": continue
      default:
        if scalar.properties.canonicalCombiningClass != .notReordered { continue }
        out += scalar.properties.lowercaseMapping
      }
    }
    return out
  }

  /// The name's part of an IRI: ASCII letters, digits and single hyphens; never empty.
  public static func slug(_ name: some StringProtocol) -> String {
    var out: [UInt8] = []
    var hyphen = false
    for byte in fold(name).utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39:
        if hyphen, !out.isEmpty { out.append(0x2D) }
        hyphen = false
        out.append(byte)
      case 0x27: continue
      case 0x2B:
        // C++ and C are two things.
        if !out.isEmpty, out.last != 0x2D, !hyphen {
          out.append(contentsOf: Array("plus".utf8))
        } else {
          hyphen = true
        }
      default: hyphen = true
      }
    }
    return out.isEmpty ? hexSlug(name) : String(decoding: out, as: UTF8.self)
  }

  /// Names without a single Latin letter are told apart by their code points.
  private static func hexSlug(_ name: some StringProtocol) -> String {
    "u" + name.unicodeScalars.prefix(32).map { String($0.value, radix: 16) }.joined(separator: "-")
  }
}
