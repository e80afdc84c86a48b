/// Names of unknown kind that stand in a list with things of one known kind are of that kind.
struct ListTyping {
  private let gazetteer: Gazetteer
  private let language: LanguageData
  private let and: WordList

  init(_ gazetteer: Gazetteer, _ language: LanguageData) {
    self.gazetteer = gazetteer
    self.language = language
    and = language.list("and")
  }

  func type(_ mentions: [Mention], _ annotated: AnnotatedText) -> [Mention] {
    var out = mentions.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    var start = 0
    while start < out.count {
      var end = start + 1
      while end < out.count, joins(annotated, out[end - 1].tokens.upperBound, out[end].tokens.lowerBound) { end += 1 }
      if end - start >= 2 { settle(&out, start..<end, annotated) }
      start = end
    }
    return out
  }

  private func joins(_ annotated: AnnotatedText, _ from: Int, _ to: Int) -> Bool {
    guard from < to, to - from <= 2, annotated.tokens[from].sentence == annotated.tokens[to].sentence else {
      return false
    }
    return (from..<to).allSatisfy { annotated.tokens[$0].folded == "," || and.contains(annotated.tokens[$0].folded) }
  }

  private func settle(_ mentions: inout [Mention], _ group: Range<Int>, _ annotated: AnnotatedText) {
    let kinds = group.map { mentions[$0].kind }
    let unknown = group.filter { mentions[$0].kind == .name }
    guard !unknown.isEmpty, unknown.count < group.count else { return }
    // `(Quillmark, Helm maintainer)` is no list: two need a conjunction.
    let between = mentions[group.lowerBound].tokens.upperBound..<mentions[group.lowerBound + 1].tokens.lowerBound
    if group.count == 2, between.allSatisfy({ annotated.tokens[$0].folded == "," }) { return }
    let target: Mention.Kind
    if kinds.allSatisfy({ $0 == .organization || $0 == .name }) {
      target = .organization
    } else if kinds.allSatisfy({ $0 == .project || $0 == .product || $0 == .name }),
      kinds.count - unknown.count >= unknown.count
    {
      target = .project
    } else {
      return
    }
    for index in unknown {
      let mention = mentions[index]
      let words = mention.tokens.map { annotated.tokens[$0] }
      let isPlain = words.count == 1 && language.isOrdinary(words[0].folded)
      let entry = mention.alternatives.first { id in
        let kind = gazetteer.entries[id].kind
        return target == .organization ? kind == .organization : kind == .project || kind == .product
      }
      // An acronym beside software is as often a protocol or a file format.
      if target == .project, entry == nil, words.count == 1, words[0].shape.contains(.allCaps) || isPlain { continue }
      if isPlain, entry == nil, group.count < 3 { continue }
      mentions[index].kind = entry.map { gazetteer.entries[$0].kind == .product ? .product : target } ?? target
      mentions[index].entry = entry
      mentions[index].rule = "list-neighbour"
      mentions[index].confidence = 0.8
    }
  }
}
