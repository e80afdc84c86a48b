import Entities
import Mentions
import Posts

/// Which software a sentence about a talk says that the talk is about.
struct TopicSentence {
  private let verbs: WordList
  private let aboutVerbs: WordList
  private let said: WordList
  private let nouns: WordList
  private let strongNouns: WordList
  private let definite: WordList
  private let possessives: WordList
  private let pronouns: WordList
  private let they: WordList
  private let who: WordList
  private let inIt: WordList
  private let the: WordList
  private let needs: WordList
  private let how: WordList
  private let inWhich: WordList
  private let it: WordList
  private let its: WordList
  private let preposition: WordList
  private let asides: TopicAsides

  /// What a sentence adds to a description.
  struct Found {
    var topics: [EntityID] = []
    /// It tells of the speaker's firm: `They` may begin the next one.
    var isOfFirm = false
  }

  init(_ language: LanguageData) {
    verbs = language.list("talk-verb")
    aboutVerbs = language.list("about-verb")
    said = language.list("said-verb")
    nouns = language.list("talk-noun")
    strongNouns = language.list("talk-noun-strong")
    definite = language.list("definite")
    possessives = language.list("possessive")
    pronouns = language.list("pronoun-he")
    they = language.list("pronoun-they")
    who = language.list("who")
    inIt = language.list("in-it")
    the = language.list("the")
    how = language.list("how")
    inWhich = language.list("in-which")
    it = language.list("it")
    its = language.list("its")
    preposition = language.list("preposition")
    needs = language.list("topic-need")
    asides = TopicAsides(language)
  }

  // MARK: beside a title

  /// Software behind the title in its own sentence, as far as the next person or talk: `TITLE, in which P showed X`.
  func behind(_ draft: Draft, _ talk: TalkDescriptions.Told, _ rest: Range<Int>) -> [EntityID] {
    let tokens = draft.annotated.tokens
    var end = other(draft, talk, in: rest) ?? rest.upperBound
    // `TITLE, and a demo of Y`, but `TITLE, a talk about X`
    if let next = (rest.lowerBound..<end).dropFirst(4).first(where: { strongNouns.match(tokens, $0) > 0 }) {
      end = next
    }
    return software(draft, rest.lowerBound..<end) { start in
      tells(tokens, rest.lowerBound..<start)
        || (rest.lowerBound..<start).contains { how.match(tokens, $0) > 0 || inWhich.match(tokens, $0) > 0 }
    }
  }

  /// Software between the verb of telling and the title: `told how X fared in TITLE`.
  func before(_ draft: Draft, _ talk: TalkDescriptions.Told, _ lead: Range<Int>) -> [EntityID] {
    let tokens = draft.annotated.tokens
    guard let verb = lead.first(where: { verbs.match(tokens, $0) > 0 && nouns.match(tokens, $0) == 0 }),
      draft.mentions(in: verb..<lead.upperBound, [.person, .event]).isEmpty, isJoined(tokens, lead)
    else { return [] }
    let found = software(draft, verb..<lead.upperBound) { _ in true }
    // `X was everywhere. P walked through its engine in TITLE.`
    guard found.isEmpty, (verb..<min(verb + 4, lead.upperBound)).contains(where: { its.contains(tokens[$0].folded) })
    else {
      return found
    }
    return subject(draft, before: tokens[lead.lowerBound].sentence).map { [$0] } ?? []
  }

  /// `in TITLE`, `with the talk TITLE`
  private func isJoined(_ tokens: [Token], _ lead: Range<Int>) -> Bool {
    var at = lead.upperBound - 1
    var seen = 0
    while at >= lead.lowerBound, seen < 4 {
      if preposition.match(tokens, at) > 0 { return true }
      let isSmall =
        !tokens[at].isWord || the.match(tokens, at) > 0 || nouns.contains(tokens[at].folded)
        || nouns.match(tokens, max(at - 1, lead.lowerBound)) == 2
      guard isSmall else { return false }
      at -= 1
      seen += 1
    }
    return false
  }

  /// The software that the sentence before is about.
  private func subject(_ draft: Draft, before number: Int) -> EntityID? {
    guard number > 0 else { return nil }
    let former = draft.annotated.sentences[number - 1]
    let tokens = draft.annotated.tokens
    guard let first = former.first, number < draft.annotated.sentences.count,
      tokens[first].block == tokens[draft.annotated.sentences[number].lowerBound].block,
      let mention = draft.mentions(in: former, [.project, .product]).first
    else { return nil }
    let start = draft.annotated.mentions[mention].tokens.lowerBound
    // The subject, or what is set apart by its letters: `has open-sourced **X**`.
    let isStrong = draft.annotated.spans(startingIn: draft.annotated.range(draft.annotated.mentions[mention].tokens))
      .contains { $0.kind == .strong || $0.kind == .code }
    return start == first || isStrong ? draft.ofMention[mention] : nil
  }

  /// All software that is named and not denied.
  func all(_ draft: Draft, _ range: Range<Int>) -> [EntityID] { software(draft, range) { _ in true } }

  // MARK: sentences behind

