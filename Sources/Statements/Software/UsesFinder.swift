import Entities
import Mentions
import Posts

/// Who runs, ships, supports or builds on what: a verb of use with a maker or a product before it and software behind it.
///
/// The subject is the nearest organization or software before the verb, with those joined to it; the objects are all software from
/// the verb to the end of its clause. Without a subject in the sentence there is no fact.
struct UsesFinder {
  let grammar: UseGrammar
  let verbs: WordList
  private let strong: WordList
  let stops: WordList
  let relative: WordList
  let and: WordList
  let the: WordList
  let negation: WordList
  let hypothetical: WordList
  let passive: WordList
  private let like: WordList
  private let be: WordList
  let adopters: WordList
  let prepositions: WordList
  let wholes: WordList
  let users: WordList
  let others: WordList
  let pronouns: WordList
  let partyNouns: WordList
  let projectNouns: WordList
  let creation: WordList
  let instead: WordList
  let scene: SoftwareScene
  let parties: PartyReader
  var topic: EntityID? { scene.topic }
  let we: WordList
  let clitics: WordList
  let its: WordList
  let sources: WordList
  private let deployment: WordList
  private let aside: WordList
  private let asideBefore: WordList
  let objectRelative: WordList
  private let purposes: WordList
  let taking: WordList
  private let inside: WordList
  let switches: WordList
  let switchWith: WordList
  let switchTo: WordList
  let generic: WordList
  private let how: WordList

  init(_ language: LanguageData, scene: SoftwareScene) {
    grammar = UseGrammar(language)
    self.scene = scene
    parties = PartyReader(language, scene: scene)
    we = language.list("we")
    clitics = language.list("object-before")
    its = language.list("object-behind")
    sources = language.list("use-source")
    deployment = language.list("deployment-verb")
    aside = language.list("aside-behind")
    asideBefore = language.list("aside-before")
    objectRelative = language.list("object-relative")
    purposes = language.list("purpose")
    inside = language.list("inside")
    taking = language.list("taking-verb")
    switches = language.list("switch-verb")
    switchWith = language.list("switch-with")
    switchTo = language.list("switch-to")
    generic = language.list("generic-term")
    like = language.list("like")
    be = language.list("be")
    adopters = language.list("adopters")
    verbs = language.list("use-verb")
    strong = language.list("use-verb-any")
    stops = language.list("clause-start")
    relative = language.list("relative")
    and = language.list("and")
    the = language.list("the")
    negation = language.list("negation")
    hypothetical = language.list("hypothetical")
    passive = language.list("use-passive")
    prepositions = language.list("preposition")
    wholes = language.list("whole-noun")
    users = language.list("user-noun")
    others = language.list("pronoun-other")
    pronouns = language.list("pronoun-thing")
    partyNouns = language.list("party-noun")
    projectNouns = language.list("project-party")
    creation = language.list("creation-verb")
    instead = language.list("instead")
    how = language.list("how")
  }

  func find(_ draft: inout Draft) {
    for sentence in draft.annotated.sentences where sentence.count > 2 {
      switch draft.annotated.block(of: sentence.lowerBound).kind {
      case .frontMatter(key: "title"), .frontMatter(key: "description"), .heading:
        // `How O uses P`: elsewhere a title is no sentence.
        guard draft.contains(how, in: sentence) != nil else { continue }
      case .frontMatter, .tableCell: continue
      default: break
      }
      reversed(&draft, sentence)
      var index = sentence.lowerBound
      var last: (subjects: [Int], objects: [Int])?
      while index < sentence.upperBound {
        let tokens = draft.annotated.tokens
        let length = verbs.match(tokens, index)
        if let change = switching(&draft, sentence, index) {
          index = change
          continue
        }
        if length > 0, passive.match(tokens, index) <= length {
          last = clause(&draft, sentence, index..<(index + length), last) ?? last
        }
        index += max(length, 1)
      }
    }
  }

