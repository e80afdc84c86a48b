import Entities
import Mentions
import Posts

/// Which organization makes, started, owns, sells or gave away which software: `A created P`, `we open-sourced it`, `P was born
/// at A`, `P, que A a libéré`.
struct MakersFinder {
  let scene: SoftwareScene
  private let parties: PartyReader
  private let uses: UsesFinder
  private let strict, broad, passive, negation, hypothetical, be, the, and, objectRelative, projectNouns,
    units: WordList

  init(_ language: LanguageData, scene: SoftwareScene) {
    self.scene = scene
    parties = PartyReader(language, scene: scene)
    uses = UsesFinder(language, scene: scene)
    strict = language.list("make-active")
    broad = language.list("offer-verb")
    passive = language.list("make-passive")
    negation = language.list("negation")
    hypothetical = language.list("hypothetical")
    be = language.list("be")
    the = language.list("the")
    and = language.list("and")
    objectRelative = language.list("object-relative")
    units = language.list("unit-noun")
    projectNouns = language.list("project-noun")
  }

  func find(_ draft: inout Draft) {
    for sentence in draft.annotated.sentences where sentence.count > 2 {
      switch draft.annotated.block(of: sentence.lowerBound).kind {
      case .frontMatter, .heading: continue
      default: break
      }
      var index = sentence.lowerBound
      while index < sentence.upperBound {
        let tokens = draft.annotated.tokens
        let by = passive.match(tokens, index)
        let active = max(strict.match(tokens, index), broad.match(tokens, index))
        if by > 0, draft.annotated.mention(covering: index) == nil {
          madeBy(&draft, sentence, index..<(index + by))
        } else if active > 0, draft.annotated.mention(covering: index) == nil {
          makes(&draft, sentence, index..<(index + active), isStrict: strict.match(tokens, index) > 0)
        }
        index += max(by, active, 1)
      }
    }
  }

  private func isTakenBack(_ draft: Draft, _ sentence: Range<Int>, _ verb: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    return (max(sentence.lowerBound, verb.lowerBound - 6)..<verb.lowerBound).contains {
      negation.match(tokens, $0) > 0 || hypothetical.match(tokens, $0) > 0 && !tokens[$0].isCapital
    }
  }

  /// `P was created by A and B`, `it was born at A`
  private func madeBy(_ draft: inout Draft, _ sentence: Range<Int>, _ words: Range<Int>) {
    if isTakenBack(draft, sentence, words) { return }
    let tokens = draft.annotated.tokens
    var made: EntityID?
    let before = draft.mentions(in: sentence.lowerBound..<words.lowerBound, [.project, .product, .organization])
    if let near = before.last {
      let gap = draft.annotated.mentions[near].tokens.upperBound..<words.lowerBound
      guard draft.annotated.mentions[near].isSoftware, gap.count <= 10,
        !gap.contains(where: { [";", ":"].contains(tokens[$0].folded) })
      else { return }
      made = draft.ofMention[near]
    } else if isPronoun(draft, sentence, words.lowerBound) {
      made = uses.thing(draft, sentence, words.lowerBound) ?? scene.theme
    }
    guard let made else { return }
    // `développé par l'équipe d'Ada`: where she works.
    if let firm = team(draft, sentence, words.upperBound) {
      state(&draft, firm.who, made, sentence.lowerBound..<firm.end, 0.8)
      return
    }
    let makers = uses.list(draft, sentence, from: words.upperBound, [.organization, .name, .person])
    for maker in makers.prefix(4) {
      // `the dashboard created by Ada` is hers.
      guard draft.annotated.mentions[maker].kind != .person,
        let who = draft.actor(maker) ?? draft.asOrganization(maker)
      else { continue }
      state(&draft, who, made, sentence.lowerBound..<draft.annotated.mentions[maker].tokens.upperBound, 0.84)
    }
  }

  /// A team by whose it is.
  private func team(_ draft: Draft, _ sentence: Range<Int>, _ from: Int) -> (who: EntityID, end: Int)? {
    let tokens = draft.annotated.tokens
    let near = from..<min(sentence.upperBound, from + 5)
    guard near.contains(where: { units.match(tokens, $0) > 0 }),
      let person = draft.mentions(in: from..<min(sentence.upperBound, from + 7), [.person, .organization]).first,
      draft.annotated.mentions[person].kind == .person, let who = draft.actor(person)
    else { return nil }
    return (who, max(draft.annotated.mentions[person].tokens.upperBound, from + 1))
  }