  /// What a sentence says of the talk that the prose before it told of; nil if it goes on about something else.
  func told(_ draft: Draft, _ talk: TalkDescriptions.Told, _ sentence: Range<Int>, after: Found?) -> Found? {
    let tokens = draft.annotated.tokens
    let other = other(draft, talk, in: sentence)
    if let other, other - sentence.lowerBound <= 4 { return nil }
    let own = sentence.lowerBound..<(other ?? sentence.upperBound)
    let opening = own.lowerBound..<min(own.lowerBound + 4, own.upperBound)
    if opensWithTeller(draft, talk, opening) || speaks(draft, talk, own) {
      let isOfFirm = after?.isOfFirm == true && opening.contains { they.contains(tokens[$0].folded) }
      let topics = software(draft, own) { isOfFirm || tells(tokens, own.lowerBound..<$0) }
      return Found(topics: topics.count > 4 ? [] : topics, isOfFirm: isOfFirm)
    }
    // `As X grows, this talk showed …`
    if let noun = own.dropLast().first(where: {
      definite.match(tokens, $0) > 0 && strongNouns.match(tokens, $0 + 1) > 0
    }) {
      let before = software(draft, own.lowerBound..<noun) { _ in true }
      let behind = software(draft, noun..<own.upperBound) { tells(tokens, noun..<$0) }
      return Found(topics: (before.count == 1 ? before : []) + behind)
    }
    if asides.isOurs(tokens, own) { return nil }
    if opensWithFirm(draft, talk, opening) { return Found(topics: all(draft, own), isOfFirm: true) }
    // `X has run there for years`: right behind, the subject is what the talk was on.
    if after == nil, let first = draft.mentions(in: opening, [.project, .product]).first {
      let start = draft.annotated.mentions[first].tokens.lowerBound
      if start == own.lowerBound || start == own.lowerBound + 1 && the.match(tokens, own.lowerBound) > 0 {
        return Found(topics: all(draft, own))
      }
    }
    return nil
  }

  /// What a sentence of a talk's own description names.
  func described(_ draft: Draft, _ talk: TalkDescriptions.Told, _ sentence: Range<Int>) -> [EntityID] {
    let tokens = draft.annotated.tokens
    if sentence.contains(where: { needs.match(tokens, $0) > 0 }) { return [] }
    let people = draft.mentions(in: sentence, [.person]).map { draft.annotated.mentions[$0].tokens }
    return software(draft, sentence) { start in
      // What somebody makes is no topic: only behind the verb of telling.
      guard let person = people.last(where: { $0.upperBound <= start }) else { return people.isEmpty }
      let between = person.upperBound..<start
      return tells(tokens, between)
    }
  }

  // MARK: words

  /// `He …`, `Her demo …`, `In this talk …`, `P …`
  private func opensWithTeller(_ draft: Draft, _ talk: TalkDescriptions.Told, _ opening: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    if inIt.match(tokens, opening.lowerBound) > 0 { return true }
    for index in opening {
      if pronouns.contains(tokens[index].folded) { return true }
      guard index + 1 < opening.upperBound else { continue }
      if possessives.contains(tokens[index].folded) || definite.match(tokens, index) > 0,
        nouns.match(tokens, index + 1) > 0
      {
        return true
      }
    }
    return draft.mentions(in: opening, [.person]).contains { mention in
      draft.ofMention[mention].map { talk.performers.contains($0) } ?? false
    }
  }

  /// `As head of X, P explained …`
  private func speaks(_ draft: Draft, _ talk: TalkDescriptions.Told, _ sentence: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    guard let person = draft.mentions(in: sentence, [.person]).first,
      let id = draft.ofMention[person], talk.performers.contains(id)
    else { return false }
    let end = draft.annotated.mentions[person].tokens.upperBound
    return (end..<min(end + 3, sentence.upperBound)).contains { verbs.match(tokens, $0) > 0 }
  }

  /// The firm of one of the speakers.
  private func opensWithFirm(_ draft: Draft, _ talk: TalkDescriptions.Told, _ opening: Range<Int>) -> Bool {
    draft.mentions(in: opening, [.organization, .name, .product]).contains { mention in
      guard let firm = draft.ofMention[mention], firm.type == .organization else { return false }
      return talk.performers.contains { draft.objects(of: $0, .worksFor).contains(.entity(firm)) }
    }
  }

  private func tells(_ tokens: [Token], _ range: Range<Int>) -> Bool {
    range.contains {
      verbs.match(tokens, $0) > 0 || aboutVerbs.match(tokens, $0) > 0 || said.match(tokens, $0) > 0
        || nouns.match(tokens, $0) > 0
    }
  }

  /// Where somebody is named who does not give the talk.
  private func other(_ draft: Draft, _ talk: TalkDescriptions.Told, in range: Range<Int>) -> Int? {
    draft.mentions(in: range, [.person]).first { mention in
      draft.ofMention[mention].map { !talk.performers.contains($0) } ?? true
    }.map { draft.annotated.mentions[$0].tokens.lowerBound }
  }

  private func software(_ draft: Draft, _ range: Range<Int>, where isTold: (Int) -> Bool) -> [EntityID] {
    var found: [EntityID] = []
    for mention in draft.mentions(in: range, [.project, .product]) {
      guard let id = draft.ofMention[mention], !found.contains(id),
        isTold(draft.annotated.mentions[mention].tokens.lowerBound), !asides.isAside(draft, mention, in: range)
      else { continue }
      found.append(id)
    }
    return found
  }
}
