import Entities
import Mentions
import Posts

/// Software that no gazetteer knows, by the apposition that says what it is, and whose: `our platform, X,`, `X, an open-source
/// operator`, `X, le service de sauvegarde d'Acme`.
struct OwnSoftware {
  let scene: SoftwareScene
  private let parties: PartyReader
  private let uses: UsesFinder
  private let nouns, open, called, our, its, the, of, made, offers, negation, stops, months, generic, nounFirst,
    active: WordList

  init(_ language: LanguageData, scene: SoftwareScene) {
    self.scene = scene
    parties = PartyReader(language, scene: scene)
    uses = UsesFinder(language, scene: scene)
    nouns = language.list("product-noun")
    open = language.list("open-software")
    called = language.list("called")
    our = language.list("our")
    its = language.list("owner-its")
    the = language.list("the")
    of = language.list("maker-of")
    made = language.list("make-passive")
    offers = language.list("offer-verb")
    negation = language.list("negation")
    stops = language.list("clause-start")
    months = language.list("month")
    generic = language.list("generic-term")
    nounFirst = language.list("noun-first")
    active = language.list("make-active")
  }

  /// A noun phrase beside a name: where it stands, and who owns what it means.
  private struct Phrase {
    var words: Range<Int>
    var owner: Owner
    enum Owner {
      case none, ours
      case its(Int)
      case entity(EntityID)
    }
  }

  func find(_ draft: inout Draft) {
    for sentence in draft.annotated.sentences where sentence.count > 3 {
      switch draft.annotated.block(of: sentence.lowerBound).kind {
      case .frontMatter, .heading, .tableCell: continue
      default: break
      }
      for index in draft.mentions(in: sentence, [.name, .organization, .project, .product]) {
        guard mayBeSoftware(draft, index) else { continue }
        if let phrase = before(draft, sentence, index) ?? behind(draft, sentence, index) {
          settle(&draft, sentence, index, phrase)
        }
      }
    }
  }

  /// Nothing that the gazetteer knows, and no date.
  private func mayBeSoftware(_ draft: Draft, _ index: Int) -> Bool {
    let mention = draft.annotated.mentions[index]
    guard mention.entry == nil, mention.alternatives.isEmpty || mention.kind == .name,
      !mention.tokens.allSatisfy({ generic.contains(draft.annotated.tokens[$0].folded) })
    else { return false }
    // What its own words call an organization is one.
    if mention.kind == .organization, !Self.guesses.contains(mention.rule) { return false }
    if let id = draft.ofMention[index], id.type == .organization,
      id == scene.speaker || id == scene.story || draft.isStatedOf(id)
    {
      return false
    }
    return mention.tokens.allSatisfy { months.value(draft.annotated.tokens[$0].folded) == nil }
  }

  private static let guesses: Set<String> = ["name-neighbour", "list-neighbour", "slot"]

  /// `our managed database, X`, `notre console X`, `a tool called X`
  private func before(_ draft: Draft, _ sentence: Range<Int>, _ index: Int) -> Phrase? {
    let tokens = draft.annotated.tokens
    var at = draft.annotated.mentions[index].tokens.lowerBound - 1
    while at > sentence.lowerBound, ["\"", "“", "«", "‘", "("].contains(tokens[at].folded) { at -= 1 }
    guard at > sentence.lowerBound else { return nil }
    var isCalled = false
    if called.contains(tokens[at].folded) {
      isCalled = true
      at -= 1
    }
    if !isCalled, tokens[at].folded == "," || tokens[at].folded == ":" { at -= 1 }
    let head = at
    while at >= sentence.lowerBound, head - at < 9 {
      let word = tokens[at].folded
      let words = (at + 1)..<(head + 1)
      let isNamed = isNamed(draft, words)
      if our.contains(word) { return isNamed ? Phrase(words: words, owner: .ours) : nil }
      if its.contains(word) { return isNamed ? Phrase(words: words, owner: .its(at)) : nil }
      if word == "'s", at > sentence.lowerBound, let owner = draft.annotated.mention(covering: at - 1) {
        guard isNamed else { return nil }
        return Phrase(words: words, owner: draft.actor(owner).map { .entity($0) } ?? .none)
      }
      if the.contains(word), isNamed { return isCalled ? Phrase(words: words, owner: .none) : nil }
      if !tokens[at].isWord || stops.contains(word) { return nil }
      at -= 1
    }
    return nil
  }

