import Entities
import Mentions
import Posts

// Talks that a text tells of without a title.
extension TalkFinder {
  func untitled(
    _ draft: inout Draft, _ sentence: Range<Int>, _ event: EntityID?, _ people: [Int], _ given: inout [Given],
    onlyBy: Bool = false
  ) -> Bool {
    let tokens = draft.annotated.tokens
    let isEach = !context.byCity.isEmpty && saysEachMeetup(draft, sentence)
    guard event != nil || isEach else { return false }
    // In a conversation people speak of things; at an event that it tells of they gave a talk.
    let isTalking = isConversation && event == context.main
    var handled = false
    // Lessons and stories are shared anywhere: on a stage if the sentence or the tour says so.
    let isPlaced = !context.byCity.isEmpty || !draft.mentions(in: sentence, [.event]).isEmpty
    var former: [EntityID] = []
    for group in groups(draft, people) {
      guard let first = group.first, let last = group.last else { continue }
      defer { former = group.compactMap { draft.ofMention[$0] } }
      let start = draft.annotated.mentions[first].tokens.lowerBound
      let end = draft.annotated.mentions[last].tokens.upperBound
      let reach = reach(tokens, end, sentence)
      var ids = group.compactMap { draft.ofMention[$0] }
      // `she and our founder, P`
      if let one = former.last, former.count == 1, isJoinedPronoun(draft, sentence, start), !ids.contains(one) {
        ids.insert(one, at: 0)
      }
      if draft.isDenied(negation, in: max(sentence.lowerBound, start - 3)..<start) { continue }
      // `a demo of X by P`
      if let low = giver(draft, start, sentence),
        let noun = (max(sentence.lowerBound, low - 8)..<low).last(where: { nouns.match(tokens, $0) > 0 })
          ?? subjectNoun(draft, low, sentence)
      {
        if draft.isDenied(negation, in: sentence) { continue }
        // The noun with the whole phrase before `by`, without `was`.
        if isKnown(&draft, noun, sentence, ids, event, &given) {
          handled = true
          continue
        }
        var high = low
        while high > noun + 1, be.contains(tokens[high - 1].folded) || !tokens[high - 1].isWord { high -= 1 }
        if noun < low - 8 { high = min(high, phraseEnd(draft, noun, sentence)) }
        let phrase = phraseStart(draft, noun, sentence)..<max(high, noun + 1)
        add(&draft, phrase, ids, event, isEach, sentence, &given)
        handled = true
        continue
      }
      // `On the agenda: P and Q on X`
      if let phrase = listedTopic(draft, start, end, sentence) {
        add(&draft, phrase, ids, event, isEach, sentence, &given)
        handled = true
        continue
      }
      // `P will be at E for a demo of X`, `P handed over to Q for a workshop on Y`
      if let phrase = purpose(draft, end, sentence) {
        add(&draft, phrase, ids, event, isEach, sentence, &given)
        handled = true
        continue
      }
      // `P with the Quill demo`
      if let phrase = bringing(draft, end, sentence) {
        add(&draft, phrase, ids, event, isEach, sentence, &given)
        handled = true
        continue
      }
      if onlyBy { continue }
      // `P gave a talk about X`, `P discussed how …`
      let hasGiven = given.contains {
        !Set($0.performers).isDisjoint(with: ids) && draft.isAt($0.id, event)
          && isSameSection(draft, $0.sentence, draft.annotated.tokens[sentence.lowerBound].sentence)
      }
      // His talk's title was told right before: this is what he did in it.
      let isTold = given.contains {
        !$0.isUnnamed && !Set($0.performers).isDisjoint(with: ids)
          && (0...3).contains(draft.annotated.tokens[sentence.lowerBound].sentence - $0.sentence)
          && draft.isAt($0.id, event)
      }
      var depth = 0
      for verb in end..<min(sentence.upperBound, end + reach) {
        if tokens[verb].folded == "(" { depth += 1 }
        if tokens[verb].folded == ")" { depth -= 1 }
        // What stands in parentheses about P is another matter, and so is what another person does.
        guard depth == 0 else { continue }
        if verb > end, people.contains(where: { draft.annotated.mentions[$0].tokens.lowerBound == verb }) { break }
        let about = aboutVerbs.match(tokens, verb)
        let length = max(about, verbs.match(tokens, verb))
        guard length > 0, verb + length < sentence.upperBound else { continue }
        let object = verb + length
        if draft.isDenied(negation, in: end..<min(object + 1, sentence.upperBound)) { break }
        // Behind `gave` any noun for talks will do, behind `explained` only those that mean nothing else.
        let isGiving = giveVerbs.match(tokens, verb) > 0
        if let noun = (object..<min(sentence.upperBound, object + 6)).first(where: {
          strongNouns.match(tokens, $0) > 0 || isGiving && nouns.match(tokens, $0) > 0
            || (isPlaced || start - sentence.lowerBound <= 1) && sharedThings.match(tokens, $0) > 0 && $0 - object <= 2
        }), isGiving && !isTold || !hasGiven {
          add(&draft, noun..<phraseEnd(draft, noun, sentence), ids, event, isEach, sentence, &given)
          handled = true
        } else if let clause = clause(tokens, object, sentence), !hasGiven, !isTalking {
          // `P then discussed how …`: the clause is what the talk was on.
          let end = tokens[sentence.upperBound - 1].isWord ? sentence.upperBound : sentence.upperBound - 1
          add(&draft, clause..<max(end, clause + 1), ids, event, isEach, sentence, &given)
          handled = true
        } else if about > 0, !hasGiven, !isTalking {
          let phrase = object..<phraseEnd(draft, object, sentence)
          guard phrase.contains(where: { tokens[$0].range.count > 3 }) else { break }
          add(&draft, phrase, ids, event, isEach, sentence, &given)
          handled = true
        } else if verb - end < 3, verb + length < min(sentence.upperBound, end + 18) {
          continue
        }
        break
      }
    }
    // `Each meetup began with a recap of …`
    if !handled, isEach, people.isEmpty,
      let noun = sentence.first(where: { nouns.match(tokens, $0) > 0 })
    {
      add(&draft, noun..<phraseEnd(draft, noun, sentence), [], event, true, sentence, &given)
      handled = true
    }
    return handled
  }

