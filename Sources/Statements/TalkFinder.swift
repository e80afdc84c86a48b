import Entities
import Mentions
import Posts

/// Finds talks: a title that somebody gives, or a giving without a title; who gave it, at which event, about what, and where its
/// slides or recording are.
struct TalkFinder {
  let context: EventContext
  let nouns: WordList
  let strongNouns: WordList
  let verbs: WordList
  let by: WordList
  let same: WordList
  let and: WordList
  let pronouns: WordList
  let each: WordList
  let negation: WordList
  let how: WordList
  let possessives: WordList
  let called: WordList
  let titleBefore: WordList
  let be: WordList
  let aboutVerbs: WordList
  let notBefore: WordList
  let documents: DocumentLinks

  /// A talk that was found, for those that repeat it.
  struct Given {
    var title: String
    var isUnnamed: Bool
    var performers: [EntityID]
    var topics: [EntityID]
    var id: EntityID
    var sentence: Int
  }

  init(_ language: LanguageData, context: EventContext) {
    self.context = context
    nouns = language.list("talk-noun")
    strongNouns = language.list("talk-noun-strong")
    verbs = language.list("talk-verb")
    by = language.list("talk-by")
    same = language.list("same-talk")
    and = language.list("and")
    pronouns = language.list("pronoun-he")
    each = language.list("each")
    negation = language.list("negation")
    how = language.list("how")
    possessives = language.list("possessive")
    called = language.list("talk-called")
    titleBefore = language.list("title-before")
    be = language.list("be")
    aboutVerbs = language.list("about-verb")
    notBefore = language.list("not-speaker-before")
    documents = DocumentLinks(language)
  }

  /// `listed` are talks that lines of programmes told of, by sentence.
  func find(_ draft: inout Draft, listed: [Int: [TalkListing.Listed]]) {
    var given: [Given] = []
    var lastSpeakers: [EntityID] = []
    var lastBlock = -1
    for (number, sentence) in draft.annotated.sentences.enumerated() where !sentence.isEmpty {
      let block = draft.annotated.tokens[sentence.lowerBound].block
      let known = listed[number] ?? []
      for talk in known {
        given.append(
          Given(
            title: talk.title, isUnnamed: false, performers: talk.speakers, topics: [], id: talk.id, sentence: number))
      }
      switch draft.annotated.text.blocks[block].kind {
      case .frontMatter, .heading, .tableCell: continue
      default: break
      }
      if block != lastBlock {
        lastSpeakers = []
        lastBlock = block
      }
      let titles = titles(draft, sentence).filter { title in !known.contains { $0.tokens.overlaps(title.tokens) } }
      if !known.isEmpty, titles.isEmpty {
        lastSpeakers = known.last?.speakers ?? []
        continue
      }
      let outside = sentence.filter { token in !titles.contains { $0.tokens.contains(token) } }
      let speech = outside.contains {
        verbs.match(draft.annotated.tokens, $0) > 0 || nouns.match(draft.annotated.tokens, $0) > 0
      }
      let people = draft.mentions(in: sentence, [.person]).filter { mention in
        let tokens = draft.annotated.mentions[mention].tokens
        return !titles.contains { $0.tokens.overlaps(tokens) } && !isAside(draft, tokens, sentence)
      }
      let event = eventOf(draft, number, sentence)
      var handled = false
      if !titles.isEmpty, startsWithSame(draft, sentence) { _ = repeated(&draft, sentence, event, [], &given) }
      var before: (title: Title, id: EntityID)?
      for title in titles where speech || title.hasDocument {
        let text = draft.annotated.text.string(title.range)
        if let known = before, isSameTitle(draft, known.title, title) {
          // `« TITLE » (“the title in another language”)`
          draft.insert(
            Entity(id: known.id, names: [text], mentions: [title.range], rule: "talk-title", confidence: 0.9))
          continue
        }
        let known = given.last { Folding.fold($0.title) == Folding.fold(text) }
        var speakers = performers(draft, sentence, title.tokens, people, allowsAfter: known == nil)
        if speakers.isEmpty, startsWithPronoun(draft, sentence) { speakers = lastSpeakers }
        if title.isFirst, let pending = given.last, pending.isUnnamed, pending.sentence == number - 1, speakers.isEmpty
        {
          // `… a talk from P. ‘TITLE’ showed …`: the title of the talk just told.
          speakers = pending.performers
          draft.remove(pending.id)
          given.removeLast()
        }
        if speakers.isEmpty, title.hasDocument || title.isFirst, people.isEmpty { speakers = lastSpeakers }
        if speakers.isEmpty, let known { speakers = known.performers }
        guard !speakers.isEmpty || known != nil || title.hasDocument && speech else { continue }
        let topics = topics(draft, title.tokens)
        let id = insert(
          &draft, text, isUnnamed: false, event, speakers, topics, range: title.range, sentence: sentence, title: title)
        given.append(
          Given(title: text, isUnnamed: false, performers: speakers, topics: topics, id: id, sentence: number))
        before = (title, id)
        handled = true
        second(&draft, sentence, number, after: title.tokens.upperBound, speakers, event, &given)
      }
      if !handled {
        handled = repeated(&draft, sentence, event, people, &given)
        let again = handled ? given.last?.performers ?? [] : []
        // Who gave the former talk again is done with; others in the sentence are not.
        let rest = people.filter { person in !again.contains { draft.ofMention[person] == $0 } }
        if !handled || rest.count < people.count && !rest.isEmpty {
          handled = untitled(&draft, sentence, event, rest, &given) || handled
        }
      }
      if handled, titles.isEmpty, let url = trailing(draft, sentence), let last = given.last {
        state(&draft, last.id, url, sentence)
      } else if !handled, let last = given.last, last.isUnnamed, last.sentence == number - 1,
        let url = trailing(draft, sentence)
      {
        // `Each meetup began with … . His presentation [link] …`
        for talk in given where talk.sentence == last.sentence { state(&draft, talk.id, url, sentence) }
      } else if let last = given.last, let url = trailing(draft, sentence), block == lastBlock,
        refersToSlides(draft, sentence)
      {
        state(&draft, last.id, url, sentence)
      }
      let named = people.compactMap { draft.ofMention[$0] }
      if !named.isEmpty {
        let performed = handled ? given.last?.performers ?? [] : []
        lastSpeakers = performed.isEmpty ? named : performed
      }
    }
  }

