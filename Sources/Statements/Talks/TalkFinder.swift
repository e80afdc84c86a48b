import Entities
import Mentions
import Posts

/// Finds talks in prose: a title that somebody gives, or a giving without a title; who gave it, at which event, about what, and
/// where its slides or recording are.
struct TalkFinder {
  let context: EventContext
  /// Who says `I`.
  let speaker: EntityID?
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
  let giveVerbs: WordList
  let notBefore: WordList
  let inWhich: WordList
  let passives: WordList
  let stage: WordList
  let works: WordList
  let company: WordList
  let first: WordList
  let again: WordList
  let repeatVerbs: WordList
  let coSpeakers: WordList
  let inIt: WordList
  let your: WordList
  let the: WordList
  let agenda: WordList
  let then: WordList
  let the2: WordList
  let definite: WordList
  let itIsCalled: WordList
  let hearVerbs: WordList
  let purposes: WordList
  let indefinite: WordList
  let byStrict: WordList
  let gatheringTails: WordList
  let itself: WordList
  let eventBefore: WordList
  let recordings: WordList
  let slideLinks: WordList
  let preposition: WordList
  let linkCall: WordList
  let affiliation: WordList
  let adverb: WordList
  let who: WordList
  let notRecording: WordList
  let showing: WordList
  let gatherings: WordList
  let talkTopics: TalkTopics
  let on: WordList
  /// Titles are written with capitals.
  let titleCase: Bool
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

  /// A title that nobody gives yet: `… , then TITLE. In it, P showed …`
  struct Pending {
    var title: Title
    var sentence: Int
    var range: Range<Int>
    var event: EntityID?
  }

  init(_ language: LanguageData, context: EventContext, speaker: EntityID?) {
    self.context = context
    self.speaker = speaker
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
    giveVerbs = language.list("give-verb")
    notBefore = language.list("not-speaker-before")
    inWhich = language.list("in-which")
    passives = language.list("talk-passive")
    stage = language.list("stage-word")
    works = language.list("written-work")
    company = language.list("together-with")
    first = language.list("first-person")
    again = language.list("again")
    repeatVerbs = language.list("repeat-verb")
    coSpeakers = language.list("co-speaker")
    inIt = language.list("in-it")
    your = language.list("your")
    the = language.list("the")
    agenda = language.list("agenda")
    on = language.list("talk-on")
    then = language.list("then")
    the2 = language.list("the-two")
    definite = language.list("definite")
    itIsCalled = language.list("it-is-called")
    hearVerbs = language.list("hear-verb")
    purposes = language.list("purpose-before")
    indefinite = language.list("indefinite")
    byStrict = language.list("by-strict")
    gatheringTails = language.list("gathering-tail")
    itself = language.list("talk-itself")
    eventBefore = language.list("event-before")
    recordings = language.list("recording-word")
    slideLinks = language.list("slides-link")
    preposition = language.list("preposition")
    linkCall = language.list("link-call")
    affiliation = language.list("affiliation")
    adverb = language.list("adverb")
    who = language.list("who")
    notRecording = language.list("not-recording")
    showing = language.list("slides-only-word")
    gatherings = language.list("each-gathering")
    talkTopics = TalkTopics(language)
    titleCase = language.list("title-case").contains("yes")
    documents = DocumentLinks(language)
  }

