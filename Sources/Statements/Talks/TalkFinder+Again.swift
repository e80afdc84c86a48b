import Entities
import Mentions
import Posts

// A talk that is given again, at another event.
extension TalkFinder {
  /// `P gave the same talk`, `This talk was also featured at …`, `P gave her talk again`, `P a refait sa démonstration`.
  func repeated(
    _ draft: inout Draft, _ sentence: Range<Int>, _ event: EntityID?, _ people: [Int], _ given: inout [Given]
  ) -> Bool {
    guard let event, saysAgain(draft, sentence), !given.isEmpty else { return false }
    let ids = people.compactMap { draft.ofMention[$0] }
    let starts = same.match(draft.annotated.tokens, sentence.lowerBound) > 0
    let earlier = ids.isEmpty || starts ? given.last : given.last { !Set($0.performers).isDisjoint(with: ids) }
    guard let earlier else { return false }
    return give(&draft, earlier, earlier.performers, at: event, sentence, &given)
  }

  /// `TITLE was told once more, by P`: a title that is known, without marks.
  func retold(
    _ draft: inout Draft, _ sentence: Range<Int>, _ event: EntityID?, _ people: [Int], _ given: inout [Given]
  ) -> Bool {
    guard let event, !given.isEmpty else { return false }
    let tokens = draft.annotated.tokens
    guard sentence.contains(where: { again.match(tokens, $0) > 0 || repeatVerbs.match(tokens, $0) > 0 }) else {
      return false
    }
    for talk in given.reversed() where !talk.isUnnamed {
      guard let at = named(draft, talk.title, in: sentence) else { continue }
      let own = performers(draft, sentence, at, people, allowsAfter: true)
      return give(&draft, talk, own.isEmpty ? talk.performers : own, at: event, sentence, &given)
    }
    return false
  }

  func give(
    _ draft: inout Draft, _ talk: Given, _ people: [EntityID], at event: EntityID, _ sentence: Range<Int>,
    _ given: inout [Given]
  ) -> Bool {
    let eventsOfEarlier = given.filter {
      Folding.fold($0.title) == Folding.fold(talk.title) && $0.isUnnamed == talk.isUnnamed
    }
    // Told of already.
    if eventsOfEarlier.contains(where: { draft.isAt($0.id, event) && (!talk.isUnnamed || $0.performers == people) }) {
      return true
    }
    let id = insert(
      &draft, talk.title, isUnnamed: talk.isUnnamed, event, people, talk.topics,
      range: draft.annotated.range(sentence), sentence: sentence, title: nil)
    given.append(
      Given(
        title: talk.title, isUnnamed: talk.isUnnamed, performers: people, topics: talk.topics, id: id,
        sentence: draft.annotated.tokens[sentence.lowerBound].sentence))
    return true
  }

  /// `This talk was also given at …, where P gave ‘TITLE’`
  func startsWithSame(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
    same.match(draft.annotated.tokens, sentence.lowerBound) > 0
  }

  private func saysAgain(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
    if draft.contains(same, in: sentence) != nil { return true }
    let tokens = draft.annotated.tokens
    for index in sentence {
      // `repeated her talk`, `a redonné sa présentation`
      let length = repeatVerbs.match(tokens, index)
      if length > 0, ownTalk(tokens, index + length, sentence) { return true }
      // `gave his talk again`
      if again.match(tokens, index) > 0,
        (max(sentence.lowerBound, index - 5)..<index).contains(where: { ownTalk(tokens, $0, sentence) })
      {
        return true
      }
    }
    return false
  }

  /// `her talk`, `the talk`, `cette présentation`
  private func ownTalk(_ tokens: [Token], _ at: Int, _ sentence: Range<Int>) -> Bool {
    guard at + 1 < sentence.upperBound, possessives.contains(tokens[at].folded) || the.contains(tokens[at].folded)
    else {
      return false
    }
    return (at + 1..<min(at + 3, sentence.upperBound)).contains { strongNouns.match(tokens, $0) > 0 }
  }

  /// Where a sentence holds the words of a title of three words or more.
  private func named(_ draft: Draft, _ title: String, in sentence: Range<Int>) -> Range<Int>? {
    let words = Tokenizer(elisions: LanguageData.elisions).words(of: title)
    guard words.count >= 3 else { return nil }
    let tokens = draft.annotated.tokens
    var at = sentence.lowerBound
    while at + words.count <= sentence.upperBound {
      if tokens[at].folded == words[0], zip(words, tokens[at..<at + words.count]).allSatisfy({ $0 == $1.folded }) {
        return at..<at + words.count
      }
      at += 1
    }
    return nil
  }

  // MARK: writing down

  func insert(
    _ draft: inout Draft, _ name: String, isUnnamed: Bool, _ event: EntityID?, _ people: [EntityID],
    _ topics: [EntityID],
    range: Range<Int>, sentence: Range<Int>, title: Title?
  ) -> EntityID {
    // Without a title, who speaks tells the talk from another of the same words.
    let label = isUnnamed && !people.isEmpty ? name + " " + people.map(\.slug).joined(separator: " ") : name
    let id = EntityID(.talk, [event?.slug, Folding.slug(label)].compactMap { $0 }.joined(separator: "-"))
    draft.insert(
      Entity(
        id: id, names: [name], isUnnamed: isUnnamed, mentions: [range],
        rule: isUnnamed ? "talk-untitled" : "talk-title",
        confidence: isUnnamed ? 0.75 : 0.92))
    let bytes = draft.annotated.range(sentence)
    let rule = isUnnamed ? "talk-untitled" : "talk-title"
    for person in people where person.type == .person {
      draft.state(.entity(id), .performer, .entity(person), bytes: bytes, rule: rule, isUnnamed ? 0.8 : 0.93)
    }
    if let event {
      draft.state(.entity(id), .superEvent, .entity(event), bytes: bytes, rule: rule, isUnnamed ? 0.8 : 0.9)
    }
    for topic in topics { draft.state(.entity(id), .about, .entity(topic), bytes: range, rule: "talk-topic", 0.9) }
    if let page = title?.document, let kind = documents.kind(page), let title {
      draft.state(
        .entity(id), .url, .document(url: page, kind: kind), bytes: title.range, rule: "talk-link", 0.95)
    } else if let title {
      for link in draft.annotated.links(at: title.tokens.lowerBound) {
        // A link on the title leads to its session, wherever that is.
        if let kind = documents.kind(link.absolute) ?? (title.isQuoted ? documents.sessionPath(link.absolute) : nil) {
          draft.state(
            .entity(id), .url, .document(url: link.absolute, kind: kind), bytes: link.range, rule: "talk-link", 0.95)
        }
      }
    }
    return id
  }
}
