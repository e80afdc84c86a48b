import Entities
import Mentions

extension UsesFinder {
  /// `P users at A and B`, `P is used by A and B`, `P is part of A`: who stands behind uses what stands before.
  func reversed(_ draft: inout Draft, _ sentence: Range<Int>) {
    let tokens = draft.annotated.tokens
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      let list = adopters.match(tokens, index)
      let length = max(passive.match(tokens, index), list)
      // `s'intègre à` is no `intégré à`.
      let verb = verbs.match(tokens, index)
      guard length > 0, verb <= length else {
        index += max(verb, 1)
        continue
      }
      if list > 0 {
        adopters(&draft, sentence, index..<(index + length))
      } else {
        usedBy(&draft, sentence, index..<(index + length))
      }
      index += length
    }
  }

  /// Organizations and unknown names from a place on that stand in one list: nothing but commas, conjunctions and remarks between.
  ///
  /// - Parameter isSure: The words say that users follow: a name of ordinary words is one too.
  func list(
    _ draft: Draft, _ sentence: Range<Int>, from start: Int, _ kinds: Set<Mention.Kind>, isSure: Bool = false
  ) -> [Int] {
    let tokens = draft.annotated.tokens
    var found: [Int] = []
    var at = start
    for mention in draft.mentions(in: start..<sentence.upperBound, kinds) {
      let range = draft.annotated.mentions[mention].tokens
      let gap = at..<max(at, range.lowerBound)
      let isNear = found.isEmpty ? gap.count <= Self.leadReach : gap.count <= Self.itemReach
      guard isNear, !gap.contains(where: { [";", ".", "–", "—"].contains(tokens[$0].folded) || isClause(tokens, $0) })
      else { break }
      if !found.isEmpty,
        !gap.contains(where: {
          tokens[$0].folded == "," || and.contains(tokens[$0].folded) || tokens[$0].folded == "to"
        })
      {
        break
      }
      if !isSure, draft.annotated.mentions[mention].kind == .name, !mayBeCompany(draft, mention) { continue }
      found.append(mention)
      at = range.upperBound
    }
    return found
  }

  private static let leadReach = 12
  private static let itemReach = 9

  private func isClause(_ tokens: [Token], _ index: Int) -> Bool {
    stops.contains(tokens[index].folded) || verbs.match(tokens, index) > 0
  }

  private func isTakenBack(_ draft: Draft, _ sentence: Range<Int>, _ index: Int) -> Bool {
    let tokens = draft.annotated.tokens
    let low = max(sentence.lowerBound, index - 5)
    return (low..<index).contains {
      negation.match(tokens, $0) > 0 || hypothetical.match(tokens, $0) > 0 && !tokens[$0].isCapital
    }
  }

  private func adopters(_ draft: inout Draft, _ sentence: Range<Int>, _ word: Range<Int>) {
    if isTakenBack(draft, sentence, word.lowerBound) { return }
    // `for customers such as`: whom one works for, not who uses what was named.
    if word.lowerBound > sentence.lowerBound, prepositions.contains(draft.annotated.tokens[word.lowerBound - 1].folded)
    {
      return
    }
    let used =
      draft.mentions(in: max(sentence.lowerBound, word.lowerBound - 6)..<word.lowerBound, [.project, .product])
      .last.flatMap { draft.ofMention[$0] } ?? topic
    guard let used else { return }
    state(
      &draft, users: list(draft, sentence, from: word.upperBound, [.organization, .name, .product]), used: used,
      sentence, "adopters", 0.85)
  }

  private func usedBy(_ draft: inout Draft, _ sentence: Range<Int>, _ word: Range<Int>) {
    if isTakenBack(draft, sentence, word.lowerBound) { return }
    let tokens = draft.annotated.tokens
    let before = draft.mentions(
      in: sentence.lowerBound..<word.lowerBound, [.project, .product, .organization, .person]
    )
    .filter { draft.annotated.mentions[$0].tokens.upperBound <= word.lowerBound }
    var used: EntityID?
    if let last = before.last {
      guard draft.annotated.mentions[last].isSoftware, !isAside(draft, last, sentence) else { return }
      used = draft.ofMention[last]
      // `P can be used in place of Q`, and another clause between.
      let gap = draft.annotated.mentions[last].tokens.upperBound..<word.lowerBound
      if gap.count > Self.leadReach || gap.contains(where: { [";", "."].contains(tokens[$0].folded) }) { return }
    } else if let before = grammar.wordBefore(tokens, word.lowerBound, sentence),
      pronouns.contains(tokens[before].folded)
    {
      used = thing(draft, sentence, word.lowerBound) ?? topic
    }
    guard let used else { return }
    // `used in place of Q`: the phrase may have taken the preposition.
    if (word.upperBound - 1...word.upperBound).contains(where: { $0 < tokens.count && instead.match(tokens, $0) > 0 }) {
      return
    }
    state(
      &draft, users: list(draft, sentence, from: word.upperBound, [.organization, .project, .product, .name]),
      used: used,
      sentence, "use-passive", 0.82)
  }

  private func state(
    _ draft: inout Draft, users: [Int], used: EntityID, _ sentence: Range<Int>, _ rule: String, _ confidence: Double
  ) {
    for mention in users {
      guard let user = draft.actor(mention) ?? draft.asOrganization(mention), user != used else { continue }
      draft.state(
        .entity(user), .uses, .entity(used),
        tokens: sentence.lowerBound..<draft.annotated.mentions[mention].tokens.upperBound, rule: rule, confidence)
    }
  }
}