  /// `It was …`, `The project was …`: the words before the verb begin the sentence.
  private func isPronoun(_ draft: Draft, _ sentence: Range<Int>, _ at: Int) -> Bool {
    let tokens = draft.annotated.tokens
    guard at - sentence.lowerBound <= 8 else { return false }
    return (sentence.lowerBound..<at).prefix(4).contains {
      uses.pronouns.contains(tokens[$0].folded) || projectNouns.contains(tokens[$0].folded)
    }
  }

  private func makes(_ draft: inout Draft, _ sentence: Range<Int>, _ verb: Range<Int>, isStrict: Bool) {
    if isTakenBack(draft, sentence, verb) { return }
    let tokens = draft.annotated.tokens
    if verb.lowerBound > sentence.lowerBound, be.contains(tokens[verb.lowerBound - 1].folded) { return }
    let named = uses.subjects(draft, sentence, verb.lowerBound)
    var makers = named.compactMap { draft.actor($0) ?? draft.asOrganization($0) }
    var start = named.first.map { draft.annotated.mentions[$0].tokens.lowerBound } ?? verb.lowerBound
    if makers.isEmpty, let party = parties.read(draft, sentence, verb.lowerBound),
      // What somebody did is not what the employer did.
      !party.isPerson
    {
      makers = [party.who]
      start = min(start, party.start)
    }
    makers = makers.filter { $0.type == .organization }
    guard !makers.isEmpty, let (made, place) = object(draft, sentence, verb, start, isStrict) else { return }
    let span = min(start, place.lowerBound)..<max(place.upperBound, verb.upperBound)
    for maker in makers { state(&draft, maker, made, span, 0.82) }
  }

  /// What the verb makes: the name behind it, a pronoun, or what the relative pronoun before its subject stands for.
  private func object(
    _ draft: Draft, _ sentence: Range<Int>, _ verb: Range<Int>, _ subject: Int, _ isStrict: Bool
  ) -> (EntityID, Range<Int>)? {
    let tokens = draft.annotated.tokens
    // `built it into its platform`: put it to use.
    let isInto =
      verb.upperBound + 1 < sentence.upperBound
      && uses.its.contains(tokens[verb.upperBound].folded)
      && uses.prepositions.contains(tokens[verb.upperBound + 1].folded)
    if isStrict, !isInto, let meant = uses.referent(draft, sentence, verb), let id = draft.ofMention[meant] {
      return (id, draft.annotated.mentions[meant].tokens)
    }
    // `P, que A a libéré`
    var at = subject - 1
    while at > sentence.lowerBound, the.contains(tokens[at].folded), !objectRelative.contains(tokens[at].folded) {
      at -= 1
    }
    if at > sentence.lowerBound, objectRelative.contains(tokens[at].folded),
      let near = draft.mentions(in: max(sentence.lowerBound, at - 8)..<at, [.project, .product]).last,
      let id = draft.ofMention[near], isStrict || draft.annotated.mentions[near].entry == nil
    {
      return (id, draft.annotated.mentions[near].tokens)
    }
    at = verb.upperBound
    while at < sentence.upperBound, at - verb.upperBound < 5, draft.annotated.mention(covering: at) == nil,
      tokens[at].isWord
    {
      // `had created the project`
      if isStrict, at > verb.upperBound, projectNouns.contains(tokens[at].folded), let topic = scene.theme,
        the.contains(tokens[at - 1].folded)
      {
        return (topic, verb.lowerBound..<(at + 1))
      }
      if uses.prepositions.contains(tokens[at].folded) { return nil }
      at += 1
    }
    guard at < sentence.upperBound, let mention = draft.annotated.mention(at: at),
      draft.annotated.mentions[mention].isSoftware, let id = draft.ofMention[mention]
    else { return nil }
    // `created Kubernetes clusters`, `launched P support`: not the software itself. What others made is only used.
    let end = draft.annotated.mentions[mention].tokens.upperBound
    let isWhole =
      end >= sentence.upperBound || !tokens[end].isWord || uses.prepositions.contains(tokens[end].folded)
      || and.contains(tokens[end].folded) || tokens[end].shape.contains(.digit)
      || projectNouns.contains(tokens[end].folded)
    guard isWhole, isStrict || draft.annotated.mentions[mention].entry == nil, at - verb.upperBound <= 3 || !isStrict
    else { return nil }
    return (id, draft.annotated.mentions[mention].tokens)
  }

  private func state(
    _ draft: inout Draft, _ maker: EntityID, _ made: EntityID, _ span: Range<Int>, _ confidence: Double
  ) {
    guard maker.type == .organization, maker != made, draft.entities[maker]?.subtypes.contains(.ngo) != true else {
      return
    }
    draft.state(.entity(maker), .produces, .entity(made), tokens: span, rule: "maker", confidence)
  }
}
