import Mentions
import Posts

/// Reads what stands behind a person: titles, employers, memberships and roles in projects, in any order and joined by commas
/// and conjunctions. It knows chunks (`a principal engineer`, `at the public broadcaster NRK`), not sentences.
struct AffiliationReader {
  let organizations: OrganizationReader
  let roles: RoleGrammar
  private let language: LanguageData

  init(_ language: LanguageData) {
    self.language = language
    organizations = OrganizationReader(language)
    roles = RoleGrammar(language)
  }

  func list(_ name: String) -> WordList { language.list(name) }

  /// What is said from `start` on.
  /// - Parameter allowsBare: Whether an organization's name alone says who employs the person (in parentheses, in a byline).
  func description(_ draft: Draft, _ start: Int, _ limit: Int, allowsBare: Bool) -> Affiliation {
    let tokens = draft.annotated.tokens
    var found = Affiliation(end: start)
    var at = start
    while at < limit {
      var next = skip(draft, at, limit, ["affiliation-adverb"])
      if next < limit, list("former").match(tokens, next) > 0 { break }
      if next < limit, list("respectively").match(tokens, next) > 0 {
        found.isRespective = true
        next += list("respectively").match(tokens, next)
        if next < limit, tokens[next].folded == "," { next += 1 }
      }
      // `, in London,`
      if next < limit, let behind = place(draft, next, limit), !found.isEmpty {
        found.end = behind
        at = behind
        guard at < limit, tokens[at].folded == "," || list("and").match(tokens, at) > 0 else { break }
        at += max(1, list("and").match(tokens, at))
        if at < limit { at += list("and").match(tokens, at) }
        continue
      }
      if at < next, (at..<next).contains(where: { list("both").match(tokens, $0) > 0 }) { found.isShared = true }
      guard next < limit, let item = item(draft, next, limit, allowsBare: allowsBare && found.isEmpty) else { break }
      found.add(item)
      at = item.end
      guard at < limit else { break }
      // Another item behind a comma or a conjunction.
      if tokens[at].folded == "," || tokens[at].folded == "&" || list("and").match(tokens, at) > 0 {
        at += max(1, list("and").match(tokens, at))
        if at < limit, list("and").match(tokens, at) > 0 { at += list("and").match(tokens, at) }
      } else {
        break
      }
    }
    return found
  }

  /// Where `in London` ends.
  private func place(_ draft: Draft, _ at: Int, _ limit: Int) -> Int? {
    let tokens = draft.annotated.tokens
    let length = list("place-before").match(tokens, at)
    guard length > 0, at + length < limit, let mention = draft.annotated.mention(at: at + length),
      draft.annotated.mentions[mention].kind == .place
    else { return nil }
    return draft.annotated.mentions[mention].tokens.upperBound
  }

  /// Steps over words of lists, in any order.
  func skip(_ draft: Draft, _ start: Int, _ limit: Int, _ names: [String]) -> Int {
    var at = start
    while at < limit,
      let length = names.lazy.map({ list($0).match(draft.annotated.tokens, at) }).first(where: { $0 > 0 })
    {
      at += length
    }
    return at
  }

  private func item(_ draft: Draft, _ start: Int, _ limit: Int, allowsBare: Bool) -> Affiliation? {
    let tokens = draft.annotated.tokens
    if let clause = AffiliationVerbs(self).relative(draft, start, limit) { return clause }
    let isOur = list("our").match(tokens, start) > 0
    let isIts = list("its").match(tokens, start) > 0
    let at = skip(draft, start, limit, ["one-of", "the", "affiliation-adverb"])
    guard at < limit else { return nil }
    if list("former").match(tokens, at) > 0 { return nil }
    if let project = projectRole(draft, at, limit, isIts: isIts) { return project }
    if let member = member(draft, modified(draft, at, limit), limit) ?? member(draft, at, limit) { return member }
    if var title = title(draft, at, limit) {
      if title.employers.isEmpty {
        if isOur { title.employers = [.home] }
        if isIts { title.employers = [.antecedent] }
      }
      return title
    }
    if let possessive = possessive(draft, start, limit) { return possessive }
    let length = list("employer-at").match(tokens, start)
    if length > 0, let organization = organizations.read(draft, start + length, limit) {
      return employer(draft, organization)
    }
    if allowsBare, let organization = organizations.read(draft, start, limit) {
      return bare(draft, organization, limit)
    }
    return nil
  }

  /// Behind adjectives: `the third ambassador of the CNCF`, `a proud member of the board`.
  private func modified(_ draft: Draft, _ start: Int, _ limit: Int) -> Int {
    let tokens = draft.annotated.tokens
    var at = start
    while at < limit, at - start < 3, tokens[at].isWord, !tokens[at].isCapital,
      draft.annotated.mention(covering: at) == nil,
      !list("title-stop").contains(tokens[at].folded), !list("role-head").contains(tokens[at].folded)
    { at += 1 }
    return at < limit && (list("member-noun").match(tokens, at) > 0 || list("officer-noun").match(tokens, at) > 0)
      ? at : start
  }

