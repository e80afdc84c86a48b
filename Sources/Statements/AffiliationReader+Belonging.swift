import Mentions

extension AffiliationReader {
  /// `maintainer of Rook`, `Rook's lead maintainer`, `committer`.
  func projectRole(_ draft: Draft, _ start: Int, _ limit: Int, isIts: Bool) -> Affiliation? {
    let tokens = draft.annotated.tokens
    var at = start
    var owner: Int?
    if let mention = draft.annotated.mention(at: at), draft.annotated.mentions[mention].isSoftware {
      owner = mention
      at = draft.annotated.mentions[mention].tokens.upperBound
      if at < limit, ["'s", "'", "’"].contains(tokens[at].folded) { at += 1 }
      if at < limit, list("project-noun").match(tokens, at) > 0 { at += 1 }
    }
    while at < limit, at - start < 6, list("role-modifier").contains(tokens[at].folded),
      list("project-role").match(tokens, at) == 0
    { at += 1 }
    guard at < limit, case let length = list("project-role").match(tokens, at), length > 0 else { return nil }
    let isStrong = list("role-not").contains(tokens[at + length - 1].folded) || tokens[at].folded.hasPrefix("maint")
    var found = Affiliation(end: at + length)
    if let owner {
      found.projects = [.mention(owner)]
      return found
    }
    at = found.end
    let of = at < limit ? max(list("employer-at").match(tokens, at), list("contribution-to").match(tokens, at)) : 0
    if of > 0 {
      let next = skip(draft, at + of, limit, ["the"])
      if next < limit, let mention = draft.annotated.mention(at: next), draft.annotated.mentions[mention].isSoftware {
        found.projects = [.mention(mention)]
        found.end = draft.annotated.mentions[mention].tokens.upperBound
        return found
      }
      return nil
    }
    guard isStrong, mayEnd(draft, at, limit) || at >= limit else { return nil }
    found.projects = [isIts ? .antecedent : .topic]
    return found
  }

  /// `CNCF Ambassador`, `a member of the TOC and of SIG Node`.
  func member(_ draft: Draft, _ start: Int, _ limit: Int) -> Affiliation? {
    let tokens = draft.annotated.tokens
    let noun = list("member-noun").match(tokens, start)
    if noun > 0 {
      var found = Affiliation(end: start + noun)
      found.members = bodies(draft, found.end, limit, &found.end)
      return found.members.isEmpty ? nil : found
    }
    guard let organization = organizations.read(draft, start, limit) else { return nil }
    var at = organization.end
    if at + 2 < limit, tokens[at].folded == "(", tokens[at + 2].folded == ")" { at += 3 }
    guard at < limit, list("member-noun").match(tokens, at) > 0 else { return nil }
    var found = Affiliation(end: at + list("member-noun").match(tokens, at))
    found.members = [organization.name]
    return found
  }

  /// `of the Linux Foundation and of the CNCF`
  func bodies(_ draft: Draft, _ start: Int, _ limit: Int, _ end: inout Int) -> [Range<Int>] {
    let tokens = draft.annotated.tokens
    var found: [Range<Int>] = []
    var at = start
    guard at < limit, list("member-of").match(tokens, at) > 0 else { return [] }
    while at < limit {
      at += list("member-of").match(tokens, at)
      guard at < limit, let organization = organizations.read(draft, at, limit) else { break }
      found.append(organization.name)
      end = organization.end
      at = organization.end
      // `(CNCF)`, `(Cloud Native Computing Foundation)`
      if at < limit, tokens[at].folded == "(",
        let close = (at..<min(at + 8, limit)).first(where: { tokens[$0].folded == ")" }),
        ((at + 1)..<close).allSatisfy({ tokens[$0].isCapital })
      {
        at = close + 1
        end = at
      }
      guard at < limit, tokens[at].folded == "," || list("and").match(tokens, at) > 0 else { break }
      at += max(1, list("and").match(tokens, at))
      if at < limit { at += list("and").match(tokens, at) }
    }
    return found
  }
}
