import Entities
import Mentions
import Posts

/// What clauses say of whom a pronoun means: `He organizes …`, `Ada works upstream, where she leads …`, `he on Rook, she on Helm`.
extension Affiliations {
  /// Whom the next `he` or `she` can mean.
  struct Antecedent {
    /// The one person of the last sentence that names anybody.
    fileprivate var person: Int?
    /// The two persons of that sentence, if it names two.
    fileprivate var pair: [Int] = []
    fileprivate var block = -1
    fileprivate var sentence = -1
  }

  func pronouns(_ draft: inout Draft, _ sentence: Range<Int>, _ antecedent: inout Antecedent) {
    let tokens = draft.annotated.tokens
    let people = draft.mentions(in: sentence, [.person])
    let places = sentence.filter { isPronoun(draft, $0, sentence) }
    // The first of each word: `he on Rook, where he reviews …, and she on Helm`.
    var each: [Int] = []
    for place in places where !each.contains(where: { tokens[$0].folded == tokens[place].folded }) {
      each.append(place)
    }
    if each.count == 2 { pair(&draft, sentence, people, each) }
    ordinals(&draft, sentence, people, antecedent)
    for (number, place) in places.enumerated() {
      let before = people.filter { draft.annotated.mentions[$0].tokens.upperBound <= place }
      let known = Set(before.compactMap { draft.ofMention[$0] })
      var person = before.last
      if known.isEmpty, antecedent.person != nil, isNear(draft, antecedent, sentence) { person = antecedent.person }
      guard known.count <= 1, let person else { continue }
      let limit = number + 1 < places.count ? places[number + 1] : sentence.upperBound
      guard let clause = verbs.clause(draft, place + 1, limit) else { continue }
      let name = draft.annotated.mentions[person].tokens
      let isShort = clause.end - name.lowerBound <= 60
      state(
        &draft, clause, [person], "pronoun-clause", 0.86,
        tokens: (isShort ? name.lowerBound : place)..<clause.end, doubt: place..<clause.end)
    }
    follow(draft, sentence, people, &antecedent)
  }

  /// In the same paragraph, or right under the heading that names the person.
  private func isNear(_ draft: Draft, _ antecedent: Antecedent, _ sentence: Range<Int>) -> Bool {
    let block = draft.annotated.tokens[sentence.lowerBound].block
    if antecedent.block == block { return true }
    guard antecedent.block == block - 1,
      antecedent.sentence == draft.annotated.tokens[sentence.lowerBound].sentence - 1,
      case .heading(level: _) = draft.annotated.text.blocks[antecedent.block].kind
    else { return false }
    return true
  }

  private func follow(_ draft: Draft, _ sentence: Range<Int>, _ people: [Int], _ antecedent: inout Antecedent) {
    let token = draft.annotated.tokens[sentence.lowerBound]
    guard !people.isEmpty else { return }
    let isOne = Set(people.compactMap { draft.ofMention[$0] }).count == 1
    antecedent = Antecedent(
      person: isOne ? people.last : subject(draft, sentence, people), pair: people.count == 2 ? people : [],
      block: token.block, sentence: token.sentence)
  }

  /// The person that a sentence begins with and says something of, whoever else is in it.
  private func subject(_ draft: Draft, _ sentence: Range<Int>, _ people: [Int]) -> Int? {
    guard let first = people.first else { return nil }
    let name = draft.annotated.mentions[first].tokens
    guard name.lowerBound - sentence.lowerBound <= 2, name.upperBound < sentence.upperBound else { return nil }
    let next = draft.annotated.tokens[name.upperBound]
    return next.isWord && !next.isCapital && list("and").match(draft.annotated.tokens, name.upperBound) == 0
      && !list("preposition").contains(next.folded) ? first : nil
  }