  /// The head of the words is what a firm makes: `our cloud database`, no `cloud provider`.
  private func isNamed(_ draft: Draft, _ words: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    return words.contains { at in
      let length = nouns.match(tokens, at)
      guard length > 0 else { return false }
      if nounFirst.contains("yes") { return at - words.lowerBound <= 1 }
      return at + length == words.upperBound || uses.prepositions.contains(tokens[at + length].folded)
    }
  }

  /// `X, our load balancer`, `X 2.0, une plateforme`, `X is an open-source operator`
  private func behind(_ draft: Draft, _ sentence: Range<Int>, _ index: Int) -> Phrase? {
    let tokens = draft.annotated.tokens
    var at = draft.annotated.mentions[index].tokens.upperBound
    if at < sentence.upperBound, VersionNumber.matches(tokens[at].folded) { at += 1 }
    while at < sentence.upperBound, ["\"", "”", "»", "’"].contains(tokens[at].folded) { at += 1 }
    guard at + 2 < sentence.upperBound, [",", "(", "–", "—"].contains(tokens[at].folded) || isCopula(tokens[at])
    else { return nil }
    at += 1
    guard
      the.contains(tokens[at].folded) || our.contains(tokens[at].folded) || its.contains(tokens[at].folded)
        || isPossessor(draft, at)
    else { return nil }
    let start = at
    var end = at
    while end < sentence.upperBound, end - start < 9, tokens[end].isWord || tokens[end].folded == "'s" {
      if end > start, nouns.match(tokens, end) > 0, !tokens[end].isCapital { break }
      if end > start, stops.contains(tokens[end].folded) { return nil }
      end += 1
    }
    guard end < sentence.upperBound, end - start < 9, nouns.match(tokens, end) > 0 else { return nil }
    // `a platform engineer`: another noun is the head.
    var words = start..<(end + nouns.match(tokens, end))
    while words.upperBound < sentence.upperBound, case let more = nouns.match(tokens, words.upperBound), more > 0 {
      words = words.lowerBound..<(words.upperBound + more)
    }
    guard isHead(draft, sentence, words) else { return nil }
    if our.contains(tokens[start].folded) { return Phrase(words: words, owner: .ours) }
    if its.contains(tokens[start].folded) { return Phrase(words: words, owner: .its(start)) }
    if let mention = draft.annotated.mention(at: start), let firm = draft.actor(mention) {
      return Phrase(words: words, owner: .entity(firm))
    }
    return Phrase(words: words, owner: .none)
  }

  /// Where nouns come first, everything behind them belongs to them; else nothing that could be the head may follow.
  private func isHead(_ draft: Draft, _ sentence: Range<Int>, _ words: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    if nounFirst.contains("yes") { return words.count <= 5 }
    guard words.upperBound < sentence.upperBound, tokens[words.upperBound].isWord else { return true }
    let next = words.upperBound
    return uses.prepositions.contains(tokens[next].folded) || stops.contains(tokens[next].folded)
      || made.match(tokens, next) > 0 || draft.annotated.mention(covering: next) != nil
      || tokens[next].folded.hasSuffix("ed")
      || uses.verbs.match(tokens, next) > 0
  }

  private func isCopula(_ token: Token) -> Bool { ["is", "est", "ist"].contains(token.folded) }

  private func isPossessor(_ draft: Draft, _ at: Int) -> Bool {
    guard let mention = draft.annotated.mention(at: at) else { return false }
    let end = draft.annotated.mentions[mention].tokens.upperBound
    return end < draft.annotated.tokens.count && draft.annotated.tokens[end].folded == "'s"
  }

