/// The keywords of JSON-LD 1.1 §1.7 and of Framing §2.1.1.
enum Keyword {
  static func isKeyword(_ text: String) -> Bool {
    guard text.utf8.first == UInt8(ascii: "@") else { return false }
    switch text {
    case "@any", "@base", "@container", "@context", "@default", "@direction", "@embed", "@explicit", "@graph", "@id",
      "@import", "@included", "@index", "@json", "@language", "@list", "@nest", "@none", "@null", "@omitDefault",
      "@prefix", "@preserve", "@propagate", "@protected", "@requireAll", "@reverse", "@set", "@type", "@value",
      "@version", "@vocab":
      // Framing's `@any` and `@null` name no entry of a document.
      return text != "@any" && text != "@null"
    default: return false
    }
  }

  /// `"@"1*ALPHA`: reserved for keywords to come, and ignored with a warning that nobody reads.
  static func hasKeywordForm(_ text: String) -> Bool {
    let bytes = text.utf8
    guard bytes.first == UInt8(ascii: "@"), bytes.count > 1 else { return false }
    return bytes.dropFirst().allSatisfy { ($0 | 0x20) &- UInt8(ascii: "a") < 26 }
  }
}