  /// `a demo of X …; it was given by`: the noun further up that `it` means.
  private func subjectNoun(_ draft: Draft, _ by: Int, _ sentence: Range<Int>) -> Int? {
    let tokens = draft.annotated.tokens
    guard self.by.match(tokens, by) > 1, by - 1 > sentence.lowerBound, be.contains(tokens[by - 1].folded) else {
      return nil
    }
    let noun = (max(sentence.lowerBound, by - 30)..<by).last { strongNouns.match(tokens, $0) > 0 }
    return noun.flatMap { titlesAround(draft, $0) ? nil : $0 }
  }

  private func titlesAround(_ draft: Draft, _ token: Int) -> Bool {
    let own = draft.annotated.tokens[token].range
    return draft.annotated.quotations(startingIn: draft.annotated.range(draft.sentence(token))).contains {
      $0.range.overlaps(own)
    }
  }

  private func bringing(_ draft: Draft, _ end: Int, _ sentence: Range<Int>) -> Range<Int>? {
    let tokens = draft.annotated.tokens
    guard end + 2 < sentence.upperBound, company.match(tokens, end) == 1, the.contains(tokens[end + 1].folded),
      let noun = (end + 2..<min(end + 6, sentence.upperBound)).first(where: { strongNouns.match(tokens, $0) > 0 }),
      (end + 1..<noun).allSatisfy({ tokens[$0].isWord && verbs.match(tokens, $0) == 0 })
    else { return nil }
    return end + 2..<noun + 1
  }

  /// How far behind a person his verb may stand: right behind, unless something about him comes between.
  private func reach(_ tokens: [Token], _ end: Int, _ sentence: Range<Int>) -> Int {
    guard end < sentence.upperBound else { return 0 }
    let next = tokens[end]
    let isAside =
      !next.isWord || affiliation.match(tokens, end) > 0 || who.contains(next.folded) || and.contains(next.folded)
    return isAside || adverb.contains(next.folded) ? 24 : 5
  }

  /// `she and our founder, `
  private func isJoinedPronoun(_ draft: Draft, _ sentence: Range<Int>, _ start: Int) -> Bool {
    let tokens = draft.annotated.tokens
    return (max(sentence.lowerBound, start - 6)..<start).contains { index in
      pronouns.contains(tokens[index].folded) && index + 1 < start && and.match(tokens, index + 1) > 0
    }
  }

  /// `The talk of P was given in … as well`: the article says that it was told of before.
  private func isKnown(
    _ draft: inout Draft, _ noun: Int, _ sentence: Range<Int>, _ people: [EntityID], _ event: EntityID?,
    _ given: inout [Given]
  ) -> Bool {
    let tokens = draft.annotated.tokens
    guard noun > sentence.lowerBound, definite.match(tokens, noun - 1) > 0,
      let talk = given.last(where: { !$0.isUnnamed && !Set($0.performers).isDisjoint(with: people) })
    else { return false }
    let isGiven = (noun..<sentence.upperBound).contains {
      passives.match(tokens, $0) > 0 || repeatVerbs.match(tokens, $0) > 0
    }
    if let event, isGiven { _ = give(&draft, talk, talk.performers, at: event, sentence, &given) }
    return true
  }

