import Mentions

/// Verbs that say who somebody is: `works for`, `joined … as`, `heads … at`, `est … chez`, `maintains it and works for`.
struct AffiliationVerbs {
  private let reader: AffiliationReader

  init(_ reader: AffiliationReader) { self.reader = reader }

  private func list(_ name: String) -> WordList { reader.list(name) }

  /// `who heads the data team and works for Quillmark`
  func relative(_ draft: Draft, _ start: Int, _ limit: Int) -> Affiliation? {
    let tokens = draft.annotated.tokens
    guard start < limit, case let who = list("who").match(tokens, start), who > 0 else { return nil }
    var found = clause(draft, start + who, limit)
    // `Ada and Bo, who are maintainers of Rook`
    if start + who < limit, list("plural-verb").match(tokens, start + who) > 0 { found?.isShared = true }
    return found
  }

  /// What the predicates from a token on say, each after a conjunction; predicates that say nothing are passed over up to the
  /// next conjunction of the clause.
  func clause(_ draft: Draft, _ start: Int, _ limit: Int) -> Affiliation? {
    let tokens = draft.annotated.tokens
    var found = Affiliation(end: start)
    var at = start
    while at < limit {
      if let predicate = predicate(draft, at, limit) {
        found.add(predicate)
        at = predicate.end
      }
      var next = at
      while next < limit, next - at < 12, list("and").match(tokens, next) == 0 {
        if [".", ";", ":", "!", "?", "”", "»", "("].contains(tokens[next].folded) { next = limit }
        if next < limit, let mention = draft.annotated.mention(at: next),
          draft.annotated.mentions[mention].kind == .person
        {
          next = limit
        }
        if next < limit { next += 1 }
      }
      guard next < limit, list("and").match(tokens, next) > 0 else { break }
      at = next + list("and").match(tokens, next)
    }
    return found.isEmpty ? nil : found
  }

  /// What one verb with its object says.
  func predicate(_ draft: Draft, _ start: Int, _ limit: Int) -> Affiliation? {
    let tokens = draft.annotated.tokens
    let at = reader.skip(draft, start, limit, ["affiliation-adverb"])
    guard at < limit, list("former").match(tokens, at) == 0 else { return nil }
    func verb(_ name: String) -> Int? {
      let length = list(name).match(tokens, at)
      return length > 0 && at + length < limit ? at + length : nil
    }
    if let next = verb("member-verb"), let member = belongs(draft, next, limit) { return member }
    if let next = verb("group-verb"), let group = organizes(draft, next, limit) { return group }
    if let next = verb("make-verb"), let made = made(draft, next, limit) { return made }
    if let next = verb("work-verb") { return employed(draft, next, limit) }
    if let next = verb("join-verb"), let joined = joined(draft, next, limit) { return joined }
    if let next = verb("lead-verb"), let led = led(draft, next, limit) { return led }
    if let next = verb("left-verb") { return left(draft, next, limit) }
    if let next = verb("tend-verb") { return led(draft, next, limit, isBehindPreposition: true) }
    if let next = verb("be-become") { return become(draft, next, limit) }
    if let next = verb("be-verb") { return become(draft, next, limit) }
    return nil
  }

  /// `is a maintainer of Rook`, `was named chair of SIG Node`
  private func become(_ draft: Draft, _ next: Int, _ limit: Int) -> Affiliation? {
    var from = reader.skip(draft, next, limit, ["affiliation-adverb"])
    if from < limit { from += list("as").match(draft.annotated.tokens, from) }
    let found = reader.description(draft, from, limit, allowsBare: false)
    return found.isEmpty ? nil : found
  }

  /// `sits on the governing board of the CNCF`, `co-chairs SIG Network`
  private func belongs(_ draft: Draft, _ start: Int, _ limit: Int) -> Affiliation? {
    let bodies = reader.bodies(draft, from: start, limit)
    guard let end = bodies.last?.upperBound else { return nil }
    var found = Affiliation(end: end)
    found.members = bodies
    return found
  }

  /// `organizes Cloud Native Bergen`, `co-organizes Bergen DevOps, a user group`
  private func organizes(_ draft: Draft, _ start: Int, _ limit: Int) -> Affiliation? {
    guard let group = reader.group(draft, start, limit) else { return nil }
    var found = Affiliation(end: group.upperBound)
    found.members = [group]
    return found
  }

  /// `maintains Rook and Helm`, `wrote most of falcoctl`, `maintains it`
  private func made(_ draft: Draft, _ start: Int, _ limit: Int) -> Affiliation? {
    let tokens = draft.annotated.tokens
    let at = reader.skip(
      draft, start, limit, ["affiliation-adverb", "make-part", "contribution-to", "the", "project-noun"])
    guard at < limit else { return nil }
    if list("it").match(tokens, at) > 0, !list("make-text").contains(tokens[start - 1].folded) {
      var found = Affiliation(end: at + 1)
      found.projects = [.antecedent]
      return found
    }
    let projects = reader.projects(draft, at, limit)
    guard let last = projects.last else { return nil }
    let end = draft.annotated.mentions[last].tokens.upperBound
    guard isObject(draft, end, limit) else { return nil }
    var found = Affiliation(end: end)
    // `maintains the Rook operator's documentation` is about a part of it: the project all the same.
    found.projects = projects.map { .mention($0) }
    return found
  }

