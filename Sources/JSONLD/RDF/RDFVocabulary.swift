internal import RDFModel

/// Terms of RDF that only JSON-LD needs.
enum JSONLDTerms {
  static let json = IRI(RDF.namespace + "JSON")
  static let value = IRI(RDF.namespace + "value")
  static let language = IRI(RDF.namespace + "language")
  static let direction = IRI(RDF.namespace + "direction")
  static let i18n = "https://www.w3.org/ns/i18n#"
}

/// BCP 47's shape, as SPARQL and Turtle have it: `[a-zA-Z]{1,8}("-"[a-zA-Z0-9]{1,8})*`.
enum LanguageTag {
  static func isWellFormed(_ tag: String) -> Bool {
    let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      guard (1...8).contains(part.count) else { return false }
      let isAllowed = part.allSatisfy {
        ($0 | 0x20) &- UInt8(ascii: "a") < 26 || (index > 0 && $0 &- UInt8(ascii: "0") <= 9)
      }
      guard isAllowed else { return false }
    }
    return true
  }
}
