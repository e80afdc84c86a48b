import Entities
import Mentions
import Posts

/// Who acts where no name of a firm or of software stands before the verb: `we`, `it`, `the company`, `Ada's team`,
/// `Ada, of Acme,`.
struct PartyReader {
  struct Party {
    var who: EntityID
    /// Where the words begin that the reading rests on.
    var start: Int
    var rule: String
    var confidence: Double
    /// Somebody did it, and the firm is read from where that somebody works.
    var isPerson = false
  }

  let scene: SoftwareScene
  private let language: LanguageData
  private let lists: Words

  /// The lists, looked up once.
  private struct Words {
    let adverbs, be, modals, we, our, its, the, pronouns, persons, party, project, products, facilities, units: WordList
    let of, stops, said, relative, whose, they, shown, at, told: WordList
    init(_ language: LanguageData) {
      adverbs = language.list("adverb")
      be = language.list("be")
      modals = language.list("modal")
      we = language.list("we")
      our = language.list("our")
      its = language.list("owner-its")
      the = language.list("the")
      pronouns = language.list("pronoun-thing")
      persons = language.list("pronoun-he")
      party = language.list("party-noun")
      project = language.list("project-party")
      products = language.list("product-noun")
      facilities = language.list("facility-noun")
      units = language.list("unit-noun")
      of = language.list("unit-of")
      stops = language.list("clause-start")
      said = language.list("said-verb")
      relative = language.list("relative")
      whose = language.list("whose")
      they = language.list("pronoun-they")
      shown = language.list("shown-noun")
      at = language.list("home-at")
      told = language.list("party-noun-told")
    }
  }

  init(_ language: LanguageData, scene: SoftwareScene) {
    self.language = language
    self.scene = scene
    lists = Words(language)
  }

  /// The party before the verb at a token; nil when the words do not tell it.
  func read(_ draft: Draft, _ sentence: Range<Int>, _ verb: Int) -> Party? {
    let tokens = draft.annotated.tokens
    var head = verb - 1
    while head >= sentence.lowerBound, isAuxiliary(tokens[head]) { head -= 1 }
    guard head >= sentence.lowerBound else { return nil }
    if relative(tokens[head]), head > sentence.lowerBound {
      head -= 1
      if tokens[head].folded == ",", head > sentence.lowerBound { head -= 1 }
    }
    let word = tokens[head].folded
    if let mention = draft.annotated.mention(covering: head) {
      guard draft.annotated.mentions[mention].kind == .person else { return nil }
      return person(draft, mention, sentence)
    }
    if word == "," { return opening(draft, sentence, head) }
    if lists.we.contains(word) { return speaker(draft, head) }
    if lists.pronouns.contains(word) || lists.persons.contains(word) {
      return antecedent(draft, sentence, head, isPerson: !lists.pronouns.contains(word))
    }
    return phrase(draft, sentence, head)
  }

  private func isAuxiliary(_ token: Token) -> Bool {
    lists.adverbs.contains(token.folded) || lists.be.contains(token.folded) || lists.modals.contains(token.folded)
  }

  private func relative(_ token: Token) -> Bool { lists.relative.contains(token.folded) }

  /// Whom `we` means at a token: in somebody's words, that person's firm.
  func speaker(_ draft: Draft, _ token: Int) -> Party? {
    if let who = placed(draft, draft.sentence(token)) {
      return Party(who: who, start: draft.sentence(token).lowerBound, rule: "use-we", confidence: 0.78)
    }
    guard let place = quotation(draft, token) else {
      return scene.speaker.map { Party(who: $0, start: token, rule: "use-we", confidence: 0.76) }
    }
    guard let person = quoted(draft, place, token), let id = draft.ofMention[person],
      let firm = draft.employer(of: id)
    else { return nil }
    return Party(who: firm, start: token, rule: "use-quoted-we", confidence: 0.78)
  }

  private func quotation(_ draft: Draft, _ token: Int) -> Range<Int>? {
    let block = draft.annotated.block(of: token)
    if block.kind == .quotation { return block.range }
    let at = draft.annotated.tokens[token].range.lowerBound
    return draft.annotated.quotations(startingIn: block.range).first { $0.range.contains(at) }?.range
  }

