import Entities
import Mentions
import Posts

/// What stands before persons and says who they are: `the platform team at Quillmark (Ada, Bo)`, `its co-chairs, Ada and Bo`,
/// `the committee consists of Ada and Bo`, `As an architect at Quillmark, Ada`.
extension Affiliations {
  /// Persons that a lead-in speaks of: remarks in parentheses may stand between them.
  func listed(_ draft: Draft, _ sentence: Range<Int>) -> [[Int]] {
    let tokens = draft.annotated.tokens
    var lists: [[Int]] = []
    for mention in draft.mentions(in: sentence, [.person]) {
      let start = draft.annotated.mentions[mention].tokens.lowerBound
      if let last = lists.last?.last, joins(draft, draft.annotated.mentions[last].tokens.upperBound..<start) {
        lists[lists.count - 1].append(mention)
      } else {
        lists.append([mention])
      }
    }
    return lists.filter { list in
      list.first.map { tokens[draft.annotated.mentions[$0].tokens.lowerBound].isWord } ?? false
    }
  }

  private func joins(_ draft: Draft, _ between: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    guard !between.isEmpty, between.count <= 14 else { return false }
    var depth = 0
    var isJoint = false
    for index in between {
      switch tokens[index].folded {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case ",", "&": if depth == 0 { isJoint = true }
      default:
        guard depth == 0 else { continue }
        guard
          list("and").match(tokens, index) > 0 || list("affiliation-adverb").match(tokens, index) > 0
            || list("and").contains(tokens[index].folded)
        else { return false }
        isJoint = true
      }
    }
    return isJoint && depth == 0
  }

  func leadIn(_ draft: inout Draft, _ group: [Int], _ sentence: Range<Int>) {
    guard let first = group.first, let last = group.last else { return }
    let tokens = draft.annotated.tokens
    let start = draft.annotated.mentions[first].tokens.lowerBound
    guard start > sentence.lowerBound else { return }
    let end = draft.annotated.mentions[last].tokens.upperBound
    if group.count == 1, tokens[start - 1].folded == ",", opening(&draft, first, sentence) { return }
    var at = start
    var isCopula = false
    if [",", ":", "("].contains(tokens[at - 1].folded) { at -= 1 }
    for length in stride(from: min(4, at - sentence.lowerBound), through: 1, by: -1)
    where list("list-verb").match(tokens, at - length) == length {
      at -= length
      isCopula = true
      break
    }
    for low in max(sentence.lowerBound, at - 12)..<max(sentence.lowerBound, at) {
      guard draft.annotated.mention(covering: low) == draft.annotated.mention(at: low) else { continue }
      if let found = people(draft, low, at, isCopula: isCopula), !isTitle(draft, low) {
        state(&draft, found, group, "people-lead-in", 0.88, tokens: low..<end)
        return
      }
    }
  }

  /// `**Operators at Sea**: Ada` names a talk.
  private func isTitle(_ draft: Draft, _ token: Int) -> Bool {
    let start = draft.annotated.tokens[token].range.lowerBound
    return draft.annotated.spans(startingIn: start..<(start + 1)).contains { span in
      if case .link = span.kind { return true }
      return span.kind == .strong || span.kind == .emphasis
    }
  }

  /// `As an architect at Quillmark, Ada`; `Senior engineer at Quillmark and CNCF ambassador, Ada`
  private func opening(_ draft: inout Draft, _ person: Int, _ sentence: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    let comma = draft.annotated.mentions[person].tokens.lowerBound - 1
    let low = sentence.lowerBound
    guard comma - low >= 3 else { return false }
    let at = low + list("as").match(tokens, low)
    let found = reader.description(draft, at, comma, allowsBare: false)
    guard !found.isEmpty, found.end == comma,
      !found.employers.isEmpty || !found.members.isEmpty || !found.projects.isEmpty
    else { return false }
    state(
      &draft, found, [person], "person-opening", 0.9, tokens: low..<draft.annotated.mentions[person].tokens.upperBound)
    return true
  }

  /// The phrase from `low` that ends at `limit` and names a group of people.
  private func people(_ draft: Draft, _ low: Int, _ limit: Int, isCopula: Bool) -> Affiliation? {
    let tokens = draft.annotated.tokens
    var found = Affiliation(end: limit)
    let isOur = list("our").match(tokens, low) > 0
    let isIts = list("its").match(tokens, low) > 0 || list("their").match(tokens, low) > 0
    var at = reader.skip(draft, low, limit, ["the", "own"])
    guard at < limit else { return nil }
    // Whose people they are.
    var owner: Range<Int>?
    var software: Int?
    if let mention = draft.annotated.mention(at: at), draft.annotated.mentions[mention].isSoftware,
      draft.ofMention[mention]?.type != .organization
    {
      software = mention
      at = draft.annotated.mentions[mention].tokens.upperBound
    } else if tokens[at].isCapital, let organization = reader.organizations.read(draft, at, limit) {
      owner = organization.name
      at = organization.end
    }
    if owner != nil || software != nil, at < limit, ["'s", "'", "’"].contains(tokens[at].folded) { at += 1 }
    if at < limit, list("project-noun").match(tokens, at) > 0 { at += 1 }
    if at == limit {
      // `The Technical Oversight Committee consists of`
      guard isCopula, let owner, reader.isBody(draft, owner) else { return nil }
      found.members = [owner]
      return found
    }
    var steps = 0
    while at < limit, steps < 4 {
      let next = max(
        list("role-plural").match(tokens, at), list("firm-people").match(tokens, at),
        list("unit-noun").match(tokens, at))
      let member = max(list("member-noun").match(tokens, at), list("officer-noun").match(tokens, at))
      let maker = list("project-people").match(tokens, at)
      if maker > 0 {
        if let made = makers(draft, at + maker, limit, software: software, isIts: isIts, isOur: isOur) { return made }
      }
      if member > 0, let members = members(draft, at, member, limit, owner: owner, isIts: isIts, isOur: isOur) {
        return members
      }
      if next > 0, let firm = firm(draft, at + next, limit, owner: owner, isIts: isIts) { return firm }
      guard tokens[at].isWord, !list("title-stop").contains(tokens[at].folded),
        draft.annotated.mention(covering: at) == nil
      else { return nil }
      at += 1
      steps += 1
    }
    return nil
  }

