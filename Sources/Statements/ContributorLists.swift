import Entities
import Mentions
import Posts

/// Lists of names under a heading or behind a lead that says that these people made the project: names that no grammar would
/// take for a person's (`quokka77`, `Md Sahil`) are people there.
struct ContributorLists {
  private let and: WordList

  init(_ language: LanguageData) { and = language.list("and") }

  /// States what a block lists from a token on; false when the block is no list of names.
  func find(_ draft: inout Draft, from start: Int, _ project: EntityID, opening: Range<Int>) -> Bool {
    let block = draft.annotated.tokens[start].block
    var end = start
    while end < draft.annotated.tokens.count, draft.annotated.tokens[end].block == block { end += 1 }
    var isItem = false
    if case .listItem = draft.annotated.text.blocks[block].kind { isItem = true }
    let items = items(draft, start..<end)
    let names = items.filter { isName(draft, $0) }
    guard names.count >= (isItem ? 1 : 2), names.count * 10 >= items.count * 8 else { return false }
    for name in names { state(&draft, name, project, opening: opening, "contributor-list", 0.9) }
    return true
  }

  /// What commas, conjunctions and line breaks separate; remarks in parentheses and a lead before a colon left out.
  private func items(_ draft: Draft, _ range: Range<Int>) -> [Range<Int>] {
    let tokens = draft.annotated.tokens
    var items: [Range<Int>] = []
    var start = range.lowerBound
    var depth = 0
    func close(_ end: Int) {
      if start < end { items.append(start..<end) }
    }
    for index in range {
      let word = tokens[index].folded
      if tokens[index].shape.contains(.lineBreakBefore), depth == 0 {
        close(index)
        start = index
      }
      if word == "(" {
        if depth == 0 { close(index) }
        depth += 1
      } else if word == ")" {
        depth = max(0, depth - 1)
        start = index + 1
      } else if depth == 0, [",", ";", ".", "-", "*", ":", "!"].contains(word) || and.contains(word) {
        // An initial's full stop is the name's.
        if word == ".", index > range.lowerBound, tokens[index - 1].range.count == 1 { continue }
        close(index)
        start = index + 1
      }
    }
    if depth == 0 { close(range.upperBound) }
    return items
  }

  /// A handle, a word that is none of the language, or up to four words with capitals.
  private func isName(_ draft: Draft, _ item: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    guard item.count <= 6 else { return false }
    // `Facilitators:` says what they are.
    if item.upperBound < tokens.count, tokens[item.upperBound].folded == ":",
      tokens[item.upperBound].block == tokens[item.lowerBound].block
    {
      return false
    }
    if item.count == 1 {
      let token = tokens[item.lowerBound]
      return !token.shape.contains(.url) && token.range.count > 2
        && (token.shape.contains(.handle) || token.isCapital || !draft.language.isOrdinary(token.folded))
        && (token.isWord || token.shape.contains(.handle))
    }
    return tokens[item.lowerBound].isWord
      && item.allSatisfy { index in
        let token = tokens[index]
        return token.isCapital || token.folded == "." || token.folded.hasPrefix("'")
          || !draft.language.isOrdinary(token.folded) && token.isWord || token.range.count <= 3 && token.isWord
      } && item.contains { tokens[$0].isCapital }
  }

  /// - Parameter opening: The words that say what the names are.
  func state(
    _ draft: inout Draft, _ name: Range<Int>, _ project: EntityID, opening: Range<Int>, _ rule: String,
    _ confidence: Double
  ) {
    guard let person = person(&draft, name) else { return }
    draft.state(.entity(person), .contributesTo, .entity(project), tokens: name, rule: rule, confidence)
    draft.state(.entity(person), .contributesTo, .entity(project), tokens: opening, rule: rule, confidence)
  }

  /// Whom a handle stands for: the post puts it behind their name, or links the name to its page.
  private static func owner(of handle: String, _ draft: Draft) -> EntityID? {
    guard handle.hasPrefix("@") else { return nil }
    let bare = handle.dropFirst()
    for (index, mention) in draft.annotated.mentions.enumerated() where mention.kind == .person {
      let end = mention.tokens.upperBound
      let tokens = draft.annotated.tokens
      let next = (end..<min(end + 3, tokens.count)).first { tokens[$0].shape.contains(.handle) }
      let isBehind =
        next.map { tokens[$0].folded == handle && tokens[$0].sentence == tokens[end - 1].sentence } ?? false
      let isLinked = draft.annotated.links(at: mention.tokens.lowerBound).contains {
        Contributors.handle($0.absolute).map { $0 == bare } ?? false
      }
      if isBehind || isLinked { return draft.ofMention[index] }
    }
    return nil
  }

  private func person(_ draft: inout Draft, _ name: Range<Int>) -> EntityID? {
    let mentions = draft.mentions(in: name, Set(Mention.Kind.allCases))
    if let known = mentions.first(where: { draft.annotated.mentions[$0].kind == .person }) {
      // `Alicia Y` is no short form of another `Alicia`.
      let isWhole = draft.annotated.mentions[known].tokens.count > 1 || name.count == 1
      if isWhole
        || (draft.ofMention[known].flatMap { draft.entities[$0]?.names.contains { $0.contains(" ") } } ?? false)
      {
        return draft.ofMention[known]
      }
    }
    if name.count == 1, let known = Self.owner(of: draft.annotated.tokens[name.lowerBound].folded, draft) {
      return known
    }
    if name.count == 1, draft.language.list("generic-term").contains(draft.annotated.tokens[name.lowerBound].folded) {
      return nil
    }
    let text = draft.annotated.string(name)
    let id = EntityID(.person, Folding.slug(text))
    let range = draft.annotated.range(name)
    // In a list of names a city's is a person's too (`Adrian`), unless it is of several words.
    for mention in mentions {
      let inner = draft.annotated.mentions[mention]
      // A part of the name that nothing, or only a given name, is known of.
      if inner.tokens != name, name.count <= 3,
        inner.kind == .name || inner.kind == .person || inner.tokens.count == 1 && inner.kind == .place
      {
        if let former = draft.ofMention[mention] { draft.withdraw(former, draft.annotated.range(inner.tokens)) }
        draft.ofMention[mention] = id
        continue
      }
      guard draft.annotated.mentions[mention].tokens == name, draft.annotated.mentions[mention].kind != .event else {
        return nil
      }
      let isGiven =
        name.count == 1 && draft.gazetteer.givenNames.contains(draft.annotated.tokens[name.lowerBound].folded)
      let isKnown = draft.annotated.mentions[mention].entry != nil && !isGiven
      if isKnown, name.count > 1 || draft.annotated.mentions[mention].kind != .place { return nil }
      if let former = draft.ofMention[mention] { draft.withdraw(former, range) }
      draft.ofMention[mention] = id
    }
    draft.insert(Entity(id: id, names: [text], mentions: [range], rule: "contributor-list", confidence: 0.85))
    return id
  }
}
