import Entities
import Mentions
import Posts

extension Affiliations {
  /// States what was read of the persons, unless the clause takes it back.
  /// - Parameters:
  ///   - given: The words that it rests on, when they are more than persons and description.
  ///   - doubt: The clause that may take it back, when it is less than those words.
  func state(
    _ draft: inout Draft, _ found: Affiliation, _ people: [Int], _ rule: String, _ confidence: Double,
    tokens given: Range<Int>? = nil, doubt: Range<Int>? = nil
  ) {
    guard let first = people.first else { return }
    let start = draft.annotated.mentions[first].tokens.lowerBound
    let range = given ?? start..<max(found.end, draft.annotated.mentions[people[people.count - 1]].tokens.upperBound)
    state(
      &draft, found, of: people.map { draft.ofMention[$0] }, rule, confidence, tokens: range, doubt: doubt ?? range,
      at: doubt?.lowerBound ?? start)
  }

  /// The same of persons who are known without a mention.
  /// - Parameter at: Where what came before ends.
  func state(
    _ draft: inout Draft, _ found: Affiliation, of people: [EntityID?], _ rule: String, _ confidence: Double,
    tokens range: Range<Int>, doubt: Range<Int>, at start: Int
  ) {
    guard !isDoubtful(draft, doubt) else { return }
    let employers = found.employers.compactMap { employer($0, &draft, before: start) }
    let members = found.members.compactMap { reader.organizations.resolve(&draft, $0) }
    let projects = found.projects.compactMap { project($0, &draft, before: start) }
    for (position, person) in people.enumerated() {
      guard let person, person.type == .person else { continue }
      func state(_ relation: Relation, _ object: StatementObject) {
        draft.state(.entity(person), relation, object, tokens: range, rule: rule, confidence)
      }
      for employer in employers { state(.worksFor, .entity(employer)) }
      for member in members { state(.memberOf, .entity(member)) }
      for project in projects { state(.contributesTo, .entity(project)) }
      if found.isRespective {
        if found.titles.count == people.count { title(&draft, person, found.titles[position], range, rule, confidence) }
      } else if !found.isShared {
        for one in found.titles { title(&draft, person, one, range, rule, confidence) }
      }
    }
  }

  private func title(
    _ draft: inout Draft, _ person: EntityID, _ title: Range<Int>, _ range: Range<Int>, _ rule: String,
    _ confidence: Double
  ) {
    // `Acme CTO`: the firm is no part of the title; a pattern reads the two apart.
    let isHead = list("role-head").match(draft.annotated.tokens, title.lowerBound) > 0
    let starts = draft.mentions(
      in: title.lowerBound..<min(title.lowerBound + 1, title.upperBound),
      isHead ? [.organization] : [.organization, .name])
    guard starts.isEmpty || title.count < 2 else { return }
    draft.state(
      .entity(person), .jobTitle, .text(draft.annotated.string(title)), tokens: range, rule: rule, confidence)
  }

  private func employer(_ employer: Affiliation.Employer, _ draft: inout Draft, before start: Int) -> EntityID? {
    switch employer {
    case .named(let name): reader.organizations.resolve(&draft, name)
    case .home: voice.home.flatMap { isTeam(draft, $0) ? nil : $0 }
    case .antecedent: firm(&draft, before: start)
    case .noun(let noun): named(&draft, by: noun) ?? firm(&draft, before: noun)
    case .untold: voice.subject(&draft)
    case .near: near(draft, before: start)
    }
  }

  private func project(_ project: Affiliation.Project, _ draft: inout Draft, before start: Int) -> EntityID? {
    switch project {
    case .unknown(let mention): draft.ofMention[mention] ?? draft.retype(mention, to: .project)
    case .mention(let mention):
      draft.ofMention[mention].flatMap { $0.type == .project || $0.type == .product ? $0 : nil }
    case .topic: topic
    case .antecedent: antecedent(draft, before: start, [.project])
    }
  }