  /// `Following P, Q spoke`: P is no speaker here.
  private func isAside(_ draft: Draft, _ person: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let start = person.lowerBound
    return (max(sentence.lowerBound, start - 3)..<start).contains { at in
      let length = notBefore.match(draft.annotated.tokens, at)
      return length > 0 && at + length == start
    }
  }

  /// A second title in parentheses, or with nothing but marks between, is the first in other words.
  private func isSameTitle(_ draft: Draft, _ first: Title, _ second: Title) -> Bool {
    guard first.tokens.upperBound <= second.tokens.lowerBound else { return false }
    let between = (first.tokens.upperBound..<second.tokens.lowerBound).map { draft.annotated.tokens[$0].folded }
    return between.contains("(") && between.count <= 6 && !between.contains { $0.first?.isLetter == true }
  }

  // MARK: the same talk again

  private func repeated(
    _ draft: inout Draft, _ sentence: Range<Int>, _ event: EntityID?, _ people: [Int], _ given: inout [Given]
  ) -> Bool {
    guard let event, draft.contains(same, in: sentence) != nil, !given.isEmpty else { return false }
    let ids = people.compactMap { draft.ofMention[$0] }
    let starts = same.match(draft.annotated.tokens, sentence.lowerBound) > 0
    let earlier = ids.isEmpty || starts ? given.last : given.last { !Set($0.performers).isDisjoint(with: ids) }
    guard let earlier else { return false }
    let eventsOfEarlier = draft.statements.filter { $0.subject == .entity(earlier.id) && $0.relation == .superEvent }
    guard !eventsOfEarlier.contains(where: { $0.object == .entity(event) }) else { return false }
    let id = insert(
      &draft, earlier.title, isUnnamed: earlier.isUnnamed, event, earlier.performers, earlier.topics,
      range: draft.annotated.range(sentence), sentence: sentence, title: nil)
    given.append(
      Given(
        title: earlier.title, isUnnamed: earlier.isUnnamed, performers: earlier.performers, topics: earlier.topics,
        id: id,
        sentence: draft.annotated.tokens[sentence.lowerBound].sentence))
    return true
  }

  /// `This talk was also given at …, where P gave ‘TITLE’`
  private func startsWithSame(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
    same.match(draft.annotated.tokens, sentence.lowerBound) > 0
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
    for person in people {
      draft.state(.entity(id), .performer, .entity(person), bytes: bytes, rule: rule, isUnnamed ? 0.8 : 0.93)
    }
    if let event {
      draft.state(.entity(id), .superEvent, .entity(event), bytes: bytes, rule: rule, isUnnamed ? 0.8 : 0.9)
    }
    for topic in topics { draft.state(.entity(id), .about, .entity(topic), bytes: range, rule: "talk-topic", 0.9) }
    if let title {
      for link in draft.annotated.links(at: title.tokens.lowerBound) {
        if let kind = documents.kind(link.absolute) {
          draft.state(
            .entity(id), .url, .document(url: link.absolute, kind: kind), bytes: link.range, rule: "talk-link", 0.95)
        }
      }
    }
    return id
  }

  func state(_ draft: inout Draft, _ talk: EntityID, _ url: String, _ sentence: Range<Int>) {
    guard let kind = documents.kind(url), !draft.has(talk, .url) else { return }
    draft.state(
      .entity(talk), .url, .document(url: url, kind: kind), tokens: sentence, rule: "talk-link-nearby", 0.85)
  }

  /// The slides or recording that a sentence links to.
  private func trailing(_ draft: Draft, _ sentence: Range<Int>) -> String? {
    let bytes = draft.annotated.range(sentence)
    for span in draft.annotated.spans(startingIn: bytes) {
      if case .link(_, let absolute) = span.kind, let kind = documents.kind(absolute), kind != .page { return absolute }
    }
    return nil
  }

  private func refersToSlides(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
    sentence.contains { draft.language.list("slides-word").contains(draft.annotated.tokens[$0].folded) }
  }
}
