import Entities
import Mentions
import Posts

// The phrase that calls a talk without a title.
extension TalkFinder {
  /// `X and Y`
  func joinsSoftware(_ draft: Draft, _ and: Int, _ sentence: Range<Int>) -> Bool {
    guard and + 1 < sentence.upperBound, let before = draft.annotated.mention(covering: and - 1),
      let behind = draft.annotated.mention(covering: and + 1)
    else { return false }
    return draft.annotated.mentions[before].isSoftware && draft.annotated.mentions[behind].isSoftware
  }

  /// Back over what a noun is about: `a Kubernetes 1.11 update`.
  func phraseStart(_ draft: Draft, _ noun: Int, _ sentence: Range<Int>) -> Int {
    let tokens = draft.annotated.tokens
    var at = noun
    while at > sentence.lowerBound, noun - at < 5,
      draft.annotated.mention(covering: at - 1).map({ draft.annotated.mentions[$0].isSoftware }) == true
        || tokens[at - 1].shape.contains(.digit)
    { at -= 1 }
    return at
  }

  func phraseEnd(_ draft: Draft, _ start: Int, _ sentence: Range<Int>) -> Int {
    let tokens = draft.annotated.tokens
    var end = start + max(1, nouns.match(tokens, start))
    while end < sentence.upperBound, end - start < 14 {
      let folded = tokens[end].folded
      if [",", ";", ":", ".", "(", "–", "—", "!", "?"].contains(folded)
        || and.contains(folded) && !joinsSoftware(draft, end, sentence)
      {
        break
      }
      // `at KubeCon`
      if end > start, eventBefore.contains(folded) {
        var next = end + 1
        while next < sentence.upperBound, the.contains(tokens[next].folded), next <= end + 2 { next += 1 }
        if let event = draft.annotated.mention(covering: next), draft.annotated.mentions[event].kind == .event { break }
      }
      // `a demo of X with Y`, but `a demo of X with Ada`
      if by.contains(folded), !draft.mentions(in: (end + 1)..<min(end + 5, sentence.upperBound), [.person]).isEmpty {
        break
      }
      end += 1
    }
    return end
  }

  /// No heading stands between two sentences.
  func isSameSection(_ draft: Draft, _ first: Int, _ second: Int) -> Bool {
    let sentences = draft.annotated.sentences
    let blocks = [first, second].map { draft.annotated.tokens[sentences[$0].lowerBound].block }
    return !(min(blocks[0], blocks[1])..<max(blocks[0], blocks[1])).contains { index in
      if case .heading = draft.annotated.text.blocks[index].kind { index > min(blocks[0], blocks[1]) } else { false }
    }
  }

  /// Where `how`, `why` or `what` opens a clause, right behind a verb or behind `in five minutes`.
  func clause(_ tokens: [Token], _ object: Int, _ sentence: Range<Int>) -> Int? {
    if how.contains(tokens[object].folded) || clauses.contains(tokens[object].folded) { return object }
    guard eventBefore.contains(tokens[object].folded) else { return nil }
    return (object + 1..<min(object + 5, sentence.upperBound)).first {
      how.contains(tokens[$0].folded) || clauses.contains(tokens[$0].folded)
    }
  }

  /// A talk that somebody is somewhere `for`, with no other person between.
  func purpose(_ draft: Draft, _ end: Int, _ sentence: Range<Int>) -> Range<Int>? {
    let tokens = draft.annotated.tokens
    let limit = min(end + 16, sentence.upperBound)
    guard end < limit else { return nil }
    for at in end..<limit {
      if let mention = draft.annotated.mention(at: at), draft.annotated.mentions[mention].kind == .person { return nil }
      guard purposes.contains(tokens[at].folded), at + 2 < limit,
        the.contains(tokens[at + 1].folded) || indefinite.contains(tokens[at + 1].folded),
        let noun = (at + 2..<min(at + 5, limit)).first(where: { strongNouns.match(tokens, $0) > 0 })
      else { continue }
      return noun..<phraseEnd(draft, noun, sentence)
    }
    return nil
  }
}
