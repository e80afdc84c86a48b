/// IRI expansion (JSON-LD 1.1 API §5.2).
extension ActiveContext {
  /// Expands without defining terms on the way. Nil for what has the form of a keyword, or a term without an IRI.
  func expandIRI(_ value: String, documentRelative: Bool = false, vocab: Bool = false) -> String? {
    if value.utf8.first == UInt8(ascii: "@") {
      if Keyword.isKeyword(value) { return value }
      if Keyword.hasKeywordForm(value) { return nil }
    }
    if let definition = self[value] {
      if let iri = definition.iri, Keyword.isKeyword(iri) { return iri }
      if vocab { return definition.iri }
    }
    if let parts = CompactIRI(value) {
      if parts.isAbsolute { return value }
      if let definition = self[parts.prefix], let iri = definition.iri, definition.isPrefix || is10 {
        return iri + parts.suffix
      }
      if IRIReference.isAbsolute(value) { return value }
    }
    if vocab, let vocabulary { return vocabulary + value }
    if documentRelative, let base { return IRIReference.resolve(value, against: base) }
    return value
  }
}

/// A value with a colon that is not its first character.
struct CompactIRI {
  let prefix: String
  let suffix: Substring

  init?(_ value: String) {
    guard let colon = value.utf8.firstIndex(of: UInt8(ascii: ":")), colon > value.startIndex else { return nil }
    prefix = String(value[..<colon])
    suffix = value[value.utf8.index(after: colon)...]
  }

  /// A blank node identifier, or a scheme with an authority: never a prefix.
  var isAbsolute: Bool { prefix == "_" || suffix.utf8.starts(with: "//".utf8) }
}