  /// Behind the object: no noun that the project only describes (`built Kubernetes clusters`).
  private func isObject(_ draft: Draft, _ end: Int, _ limit: Int) -> Bool {
    guard end < limit else { return true }
    let next = draft.annotated.tokens[end]
    if next.folded == "-" { return false }
    if list("title-words").contains("behind") { return true }
    if ["'s", "'", "’"].contains(next.folded) || !next.isWord { return true }
    return list("title-stop").contains(next.folded) || list("project-noun").match(draft.annotated.tokens, end) > 0
      || list("group-noun").contains(next.folded) || list("preposition").contains(next.folded)
      || list("affiliation-adverb").match(draft.annotated.tokens, end) > 0
  }

  /// `(as an engineer) for Quillmark`
  private func employed(_ draft: Draft, _ start: Int, _ limit: Int) -> Affiliation? {
    let tokens = draft.annotated.tokens
    var at = reader.skip(draft, start, limit, ["affiliation-adverb"])
    guard at < limit else { return nil }
    let role = list("as").match(tokens, at)
    if role > 0 {
      var found = reader.description(draft, at + role, limit, allowsBare: false)
      // `starts as our director`
      if !found.titles.isEmpty, found.employers.isEmpty, list("our").contains(tokens[at + role - 1].folded) {
        found.employers = [.home]
      }
      return found.isEmpty ? nil : found
    }
    var steps = 0
    while at < limit, steps < 4, list("employer-at").match(tokens, at) == 0 {
      guard tokens[at].isWord, !tokens[at].isCapital else { return nil }
      at += 1
      steps += 1
    }
    guard at < limit, case let preposition = list("employer-at").match(tokens, at), preposition > 0,
      let organization = reader.organizations.read(draft, at + preposition, limit, isEmployer: true)
    else { return nil }
    var found = Affiliation(end: organization.end)
    found.employers = [.named(organization.name)]
    // `at Quillmark as a platform engineer`
    if found.end < limit, case let role = list("as").match(tokens, found.end), role > 0,
      case let title = reader.description(draft, found.end + role, limit, allowsBare: false), !title.titles.isEmpty,
      title.employers.isEmpty
    {
      found.add(title)
    }
    return found
  }

  /// `Quillmark as CTO`; joining a foundation, or for something else than a job, says nothing.
  private func joined(_ draft: Draft, _ start: Int, _ limit: Int) -> Affiliation? {
    let tokens = draft.annotated.tokens
    let at = start + list("employer-at").match(tokens, start)
    guard at < limit, let organization = reader.organizations.read(draft, at, limit), organization.end < limit,
      case let role = list("as").match(tokens, organization.end), role > 0
    else { return nil }
    let description = reader.description(draft, organization.end + role, limit, allowsBare: false)
    guard !description.titles.isEmpty else { return nil }
    var found = description
    found.employers = [.named(organization.name)]
    return found
  }

  /// `the data team of the city of Hamburg`, `the reliability group`, `Flux`
  /// - Parameter isBehindPreposition: The verb has objects of its own: only `for` and `at` lead to the employer.
  private func led(_ draft: Draft, _ start: Int, _ limit: Int, isBehindPreposition: Bool = false) -> Affiliation? {
    let tokens = draft.annotated.tokens
    var at = start
    var isUnit = false
    while at < limit, at - start < 8 {
      if [",", ";", ".", "!", "?", ":"].contains(tokens[at].folded) { break }
      let preposition = list(isBehindPreposition ? "work-place" : "employer-at").match(tokens, at)
      if at > start, preposition > 0, let organization = reader.organizations.read(draft, at + preposition, limit) {
        var found = Affiliation(end: organization.end)
        if reader.isBody(draft, organization.name) {
          found.members = [organization.name]
        } else {
          found.employers = [.named(organization.name)]
        }
        return found
      }
      if list("unit-noun").match(tokens, at) > 0 { isUnit = true }
      if let mention = draft.annotated.mention(at: at) {
        let kind = draft.annotated.mentions[mention].kind
        if kind == .person || kind == .event { break }
        if kind == .organization, !isBehindPreposition {
          var found = Affiliation(end: draft.annotated.mentions[mention].tokens.upperBound)
          let name = draft.annotated.mentions[mention].tokens
          if reader.isBody(draft, name) { found.members = [name] } else { found.employers = [.named(name)] }
          return found
        }
      }
      at += 1
    }
    guard isUnit, !isBehindPreposition else { return nil }
    var found = Affiliation(end: at)
    found.employers = [.untold]
    return found
  }

  /// `left Google for Quillmark`
  private func left(_ draft: Draft, _ start: Int, _ limit: Int) -> Affiliation? {
    let tokens = draft.annotated.tokens
    guard let former = reader.organizations.read(draft, start, limit), former.end < limit,
      case let to = list("to-employer").match(tokens, former.end), to > 0,
      let organization = reader.organizations.read(draft, former.end + to, limit)
    else { return nil }
    var found = Affiliation(end: organization.end)
    found.employers = [.named(organization.name)]
    return found
  }
}
