import Foundation

/// Hugo's way from a name to a part of an address (`helpers.PathSpec.MakePathSanitized` and `URLize`).
enum PathSegment {
  static func urlize(_ name: String, lowercases: Bool = true, removesAccents: Bool = false) -> String {
    var source = name.precomposedStringWithCanonicalMapping
    if removesAccents {
      source = String(
        String.UnicodeScalarView(
          source.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
            $0.properties.generalCategory != .nonspacingMark
          })
      ).precomposedStringWithCanonicalMapping
    }
    var result = String.UnicodeScalarView()
    var pendingHyphen = false
    for scalar in source.unicodeScalars {
      if isAllowed(scalar) {
        if pendingHyphen, scalar != "-", result.last != "-" { result.append("-") }
        pendingHyphen = false
        result.append(scalar)
      } else if scalar.properties.isWhitespace, !result.isEmpty {
        pendingHyphen = true
      }
    }
    let text = String(result)
    return lowercases ? text.lowercased() : text
  }

  private static func isAllowed(_ s: Unicode.Scalar) -> Bool {
    if s.isASCII { return Bytes.isAlphanumeric(UInt8(s.value)) || "./\\_#+~-@".unicodeScalars.contains(s) }
    switch s.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber,
      .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      return true
    default: return false
    }
  }
}
