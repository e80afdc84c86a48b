import Entities
import Mentions
import Posts

/// Finds talks: a title that somebody gives, or a giving without a title; who gave it, at which event, about what, and where its
/// slides or recording are.
struct TalkFinder {
  let context: EventContext
  private let nouns: WordList
  private let strongNouns: WordList
  private let verbs: WordList
  private let by: WordList
  private let same: WordList
  private let and: WordList
  private let pronouns: WordList
  private let each: WordList
  private let negation: WordList
  private let how: WordList
  private let possessives: WordList
  private let documents: DocumentLinks

  /// A talk that was found, for those that repeat it.
  private struct Given {
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
    documents = DocumentLinks(language)
  }

  func find(_ draft: inout Draft) {
    var given: [Given] = []
    var lastSpeakers: [EntityID] = []
    var lastBlock = -1
    for (number, sentence) in draft.annotated.sentences.enumerated() where !sentence.isEmpty {
      let block = draft.annotated.tokens[sentence.lowerBound].block
      switch draft.annotated.text.blocks[block].kind {
      case .frontMatter, .heading, .tableCell: continue
      default: break
      }
      if block != lastBlock {
        lastSpeakers = []
        lastBlock = block
      }
      let titles = titles(draft, sentence)
      let outside = sentence.filter { token in !titles.contains { $0.tokens.contains(token) } }
      let speech = outside.contains {
        verbs.match(draft.annotated.tokens, $0) > 0 || nouns.match(draft.annotated.tokens, $0) > 0
      }
      let people = draft.mentions(in: sentence, [.person]).filter { mention in
        !titles.contains { $0.tokens.overlaps(draft.annotated.mentions[mention].tokens) }
      }
      let event = eventOf(draft, number, sentence)
      var handled = false
      if !titles.isEmpty, startsWithSame(draft, sentence) { _ = repeated(&draft, sentence, event, [], &given) }
      for title in titles where speech || title.hasDocument {
        let text = draft.annotated.text.string(title.range)
        let known = given.last { Folding.fold($0.title) == Folding.fold(text) }
        var speakers = performers(draft, sentence, title.tokens, people, allowsAfter: known == nil)
        if speakers.isEmpty, startsWithPronoun(draft, sentence) { speakers = lastSpeakers }
        if speakers.isEmpty, title.hasDocument || title.isFirst, people.isEmpty { speakers = lastSpeakers }
        if title.isFirst, let pending = given.last, pending.isUnnamed, pending.sentence == number - 1, speakers.isEmpty
        {
          // `… a talk from P. ‘TITLE’ showed …`: the title of the talk just told.
          speakers = pending.performers
          draft.remove(pending.id)
          given.removeLast()
        }
        if speakers.isEmpty, let known { speakers = known.performers }
        guard !speakers.isEmpty || known != nil || title.hasDocument && speech else { continue }
        let topics = topics(draft, title.tokens)
        let id = insert(
          &draft, text, isUnnamed: false, event, speakers, topics, range: title.range, sentence: sentence, title: title)
        given.append(
          Given(title: text, isUnnamed: false, performers: speakers, topics: topics, id: id, sentence: number))
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

  // MARK: titles

  private struct Title {
    var range: Range<Int>
    var tokens: Range<Int>
    var hasDocument: Bool
    /// Stands at the start of its sentence.
    var isFirst: Bool
  }

  private func titles(_ draft: Draft, _ sentence: Range<Int>) -> [Title] {
    let annotated = draft.annotated
    let bytes = annotated.range(sentence)
    var found: [Title] = []
    for quotation in annotated.quotations where bytes.contains(quotation.range.lowerBound) {
      let tokens = annotated.tokens(in: quotation.range)
      guard isTitle(annotated, tokens) else { continue }
      let isLinked = annotated.links(at: tokens.lowerBound).contains { documents.kind($0.absolute) != nil }
      found.append(
        Title(
          range: quotation.range, tokens: tokens, hasDocument: isLinked,
          isFirst: tokens.lowerBound <= sentence.lowerBound + 1))
    }
    for span in annotated.text.spans where bytes.contains(span.range.lowerBound) {
      guard case .link(_, let absolute) = span.kind, documents.kind(absolute) != nil else { continue }
      let tokens = annotated.tokens(in: span.range)
      guard !found.contains(where: { $0.tokens.overlaps(tokens) }), isTitle(annotated, tokens), tokens.count >= 3,
        capitals(annotated, tokens) * 2 >= tokens.count
      else { continue }
      found.append(
        Title(
          range: span.range, tokens: tokens, hasDocument: true, isFirst: tokens.lowerBound <= sentence.lowerBound + 1))
    }
    return found
  }

  /// A title begins with a capital or a digit, has two words or more, and is no speech: no first person, few words.
  private func isTitle(_ annotated: AnnotatedText, _ tokens: Range<Int>) -> Bool {
    guard tokens.count >= 2, tokens.count <= 26, let first = tokens.first else { return false }
    let token = annotated.tokens[first]
    guard token.isCapital || token.shape.contains(.digit) || token.shape.contains(.mixed) else { return false }
    let words = tokens.filter { annotated.tokens[$0].isWord }
    guard words.count >= 2 else { return false }
    // Speech ends a sentence inside.
    let inner = tokens.dropLast(2)
    if inner.contains(where: { annotated.tokens[$0].folded == "." }) && tokens.count > 12 { return false }
    return words.count <= 5 || capitals(annotated, tokens) * 3 >= words.count
  }

  private func capitals(_ annotated: AnnotatedText, _ tokens: Range<Int>) -> Int {
    tokens.count { annotated.tokens[$0].isCapital || annotated.tokens[$0].shape.contains(.mixed) }
  }

  // MARK: who

  private func performers(
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
  private func groups(_ draft: Draft, _ people: [Int]) -> [[Int]] {
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

  private func startsWithPronoun(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
    sentence.prefix(4).contains { index in
      pronouns.contains(draft.annotated.tokens[index].folded)
        || possessives.contains(draft.annotated.tokens[index].folded) && index + 1 < sentence.upperBound
          && nouns.match(draft.annotated.tokens, index + 1) > 0
    }
  }

  private func eventOf(_ draft: Draft, _ number: Int, _ sentence: Range<Int>) -> EntityID? {
    context.ofSentence.indices.contains(number) ? context.ofSentence[number] : context.main
  }

  private func topics(_ draft: Draft, _ tokens: Range<Int>) -> [EntityID] {
    var found: [EntityID] = []
    for mention in draft.mentions(in: tokens, [.project, .product]) {
      if let id = draft.ofMention[mention], !found.contains(id) { found.append(id) }
    }
    return found
  }

  // MARK: talks without a title

  private func untitled(
    _ draft: inout Draft, _ sentence: Range<Int>, _ event: EntityID?, _ people: [Int], _ given: inout [Given]
  ) -> Bool {
    let tokens = draft.annotated.tokens
    let isEach = !context.byCity.isEmpty && saysEachMeetup(draft, sentence)
    guard event != nil || isEach, draft.contains(negation, in: sentence) == nil else { return false }
    var handled = false
    for group in groups(draft, people) {
      guard let first = group.first, let last = group.last else { continue }
      let start = draft.annotated.mentions[first].tokens.lowerBound
      let end = draft.annotated.mentions[last].tokens.upperBound
      let ids = group.compactMap { draft.ofMention[$0] }
      // `a demo of X by P`
      if start > sentence.lowerBound, by.contains(tokens[start - 1].folded),
        let noun = (max(sentence.lowerBound, start - 8)..<(start - 1)).last(where: { nouns.match(tokens, $0) > 0 })
      {
        // The noun with the whole phrase before `by`.
        let phrase = noun..<(start - 1)
        add(&draft, phrase, ids, event, isEach, sentence, &given)
        handled = true
        continue
      }
      // `P gave a talk about X`, `P discussed how …`
      let reach = end..<min(sentence.upperBound, end + 18)
      guard let verb = reach.first(where: { verbs.match(tokens, $0) > 0 }) else { continue }
      let object = (verb + verbs.match(tokens, verb))
      guard object < sentence.upperBound else { continue }
      if let noun = (object..<min(sentence.upperBound, object + 6)).first(where: { strongNouns.match(tokens, $0) > 0 })
      {
        add(&draft, noun..<phraseEnd(draft, noun, sentence), ids, event, isEach, sentence, &given)
        handled = true
      } else if how.contains(tokens[object].folded),
        !given.contains(where: { !Set($0.performers).isDisjoint(with: ids) && draft.isAt($0.id, event) })
      {
        // `P then discussed how …`: the clause is what the talk was on.
        let end = tokens[sentence.upperBound - 1].isWord ? sentence.upperBound : sentence.upperBound - 1
        add(&draft, object..<max(end, object + 1), ids, event, isEach, sentence, &given)
        handled = true
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

  /// `Each meetup began with …`
  private func saysEachMeetup(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
    let words = draft.language.list("meetup-word")
    let tokens = draft.annotated.tokens
    guard let at = draft.contains(each, in: sentence), at - sentence.lowerBound <= 3 else { return false }
    return (at..<min(at + 4, sentence.upperBound)).contains { words.contains(tokens[$0].folded) }
  }

  /// `presented ‘TITLE’ and provided a demo of X`: a second talk behind the first.
  private func second(
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

  private func phraseEnd(_ draft: Draft, _ start: Int, _ sentence: Range<Int>) -> Int {
    let tokens = draft.annotated.tokens
    var end = start + max(1, nouns.match(tokens, start))
    while end < sentence.upperBound, end - start < 14 {
      let folded = tokens[end].folded
      if [",", ";", ":", ".", "(", "–", "—", "!", "?"].contains(folded) || by.contains(folded) || and.contains(folded) {
        break
      }
      end += 1
    }
    return end
  }

  private func add(
    _ draft: inout Draft, _ phrase: Range<Int>, _ people: [EntityID], _ event: EntityID?, _ isEach: Bool,
    _ sentence: Range<Int>, _ given: inout [Given]
  ) {
    let name = draft.annotated.string(phrase)
    let topics = topics(draft, phrase)
    let events: [EntityID?] = isEach ? context.byCity.map(\.event) : [event]
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

  private func link(_ draft: Draft, _ phrase: Range<Int>, _ sentence: Range<Int>) -> String? {
    phrase.lazy.flatMap { draft.annotated.links(at: $0) }.first { documents.kind($0.absolute) != nil }?.absolute
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

  private func insert(
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

  private func state(_ draft: inout Draft, _ talk: EntityID, _ url: String, _ sentence: Range<Int>) {
    guard let kind = documents.kind(url), !draft.has(talk, .url) else { return }
    draft.state(
      .entity(talk), .url, .document(url: url, kind: kind), tokens: sentence, rule: "talk-link-nearby", 0.85)
  }

  /// The slides or recording that a sentence links to.
  private func trailing(_ draft: Draft, _ sentence: Range<Int>) -> String? {
    let bytes = draft.annotated.range(sentence)
    for span in draft.annotated.text.spans where bytes.contains(span.range.lowerBound) {
      if case .link(_, let absolute) = span.kind, let kind = documents.kind(absolute), kind != .page { return absolute }
    }
    return nil
  }

  private func refersToSlides(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
    sentence.contains { draft.language.list("slides-word").contains(draft.annotated.tokens[$0].folded) }
  }
}