  private func clause(
    _ draft: inout Draft, _ sentence: Range<Int>, _ verb: Range<Int>, _ previous: (subjects: [Int], objects: [Int])?
  ) -> (subjects: [Int], objects: [Int])? {
    let tokens = draft.annotated.tokens
    let near = max(sentence.lowerBound, verb.lowerBound - 6)..<verb.upperBound
    for index in near
    where negation.match(tokens, index) > 0 || hypothetical.match(tokens, index) > 0 && !tokens[index].isCapital {
      return nil
    }
    let form = grammar.form(tokens, verb)
    // `is used`, `will be supported`: told from the other side.
    if verb.lowerBound > sentence.lowerBound, be.contains(tokens[verb.lowerBound - 1].folded), form == .finite,
      verb.count == 1 || grammar.isDirection(tokens[verb.upperBound - 1])
    {
      return nil
    }
    let end = clauseEnd(draft, sentence, verb.upperBound)
    var objects = objects(draft, sentence, verb, end)
    let meant = referent(draft, sentence, verb)
    let relativized = objects.isEmpty ? relativeObject(draft, sentence, verb.lowerBound) : nil
    if objects.isEmpty, meant == nil, relativized == nil { return nil }
    let anchor = grammar.anchor(tokens, verb, sentence)
    var subjects = subjects(draft, sentence, anchor, isParticiple: form == .participle)
    // `X supports A and has pushed B`: what the first verb took is no subject of the second.
    if let previous, let nearest = subjects.last, previous.objects.contains(nearest) {
      let gap = draft.annotated.mentions[nearest].tokens.upperBound..<verb.lowerBound
      guard gap.contains(where: { and.contains(tokens[$0].folded) }) else { return nil }
      subjects = previous.subjects
    }
    // `X, the platform Acme built with P`: X is.
    if form == .participle, let nearest = subjects.last, draft.annotated.mentions[nearest].kind == .organization,
      let own = draft.mentions(in: sentence.lowerBound..<verb.lowerBound, [.project, .product]).last(where: {
        draft.isOwn($0)
      })
    {
      subjects = [own]
    }
    if subjects.isEmpty, form == .participle, verb.lowerBound == sentence.lowerBound,
      let behind = behindComma(draft, sentence, verb.upperBound)
    {
      // `Built on P, X adds …`
      let used = objects.filter { draft.annotated.mentions[$0].tokens.upperBound <= behind.comma }
      guard let first = used.first else { return nil }
      state(
        &draft, [behind.who], used, from: draft.annotated.mentions[first].tokens.lowerBound, "use-fronted", 0.82)
      return nil
    }
    if subjects.isEmpty, form == .participle { subjects = makers(draft, sentence, verb.lowerBound) }
    if subjects.isEmpty { subjects = enumerated(draft, sentence, anchor) }
    let isFirm = subjects.last.map {
      draft.annotated.mentions[$0].kind == .organization
        && draft.annotated.mentions[$0].tokens.upperBound == verb.lowerBound
    }
    guard
      grammar.isVerb(
        tokens, verb, sentence,
        isPlural: isPlural(draft, subjects, verb.lowerBound) || isEnumeration(draft, sentence, verb.lowerBound),
        isFirm: isFirm ?? false)
    else { return nil }
    if let meant = relativized ?? meant { objects.insert(meant, at: 0) }
    if subjects.isEmpty {
      if let party = parties.read(draft, sentence, anchor),
        !party.isPerson || deployment.match(tokens, verb.lowerBound) > 0
      {
        let start = min(party.start, draft.annotated.mentions[objects[0]].tokens.lowerBound)
        state(&draft, [party.who], objects, from: start, party.rule, party.confidence)
      }
      return nil
    }
    // `Ada, an engineer at A, used P`: the firm runs it where the verb says so.
    if isOfPerson(draft, subjects, sentence, verb.lowerBound), deployment.match(tokens, verb.lowerBound) == 0 {
      return nil
    }
    var taken = objects.filter { !subjects.contains($0) }
    // `uses P inside X, its service`: X uses it as well, and is no object.
    let within = taken.filter { isWithin(draft, $0, sentence) }
    if !within.isEmpty {
      taken.removeAll { within.contains($0) }
      state(
        &draft, within.compactMap { draft.ofMention[$0] }, taken, from: verb.lowerBound, "use-within", 0.8)
    }
    if taken.contains(where: { draft.ofMention[$0] == topic }), isEnumeration(draft, sentence, verb.lowerBound) {
      // `from retailers like A to banks like B, all rely on P`
      subjects = draft.mentions(in: sentence.lowerBound..<verb.lowerBound, [.organization, .product, .name]).filter {
        draft.annotated.mentions[$0].kind != .name || mayBeCompany(draft, $0)
      }
      taken = taken.filter { draft.ofMention[$0] == topic }
    }
    guard let nearest = subjects.last else { return nil }
    let distance = verb.lowerBound - draft.annotated.mentions[nearest].tokens.upperBound
    let users = subjects.compactMap { draft.actor($0) ?? draft.asOrganization($0) }
      .filter { $0.type != .place && $0.type != .person }
    let start = draft.annotated.mentions[subjects[0]].tokens.lowerBound
    state(&draft, users, taken, from: start, "use-verb", distance <= 2 ? 0.88 : 0.78)
    return (subjects, taken)
  }

