import Entities
import Mentions
import Posts

/// Finds talks in prose: a title that somebody gives, or a giving without a title; who gave it, at which event, about what, and
/// where its slides or recording are.
struct TalkFinder {
  let context: EventContext
  /// Who says `I`.
  let speaker: EntityID?
  /// The post is a podcast, an interview or the like: what is said in it is no talk.
  let isConversation: Bool
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
  let sharedThings: WordList
  let clauses: WordList
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

  init(_ language: LanguageData, context: EventContext, speaker: EntityID?, isConversation: Bool) {
    self.context = context
    self.speaker = speaker
    self.isConversation = isConversation
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
    sharedThings = language.list("shared-thing")
    clauses = language.list("clause-opener")
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
        guard sentence.count >= 8,
          draft.contains(verbs, in: sentence) ?? draft.contains(strongNouns, in: sentence) != nil
        else { continue }
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
        if speakers.isEmpty || known == nil, isShowing(draft, title.tokens, sentence),
          let told = given.last(where: { $0.isUnnamed }),
          told.id == given.last?.id || event != nil && draft.isAt(told.id, event), number - told.sentence <= 8
        {
          // `The recording of TITLE`: the talk told of above.
          speakers = told.performers
          for other in given where other.isUnnamed && other.performers == speakers && draft.isAt(other.id, event) {
            draft.remove(other.id)
          }
          given.removeAll { $0.isUnnamed && $0.performers == speakers && draft.entities[$0.id] == nil }
        }
        if let told = given.last, told.isUnnamed, told.sentence == number - 1, told.performers == speakers,
          startsWithPronoun(draft, sentence)
        {
          // `P's talk on X. Her talk, TITLE, …`
          draft.remove(told.id)
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
      } else if titles.isEmpty, let url = trailing(draft, sentence), refersToSlides(draft, sentence),
        let talk = shown(draft, people, given, block)
      {
        state(&draft, talk, url, sentence)
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
}