  /// Who said it: the person named beside a word of saying in the same block, else the only one there.
  private func quoted(_ draft: Draft, _ place: Range<Int>, _ token: Int) -> Int? {
    let block = draft.annotated.block(of: token).range
    let isWhole = place == block
    let people = draft.mentions(in: draft.annotated.tokens(in: block), [.person]).filter {
      isWhole || !place.contains(draft.annotated.range(draft.annotated.mentions[$0].tokens).lowerBound)
    }
    let tokens = draft.annotated.tokens
    let saying = people.filter { index in
      let range = draft.annotated.mentions[index].tokens
      return (max(0, range.lowerBound - 3)..<min(tokens.count - 1, range.upperBound + 3)).contains {
        lists.said.match(tokens, $0) > 0
      }
    }
    if people.isEmpty, isWhole { return signer(draft, block) }
    return saying.first ?? (Set(people.map { draft.ofMention[$0] }).count == 1 ? people.first : nil)
  }

  /// Who signs a quotation of several paragraphs: the only person of the next one.
  private func signer(_ draft: Draft, _ block: Range<Int>) -> Int? {
    let next = draft.annotated.text.blocks.first { $0.range.lowerBound >= block.upperBound && !$0.range.isEmpty }
    guard let next, next.kind == .quotation else { return nil }
    let people = draft.mentions(in: draft.annotated.tokens(in: next.range), [.person])
    return people.count == 1 ? people.first : nil
  }

  /// `Ada deployed`: her firm did, if the post says where she works.
  private func person(_ draft: Draft, _ mention: Int, _ sentence: Range<Int>) -> Party? {
    guard let id = draft.ofMention[mention], let firm = draft.employer(of: id) else { return nil }
    return Party(
      who: firm, start: draft.annotated.mentions[mention].tokens.lowerBound, rule: "use-person", confidence: 0.76,
      isPerson: true)
  }

  /// `Ada and Bo, engineers at Acme, have deployed`: what stands before the commas.
  private func opening(_ draft: Draft, _ sentence: Range<Int>, _ comma: Int) -> Party? {
    guard let first = draft.mentions(in: sentence, [.person, .organization, .project, .product]).first,
      draft.annotated.mentions[first].kind == .person,
      draft.annotated.mentions[first].tokens.lowerBound - sentence.lowerBound <= 2, comma - sentence.lowerBound <= 32
    else { return nil }
    return person(draft, first, sentence)
  }

  /// What a pronoun means: what the sentence, or the one before, began with.
  private func antecedent(_ draft: Draft, _ sentence: Range<Int>, _ head: Int, isPerson: Bool) -> Party? {
    let kinds: Set<Mention.Kind> = isPerson ? [.person] : [.organization, .project, .product, .person, .name]
    let before = draft.mentions(in: sentence.lowerBound..<head, kinds)
    if let first = before.first {
      guard let who = meant(draft, first, isPerson) else { return nil }
      return Party(
        who: who, start: draft.annotated.mentions[first].tokens.lowerBound, rule: "use-pronoun", confidence: 0.72,
        isPerson: isPerson)
    }
    let number = draft.annotated.tokens[sentence.lowerBound].sentence
    guard number > 0, case let previous = draft.annotated.sentences[number - 1], !previous.isEmpty,
      draft.annotated.tokens[previous.lowerBound].block == draft.annotated.tokens[sentence.lowerBound].block
    else {
      guard lists.they.contains(draft.annotated.tokens[head].folded),
        let who = lastOrganization(draft, sentence, sentence.lowerBound)
      else { return nil }
      return Party(who: who, start: sentence.lowerBound, rule: "use-they", confidence: 0.7)
    }
    let candidates = draft.mentions(in: previous, kinds).filter { draft.isKnown($0) }
    // Something of one's own that was introduced there: `… X, our database. It runs on`
    if !isPerson, let own = candidates.last(where: { draft.isOwn($0) }) {
      return draft.ofMention[own].map {
        Party(who: $0, start: sentence.lowerBound, rule: "use-pronoun", confidence: 0.78)
      }
    }
    // The only thing named there, when nothing is known of it: the text introduces it.
    let things = candidates.filter { ![.person, .name].contains(draft.annotated.mentions[$0].kind) }
    let isNew =
      !isPerson && things.count == 1
      && draft.annotated.mentions[things[0]].isSoftware && draft.annotated.mentions[things[0]].entry == nil
    if let first = isNew ? things.first : candidates.first,
      isNew || draft.annotated.mentions[first].tokens.lowerBound - previous.lowerBound <= 4,
      let who = meant(draft, first, isPerson)
    {
      return Party(who: who, start: sentence.lowerBound, rule: "use-pronoun", confidence: 0.74, isPerson: isPerson)
    }
    // `La société est … Elle propose`
    if !isPerson,
      !candidates.contains(where: { draft.ofMention[$0]?.type == .organization && opens(draft, $0, previous) }),
      draft.contains(lists.party, in: previous) != nil, let firm = scene.isCaseStudy ? scene.story : firm
    {
      return Party(who: firm, start: sentence.lowerBound, rule: "use-pronoun", confidence: 0.7)
    }
    // `they`: the people of the organization that the section speaks of.
    guard candidates.isEmpty, lists.they.contains(draft.annotated.tokens[head].folded),
      let who = lastOrganization(draft, sentence, sentence.lowerBound)
    else { return nil }
    return Party(who: who, start: sentence.lowerBound, rule: "use-they", confidence: 0.7)
  }