  private func state(
    _ draft: inout Draft, _ users: [EntityID], _ objects: [Int], from start: Int, _ rule: String, _ confidence: Double
  ) {
    for user in users {
      for object in objects {
        guard let used = draft.ofMention[object] else { continue }
        let place = draft.annotated.mentions[object].tokens
        draft.state(
          .entity(user), .uses, .entity(used),
          tokens: min(start, place.lowerBound)..<max(place.upperBound, start + 1), rule: rule, confidence)
      }
    }
  }

  /// Software in the verb's clause; none when it stands too far off, or is negated behind.
  private func objects(_ draft: Draft, _ sentence: Range<Int>, _ verb: Range<Int>, _ end: Int) -> [Int] {
    let tokens = draft.annotated.tokens
    let objects = draft.mentions(in: verb.upperBound..<end, [.project, .product]).filter {
      !isAside(draft, $0, sentence)
    }
    let cut = purpose(draft, objects)
    guard let first = objects.first, !isNegatedBehind(draft, sentence, end) else { return [] }
    // A verb that may take anything needs its object close by.
    if !strong.contains(tokens[verb.lowerBound].folded),
      draft.annotated.mentions[first].tokens.lowerBound - verb.upperBound > 4
    {
      return []
    }
    return Array(objects.prefix(cut))
  }

  /// `uses P to roll out Q`: what the use is for is no object of it.
  private func purpose(_ draft: Draft, _ objects: [Int]) -> Int {
    let tokens = draft.annotated.tokens
    for (position, object) in objects.enumerated().dropFirst() {
      let gap =
        draft.annotated.mentions[objects[position - 1]].tokens
        .upperBound..<draft.annotated.mentions[object].tokens.lowerBound
      let isPurpose = gap.dropLast().contains {
        purposes.contains(tokens[$0].folded) && tokens[$0 + 1].isWord && !tokens[$0 + 1].isCapital
          && !the.contains(tokens[$0 + 1].folded)
      }
      if isPurpose { return position }
    }
    return objects.count
  }

  /// Who acts behind the comma that closes a fronted participle: a name, or what a pronoun means.
  private func behindComma(_ draft: Draft, _ sentence: Range<Int>, _ from: Int) -> (who: EntityID, comma: Int)? {
    let tokens = draft.annotated.tokens
    let commas = (from..<min(sentence.upperBound, from + 16)).filter { tokens[$0].folded == "," }
    for comma in commas where comma + 1 < sentence.upperBound {
      if pronouns.contains(tokens[comma + 1].folded) {
        return parties.read(draft, sentence, comma + 2).map { ($0.who, comma) }
      }
      var at = comma + 1
      while at < sentence.upperBound, the.contains(tokens[at].folded) { at += 1 }
      guard at < sentence.upperBound, let mention = draft.annotated.mention(at: at), let who = draft.actor(mention),
        who.type != .person, case let end = draft.annotated.mentions[mention].tokens.upperBound,
        end < sentence.upperBound,
        tokens[end].isWord, !and.contains(tokens[end].folded)
      else { continue }
      return (who, comma)
    }
    return nil
  }

  /// The organization before the comma only says where the person before it works.
  private func isOfPerson(_ draft: Draft, _ subjects: [Int], _ sentence: Range<Int>, _ verb: Int) -> Bool {
    guard let last = subjects.last, draft.annotated.mentions[last].kind == .organization,
      case let end = draft.annotated.mentions[last].tokens.upperBound, end < verb,
      draft.annotated.tokens[end].folded == ",", let first = draft.mentions(in: sentence, [.person]).first,
      case let person = draft.annotated.mentions[first].tokens, person.lowerBound - sentence.lowerBound <= 2,
      person.upperBound < end, draft.annotated.tokens[person.upperBound].folded == ","
    else { return false }
    return !(end..<verb).contains { relative.contains(draft.annotated.tokens[$0].folded) }
  }

