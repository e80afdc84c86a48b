import Entities
import Mentions
import Posts

/// Who uses the post's project by where they are named: list items under *Who uses it?* or behind `in production:`, names behind
/// `adopters`, `At A, it …` in such a section.
struct AdopterLists {
  let scene: SoftwareScene
  private let uses: UsesFinder
  private let organizations: OrganizationReader
  private let headings, leads, cues, negation, hypothetical, at, pronouns, and, among: WordList

  init(_ language: LanguageData, scene: SoftwareScene) {
    self.scene = scene
    organizations = OrganizationReader(language)
    uses = UsesFinder(language, scene: scene)
    headings = language.list("adopter-heading")
    leads = language.list("adopter-lead")
    cues = language.list("adopter-cue")
    negation = language.list("negation")
    hypothetical = language.list("hypothetical")
    at = language.list("home-at")
    pronouns = language.list("pronoun-thing")
    and = language.list("and")
    among = language.list("among-them")
  }

  func find(_ draft: inout Draft) {
    guard let topic = scene.topic else { return }
    let sections = Sections(draft.annotated)
    for sentence in draft.annotated.sentences where sentence.count > 1 {
      let block = draft.annotated.tokens[sentence.lowerBound].block
      switch draft.annotated.block(of: sentence.lowerBound).kind {
      case .listItem:
        guard isFirst(draft, sentence, block), isLed(draft, block, sections) else { continue }
        item(&draft, sentence, topic)
      case .paragraph, .quotation:
        let isUnder = heading(draft, block, sections) != nil
        if isUnder { section(&draft, sentence, topic) }
        named(&draft, sentence, topic, isUnder: isUnder)
      default: continue
      }
    }
  }

  private func isFirst(_ draft: Draft, _ sentence: Range<Int>, _ block: Int) -> Bool {
    sentence.lowerBound == 0 || draft.annotated.tokens[sentence.lowerBound - 1].block != block
  }

  private func heading(_ draft: Draft, _ block: Int, _ sections: Sections) -> Range<Int>? {
    guard let first = sections.headings(over: block).first else { return nil }
    let words = draft.annotated.tokens(in: draft.annotated.text.blocks[first].range)
    return draft.contains(headings, in: words) == nil ? nil : words
  }

  private func isLed(_ draft: Draft, _ block: Int, _ sections: Sections) -> Bool {
    if heading(draft, block, sections) != nil { return true }
    guard let lead = sections.leadIn[block] else { return false }
    let words = draft.annotated.tokens(in: draft.annotated.text.blocks[lead].range)
    guard let last = words.last, draft.annotated.tokens[last].folded == ":" else { return false }
    let closing = draft.annotated.tokens[last].sentence
    let opening = max(closing - 1, draft.annotated.tokens[words.lowerBound].sentence)
    let near = draft.annotated.sentences[opening].lowerBound..<last
    return draft.contains(leads, in: near) != nil && !isTakenBack(draft, near)
  }

  private func isTakenBack(_ draft: Draft, _ words: Range<Int>) -> Bool {
    draft.contains(negation, in: words) != nil || draft.contains(hypothetical, in: words) != nil
  }

  /// `**Acme**, where …`: who the item begins with.
  private func item(_ draft: inout Draft, _ sentence: Range<Int>, _ topic: EntityID) {
    var start = sentence.lowerBound
    while start < sentence.upperBound, and.contains(draft.annotated.tokens[start].folded) { start += 1 }
    guard start < sentence.upperBound else { return }
    if let name = setOff(draft, start), draft.annotated.mention(at: start).map({ !isWhole(draft, $0, name) }) ?? true {
      // `**Charité Berlin** – …`: the whole of what is set off.
      guard !isTakenBack(draft, start..<min(sentence.upperBound, name.upperBound + 8)),
        let user = organizations.resolve(&draft, name), user.type == .organization
      else { return }
      draft.state(
        .entity(user), .uses, .entity(topic), tokens: sentence.lowerBound..<name.upperBound, rule: "adopter-list", 0.8)
      return
    }
    guard let mention = draft.annotated.mention(at: start) else { return }
    let clause = start..<min(sentence.upperBound, draft.annotated.mentions[mention].tokens.upperBound + 8)
    if isTakenBack(draft, clause) { return }
    let name = draft.annotated.mentions[mention].tokens
    // `**Grab** – image distribution`: set off, it is a name whatever its word.
    let bytes = draft.annotated.range(name)
    let isSetOff = draft.annotated.spans(startingIn: bytes).contains {
      ($0.kind == .strong || $0.kind == .emphasis) && $0.range.upperBound <= bytes.upperBound + 1
    }
    state(&draft, mention, topic, sentence.lowerBound..<name.upperBound, isSure: isSetOff)
  }