  /// `listed` are talks that lines of programmes told of, by sentence.
  func find(_ draft: inout Draft, listed: [Int: [TalkListing.Listed]]) {
    var given: [Given] = []
    var lastSpeakers: [EntityID] = []
    var lastBlock = -1
    var isEach = false
    var lastEachBlock = -1
    var pending: Pending?
    for (number, sentence) in draft.annotated.sentences.enumerated() where !sentence.isEmpty {
      let block = draft.annotated.tokens[sentence.lowerBound].block
      let known = listed[number] ?? []
      for talk in known where !given.contains(where: { $0.id == talk.id }) {
        given.append(
          Given(
            title: talk.title, isUnnamed: false, performers: talk.speakers, topics: [], id: talk.id, sentence: number))
      }
      switch draft.annotated.text.blocks[block].kind {
      case .frontMatter, .heading: continue
      // A cell that tells what happened.
      case .tableCell:
        guard sentence.count >= 8, draft.contains(verbs, in: sentence) != nil else { continue }
      default: break
      }
      if block != lastBlock {
        lastSpeakers = []
        pending = nil
        lastBlock = block
      }
      let titles = titles(draft, sentence).filter { title in !known.contains { $0.tokens.overlaps(title.tokens) } }
      if !known.isEmpty, titles.isEmpty {
        lastSpeakers = known.last?.speakers ?? []
        continue
      }
      let event = eventOf(draft, number, sentence)
      let outside = sentence.filter { token in !titles.contains { $0.tokens.contains(token) } }
      let speech = outside.contains {
        verbs.match(draft.annotated.tokens, $0) > 0 || nouns.match(draft.annotated.tokens, $0) > 0
          || stage.match(draft.annotated.tokens, $0) > 0
      }
      let isWork = outside.contains { works.match(draft.annotated.tokens, $0) > 0 }
      let people = draft.mentions(in: sentence, [.person]).filter { mention in
        let tokens = draft.annotated.mentions[mention].tokens
        return !titles.contains { $0.tokens.overlaps(tokens) } && !isAside(draft, tokens, sentence)
      }
      var handled = false
      if !titles.isEmpty, startsWithSame(draft, sentence) { _ = repeated(&draft, sentence, event, [], &given) }
      if let waiting = pending, let speakers = taken(draft, waiting, number, sentence, people) {
        let id = insert(
          &draft, draft.annotated.text.string(waiting.title.range), isUnnamed: false, waiting.event, speakers,
          topics(draft, waiting.title.tokens), range: waiting.title.range,
          sentence: waiting.range.lowerBound..<sentence.upperBound, title: waiting.title)
        given.append(
          Given(
            title: draft.annotated.text.string(waiting.title.range), isUnnamed: false, performers: speakers, topics: [],
            id: id, sentence: number))
        talkTopics.find(&draft, id, behind: sentence.lowerBound..<sentence.lowerBound, in: sentence)
        handled = titles.isEmpty
      }
      pending = nil
      var before: (title: Title, id: EntityID)?
      let isCalled = itIsCalled.match(draft.annotated.tokens, sentence.lowerBound) > 0
      // A talk without a title ended the sentence before: the title may follow.
      let justTold = given.last.map { $0.isUnnamed && $0.sentence == number - 1 } ?? false
      let answers = titles.first?.isFirst == true && answersYou(draft, number)
      isEach = isEach && block == lastEachBlock || tellsOfEach(draft, sentence)
      if isEach { lastEachBlock = block }
      for title in titles
      where speech || title.hasDocument || answers || isCalled
        || title.isFirst && justTold || title.isGiven && event != nil && !isWork
      {
        let text = draft.annotated.text.string(title.range)
        if let known = before, isSameTitle(draft, known.title, title) {
          // `« TITLE » (“the title in another language”)`
          draft.insert(
            Entity(id: known.id, names: [text], mentions: [title.range], rule: "talk-title", confidence: 0.9))
          continue
        }
        let known = given.last { Folding.fold($0.title) == Folding.fold(text) }
        var speakers = performers(
          draft, sentence, title.tokens, people, allowsAfter: known == nil, apart: titles.map(\.tokens))
        if speakers.isEmpty, startsWithPronoun(draft, sentence) || isCalled { speakers = lastSpeakers }
        if answers, let speaker, !speakers.contains(speaker) { speakers = [speaker] + speakers }
        if speakers.isEmpty, title.isGiven, the2.match(draft.annotated.tokens, sentence.lowerBound) > 0 {
          speakers = lastTwo(draft, before: sentence.lowerBound)
        }
        if title.isFirst, let pending = given.last, pending.isUnnamed, pending.sentence == number - 1, speakers.isEmpty
        {
          // `… a talk from P. ‘TITLE’ showed …`: the title of the talk just told.
          speakers = pending.performers
          draft.remove(pending.id)
          given.removeLast()
        }
        if speakers.isEmpty, title.hasDocument || title.isFirst || title.isGiven, people.isEmpty {
          speakers = lastSpeakers
        }
        if speakers.isEmpty, let known { speakers = known.performers }
        guard !speakers.isEmpty || known != nil || title.hasDocument && speech else {
          if event != nil { pending = Pending(title: title, sentence: number, range: sentence, event: event) }
          continue
        }
        let topics = topics(draft, title.tokens)
        let several = isEach && !context.byCity.isEmpty ? context.byCity.map { Optional($0.event) } : [event]
        for event in several {
          let id = insert(
            &draft, text, isUnnamed: false, eventBehind(draft, title.tokens, sentence, people, titles) ?? event,
            speakers, topics, range: title.range, sentence: sentence, title: title)
          given.append(
            Given(title: text, isUnnamed: false, performers: speakers, topics: topics, id: id, sentence: number))
          before = (title, id)
          nameDocuments(&draft, id, sentence, title, number)
          talkTopics.find(&draft, id, behind: title.tokens, in: sentence)
          talkTopics.find(&draft, id, before: title.tokens, in: sentence)
        }
        handled = true
        second(&draft, sentence, number, after: title.tokens.upperBound, speakers, event, &given)
      }
      if handled {
        // `TITLE, by P, and the panel moderated by Q`
        let done = given.suffix(titles.count).flatMap(\.performers)
        let rest = people.filter { person in !done.contains { draft.ofMention[person] == $0 } }
        if !rest.isEmpty { _ = untitled(&draft, sentence, event, rest, &given, onlyBy: true) }
      } else {
        handled = retold(&draft, sentence, event, people, &given) || repeated(&draft, sentence, event, people, &given)
        let again = handled ? given.last?.performers ?? [] : []
        // Who gave the former talk again is done with; others in the sentence are not.
        let rest = people.filter { person in !again.contains { draft.ofMention[person] == $0 } }
        if !handled, joins(&draft, sentence, people, &given) { continue }
        if !handled || rest.count < people.count && !rest.isEmpty {
          handled = untitled(&draft, sentence, event, rest, &given) || handled
        }
      }
      if handled, titles.isEmpty, let url = trailing(draft, sentence), let last = given.last {
        state(&draft, last.id, url, sentence)
      } else if isEach, !handled, let last = given.last, block == lastBlock, let url = trailing(draft, sentence) {
        for talk in given where talk.sentence == last.sentence { state(&draft, talk.id, url, sentence) }
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
      if !handled, titles.isEmpty, let last = given.last, last.sentence == number - 1, block == lastBlock,
        people.allSatisfy({ person in last.performers.contains { draft.ofMention[person] == $0 } }),
        tellsOn(draft, sentence, people)
      {
        talkTopics.follow(&draft, last.id, in: sentence)
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

  // MARK: from sentence to sentence

  /// `In it, P of O showed …`, `P then walked us through …`: who gives the title that the sentence before called.
  private func taken(_ draft: Draft, _ pending: Pending, _ number: Int, _ sentence: Range<Int>, _ people: [Int])
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
  private func answersYou(_ draft: Draft, _ number: Int) -> Bool {
    guard number > 0 else { return false }
    let question = draft.annotated.sentences[number - 1]
    let tokens = draft.annotated.tokens
    guard tokens[question.upperBound - 1].folded == "?" else { return false }
    return draft.contains(your, in: question) != nil && question.contains { nouns.match(tokens, $0) > 0 }
  }

  /// Who gave the talk, or the talk itself, goes on to tell something.
  private func tellsOn(_ draft: Draft, _ sentence: Range<Int>, _ people: [Int]) -> Bool {
    if startsWithPronoun(draft, sentence) || itself.match(draft.annotated.tokens, sentence.lowerBound) > 0 {
      return true
    }
    return people.first.map { draft.annotated.mentions[$0].tokens.lowerBound - sentence.lowerBound <= 8 } ?? false
  }

  /// The last two people that the text names before a token.
  private func lastTwo(_ draft: Draft, before token: Int) -> [EntityID] {
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
  private func tellsOfEach(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
    guard !context.byCity.isEmpty, let at = draft.contains(each, in: sentence), at - sentence.lowerBound <= 6 else {
      return false
    }
    return (at..<min(at + 4, sentence.upperBound)).contains { gatherings.match(draft.annotated.tokens, $0) > 0 }
  }

  /// `His co-speaker, P, …`: one more for the talk just told.
  private func joins(_ draft: inout Draft, _ sentence: Range<Int>, _ people: [Int], _ given: inout [Given]) -> Bool {
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

  // MARK: documents

  func state(_ draft: inout Draft, _ talk: EntityID, _ link: Trailing, _ sentence: Range<Int>) {
    guard !draft.has(talk, .url) else { return }
    draft.state(
      .entity(talk), .url, .document(url: link.url, kind: link.kind), tokens: sentence, rule: "talk-link-nearby", 0.85)
  }

  /// A link to slides or a recording.
  struct Trailing {
    var url: String
    var kind: DocumentKind
  }

  /// Links to slides and recordings behind the title: in its sentence, up to the next title, and in parentheses of their own
  /// right after.
  private func nameDocuments(
    _ draft: inout Draft, _ talk: EntityID, _ sentence: Range<Int>, _ title: Title, _ number: Int
  ) {
    var ranges = [min(title.tokens.upperBound, sentence.upperBound)..<sentence.upperBound]
    if number + 1 < draft.annotated.sentences.count {
      let next = draft.annotated.sentences[number + 1]
      let tokens = draft.annotated.tokens
      if tokens[next.lowerBound].block == tokens[sentence.lowerBound].block, next.count <= 10,
        ["(", "["].contains(tokens[next.lowerBound].folded) || next.count <= 2
      {
        ranges.append(next)
      }
    }
    for range in ranges where !range.isEmpty {
      let bytes = draft.annotated.range(range)
      for span in draft.annotated.spans(startingIn: bytes) {
        guard case .link(_, let absolute) = span.kind else { continue }
        let words = draft.annotated.tokens(in: span.range)
        let isRecording = draft.contains(recordings, in: words) != nil
        let isCalled = isRecording || draft.contains(showing, in: words) != nil
        let known = documents.kind(absolute).flatMap { $0 == .page ? nil : $0 }
        guard words.count <= 3, known != nil || isCalled, draft.contains(notRecording, in: words) == nil else {
          continue
        }
        let kind = known ?? (isRecording ? .recording : .slides)
        draft.state(
          .entity(talk), .url, .document(url: absolute, kind: kind), bytes: span.range, rule: "talk-link-word", 0.9)
      }
    }
  }

  /// The slides or recording that a sentence links to: by the address, or by what the link is called (`view his presentation
  /// here`); an interview is neither.
  private func trailing(_ draft: Draft, _ sentence: Range<Int>) -> Trailing? {
    let tokens = draft.annotated.tokens
    var low = sentence.lowerBound
    for span in draft.annotated.spans(startingIn: draft.annotated.range(sentence)) {
      guard case .link(_, let absolute) = span.kind else { continue }
      let words = draft.annotated.tokens(in: span.range)
      let around = max(low, words.lowerBound - 5)..<max(words.upperBound, low)
      low = words.upperBound
      if draft.contains(notRecording, in: around) != nil { continue }
      if let kind = documents.kind(absolute), kind != .page { return Trailing(url: absolute, kind: kind) }
      // `our slides`, under the link
      if words.count <= 3, draft.contains(slideLinks, in: words) != nil {
        return Trailing(url: absolute, kind: draft.contains(recordings, in: words) != nil ? .recording : .slides)
      }
      // `his presentation here`
      let isOwn = around.contains { index in
        showing.match(tokens, index) > 0 && index > low - words.count - 4
          && index > sentence.lowerBound && possessives.contains(tokens[index - 1].folded)
      }
      if isOwn, words.count <= 3 { return Trailing(url: absolute, kind: .slides) }
    }
    return nil
  }

  private func refersToSlides(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
    sentence.contains { draft.language.list("slides-word").contains(draft.annotated.tokens[$0].folded) }
  }
}
