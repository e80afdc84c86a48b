/// IRI compaction (JSON-LD 1.1 API §6.2).
extension ActiveContext {
  func compactIRI(_ iri: String, value: JSONValue? = nil, vocab: Bool = false, reverse: Bool = false) throws -> String {
    let inverse = inverseContext()
    if vocab {
      if inverse.contains(iri) {
        var query = TermQuery(value, reverse: reverse, context: self)
        if let term = try query.select(iri, inverse) { return term }
      }
      if let vocabulary, let suffix = iri.dropping(prefix: vocabulary), !suffix.isEmpty, self[suffix] == nil {
        return suffix
      }
    }
    var best: String?
    for (term, namespace) in inverse.prefixes {
      guard let suffix = iri.dropping(prefix: namespace), !suffix.isEmpty else { continue }
      let candidate = term + ":" + suffix
      if let known = best, !Self.isBetter(candidate, known) { continue }
      if let definition = self[candidate], definition.iri != iri || value != nil { continue }
      best = candidate
    }
    if let best { return best }
    if !is10, let parts = CompactIRI(iri), !parts.isAbsolute, self[parts.prefix]?.isPrefix == true {
      throw JSONLDError(.iriConfusedWithPrefix, "<\(iri)> reads as a compact IRI in the context")
    }
    if !vocab, let base, !iri.hasPrefix("_:"), !Keyword.isKeyword(iri) { return IRIReference.relative(iri, to: base) }
    return iri
  }

  private static func isBetter(_ a: String, _ b: String) -> Bool {
    a.utf8.count != b.utf8.count ? a.utf8.count < b.utf8.count : a.precedes(b)
  }
}
