import Entities
import Mentions

/// Organizations that belong to foundations: `has become a silver member of the …`, `adhère à …`, `joins the …`.
struct Memberships {
  private let reader: AffiliationReader
  private let become: WordList
  private let join: WordList
  private let foundations: WordList
  private let the: WordList
  private let and: WordList
  private let members: WordList
  private let of: WordList

  init(_ language: LanguageData) {
    reader = AffiliationReader(language)
    become = language.list("member-become")
    join = language.list("join-foundation")
    foundations = language.list("foundation-noun")
    the = language.list("the")
    and = language.list("and")
    members = language.list("member-noun")
    of = language.list("member-of")
  }

  func find(_ draft: inout Draft, home: EntityID?) {
    let tokens = draft.annotated.tokens
    for sentence in draft.annotated.sentences where !sentence.isEmpty {
      asMember(&draft, sentence, home)
      listed(&draft, sentence)
      for index in sentence {
        let isBecoming = become.match(tokens, index) > 0
        let length = max(become.match(tokens, index), join.match(tokens, index))
        guard length > 0, !isDoubtful(draft, sentence, index) else { continue }
        // A person's membership is the person's.
        let clause = isFirmsOwn(draft, sentence, index) ? max(sentence.lowerBound, index - 3) : sentence.lowerBound
        guard draft.mentions(in: clause..<index, [.person]).isEmpty,
          let member = subject(draft, sentence, index, home)
        else { continue }
        for name in bodies(draft, from: index + length, sentence.upperBound) {
          guard isBecoming || isFoundation(draft, name), let body = reader.organizations.resolve(&draft, name) else {
            continue
          }
          guard isFoundation(draft, name), body != member else { continue }
          draft.state(
            .entity(member), .memberOf, .entity(body), tokens: sentence.lowerBound..<name.upperBound,
            rule: "membership",
            0.9)
        }
      }
    }
  }

  /// `…, the company is a member of`
  private func isFirmsOwn(_ draft: Draft, _ sentence: Range<Int>, _ index: Int) -> Bool {
    let nouns = draft.language.list("owner-noun")
    return (max(sentence.lowerBound, index - 4)..<index).contains { nouns.match(draft.annotated.tokens, $0) > 0 }
  }

  /// `As a member of the CNCF and of the Linux Foundation, Quillmark …`
  private func asMember(_ draft: inout Draft, _ sentence: Range<Int>, _ home: EntityID?) {
    let tokens = draft.annotated.tokens
    let at = sentence.lowerBound + draft.language.list("as").match(tokens, sentence.lowerBound)
    guard at > sentence.lowerBound else { return }
    var noun = at
    while noun < sentence.upperBound, noun - at < 4, members.match(tokens, noun) == 0, tokens[noun].isWord { noun += 1 }
    guard noun < sentence.upperBound, members.match(tokens, noun) > 0 else { return }
    var end = noun + members.match(tokens, noun)
    var bodies = reader.bodies(draft, end, sentence.upperBound, &end)
    // The comma behind the last of them is the subject's.
    if bodies.count > 1, let last = bodies.last, !isFoundation(draft, last), !reader.isBody(draft, last) {
      bodies.removeLast()
      end = last.lowerBound - 1
    }
    guard !bodies.isEmpty, end + 1 < sentence.upperBound, tokens[end].folded == "," else { return }
    let we = draft.language.list("home-we")
    let member: EntityID?
    var last = end + 2
    if we.contains(tokens[end + 1].folded) {
      member = home
    } else if let name = reader.organizations.read(draft, end + 1, sentence.upperBound) {
      member = reader.organizations.resolve(&draft, name.name)
      last = name.end
    } else {
      return
    }
    guard let member, member.type == .organization else { return }
    for name in bodies {
      guard let body = reader.organizations.resolve(&draft, name), body != member else { continue }
      draft.state(
        .entity(member), .memberOf, .entity(body), tokens: sentence.lowerBound..<last, rule: "membership", 0.9)
    }
  }

