extension Gazetteer {
  /// The place that a text names from a token on, up to a token; the longest name, the largest place.
  public func place(_ annotated: AnnotatedText, _ start: Int, before end: Int) -> (entry: GazetteerEntry, length: Int)?
  {
    guard annotated.tokens[start].isCapital else { return nil }
    for match in trie.matches(annotated.tokens, start).reversed() where start + match.length <= end {
      let places = match.entries.filter { entries[$0].kind == .place }
      if let best = places.max(by: { population($0) < population($1) }) { return (entries[best], match.length) }
    }
    return nil
  }

  private func population(_ index: Int) -> Int { Int(entries[index]["population"] ?? "") ?? 0 }
}
