import Entities
import Mentions
import Posts

/// States what the grammar of parties finds, of the event that the sentence names or plays at.
struct PartyClauses {
  let context: EventContext
  /// The organization in whose name the post speaks.
  let home: EntityID?

  func find(_ draft: inout Draft) {
    announcedByUs(&draft)
    let chunker = PartyChunker(draft.language)
    let sections = Sections(draft.annotated)
    let idiom = draft.language.list("thanks-idiom")
    for (number, sentence) in draft.annotated.sentences.enumerated() where sentence.count > 2 {
      if case .frontMatter = draft.annotated.block(of: sentence.lowerBound).kind { continue }
      // `would not be possible without our sponsors` takes nothing back.
      let isThanks = draft.contains(idiom, in: sentence) != nil
      offered(&draft, sentence)
      let clauses = PartyGrammar(pieces: chunker.pieces(draft, sentence)).clauses()
      let claimed = Set(clauses.flatMap(\.places))
      for clause in clauses {
        if !isThanks,
          draft.isNegated(in: clause.tokens) || draft.isHypothetical(in: sentence.lowerBound..<clause.tokens.upperBound)
        {
          continue
        }
        apply(&draft, clause, events(draft, clause, sentence, number, sections, claimed))
      }
    }
  }

  /// The organization that signs a post which announces a gathering of no other name organizes it.
  private func announcedByUs(_ draft: inout Draft) {
    guard let event = context.announced, let home, home.type == .organization,
      let name = draft.entities[event]?.mentions.first
    else { return }
    draft.state(.entity(event), .organizer, .entity(home), bytes: name, rule: "event-announced", 0.8)
  }

  /// `We will run three workshops: …`: whoever says so organizes them.
  private func offered(_ draft: inout Draft, _ sentence: Range<Int>) {
    guard let home = firm(draft), let verb = draft.contains(draft.language.list("party-offer"), in: sentence) else {
      return
    }
    for (event, _, tokens) in context.unnamed where sentence.contains(tokens.lowerBound) && verb < tokens.upperBound {
      draft.state(
        .entity(event), .organizer, .entity(home), tokens: min(verb, tokens.lowerBound)..<tokens.upperBound,
        rule: "event-offered", 0.82)
    }
  }

  /// `we` of a post that a person signs are those for whom that person works.
  private func firm(_ draft: Draft) -> EntityID? {
    guard let home else { return nil }
    if home.type == .organization { return home }
    let employers = draft.objects(of: home, .worksFor).compactMap { object -> EntityID? in
      if case .entity(let id) = object { id } else { nil }
    }
    return employers.count == 1 ? employers[0] : nil
  }

  private func apply(_ draft: inout Draft, _ clause: PartyClause, _ events: [EntityID]) {
    guard !events.isEmpty else { return }
    let online = draft.language.list("online-noun")
    var parties: [EntityID] = []
    if clause.isOwn, let firm = firm(draft) { parties = [firm] }
    for mention in clause.parties where !isNoParty(draft, mention) {
      if draft.annotated.mentions[mention].kind == .person {
        // Who welcomes is no host: their firm is. A person that hosts what has a name runs it.
        guard clause.relation == .organizer || clause.relation == .host && clause.event != nil,
          let person = draft.ofMention[mention]
        else { continue }
        parties.append(person)
      } else if let organization = draft.asOrganization(mention), organization.type == .organization {
        parties.append(organization)
      }
    }
    for event in events {
      // Who hosts what is held online gives no rooms: they run it.
      let isOnline = draft.entities[event]?.names.contains { name in
        Folding.fold(name).split(separator: " ").contains { online.contains(String($0)) }
      }
      for party in parties {
        let isPerson = party.type == .person && draft.entities[party]?.names.first?.contains(" ") == true
        let isRun = clause.relation == .host && (isOnline == true || isPerson)
        if clause.relation == .host, party.type == .person, !isRun { continue }
        let relation = isRun ? .organizer : clause.relation
        draft.state(
          .entity(event), relation, .entity(party), tokens: clause.tokens,
          rule: "party-clause-" + relation.rawValue, 0.86)
      }
    }
  }

  /// A day, a title or a word of the field, capitalised.
  private func isNoParty(_ draft: Draft, _ mention: Int) -> Bool {
    guard draft.annotated.mentions[mention].kind == .name else { return false }
    let tokens = draft.annotated.mentions[mention].tokens.map { draft.annotated.tokens[$0].folded }
    return tokens.contains { draft.language.list("weekday").contains($0) || draft.language.list("month").contains($0) }
      || tokens.last.map { draft.language.list("role-head").contains($0) } ?? false
  }

  /// The event that is the clause's object; else the one of the city that the sentence names behind it; else the one at which
  /// the sentence plays.
  private func events(
    _ draft: Draft, _ clause: PartyClause, _ sentence: Range<Int>, _ number: Int, _ sections: Sections,
    _ claimed: Set<Int>
  ) -> [EntityID] {
    if clause.isOfAll {
      var named: [EntityID] = []
      for id in draft.mentions(in: sentence, [.event]).compactMap({ context.ofMention[$0] }) where !named.contains(id) {
        named.append(id)
      }
      return named
    }
    if let event = clause.event.flatMap({ context.ofMention[$0] }) { return [event] }
    let played = context.event(ofSentence: number)
    guard !context.byCity.isEmpty else { return [played].compactMap { $0 } }
    let named = clause.places.compactMap { draft.ofMention[$0].flatMap { context.event(in: $0) } }
    if !named.isEmpty { return named }
    func cities(_ tokens: Range<Int>) -> [EntityID] {
      draft.mentions(in: tokens, [.place]).compactMap { draft.ofMention[$0].flatMap { context.event(in: $0) } }
    }
    // A section of one city, or the sentence of one, tells of its meetup; what is said elsewhere is said of the whole.
    let block = draft.annotated.tokens[sentence.lowerBound].block
    let headed = sections.headings(over: block).lazy.map {
      cities(draft.annotated.tokens(in: draft.annotated.text.blocks[$0].range))
    }.first { !$0.isEmpty }
    let series = draft.language.list("series-word")
    let tours = draft.language.list("tour-word")
    let isOfWhole = clause.tokens.contains {
      series.contains(draft.annotated.tokens[$0].folded) || tours.contains(draft.annotated.tokens[$0].folded)
    }
    let own = draft.mentions(in: sentence, [.place]).filter { !claimed.contains($0) }
      .compactMap { draft.ofMention[$0].flatMap { context.event(in: $0) } }
    if !isOfWhole, let city = own.count == 1 ? own[0] : headed?.first { return [city] }
    // A roadshow has as many hosts as cities: without a city, nobody knows whose.
    guard clause.relation != .host else { return [] }
    return [context.main].compactMap { $0 }
  }
}