  private func isWithin(_ draft: Draft, _ mention: Int, _ sentence: Range<Int>) -> Bool {
    // What a pronoun means may stand in another sentence.
    guard draft.isOwn(mention), sentence.contains(draft.annotated.mentions[mention].tokens.lowerBound) else {
      return false
    }
    let low = draft.annotated.mentions[mention].tokens.lowerBound
    return (max(sentence.lowerBound, low - 3)..<low).contains { inside.contains(draft.annotated.tokens[$0].folded) }
  }

  /// `the P community`, `maintainers of P`: not the software itself.
  func isAside(_ draft: Draft, _ mention: Int, _ sentence: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    let range = draft.annotated.mentions[mention].tokens
    if range.upperBound < sentence.upperBound, aside.match(tokens, range.upperBound) > 0 { return true }
    var at = range.lowerBound - 1
    while at > sentence.lowerBound, the.contains(tokens[at].folded) { at -= 1 }
    guard at > sentence.lowerBound, prepositions.contains(tokens[at].folded) else { return false }
    return asideBefore.contains(tokens[at - 1].folded)
  }

  /// Several subjects right before the verb.
  private func isPlural(_ draft: Draft, _ subjects: [Int], _ verb: Int) -> Bool {
    guard subjects.count > 1, let last = subjects.last else { return false }
    return verb - draft.annotated.mentions[last].tokens.upperBound <= 3
  }

  private func isEnumeration(_ draft: Draft, _ sentence: Range<Int>, _ verb: Int) -> Bool {
    (sentence.lowerBound..<verb).contains { like.match(draft.annotated.tokens, $0) > 0 }
  }

  private func enumerated(_ draft: Draft, _ sentence: Range<Int>, _ verb: Int) -> [Int] {
    guard isEnumeration(draft, sentence, verb) else { return [] }
    return draft.mentions(in: sentence.lowerBound..<verb, [.organization, .product])
  }

  /// `nutzt P nicht.`: in some languages the negation stands at the end of what it negates.
  private func isNegatedBehind(_ draft: Draft, _ sentence: Range<Int>, _ end: Int) -> Bool {
    guard end < sentence.upperBound else { return false }
    let behind = end + negation.match(draft.annotated.tokens, end)
    return behind > end && (behind >= sentence.upperBound || !draft.annotated.tokens[behind].isWord)
  }

  /// `…, and B built`: from here on another acts.
  private func actsItself(_ draft: Draft, _ at: Int, _ sentence: Range<Int>) -> Bool {
    guard let mention = draft.annotated.mention(at: at) else { return false }
    // Somebody named ends what is used.
    if draft.annotated.mentions[mention].kind == .person { return true }
    guard
      [.organization].contains(draft.annotated.mentions[mention].kind)
        || draft.ofMention[mention]?.type == .organization
    else { return false }
    let tokens = draft.annotated.tokens
    var next = draft.annotated.mentions[mention].tokens.upperBound
    while next < sentence.upperBound, grammar.isAuxiliary(tokens[next]) { next += 1 }
    return next < sentence.upperBound && (creation.contains(tokens[next].folded) || verbs.match(tokens, next) > 0)
  }

  func isWished(_ tokens: [Token], _ index: Int) -> Bool {
    hypothetical.match(tokens, index) > 0 && !tokens[index].isCapital
  }

  private func clauseEnd(_ draft: Draft, _ sentence: Range<Int>, _ from: Int) -> Int {
    let tokens = draft.annotated.tokens
    var end = from
    while end < sentence.upperBound, end - from < 34 {
      if stops.match(tokens, end) > 0 || end > from && isWished(tokens, end) || negation.match(tokens, end) > 0
        || [";", ":", "(", "–", "—"].contains(tokens[end].folded)
      {
        break
      }
      if end > from, actsItself(draft, end, sentence) { break }
      end += 1
    }
    return end
  }
}
