import Entities
import Mentions
import Posts

// Who gave the talk that a sentence tells of.
extension TalkFinder {
  func performers(
    _ draft: Draft, _ sentence: Range<Int>, _ title: Range<Int>, _ people: [Int], allowsAfter: Bool
  )
    -> [EntityID]
  {
    let tokens = draft.annotated.tokens
    let mentions = draft.annotated.mentions
    let groups = groups(draft, people)
    // `TITLE by P and Q`, `a discussion of TITLE by P`
    for group in groups {
      guard let first = group.first else { continue }
      let start = mentions[first].tokens.lowerBound
      if start > title.upperBound, start > sentence.lowerBound, by.contains(tokens[start - 1].folded),
        start - title.upperBound <= 6
      {
        return group.compactMap { draft.ofMention[$0] }
      }
    }
    let before = groups.filter { ($0.last.map { mentions[$0].tokens.upperBound } ?? .max) <= title.lowerBound }
    if let nearest = before.last { return nearest.compactMap { draft.ofMention[$0] } }
    let after = groups.filter { ($0.first.map { mentions[$0].tokens.lowerBound } ?? .min) >= title.upperBound }
    if allowsAfter, let nearest = after.first, let start = nearest.first.map({ mentions[$0].tokens }) {
      // `In TITLE, P shared …`
      let verb = (start.upperBound..<min(start.upperBound + 12, sentence.upperBound)).contains {
        verbs.match(tokens, $0) > 0
      }
      if verb { return nearest.compactMap { draft.ofMention[$0] } }
    }
    return []
  }

  /// People joined by commas and `and`, with what stands in apposition left aside.
  func groups(_ draft: Draft, _ people: [Int]) -> [[Int]] {
    let tokens = draft.annotated.tokens
    var groups: [[Int]] = []
    for person in people {
      let start = draft.annotated.mentions[person].tokens.lowerBound
      if let last = groups.last?.last {
        let between = draft.annotated.mentions[last].tokens.upperBound..<start
        let isJoined =
          between.count <= 14 && !between.isEmpty
          && between.contains { and.contains(tokens[$0].folded) || tokens[$0].folded == "," }
          && !between.contains {
            verbs.match(tokens, $0) > 0 || by.contains(tokens[$0].folded) && nouns.match(tokens, max($0 - 1, 0)) > 0
          }
        if isJoined {
          groups[groups.count - 1].append(person)
          continue
        }
      }
      groups.append([person])
    }
    return groups
  }

  func startsWithPronoun(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
    sentence.prefix(4).contains { index in
      pronouns.contains(draft.annotated.tokens[index].folded)
        || possessives.contains(draft.annotated.tokens[index].folded) && index + 1 < sentence.upperBound
          && nouns.match(draft.annotated.tokens, index + 1) > 0
    }
  }

  func eventOf(_ draft: Draft, _ number: Int, _ sentence: Range<Int>) -> EntityID? {
    context.ofSentence.indices.contains(number) ? context.ofSentence[number] : context.main
  }

  func topics(_ draft: Draft, _ tokens: Range<Int>) -> [EntityID] {
    var found: [EntityID] = []
    for mention in draft.mentions(in: tokens, [.project, .product]) {
      if let id = draft.ofMention[mention], !found.contains(id) { found.append(id) }
    }
    return found
  }
}