  /// `The new members of the foundation are A, B and C`, `welcomes A and B as silver members of the CNCF`.
  private func listed(_ draft: inout Draft, _ sentence: Range<Int>) {
    let tokens = draft.annotated.tokens
    guard let noun = sentence.first(where: { members.match(tokens, $0) > 0 && tokens[$0].folded.hasSuffix("s") }),
      !isDoubtful(draft, sentence, noun)
    else { return }
    var bodies: [Range<Int>] = []
    var end = noun + members.match(tokens, noun)
    if let before = draft.mentions(in: max(sentence.lowerBound, noun - 4)..<noun, [.organization]).last,
      case let name = draft.annotated.mentions[before].tokens, isFoundation(draft, name)
    {
      bodies = [name]
    } else {
      bodies = reader.bodies(draft, end, sentence.upperBound, &end).filter { isFoundation(draft, $0) }
    }
    guard let name = bodies.first, end < sentence.upperBound else { return }
    let link = draft.language.list("list-verb").match(tokens, end)
    guard link > 0 || tokens[end].folded == ":" else { return }
    var at = end + max(1, link)
    if at < sentence.upperBound, tokens[at].folded == ":" { at += 1 }
    var found: [Range<Int>] = []
    while at < sentence.upperBound, let organization = reader.organizations.read(draft, at, sentence.upperBound) {
      found.append(organization.name)
      at = organization.end
      guard at < sentence.upperBound, tokens[at].folded == "," || and.match(tokens, at) > 0 else { break }
      at += max(1, and.match(tokens, at))
      if at < sentence.upperBound { at += and.match(tokens, at) }
    }
    guard !found.isEmpty, let body = reader.organizations.resolve(&draft, name) else { return }
    for one in found {
      guard let member = reader.organizations.resolve(&draft, one), member != body else { continue }
      draft.state(
        .entity(member), .memberOf, .entity(body), tokens: name.lowerBound..<one.upperBound, rule: "membership-list",
        0.88)
    }
  }

  /// Who joins: the organization named last before, or `we`.
  private func subject(_ draft: Draft, _ sentence: Range<Int>, _ at: Int, _ home: EntityID?) -> EntityID? {
    let named = draft.mentions(in: sentence.lowerBound..<at, [.organization, .name]).compactMap { mention in
      draft.ofMention[mention].flatMap { $0.type == .organization ? $0 : nil }
    }
    // `Rook, built by Quillmark, joined` is about the project.
    if let thing = draft.mentions(in: sentence.lowerBound..<at, [.organization, .name, .project, .product]).first,
      draft.annotated.mentions[thing].isSoftware, draft.ofMention[thing]?.type != .organization
    {
      return nil
    }
    if let first = named.first { return Set(named).count == 1 ? first : named.last }
    let tokens = draft.annotated.tokens
    let us = [draft.language.list("home-we"), draft.language.list("owner-noun")]
    return (sentence.lowerBound..<at).contains { index in us.contains { $0.contains(tokens[index].folded) } }
      ? home : nil
  }

  /// `the Linux Foundation and (of) the Cloud Native Computing Foundation (CNCF)`; remarks between commas are passed over.
  private func bodies(_ draft: Draft, from start: Int, _ limit: Int) -> [Range<Int>] {
    let tokens = draft.annotated.tokens
    var found: [Range<Int>] = []
    var at = start
    var skipped = 0
    while at < limit {
      if let organization = reader.organizations.read(draft, at, limit) {
        found.append(organization.name)
        at = organization.end
        if at + 2 < limit, tokens[at].folded == "(", tokens[at + 2].folded == ")" { at += 3 }
        guard at < limit, tokens[at].folded == "," || and.match(tokens, at) > 0 else { break }
        at += max(1, and.match(tokens, at))
        skipped = 6
      } else {
        let step = max(of.match(tokens, at), the.match(tokens, at), and.match(tokens, at))
        if step == 0 { skipped += 1 }
        if skipped > 8 || [".", ";", "!", "?"].contains(tokens[at].folded) { break }
        at += max(1, step)
      }
    }
    return found
  }

  private func isFoundation(_ draft: Draft, _ name: Range<Int>) -> Bool {
    if name.contains(where: { foundations.contains(draft.annotated.tokens[$0].folded) }) { return true }
    guard let mention = draft.annotated.mention(at: name.lowerBound), let id = draft.ofMention[mention] else {
      return false
    }
    return draft.entities[id]?.subtypes.contains(.ngo) == true
  }

  private func isDoubtful(_ draft: Draft, _ sentence: Range<Int>, _ at: Int) -> Bool {
    let tokens = draft.annotated.tokens
    let negation = draft.language.list("negation")
    let hypothetical = draft.language.list("hypothetical")
    return (sentence.lowerBound..<at).contains { negation.match(tokens, $0) > 0 || hypothetical.match(tokens, $0) > 0 }
  }
}
