import Entities
import Mentions
import Posts

// Who gave the talk that a sentence tells of.
extension TalkFinder {
  func performers(
    _ draft: Draft, _ sentence: Range<Int>, _ title: Range<Int>, _ people: [Int], allowsAfter: Bool,
    apart: [Range<Int>] = []
  )
    -> [EntityID]
  {
    let tokens = draft.annotated.tokens
    let mentions = draft.annotated.mentions
    let groups = groups(draft, people, apart: apart + [title])
    let before = groups.last { ($0.last.map { mentions[$0].tokens.upperBound } ?? .max) <= title.lowerBound } ?? []
    let subject = isNext(draft, sentence, title, before) ? [] : before
    let teller = subject.isEmpty ? firstPerson(draft, sentence, before: title.lowerBound) : nil
    // `TITLE by P and Q`, `TITLE, presented by our founder, P`, `TITLE, in which P of O showed …`
    let behind = behind(draft, sentence, title)
    for group in groups {
      guard let first = group.first else { continue }
      let start = mentions[first].tokens.lowerBound
      guard start > title.upperBound else { continue }
      let isNear = start > sentence.lowerBound && by.contains(tokens[start - 1].folded) && start - title.upperBound <= 6
      let isIntroduced =
        behind < start && start - behind <= 10
        && (by.match(tokens, behind) > 0 || inWhich.match(tokens, behind) > 0)
        && !(behind..<start).contains { [".", ";", ":"].contains(tokens[$0].folded) }
      guard isNear || isIntroduced else { continue }
      let own = group.compactMap { draft.ofMention[$0] }
      // `P gave TITLE with Q`
      let at = isNear ? start - 1 : behind
      if company.match(tokens, at) > 0 {
        let giver =
          teller.map { [$0] }
          ?? (gives(draft, sentence, title, subject) ? subject.compactMap { draft.ofMention[$0] } : [])
        return giver + own.filter { !giver.contains($0) }
      }
      return own
    }
    if !subject.isEmpty {
      let own = subject.compactMap { draft.ofMention[$0] }
      // `P and I told …`
      let end = subject.last.map { mentions[$0].tokens.upperBound } ?? title.lowerBound
      if let speaker, end + 1 < title.lowerBound, and.match(tokens, end) > 0, self.first.match(tokens, end + 1) > 0,
        !own.contains(speaker)
      {
        return own + [speaker]
      }
      return own
    }
    if let teller { return [teller] }
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

  /// `P came with a demo, then TITLE`: another talk, without a verb of its own.
  private func isNext(_ draft: Draft, _ sentence: Range<Int>, _ title: Range<Int>, _ group: [Int]) -> Bool {
    let tokens = draft.annotated.tokens
    var at = title.lowerBound - 1
    while at > sentence.lowerBound, Self.openers.contains(tokens[at].folded) { at -= 1 }
    return at > sentence.lowerBound && then.contains(tokens[at].folded)
  }

  /// A verb of giving stands between the people and the title.
  private func gives(_ draft: Draft, _ sentence: Range<Int>, _ title: Range<Int>, _ group: [Int]) -> Bool {
    guard let last = group.last else { return false }
    let start = draft.annotated.mentions[last].tokens.upperBound
    return start < title.lowerBound
      && (start..<title.lowerBound).contains { verbs.match(draft.annotated.tokens, $0) > 0 }
  }

  /// `I presented TITLE`: the post's author, or who answers in an interview.
  private func firstPerson(_ draft: Draft, _ sentence: Range<Int>, before title: Int) -> EntityID? {
    guard let speaker else { return nil }
    let tokens = draft.annotated.tokens
    let says = (sentence.lowerBound..<title).contains { index in
      first.match(tokens, index) > 0
        && (index..<min(index + 8, title)).contains { verbs.match(tokens, $0) > 0 }
    }
    return says ? speaker : nil
  }

  /// People joined by commas and `and`, with what stands in apposition left aside.
  func groups(_ draft: Draft, _ people: [Int], apart: [Range<Int>] = []) -> [[Int]] {
    let tokens = draft.annotated.tokens
    var groups: [[Int]] = []
    for person in people {
      let start = draft.annotated.mentions[person].tokens.lowerBound
      if let last = groups.last?.last {
        let between = draft.annotated.mentions[last].tokens.upperBound..<start
        let isJoined =
          between.count <= 14 && !between.isEmpty && !apart.contains { $0.overlaps(between) }
          && between.contains { and.contains(tokens[$0].folded) || tokens[$0].folded == "," }
          && !between.contains {
            verbs.match(tokens, $0) > 0 || byStrict.contains(tokens[$0].folded) || by.match(tokens, $0) > 1
              || hearVerbs.match(tokens, $0) > 0
              || by.contains(tokens[$0].folded) && nouns.match(tokens, max($0 - 1, 0)) > 0
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

  /// The event that stands behind a talk at a preposition, before the next talk or person.
  func eventBehind(
    _ draft: Draft, _ talk: Range<Int>, _ sentence: Range<Int>, _ people: [Int], _ titles: [Title]
  ) -> EntityID? {
    guard context.byCity.isEmpty, talk.upperBound < sentence.upperBound else { return nil }
    let nextTitle = titles.map(\.tokens.lowerBound).filter { $0 >= talk.upperBound }.min() ?? sentence.upperBound
    let end = min(nextTitle, sentence.upperBound)
    guard talk.upperBound < end else { return nil }
    let events = draft.mentions(in: talk.upperBound..<end, [.event]).filter { context.isSetting(draft, $0, sentence) }
    guard let first = events.first else { return nil }
    let start = draft.annotated.mentions[first].tokens.lowerBound
    // Another person before it gave something else there, unless he gave this talk.
    let between = people.map { draft.annotated.mentions[$0].tokens.lowerBound }.filter {
      $0 > talk.upperBound && $0 < start
    }
    let isOther = between.contains { person in
      (person..<start).contains { verbs.match(draft.annotated.tokens, $0) > 0 }
    }
    return isOther ? nil : context.ofMention[first]
  }

  func topics(_ draft: Draft, _ tokens: Range<Int>) -> [EntityID] { draft.topics(ofTitle: tokens) }
}