  /// `engineers, architect at Quillmark`; a plural is a title of all of them.
  func title(_ draft: Draft, _ start: Int, _ limit: Int) -> Affiliation? {
    let tokens = draft.annotated.tokens
    if list("role-plural").match(tokens, start) > 0 || isPluralTitle(draft, start, limit) != nil {
      var found = Affiliation(end: isPluralTitle(draft, start, limit) ?? start + 1)
      found.isShared = true
      let length = found.end < limit ? list("employer-at").match(tokens, found.end) : 0
      guard length > 0, let organization = organizations.read(draft, found.end + length, limit) else { return nil }
      found.employers = [.named(organization.name)]
      found.end = organization.end
      return found
    }
    let length = roles.apposedLength(draft.annotated, start)
    guard length > 0, start + length <= limit else { return nil }
    var found = Affiliation(end: start + length)
    let last = tokens[found.end - 1].folded
    // Whose ambassador or maintainer somebody is does not say who pays them.
    if list("role-not").contains(last) { return found }
    found.titles = [start..<found.end]
    guard found.end < limit else { return found }
    let at = found.end
    let preposition = list("employer-at").match(tokens, at)
    if preposition > 0 {
      let isStrong = list("work-place").match(tokens, at) > 0
      if list("organizer-title").contains(last), let group = group(draft, at + preposition, limit) {
        // `co-founder of the Bergen Kubernetes User Group`
        found.members = [group]
        found.end = group.upperBound
      } else if let organization = organizations.read(draft, at + preposition, limit, isEmployer: isStrong) {
        if isBody(draft, organization.name) {
          found.members = [organization.name]
        } else {
          found.employers = [.named(organization.name)]
        }
        found.end = organization.end
      } else if let home = home(draft, at + preposition, limit) {
        found.employers = [.home]
        found.end = home
      }
    } else if tokens[at].folded == "(", at + 2 < limit, let organization = organizations.read(draft, at + 1, limit),
      organization.end < limit, tokens[organization.end].folded == ")"
    {
      // `engineer (Quillmark)`
      found.employers = [.named(organization.name)]
      found.end = organization.end + 1
    } else if [",", "@", "–", "—", "|", "-"].contains(tokens[at].folded), at + 1 < limit,
      let organization = organizations.read(draft, at + 1, limit), mayEnd(draft, organization.end, limit),
      tokens[at].folded == "," || tokens[at].folded == "@" || organization.end >= limit
        || tokens[organization.end].folded != ","
    {
      found.employers = [.named(organization.name)]
      found.end = organization.end
    }
    return found
  }

  /// `our company`, `the company`: nothing is said of whose it is, but for `our`.
  private func home(_ draft: Draft, _ at: Int, _ limit: Int) -> Int? {
    let tokens = draft.annotated.tokens
    let length = list("our").match(tokens, at)
    guard length > 0, at + length < limit, list("employer-noun").match(tokens, at + length) > 0 else { return nil }
    return at + length + 1
  }

  private func isPluralTitle(_ draft: Draft, _ start: Int, _ limit: Int) -> Int? {
    let tokens = draft.annotated.tokens
    var at = start
    while at < limit, at - start < 4, tokens[at].isWord, !list("title-stop").contains(tokens[at].folded) {
      if list("role-plural").match(tokens, at) > 0 { return at + list("role-plural").match(tokens, at) }
      at += 1
    }
    return nil
  }

  /// `Red Hat's CTO`, `Quillmark CTO`
  private func possessive(_ draft: Draft, _ start: Int, _ limit: Int) -> Affiliation? {
    let tokens = draft.annotated.tokens
    guard let organization = organizations.read(draft, start, limit), organization.end < limit else { return nil }
    let isOwner = ["'s", "'", "’"].contains(tokens[organization.end].folded)
    let at = organization.end + (isOwner ? 1 : 0)
    guard at < limit, case let length = roles.apposedLength(draft.annotated, at), length > 0, at + length <= limit,
      isOwner || tokens[at].isCapital || mayEnd(draft, at + length, limit)
    else { return nil }
    var found = Affiliation(end: at + length)
    // `OpenLarder maintainer`: nobody is paid to by what they maintain.
    if list("maker-noun").match(tokens, at) == length {
      guard let mention = draft.annotated.mention(at: organization.name.lowerBound),
        draft.annotated.mentions[mention].tokens == organization.name,
        draft.annotated.mentions[mention].kind == .name
      else { return nil }
      found.projects = [.unknown(mention)]
      return found
    }
    found.titles = [at..<found.end]
    found.employers = [.named(organization.name)]
    return found
  }

  private func employer(_ draft: Draft, _ organization: (name: Range<Int>, end: Int)) -> Affiliation {
    var found = Affiliation(end: organization.end)
    if isBody(draft, organization.name) {
      found.members = [organization.name]
    } else {
      found.employers = [.named(organization.name)]
    }
    return found
  }

  private func bare(_ draft: Draft, _ organization: (name: Range<Int>, end: Int), _ limit: Int) -> Affiliation? {
    mayEnd(draft, organization.end, limit) ? employer(draft, organization) : nil
  }

  /// Nothing of the same phrase follows.
  func mayEnd(_ draft: Draft, _ at: Int, _ limit: Int) -> Bool {
    guard at < limit else { return true }
    let word = draft.annotated.tokens[at].folded
    return [",", ";", ".", ")", "(", "&", "|", "/", "!", "?", ":", "\"", "”", "»", "–", "—", "["].contains(word)
      || list("and").match(draft.annotated.tokens, at) > 0
  }

  /// A committee, a board: one belongs to it.
  func isBody(_ draft: Draft, _ name: Range<Int>) -> Bool {
    name.contains { list("body-noun").match(draft.annotated.tokens, $0) > 0 }
  }
}
