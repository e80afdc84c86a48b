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
    var handled = false
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
        let phrase = phraseStart(draft, noun, sentence)..<high
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
        }) {
          add(&draft, noun..<phraseEnd(draft, noun, sentence), ids, event, isEach, sentence, &given)
          handled = true
        } else if how.contains(tokens[object].folded), !hasGiven, !isConversation(draft) {
          // `P then discussed how …`: the clause is what the talk was on.
          let end = tokens[sentence.upperBound - 1].isWord ? sentence.upperBound : sentence.upperBound - 1
          add(&draft, object..<max(end, object + 1), ids, event, isEach, sentence, &given)
          handled = true
        } else if about > 0, !hasGiven, !isConversation(draft) {
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

  /// A talk that somebody is somewhere `for`, with no other person between.
  private func purpose(_ draft: Draft, _ end: Int, _ sentence: Range<Int>) -> Range<Int>? {
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
      if byStrict.contains(tokens[at].folded) || by.match(tokens, at) > 1 { return at }
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

  private func isConversation(_ draft: Draft) -> Bool {
    let words = draft.language.list("genre-of-conversation")
    let first = draft.annotated.sentences.prefix(3)
    return first.contains { draft.contains(words, in: $0) != nil }
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

  /// `X and Y`
  private func joinsSoftware(_ draft: Draft, _ and: Int, _ sentence: Range<Int>) -> Bool {
    guard and + 1 < sentence.upperBound, let before = draft.annotated.mention(covering: and - 1),
      let behind = draft.annotated.mention(covering: and + 1)
    else { return false }
    return draft.annotated.mentions[before].isSoftware && draft.annotated.mentions[behind].isSoftware
  }

  /// Back over what a noun is about: `a Kubernetes 1.11 update`.
  private func phraseStart(_ draft: Draft, _ noun: Int, _ sentence: Range<Int>) -> Int {
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