  /// The capitalised words at the start of an item that are strong, with a mark or the item's end behind them.
  private func setOff(_ draft: Draft, _ start: Int) -> Range<Int>? {
    let at = draft.annotated.tokens[start].range.lowerBound
    for span in draft.annotated.spans(startingIn: at..<(at + 1)) where span.kind == .strong {
      let words = draft.annotated.tokens(in: span.range)
      guard (1...4).contains(words.count),
        words.allSatisfy({ draft.annotated.tokens[$0].isCapital || draft.annotated.tokens[$0].folded == "&" }),
        draft.mentions(in: words, [.person, .project, .event]).isEmpty,
        words.upperBound >= draft.annotated.tokens.count || !draft.annotated.tokens[words.upperBound].isWord
          || draft.annotated.tokens[words.upperBound].block != draft.annotated.tokens[start].block
      else { continue }
      return words
    }
    return nil
  }

  private func isWhole(_ draft: Draft, _ mention: Int, _ name: Range<Int>) -> Bool {
    draft.annotated.mentions[mention].tokens == name && draft.annotated.mentions[mention].kind == .organization
  }

  /// `At Acme, it scales …` under such a heading.
  private func section(_ draft: inout Draft, _ sentence: Range<Int>, _ topic: EntityID) {
    let tokens = draft.annotated.tokens
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      let length = at.match(tokens, index)
      let opens = index == sentence.lowerBound || [",", ";"].contains(tokens[index - 1].folded)
      if length > 0, opens, index + length < sentence.upperBound,
        let mention = draft.annotated.mention(at: index + length),
        case let end = draft.annotated.mentions[mention].tokens.upperBound, end + 1 < sentence.upperBound,
        tokens[end].folded == ",", pronouns.contains(tokens[end + 1].folded) || isTopic(draft, end + 1, topic),
        !isTakenBack(draft, index..<min(sentence.upperBound, end + 6))
      {
        state(&draft, mention, topic, index..<(end + 2))
      }
      index += max(length, 1)
    }
  }

  private func isTopic(_ draft: Draft, _ token: Int, _ topic: EntityID) -> Bool {
    draft.annotated.mention(at: token).map { draft.ofMention[$0] == topic } ?? false
  }

  /// `New adopters since May: A, B and C`, `Among those added are A and B`: the list behind the word.
  private func named(_ draft: inout Draft, _ sentence: Range<Int>, _ topic: EntityID, isUnder: Bool) {
    let tokens = draft.annotated.tokens
    for index in sentence {
      let length = isUnder ? max(cues.match(tokens, index), leads.match(tokens, index)) : leads.match(tokens, index)
      guard length > 0 else { continue }
      // The word itself needs its colon, or a verb of naming, before the list.
      let from = index + length
      var start = from
      if !isUnder {
        let low = from..<min(sentence.upperBound, from + 14)
        if let cue = low.first(where: { among.match(tokens, $0) > 0 }) {
          start = cue + among.match(tokens, cue)
        } else {
          guard let colon = (from..<min(sentence.upperBound, from + 8)).first(where: { tokens[$0].folded == ":" }),
            !(from..<colon).contains(where: { draft.annotated.mention(covering: $0) != nil })
          else { continue }
          start = colon + 1
        }
      }
      if isTakenBack(draft, max(sentence.lowerBound, index - 4)..<start) { continue }
      let users = uses.list(draft, sentence, from: start, [.organization, .name], isSure: true)
      guard users.first.map({ draft.annotated.mentions[$0].tokens.lowerBound - start <= 8 }) == true else { continue }
      for user in users {
        state(&draft, user, topic, index..<draft.annotated.mentions[user].tokens.upperBound, isSure: users.count > 1)
      }
      return
    }
  }

  private func state(_ draft: inout Draft, _ mention: Int, _ topic: EntityID, _ span: Range<Int>, isSure: Bool = false)
  {
    switch draft.annotated.mentions[mention].kind {
    case .organization, .name: break
    default: return
    }
    if !isSure, draft.annotated.mentions[mention].kind == .name, !uses.mayBeCompany(draft, mention) { return }
    guard let user = draft.actor(mention) ?? draft.asOrganization(mention), user.type == .organization,
      draft.entities[user]?.subtypes.contains(.ngo) != true
    else { return }
    draft.state(.entity(user), .uses, .entity(topic), tokens: span, rule: "adopter-list", 0.82)
  }
}