  private func settle(_ draft: inout Draft, _ sentence: Range<Int>, _ index: Int, _ phrase: Phrase) {
    let name = draft.annotated.mentions[index].tokens
    guard draft.contains(negation, in: min(name.lowerBound, phrase.words.lowerBound)..<name.upperBound) == nil,
      let id = software(&draft, index, isOpen(draft, sentence, index, phrase))
    else { return }
    let span = min(name.lowerBound, phrase.words.lowerBound)..<max(name.upperBound, phrase.words.upperBound)
    var owner: EntityID?
    var start = span.lowerBound
    switch phrase.owner {
    case .ours: owner = parties.speaker(draft, phrase.words.lowerBound)?.who
    case .its(let at): owner = parties.owner(draft, sentence, at)?.who
    case .entity(let firm): owner = firm
    case .none:
      if let (firm, from) = maker(&draft, sentence, phrase.words) ?? offerer(draft, sentence, span.lowerBound) {
        owner = firm
        start = min(start, from)
      }
    }
    // `our Kubernetes platform, X`: it is called by what it is made of.
    for index in draft.mentions(in: phrase.words, [.project, .product]) {
      guard let used = draft.ofMention[index], used != id else { continue }
      draft.state(.entity(id), .uses, .entity(used), tokens: span, rule: "own-kind", 0.78)
    }
    guard let owner, owner != id, owner.type == .organization else { return }
    draft.state(
      .entity(owner), .produces, .entity(id), tokens: start..<span.upperBound, rule: "own-software", 0.82)
  }

  /// `the backup service of Acme`, `a database developed at Acme`
  private func maker(_ draft: inout Draft, _ sentence: Range<Int>, _ words: Range<Int>) -> (EntityID, Int)? {
    let tokens = draft.annotated.tokens
    // `the platform Acme built`
    if words.upperBound < sentence.upperBound, let firm = draft.annotated.mention(at: words.upperBound),
      case let end = draft.annotated.mentions[firm].tokens.upperBound, end < sentence.upperBound,
      active.match(tokens, end) > 0, let who = draft.actor(firm), who.type == .organization
    {
      return (who, words.lowerBound)
    }
    for at in words.upperBound..<min(sentence.upperBound, words.upperBound + 6) {
      if tokens[at].folded == "," || tokens[at].folded == ";" { return nil }
      let length = max(of.match(tokens, at), made.match(tokens, at))
      guard length > 0 else { continue }
      let near = draft.mentions(
        in: (at + length)..<min(sentence.upperBound, at + length + 5), [.organization, .person])
      guard let firm = near.first, let who = draft.actor(firm) else { return nil }
      return (who, words.lowerBound)
    }
    return nil
  }

  /// `The firm also offers X, a platform`
  private func offerer(_ draft: Draft, _ sentence: Range<Int>, _ at: Int) -> (EntityID, Int)? {
    let tokens = draft.annotated.tokens
    let low = max(sentence.lowerBound, at - 4)
    guard let verb = (low..<max(low, at)).last(where: { offers.match(tokens, $0) > 0 }) else { return nil }
    if let named = uses.subjects(draft, sentence, verb).last, let who = draft.ofMention[named] {
      return (who, draft.annotated.mentions[named].tokens.lowerBound)
    }
    return parties.read(draft, sentence, verb).map { ($0.who, min($0.start, verb)) }
  }

  /// Open code makes a project of it.
  private func isOpen(_ draft: Draft, _ sentence: Range<Int>, _ index: Int, _ phrase: Phrase) -> Bool {
    let name = draft.annotated.mentions[index].tokens
    let near = min(name.lowerBound, phrase.words.lowerBound)..<min(phrase.words.upperBound + 2, sentence.upperBound)
    if draft.contains(open, in: near) != nil { return true }
    return draft.annotated.links(at: name.lowerBound).contains { $0.absolute.contains("github.com/") }
  }

  private func software(_ draft: inout Draft, _ index: Int, _ isOpen: Bool) -> EntityID? {
    let kind: Mention.Kind = isOpen ? .project : .product
    let id: EntityID?
    switch draft.annotated.mentions[index].kind {
    case .project, .product: return draft.ofMention[index]
    case .organization: id = draft.reread(index, as: isOpen ? .project : .product)
    default: id = draft.retype(index, to: kind)
    }
    guard let id, id.type == .project || id.type == .product else { return nil }
    // Its other mentions name software from here on.
    for other in draft.annotated.mentions.indices where draft.ofMention[other] == id {
      draft.annotated.retype(other, to: kind)
    }
    return id
  }
}