  private func meant(_ draft: Draft, _ mention: Int, _ isPerson: Bool) -> EntityID? {
    guard let id = draft.ofMention[mention] else { return nil }
    if id.type == .person { return isPerson ? draft.employer(of: id) : nil }
    // `X's Y … It`: Y is meant.
    let end = draft.annotated.mentions[mention].tokens.upperBound
    let tokens = draft.annotated.tokens
    if end < tokens.count, tokens[end].folded == "'s" { return nil }
    return id.type == .organization || id.type == .project || id.type == .product ? id : nil
  }

  /// A noun phrase and whose it is: `Acme's payments team`, `our clusters`, `the company`, `l'équipe d'Ada`.
  private func phrase(_ draft: Draft, _ sentence: Range<Int>, _ head: Int) -> Party? {
    let tokens = draft.annotated.tokens
    // `his demo uses P`: shown, not in use.
    if lists.shown.contains(tokens[head].folded) { return nil }
    let low = max(sentence.lowerBound, head - 6)
    var at = head
    while at >= low {
      let word = tokens[at].folded
      if let mention = draft.annotated.mention(covering: at) {
        at = draft.annotated.mentions[mention].tokens.lowerBound - 1
        continue
      }
      if word == "'s" || word == "'", at > sentence.lowerBound,
        let owner = draft.annotated.mention(covering: at - 1), let who = draft.actor(owner)
      {
        return Party(
          who: who, start: draft.annotated.mentions[owner].tokens.lowerBound, rule: "use-possessive", confidence: 0.8)
      }
      if lists.our.contains(word) { return speaker(draft, at) }
      if lists.its.contains(word) { return owner(draft, sentence, at) }
      if lists.the.contains(word) { return definite(draft, sentence, at, head) }
      if !tokens[at].isWord || lists.stops.contains(word) { break }
      at -= 1
    }
    return facility(draft, sentence, at + 1, head)
  }

  /// Whose `its` means: the organization, the software or the person that the sentence or the one before is about.
  func owner(_ draft: Draft, _ sentence: Range<Int>, _ at: Int) -> Party? {
    let kinds: Set<Mention.Kind> = [.organization, .person, .project, .product, .name]
    let before = draft.mentions(in: sentence.lowerBound..<at, kinds).filter { draft.isKnown($0) }
    // `at A, whose network`: the nearest. Else what the sentence, or the one before, begins with.
    if lists.whose.contains(draft.annotated.tokens[at].folded) {
      guard let near = before.last, let who = draft.actor(near) else { return nil }
      return Party(
        who: who, start: draft.annotated.mentions[near].tokens.lowerBound, rule: "use-its", confidence: 0.76)
    }
    if let first = before.first {
      guard opens(draft, first, sentence), let who = draft.actor(first), mayOwn(draft, first, who) else { return nil }
      return Party(
        who: who, start: draft.annotated.mentions[first].tokens.lowerBound, rule: "use-its", confidence: 0.74)
    }
    let number = draft.annotated.tokens[sentence.lowerBound].sentence
    guard number > 0, case let previous = draft.annotated.sentences[number - 1], !previous.isEmpty else { return nil }
    if let first = draft.mentions(in: previous, kinds).first(where: { draft.isKnown($0) }) {
      guard opens(draft, first, previous), let who = draft.actor(first), mayOwn(draft, first, who) else { return nil }
      return Party(who: who, start: at, rule: "use-its", confidence: 0.72)
    }
    // Within one paragraph the organization that signs, or whose story it is, goes on being meant.
    let block = draft.annotated.tokens[sentence.lowerBound].block
    guard draft.contains(lists.party, in: previous) != nil, draft.annotated.tokens[previous.lowerBound].block == block,
      let who = scene.story ?? firm
    else { return nil }
    return Party(who: who, start: at, rule: "use-its", confidence: 0.72)
  }

