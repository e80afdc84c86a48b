import Foundation

/// Hugo's way from a name to a path (`paths.Sanitize`, `PathSpec.MakePathSanitized`).
enum PathSegment {
  static func sanitize(_ name: String, _ settings: SiteSettings) -> String {
    var source = name
    if settings.removesAccents {
      source =
        String(
          String.UnicodeScalarView(
            source.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
              $0.properties.generalCategory != .nonspacingMark
            })
        ).precomposed
    }
    var result = String.UnicodeScalarView()
    var pendingHyphen = false
    var wasHyphen = false
    let scalars = Array(source.unicodeScalars)
    for (i, scalar) in scalars.enumerated() {
      if isAllowed(scalar) || scalar == "%" && isEscape(scalars, i) {
        wasHyphen = scalar == "-"
        if pendingHyphen, !wasHyphen { result.append("-") }
        pendingHyphen = false
        result.append(scalar)
      } else if !result.isEmpty, !wasHyphen, scalar.properties.isWhitespace {
        pendingHyphen = true
      }
    }
    let text = String(result)
    return settings.disablePathToLower ? text : text.lowercased()
  }

  private static func isEscape(_ s: [Unicode.Scalar], _ i: Int) -> Bool {
    i + 2 < s.count && s[i + 1].properties.isASCIIHexDigit && s[i + 2].properties.isASCIIHexDigit
  }

  private static func isAllowed(_ s: Unicode.Scalar) -> Bool {
    if s.isASCII { return Bytes.isAlphanumeric(UInt8(s.value)) || "./\\_#+~-@".unicodeScalars.contains(s) }
    switch s.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .nonspacingMark, .spacingMark, .enclosingMark:
      return true
    default: return false
    }
  }

  /// Percent-encoding of what is not allowed in a path, as Go's `net/url` does it.
  static func escape(_ path: String) -> String {
    var result: [UInt8] = []
    let hex = Array("0123456789ABCDEF".utf8)
    let bytes = Array(path.utf8)
    for (i, b) in bytes.enumerated() {
      let isAllowed =
        Bytes.isAlphanumeric(b) || "-._~/$&+,:;=@!*'()?#".utf8.contains(b)
        || b == 0x25 && i + 2 < bytes.count && isHexadecimal(bytes[i + 1]) && isHexadecimal(bytes[i + 2])
      if isAllowed { result.append(b) } else { result += [0x25, hex[Int(b >> 4)], hex[Int(b & 15)]] }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isHexadecimal(_ b: UInt8) -> Bool {
    Bytes.isDigit(b) || (b | 0x20) >= 0x61 && (b | 0x20) <= 0x66
  }
}