  /// Where `by` before a person begins: right before, or before what he is (`by our very own ambassador, P`).
  private func giver(_ draft: Draft, _ person: Int, _ sentence: Range<Int>) -> Int? {
    let tokens = draft.annotated.tokens
    if let near = [3, 2, 1].lazy.map({ person - $0 }).first(where: { at in
      at > sentence.lowerBound && by.match(tokens, at) == person - at
    }) {
      return near
    }
    var at = person - 1
    while at > sentence.lowerBound, person - at <= 9 {
      if byStrict.contains(tokens[at].folded) || by.match(tokens, at) > 1 {
        // `given by`
        return at - 1 > sentence.lowerBound && by.match(tokens, at - 1) == 2 ? at - 1 : at
      }
      guard tokens[at].isWord || tokens[at].folded == ",", verbs.match(tokens, at) == 0 else { return nil }
      at -= 1
    }
    return nil
  }

  /// What stands behind `on` right after a person, or his firm, in a sentence that tells an agenda.
  private func listedTopic(_ draft: Draft, _ start: Int, _ end: Int, _ sentence: Range<Int>) -> Range<Int>? {
    let tokens = draft.annotated.tokens
    guard draft.contains(agenda, in: sentence) != nil || isHeard(draft, start, sentence) else { return nil }
    var at = end
    while at < min(end + 10, sentence.upperBound) {
      let length = on.match(tokens, at)
      if length > 0 {
        let start = at + length
        return start < sentence.upperBound ? start..<max(start + 1, phraseEnd(draft, start, sentence)) : nil
      }
      if verbs.match(tokens, at) > 0 || [";", "."].contains(tokens[at].folded) { return nil }
      at += 1
    }
    return nil
  }

  /// `listened to P`
  private func isHeard(_ draft: Draft, _ person: Int, _ sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, person - 3)..<person).contains { at in
      let length = hearVerbs.match(draft.annotated.tokens, at)
      return length > 0 && at + length == person
    }
  }

  /// `Each meetup began with …`
  private func saysEachMeetup(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
    let words = draft.language.list("meetup-word")
    let tokens = draft.annotated.tokens
    guard let at = draft.contains(each, in: sentence) else { return false }
    return (at..<min(at + 4, sentence.upperBound)).contains { words.contains(tokens[$0].folded) }
  }

  /// `presented ‘TITLE’ and provided a demo of X`: a second talk behind the first.
  func second(
    _ draft: inout Draft, _ sentence: Range<Int>, _ number: Int, after start: Int, _ people: [EntityID],
    _ event: EntityID?,
    _ given: inout [Given]
  ) {
    let tokens = draft.annotated.tokens
    guard start + 3 < sentence.upperBound else { return }
    for index in start..<min(start + 8, sentence.upperBound) {
      guard
        let noun = (index..<min(index + 1, sentence.upperBound)).first(where: { strongNouns.match(tokens, $0) > 0 }),
        (start..<noun).contains(where: { and.match(tokens, $0) > 0 }),
        noun + 2 < sentence.upperBound,
        draft.annotated.mention(covering: noun + 2) != nil || draft.annotated.mention(covering: noun + 3) != nil
      else { continue }
      add(&draft, noun..<phraseEnd(draft, noun, sentence), people, event, false, sentence, &given)
      return
    }
  }

  func add(
    _ draft: inout Draft, _ phrase: Range<Int>, _ people: [EntityID], _ event: EntityID?, _ isEach: Bool,
    _ sentence: Range<Int>, _ given: inout [Given]
  ) {
    let name = draft.annotated.string(phrase)
    let topics = topics(draft, phrase)
    let own = eventBehind(draft, phrase, sentence, draft.mentions(in: sentence, [.person]), [])
    let events: [EntityID?] = isEach ? context.byCity.map(\.event) : [own ?? event]
    for event in events {
      let id = insert(
        &draft, name, isUnnamed: true, event, people, topics, range: draft.annotated.range(phrase), sentence: sentence,
        title: nil)
      given.append(
        Given(
          title: name, isUnnamed: true, performers: people, topics: topics, id: id,
          sentence: draft.annotated.tokens[phrase.lowerBound].sentence))
      if isEach, let url = link(draft, phrase, sentence) { state(&draft, id, url, sentence) }
    }
  }

  private func link(_ draft: Draft, _ phrase: Range<Int>, _ sentence: Range<Int>) -> Trailing? {
    for token in phrase {
      for link in draft.annotated.links(at: token) {
        if let kind = documents.kind(link.absolute) { return Trailing(url: link.absolute, kind: kind) }
      }
    }
    return nil
  }
}