  /// Software has what is its own only where the post says who made it.
  private func mayOwn(_ draft: Draft, _ mention: Int, _ who: EntityID) -> Bool {
    who.type == .organization || draft.isOwn(mention)
  }

  private func opens(_ draft: Draft, _ mention: Int, _ sentence: Range<Int>) -> Bool {
    draft.annotated.mentions[mention].tokens.lowerBound - sentence.lowerBound <= 4
  }

  private var firm: EntityID? { scene.speaker?.type == .organization ? scene.speaker : nil }

  private func definite(_ draft: Draft, _ sentence: Range<Int>, _ at: Int, _ head: Int) -> Party? {
    let tokens = draft.annotated.tokens
    let words = (at + 1)..<(head + 1)
    if lists.project.contains(tokens[head].folded) {
      return scene.theme.map { Party(who: $0, start: at, rule: "use-project", confidence: 0.74) }
    }
    if scene.isCaseStudy, words.contains(where: { lists.told.match(tokens, $0) > 0 }), let story = scene.story {
      return Party(who: story, start: at, rule: "use-company", confidence: 0.74)
    }
    if words.contains(where: { lists.party.match(tokens, $0) > 0 }) {
      let told = scene.isCaseStudy ? scene.story : nil
      guard let who = told ?? lastOrganization(draft, sentence, at) ?? scene.story ?? firm else { return nil }
      return Party(who: who, start: at, rule: "use-company", confidence: 0.76)
    }
    if words.contains(where: { lists.products.match(tokens, $0) > 0 }), let own = lastOwn(draft, sentence, at) {
      return Party(who: own, start: at, rule: "use-product", confidence: 0.74)
    }
    return facility(draft, sentence, at, head)
  }

  /// `Monitoring relies on P` in the description of what an organization runs.
  private func facility(_ draft: Draft, _ sentence: Range<Int>, _ start: Int, _ head: Int) -> Party? {
    guard let story = placed(draft, sentence) ?? (scene.isCaseStudy ? scene.story : nil), start <= head,
      (start...head).contains(where: { lists.facilities.match(draft.annotated.tokens, $0) > 0 })
    else { return nil }
    return Party(who: story, start: start, rule: "use-facility", confidence: 0.74)
  }

  /// `At Acme, the clusters run on P`, `Acme: we moved to P`: whose words or place the sentence begins with.
  func placed(_ draft: Draft, _ sentence: Range<Int>) -> EntityID? {
    let tokens = draft.annotated.tokens
    let at = lists.at.match(tokens, sentence.lowerBound)
    let start = sentence.lowerBound + at
    guard start < sentence.upperBound, let mention = draft.annotated.mention(at: start),
      case let end = draft.annotated.mentions[mention].tokens.upperBound, end < sentence.upperBound,
      tokens[end].folded == (at > 0 ? "," : ":"), let who = draft.actor(mention), who.type == .organization
    else { return nil }
    return who
  }

  /// The organization named last in the section, in the sentences just before.
  private func lastOrganization(_ draft: Draft, _ sentence: Range<Int>, _ at: Int) -> EntityID? {
    var number = draft.annotated.tokens[sentence.lowerBound].sentence
    var range = sentence.lowerBound..<at
    for _ in 0..<Self.reach {
      if let first = range.first, case .heading = draft.annotated.block(of: first).kind { return nil }
      let found = draft.mentions(in: range, [.organization, .name]).last { draft.ofMention[$0]?.type == .organization }
      if let named = found.flatMap({ draft.ofMention[$0] }) {
        return draft.entities[named]?.subtypes.contains(.ngo) == true ? nil : named
      }
      number -= 1
      guard number >= 0 else { return nil }
      range = draft.annotated.sentences[number]
    }
    return nil
  }

  /// Sentences that one looks back for whom a definite noun means.
  private static let reach = 4

  /// The product of one's own that was named last in the sentences just before.
  private func lastOwn(_ draft: Draft, _ sentence: Range<Int>, _ at: Int) -> EntityID? {
    let number = draft.annotated.tokens[sentence.lowerBound].sentence
    for back in 0..<4 where number - back >= 0 {
      let range = back == 0 ? sentence.lowerBound..<at : draft.annotated.sentences[number - back]
      let own = draft.mentions(in: range, [.project, .product, .name]).last { draft.isOwn($0) }
      if let own { return draft.ofMention[own] }
    }
    return nil
  }
}

extension Draft {
  /// The post says of the software that somebody in it made it.
  func isOwn(_ mention: Int) -> Bool {
    guard let id = ofMention[mention], id.type == .project || id.type == .product else { return false }
    return made.contains(id)
  }
}