  /// The only organization of the paragraph, up to a token, that is no foundation.
  private func near(_ draft: Draft, before start: Int) -> EntityID? {
    let tokens = draft.annotated.tokens
    var low = start
    while low > 0, tokens[low - 1].block == tokens[start].block { low -= 1 }
    let named = Set(
      draft.mentions(in: low..<start, [.organization, .name, .product]).compactMap { draft.ofMention[$0] }
        .filter { $0.type == .organization && draft.entities[$0]?.subtypes.contains(.ngo) != true })
    return named.count == 1 ? named.first : nil
  }

  /// `the Rook maintainers`, `SIG Docs leads` sign posts and employ nobody.
  private func isTeam(_ draft: Draft, _ id: EntityID) -> Bool {
    guard let name = draft.entities[id]?.names.first else { return false }
    let words = Folding.fold(name).split(separator: " ").map(String.init)
    return words.contains {
      list("group-noun").contains($0) || list("body-noun").contains($0) || list("group-prefix").contains($0)
    }
  }

  /// The organization before a token whose name has the noun in it (`the Digital Agency` for `the agency`).
  private func named(_ draft: inout Draft, by noun: Int) -> EntityID? {
    let tokens = draft.annotated.tokens
    let word = tokens[noun].folded
    let low = max(0, noun - Self.farthestName)
    guard
      let mention = draft.mentions(in: low..<noun, [.organization, .name]).last(where: { mention in
        draft.annotated.mentions[mention].tokens.contains { tokens[$0].folded == word }
      })
    else { return nil }
    return draft.ofMention[mention] ?? draft.asOrganization(mention)
  }

  /// In tokens: the section before, about.
  private static var farthestName: Int { 150 }

  /// The organization that the sentence before begins with or names alone.
  private func firm(_ draft: inout Draft, before start: Int) -> EntityID? {
    let tokens = draft.annotated.tokens
    guard tokens[start].sentence > 0 else { return nil }
    let previous = draft.annotated.sentences[tokens[start].sentence - 1]
    let block = tokens[start].block
    if tokens[previous.lowerBound].block != block {
      // A quotation set apart: its speaker is of what the paragraph before ended with.
      guard case .quotation = draft.annotated.text.blocks[block].kind,
        let last = draft.mentions(in: previous, [.organization]).last
      else { return nil }
      return draft.ofMention[last]
    }
    guard let first = draft.mentions(in: previous, [.organization, .name, .project, .product]).first else { return nil }
    if let known = draft.ofMention[first] { return known.type == .organization ? known : nil }
    return draft.asOrganization(first)
  }

  /// The first thing of a kind in the sentence before: what that sentence is about.
  private func antecedent(_ draft: Draft, before start: Int, _ kinds: Set<Mention.Kind>) -> EntityID? {
    let tokens = draft.annotated.tokens
    let own = draft.sentence(start)
    if let here = draft.mentions(in: own.lowerBound..<start, kinds).last { return draft.ofMention[here] }
    let number = tokens[start].sentence
    guard number > 0 else { return nil }
    let previous = draft.annotated.sentences[number - 1]
    guard tokens[previous.lowerBound].block == tokens[start].block else { return nil }
    if let first = draft.mentions(in: previous, kinds).first { return draft.ofMention[first] }
    // The only one of the paragraph, and of the heading over it.
    let block = tokens[start].block
    var low = start
    while low > 0, tokens[low - 1].block == block { low -= 1 }
    let named = Set(draft.mentions(in: low..<start, kinds).compactMap { draft.ofMention[$0] })
    return named.count == 1 ? named.first : nil
  }

  /// Something in the clause takes the fact back.
  private func isDoubtful(_ draft: Draft, _ range: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    let low = max(draft.sentence(range.lowerBound).lowerBound, range.lowerBound - 2)
    return (low..<range.upperBound).contains { index in
      // `N'Diaye` denies nothing.
      if draft.annotated.mention(covering: index) != nil { return false }
      return
        list("negation").match(tokens, index) > 0
        || list("hypothetical").match(tokens, index) > 0
          && (!tokens[index].isCapital || tokens[index].shape.contains(.sentenceStart))
    }
  }
}