  /// `maintainers (of Rook)`
  private func makers(_ draft: Draft, _ at: Int, _ limit: Int, software: Int?, isIts: Bool, isOur: Bool) -> Affiliation?
  {
    let tokens = draft.annotated.tokens
    var found = Affiliation(end: limit)
    if at == limit {
      if let software { found.projects = [.mention(software)] } else if isIts { found.projects = [.antecedent] }
      if isOur, software == nil { found.projects = [.topic] }
      return found.projects.isEmpty ? nil : found
    }
    guard software == nil, case let of = list("contribution-to").match(tokens, at), of > 0 else { return nil }
    let next = reader.skip(draft, at + of, limit, ["the", "project-noun"])
    let projects = reader.projects(draft, next, limit)
    guard let last = projects.last else { return nil }
    var end = draft.annotated.mentions[last].tokens.upperBound
    if end < limit, list("project-noun").match(tokens, end) > 0 { end += 1 }
    guard end == limit else { return nil }
    found.projects = projects.map { .mention($0) }
    return found
  }

  /// `members (of the Steering Committee)`, `the TOC's sponsors`
  private func members(
    _ draft: Draft, _ at: Int, _ length: Int, _ limit: Int, owner: Range<Int>?, isIts: Bool, isOur: Bool
  ) -> Affiliation? {
    let tokens = draft.annotated.tokens
    let isOfficer = list("member-noun").match(tokens, at) == 0
    var found = Affiliation(end: limit)
    if at + length == limit || owner != nil && isTerm(draft, at + length, limit) {
      if let owner {
        guard !isOfficer || reader.isBody(draft, owner) else { return nil }
        found.members = [owner]
        // `our CNCF ambassador`
        if isOur, !reader.isBody(draft, owner) { found.employers = [.home] }
        return found
      }
      guard isIts, let body = antecedentBody(draft, before: at) else { return nil }
      found.members = [body]
      return found
    }
    guard owner == nil else { return nil }
    var end = at + length
    let bodies = reader.bodies(draft, end, limit, &end).filter { !isOfficer || reader.isBody(draft, $0) }
    guard end == limit, !bodies.isEmpty else { return nil }
    found.members = bodies
    return found
  }

  /// `for the next release`: how long somebody holds an office.
  private func isTerm(_ draft: Draft, _ at: Int, _ limit: Int) -> Bool {
    let tokens = draft.annotated.tokens
    guard at < limit, limit - at <= 7, list("term-of").match(tokens, at) > 0 else { return false }
    return draft.mentions(in: at..<limit, [.person, .organization, .event]).isEmpty
      && !(at..<limit).contains { [",", ";", "(", ":"].contains(tokens[$0].folded) }
  }

  /// The committee that the sentence before names.
  private func antecedentBody(_ draft: Draft, before at: Int) -> Range<Int>? {
    let tokens = draft.annotated.tokens
    let own = draft.sentence(at)
    var places = [own.lowerBound..<at]
    if tokens[at].sentence > 0 {
      let previous = draft.annotated.sentences[tokens[at].sentence - 1]
      if tokens[previous.lowerBound].block == tokens[at].block { places.append(previous) }
    }
    for place in places {
      if let body = draft.mentions(in: place, [.organization]).last(where: {
        reader.isBody(draft, draft.annotated.mentions[$0].tokens)
      }) {
        return draft.annotated.mentions[body].tokens
      }
      // `The SIG Node meeting is on Friday. Its chairs …`
      if let start = place.last(where: { list("group-prefix").contains(tokens[$0].folded) && tokens[$0].isCapital }) {
        var end = start + 1
        while end < place.upperBound, tokens[end].isCapital { end += 1 }
        if end > start + 1 { return start..<end }
      }
    }
    return nil
  }

  /// `engineers (at Quillmark)`, `Quillmark's team`
  private func firm(_ draft: Draft, _ at: Int, _ limit: Int, owner: Range<Int>?, isIts: Bool) -> Affiliation? {
    let tokens = draft.annotated.tokens
    var found = Affiliation(end: limit)
    if at == limit {
      guard let owner else { return nil }
      if reader.isBody(draft, owner) { found.members = [owner] } else { found.employers = [.named(owner)] }
      return found
    }
    guard owner == nil, case let preposition = list("employer-at").match(tokens, at), preposition > 0,
      let organization = reader.organizations.read(draft, at + preposition, limit), organization.end == limit
    else { return nil }
    if reader.isBody(draft, organization.name) {
      found.members = [organization.name]
    } else {
      found.employers = [.named(organization.name)]
    }
    return found
  }
}
