import Entities
import Mentions
import Posts

// What one sentence says of the talk that another told of.
extension TalkFinder {
  /// `In it, P of O showed …`, `P then walked us through …`: who gives the title that the sentence before called.
  func taken(_ draft: Draft, _ pending: Pending, _ number: Int, _ sentence: Range<Int>, _ people: [Int])
    -> [EntityID]?
  {
    guard pending.sentence == number - 1 else { return nil }
    let group = groups(draft, people).first ?? []
    guard let first = group.first, let last = group.last else { return nil }
    let start = draft.annotated.mentions[first].tokens.lowerBound
    let end = draft.annotated.mentions[last].tokens.upperBound
    let refers = inIt.match(draft.annotated.tokens, sentence.lowerBound) > 0
    guard refers && start - sentence.lowerBound <= 6 || start - sentence.lowerBound <= 3 else { return nil }
    if draft.isDenied(negation, in: sentence.lowerBound..<min(end + 8, sentence.upperBound)) { return nil }
    let gives = (end..<min(end + 12, sentence.upperBound)).contains { verbs.match(draft.annotated.tokens, $0) > 0 }
    return gives ? group.compactMap { draft.ofMention[$0] } : nil
  }

  /// `What was your first talk?` stands before.
  func answersYou(_ draft: Draft, _ number: Int) -> Bool {
    guard number > 0 else { return false }
    let question = draft.annotated.sentences[number - 1]
    let tokens = draft.annotated.tokens
    guard tokens[question.upperBound - 1].folded == "?" else { return false }
    return draft.contains(your, in: question) != nil && question.contains { nouns.match(tokens, $0) > 0 }
  }

  /// Who gave the talk, or the talk itself, goes on to tell something.
  func tellsOn(_ draft: Draft, _ sentence: Range<Int>, _ people: [Int]) -> Bool {
    if startsWithPronoun(draft, sentence) || itself.match(draft.annotated.tokens, sentence.lowerBound) > 0 {
      return true
    }
    return people.first.map { draft.annotated.mentions[$0].tokens.lowerBound - sentence.lowerBound <= 8 } ?? false
  }

  /// The last two people that the text names before a token.
  func lastTwo(_ draft: Draft, before token: Int) -> [EntityID] {
    var found: [EntityID] = []
    for (index, mention) in draft.annotated.mentions.enumerated().reversed()
    where mention.kind == .person && mention.tokens.upperBound <= token {
      guard let id = draft.ofMention[index], !found.contains(id) else { continue }
      found.append(id)
      if found.count == 2 { break }
    }
    return found.count == 2 ? found.reversed() : []
  }

  /// `Every evening was opened by …`, `À chaque étape …`
  func tellsOfEach(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
    guard !context.byCity.isEmpty, let at = draft.contains(each, in: sentence), at - sentence.lowerBound <= 6 else {
      return false
    }
    return (at..<min(at + 4, sentence.upperBound)).contains { gatherings.match(draft.annotated.tokens, $0) > 0 }
  }

  /// `His co-speaker, P, …`: one more for the talk just told.
  func joins(_ draft: inout Draft, _ sentence: Range<Int>, _ people: [Int], _ given: inout [Given]) -> Bool {
    guard let at = draft.contains(coSpeakers, in: sentence), !given.isEmpty,
      let person = people.first(where: { person in
        let start = draft.annotated.mentions[person].tokens.lowerBound
        return start > at && start - at <= 4
      }),
      let id = draft.ofMention[person],
      draft.annotated.tokens[sentence.lowerBound].sentence - given[given.count - 1].sentence <= 3
    else { return false }
    given[given.count - 1].performers.append(id)
    draft.state(
      .entity(given[given.count - 1].id), .performer, .entity(id), tokens: sentence, rule: "talk-co-speaker", 0.88)
    return true
  }
}
