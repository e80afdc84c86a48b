import Foundation

/// The last part of a minted IRI: lower case, folded to ASCII, hyphens between words.
public enum Slug {
  /// `keepingDots` keeps the dots of a version (`1.14`). Letters that do not fold to ASCII stay, in NFC, so that a name
  /// in another script still has a slug of its own.
  public static func make(_ text: String, keepingDots: Bool = false) -> String {
    var out = ""
    var pendingHyphen = false
    for scalar in text.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
      if scalar.properties.generalCategory == .nonspacingMark { continue }
      let isWord = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      if isWord || (keepingDots && scalar == "." && !out.isEmpty) {
        if pendingHyphen, !out.isEmpty { out.append("-") }
        pendingHyphen = false
        out.unicodeScalars.append(scalar)
      } else {
        pendingHyphen = true
      }
    }
    while out.hasSuffix(".") { out.removeLast() }
    return out.precomposedStringWithCanonicalMapping
  }
}
