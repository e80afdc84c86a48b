import Entities
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
    } else if let mention = draft.annotated.mention(at: at), draft.annotated.mentions[mention].kind == .name,
      draft.ofMention[mention] == nil,
      case let next = draft.annotated.mentions[mention].tokens.upperBound, next < limit,
      list("maker-noun").match(tokens, next) > 0
    {
      // `OpenLarder maintainer`
      var found = Affiliation(end: next + list("maker-noun").match(tokens, next))
      found.projects = [.unknown(mention)]
      return found
    }
    while at < limit, at - start < 6, list("role-modifier").contains(tokens[at].folded),
      list("project-role").match(tokens, at) == 0
    { at += 1 }
    guard at < limit, case let length = list("project-role").match(tokens, at), length > 0 else { return nil }
    let isStrong =
      list("role-not").contains(tokens[at + length - 1].folded) || tokens[at].folded.hasPrefix("maint")
      || list("project-people").match(tokens, at) == length
    var found = Affiliation(end: at + length)
    if let owner {
      found.projects = [.mention(owner)]
      return found
    }
    at = found.end
    let of = at < limit ? max(list("employer-at").match(tokens, at), list("contribution-to").match(tokens, at)) : 0
    if of > 0 {
      let next = skip(draft, at + of, limit, ["the", "project-noun"])
      let projects = projects(draft, next, limit)
      if let last = projects.last {
        found.projects = projects.map { .mention($0) }
        found.end = draft.annotated.mentions[last].tokens.upperBound
        if found.end < limit, list("project-noun").match(tokens, found.end) > 0 { found.end += 1 }
        return found
      }
      // `co-founder of the project`
      if next > at + of, next <= limit, list("project-noun").match(tokens, next - 1) > 0, mayEnd(draft, next, limit) {
        found.projects = [.antecedent]
        found.end = next
        return found
      }
      // `Falco maintainer at Sysdig` is read with its project; without one `at` leads to the employer.
      guard isStrong, list("work-place").match(tokens, at) > 0, organizations.read(draft, at + of, limit) != nil else {
        return nil
      }
      found.projects = [isIts ? .antecedent : .topic]
      return found
    }
    guard isStrong, at >= limit || mayEnd(draft, at, limit) || list("role-tail").match(tokens, at) > 0 else {
      return nil
    }
    found.projects = [isIts ? .antecedent : .topic]
    return found
  }

  /// `CNCF Ambassador`, `a member of the TOC and of SIG Node`.
  func member(_ draft: Draft, _ start: Int, _ limit: Int) -> Affiliation? {
    let tokens = draft.annotated.tokens
    let noun = list("member-noun").match(tokens, start)
    if noun > 0 {
      var found = Affiliation(end: start + noun)
      let of = found.end
      found.members = bodies(draft, of, limit, &found.end)
      // `co-organizer of Cloud Native Bergen`
      if found.members.isEmpty, of < limit, case let step = list("member-of").match(tokens, of), step > 0,
        let group = group(draft, of + step, limit)
      {
        found.members = [group]
        found.end = group.upperBound
      }
      return found.members.isEmpty ? nil : found
    }
    let officer = list("officer-noun").match(tokens, start)
    if officer > 0 {
      var found = Affiliation(end: start + officer)
      found.members = bodies(draft, found.end, limit, &found.end).filter { isBody(draft, $0) }
      return found.members.isEmpty ? nil : found
    }
    if let program = program(draft, start, limit) { return program }
    guard !list("member-level").contains(tokens[start].folded),
      let organization = organizations.read(draft, start, limit)
    else { return nil }
    var at = organization.end
    if at < limit, ["'s", "'", "’"].contains(tokens[at].folded) { at += 1 }
    if at + 2 < limit, tokens[at].folded == "(", tokens[at + 2].folded == ")" { at += 3 }
    guard at < limit else { return nil }
    let length = max(
      list("member-noun").match(tokens, at),
      isBody(draft, organization.name) ? list("officer-noun").match(tokens, at) : 0)
    guard length > 0 else { return nil }
    var found = Affiliation(end: at + length)
    found.members = [organization.name]
    return found
  }

  /// `Rook Ambassador` where the post names the `Rook Ambassador Program`.
  private func program(_ draft: Draft, _ start: Int, _ limit: Int) -> Affiliation? {
    guard let mention = draft.annotated.mention(at: start), draft.annotated.mentions[mention].isSoftware,
      case let at = draft.annotated.mentions[mention].tokens.upperBound, at < limit,
      case let noun = list("member-noun").match(draft.annotated.tokens, at), noun > 0,
      let program = AmbassadorPrograms.named(after: mention, draft)
    else { return nil }
    var found = Affiliation(end: at + noun)
    found.members = [program]
    return found
  }

  /// Software named from a token on: `Helm, Flux and Kustomize`.
  func projects(_ draft: Draft, _ start: Int, _ limit: Int) -> [Int] {
    let tokens = draft.annotated.tokens
    var found: [Int] = []
    var at = start
    while at < limit, let mention = draft.annotated.mention(at: at), draft.annotated.mentions[mention].isSoftware {
      found.append(mention)
      at = draft.annotated.mentions[mention].tokens.upperBound
      guard at < limit, tokens[at].folded == "," || list("and").match(tokens, at) > 0 else { break }
      at += max(1, list("and").match(tokens, at))
      if at < limit { at += list("and").match(tokens, at) }
      if at < limit { at += list("the").match(tokens, at) }
    }
    return found
  }

  /// `the governing board of the CNCF`, `the foundation's Technical Oversight Committee and SIG Node`: bodies only.
  func bodies(_ draft: Draft, from start: Int, _ limit: Int) -> [Range<Int>] {
    let tokens = draft.annotated.tokens
    var found: [Range<Int>] = []
    var at = start
    while at < limit {
      var next = skip(draft, at, limit, ["the", "our", "its"])
      var end = next
      var isBoard = false
      while end < limit, end - next < 4, tokens[end].isWord, !tokens[end].isCapital,
        draft.annotated.mention(covering: end) == nil, !list("title-stop").contains(tokens[end].folded)
      {
        let length = list("body-noun").match(tokens, end)
        if length > 0 { isBoard = true }
        end += max(1, length)
      }
      if isBoard, end < limit, case let of = list("member-of").match(tokens, end), of > 0 {
        next = end + of
        guard let organization = organizations.read(draft, next, limit) else { break }
        found.append(organization.name)
        at = organization.end
      } else if let organization = organizations.read(draft, next, limit),
        isBody(draft, organization.name) || isFoundation(draft, organization.name)
      {
        found.append(board(draft, organization.name))
        at = organization.end
      } else {
        break
      }
      guard at < limit, list("and").match(tokens, at) > 0 else { break }
      at += list("and").match(tokens, at)
    }
    return found
  }

  /// Who sits on the `CNCF Governing Board` belongs to the foundation.
  private func board(_ draft: Draft, _ name: Range<Int>) -> Range<Int> {
    guard let mention = draft.annotated.mention(at: name.lowerBound),
      isFoundation(draft, name.lowerBound..<(name.lowerBound + 1)),
      draft.annotated.mentions[mention].tokens.upperBound < name.upperBound,
      list("board-noun").contains(draft.annotated.tokens[name.upperBound - 1].folded)
    else { return name }
    return draft.annotated.mentions[mention].tokens
  }

  func isFoundation(_ draft: Draft, _ name: Range<Int>) -> Bool {
    guard let mention = draft.annotated.mention(at: name.lowerBound), let id = draft.ofMention[mention] else {
      return false
    }
    return draft.entities[id]?.subtypes.contains(.ngo) == true
  }

  /// A user group: a name with a topic of such groups in it (`Cloud Native Bergen`), or one that is called a group behind it.
  func group(_ draft: Draft, _ start: Int, _ limit: Int) -> Range<Int>? {
    let tokens = draft.annotated.tokens
    let at = skip(draft, start, limit, ["the"])
    guard at < limit, let name = groupName(draft, at, limit) else { return nil }
    if isBody(draft, name) { return name }
    if name.count > 1, name.contains(where: { list("group-topic").match(tokens, $0) > 0 }),
      draft.mentions(in: name, [.project]).allSatisfy({ draft.annotated.mentions[$0].tokens != name })
    {
      return name
    }
    var next = name.upperBound
    guard next + 1 < limit, tokens[next].folded == "," else { return nil }
    next = skip(draft, next + 1, limit, ["the"])
    return (next..<min(next + 4, limit)).contains { list("group-noun-behind").match(tokens, $0) > 0 } ? name : nil
  }

  /// Capitals, whatever is known of them: groups are named after software and cities, and gather as events do.
  private func groupName(_ draft: Draft, _ at: Int, _ limit: Int) -> Range<Int>? {
    let tokens = draft.annotated.tokens
    if let mention = draft.annotated.mention(at: at), draft.annotated.mentions[mention].kind == .event {
      let name = draft.annotated.mentions[mention].tokens
      let isGathering = name.contains {
        list("event-head").contains(tokens[$0].folded) || tokens[$0].shape.contains(.digit)
      }
      return isGathering || draft.annotated.mentions[mention].entry != nil || name.upperBound > limit ? nil : name
    }
    var end = at
    while end < limit, tokens[end].isWord, tokens[end].isCapital || tokens[end].shape.contains(.mixed),
      !tokens[end].shape.contains(.sentenceStart)
    {
      if let mention = draft.annotated.mention(covering: end) {
        let kind = draft.annotated.mentions[mention].kind
        if kind == .person || kind == .event { return nil }
      }
      end += 1
    }
    return end > at ? at..<end : nil
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
