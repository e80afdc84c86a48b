import Entities
import Mentions

extension UsesFinder {
  /// `A replaced P with Q`, `the team moved its clusters from P to Q`, `A est passée de P à Q, puis à R`: who changes uses what the
  /// change ends with.
  ///
  /// - Returns: Where the words end; nil when there is no change.
  func switching(_ draft: inout Draft, _ sentence: Range<Int>, _ index: Int) -> Int? {
    let tokens = draft.annotated.tokens
    let length = switches.match(tokens, index)
    guard length > 0, draft.annotated.mention(covering: index) == nil else { return nil }
    let verb = index..<(index + length)
    let words = (0..<length).map { tokens[index + $0].folded }.joined(separator: " ")
    let goals = switches.value(of: words) == "with" ? switchWith : switchTo
    let near = max(sentence.lowerBound, index - 6)..<verb.upperBound
    for at in near where negation.match(tokens, at) > 0 || isWished(tokens, at) { return nil }
    // The verb's own list reads `moved to P`; this one what has something between.
    guard let (target, place) = goal(draft, sentence, verb, goals) else { return nil }
    var who = subjects(draft, sentence, index).compactMap { draft.actor($0) ?? draft.asOrganization($0) }
    var start = index
    if who.isEmpty, let party = parties.read(draft, sentence, index), !party.isPerson {
      who = [party.who]
      start = min(start, party.start)
    } else if let first = draft.mentions(in: sentence.lowerBound..<index, [.organization, .project, .product, .name])
      .last
    {
      start = draft.annotated.mentions[first].tokens.lowerBound
    }
    for user in who where user.type != .person && user.type != .place {
      draft.state(
        .entity(user), .uses, .entity(target), tokens: start..<max(place, verb.upperBound), rule: "use-switch", 0.84)
    }
    return who.isEmpty ? nil : place
  }

  /// The last goal of the change within its clause, and where it ends.
  private func goal(
    _ draft: Draft, _ sentence: Range<Int>, _ verb: Range<Int>, _ goals: WordList
  ) -> (EntityID, Int)? {
    let tokens = draft.annotated.tokens
    var found: (EntityID, Int)?
    var at = verb.upperBound
    while at < sentence.upperBound, at - verb.upperBound < 18, ![";", ":", "–", "—"].contains(tokens[at].folded) {
      let length = goals.match(tokens, at)
      guard length > 0, draft.annotated.mention(covering: at) == nil else {
        if at > verb.upperBound, negation.match(tokens, at) > 0 || isWished(tokens, at) { return found }
        at += 1
        continue
      }
      var next = at + length
      let isPronoun = next < sentence.upperBound && its.contains(tokens[next].folded)
      if isPronoun, let mention = software(draft, sentence, before: next), let id = draft.ofMention[mention] {
        return (id, next + 1)
      }
      var words = 0
      while next < sentence.upperBound, words < 3, draft.annotated.mention(covering: next) == nil, tokens[next].isWord {
        next += 1
        words += 1
      }
      if next < sentence.upperBound, let mention = draft.annotated.mention(at: next),
        draft.annotated.mentions[mention].isSoftware, let id = draft.ofMention[mention]
      {
        found = (id, draft.annotated.mentions[mention].tokens.upperBound)
        at = draft.annotated.mentions[mention].tokens.upperBound
      } else {
        at += length
      }
    }
    return found
  }
}