  /// At the head of a clause, and in nobody's mouth.
  private func isPronoun(_ draft: Draft, _ index: Int, _ sentence: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    guard list("pronoun-person").contains(tokens[index].folded), index + 1 < sentence.upperBound,
      !draft.annotated.isQuoted(index)
    else { return false }
    if index - sentence.lowerBound <= 5 { return true }
    let before = tokens[index - 1].folded
    return [",", ";", ":", "–", "—", "("].contains(before) || list("and").contains(before)
      || list("clause-start").contains(before)
      || [",", ";", ":"].contains(tokens[max(index - 3, sentence.lowerBound)].folded)
  }

  /// `Ada and Bo work upstream: she on Rook, he as a maintainer of Helm.`
  private func pair(_ draft: inout Draft, _ sentence: Range<Int>, _ people: [Int], _ places: [Int]) {
    guard people.count == 2, draft.annotated.mentions[people[1]].tokens.upperBound <= places[0] else { return }
    for (number, place) in places.enumerated() {
      let limit = number == 0 ? places[1] : sentence.upperBound
      guard let found = elliptic(draft, place + 1, limit) else { continue }
      let name = draft.annotated.mentions[people[number]].tokens
      state(
        &draft, found, [people[number]], "pronoun-each", 0.84, tokens: name.lowerBound..<found.end,
        doubt: place..<found.end)
    }
  }

  /// `Ada and Bo … The former maintains Rook, the latter works on Helm.`
  private func ordinals(_ draft: inout Draft, _ sentence: Range<Int>, _ people: [Int], _ antecedent: Antecedent) {
    let tokens = draft.annotated.tokens
    let list = list("ordinal-each")
    let places = sentence.filter { list.match(tokens, $0) > 0 && !draft.annotated.isQuoted($0) }
    guard let first = places.first else { return }
    let here = people.filter { draft.annotated.mentions[$0].tokens.upperBound <= first }
    let block = tokens[first].block
    let pair =
      here.count == 2
      ? here : here.isEmpty && (antecedent.block == block || antecedent.block == block - 1) ? antecedent.pair : []
    guard pair.count == 2 else { return }
    for (number, place) in places.enumerated() {
      let length = list.match(tokens, place)
      let phrase = (place..<place + length).map { tokens[$0].folded }.joined(separator: " ")
      guard let which = list.value(of: phrase).flatMap({ Int($0) }), (1...2).contains(which) else { continue }
      let limit = number + 1 < places.count ? places[number + 1] : sentence.upperBound
      guard place + length < limit,
        let found = verbs.clause(draft, place + length, limit) ?? elliptic(draft, place + length, limit)
      else { continue }
      state(
        &draft, found, [pair[which - 1]], "pronoun-each", 0.84, tokens: place..<found.end, doubt: place..<found.end)
    }
  }

  /// What stands behind a pronoun without its verb: `on Rook`, `at Quillmark`, `as a maintainer of Helm`.
  private func elliptic(_ draft: Draft, _ at: Int, _ limit: Int) -> Affiliation? {
    let tokens = draft.annotated.tokens
    guard at < limit else { return nil }
    let role = list("as").match(tokens, at)
    if role > 0 {
      let found = reader.description(draft, at + role, limit, allowsBare: false)
      return found.isEmpty ? nil : found
    }
    let to = list("contribution-to").match(tokens, at)
    if to > 0, case let projects = reader.projects(draft, reader.skip(draft, at + to, limit, ["the"]), limit),
      let last = projects.last
    {
      var found = Affiliation(end: draft.annotated.mentions[last].tokens.upperBound)
      found.projects = projects.map { .mention($0) }
      return found
    }
    let place = list("work-place").match(tokens, at)
    guard place > 0, let organization = reader.organizations.read(draft, at + place, limit) else { return nil }
    var found = Affiliation(end: organization.end)
    found.employers = [.named(organization.name)]
    return found
  }
}

extension AnnotatedText {
  /// Whether a token stands between quotation marks.
  func isQuoted(_ token: Int) -> Bool {
    let at = tokens[token].range.lowerBound
    let sentence = range(sentences[tokens[token].sentence])
    let block = text.blocks[tokens[token].block].range
    return quotations(startingIn: block.lowerBound..<max(sentence.upperBound, at + 1)).contains {
      $0.range.contains(at)
    }
  }
}
