import Entities
import Mentions
import Posts

/// The events of a post, and at which of them each sentence plays.
struct EventContext {
  /// The event of each event mention.
  var ofMention: [Int: EntityID] = [:]
  /// The event that the post is about.
  var main: EntityID?
  /// Meetups of a roadshow, by the key of their city, in the order of the text.
  var byCity: [(city: EntityID, event: EntityID)] = []
  /// Events of a series that the gazetteer knows.
  var known: Set<EntityID> = []
  /// By sentence: the event it plays at.
  var ofSentence: [EntityID?] = []
  /// All days of the text, relative ones among them.
  var days: [DateMention] = []
  /// What the clause around a mention of an event says of when and where it is.
  var settings: [Int: Setting] = [:]
  /// Events that the text only describes, with what it says of when and where, and the words.
  var unnamed: [(event: EntityID, setting: Setting, tokens: Range<Int>)] = []
  /// The one that a sentence describes.
  var gatheringOfSentence: [Int: EntityID] = [:]
  /// Sentences that turn to the next gathering: they play there, whatever else they name.
  var turnedSentences: Set<Int> = []
  /// What the title announces without a name.
  var announced: EntityID?
  /// Sentences that play at several meetups of a roadshow.
  var severalOfSentence: [Int: [EntityID]] = [:]

  func event(ofSentence number: Int) -> EntityID? { ofSentence.indices.contains(number) ? ofSentence[number] : main }

  func event(in city: EntityID) -> EntityID? { byCity.first { $0.city == city }?.event }

  static func build(_ draft: inout Draft) -> EventContext {
    var context = EventContext()
    context.days = RelativeDays(draft.language).days(draft)
    context.settings = SettingReader(draft, days: context.days).settings(draft)
    context.roadshow(&draft)
    context.named(&draft)
    context.chooseMain(draft)
    context.gatherings(&draft)
    context.followSentences(draft)
    return context
  }

  private mutating func chooseMain(_ draft: Draft) {
    guard main == nil else { return }
    var score: [EntityID: Double] = [:]
    // In the order of the text: a sum of fractions depends on it.
    for (mention, id) in ofMention.sorted(by: { $0.key < $1.key }) {
      let first = draft.annotated.mentions[mention].tokens.lowerBound
      if case .frontMatter(key: let key) = draft.annotated.block(of: first).kind {
        score[id, default: 0] += key == "title" ? 3 : 1
      } else {
        score[id, default: 0] += draft.annotated.tokens[first].block < 8 ? 1.2 : 0.6
      }
    }
    main = score.filter { $0.value >= 1.8 }.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// `the same talk that was given in X`: X is where it was, not where it is.
  private func isElsewhere(_ draft: Draft, _ place: Int, _ sentence: Range<Int>) -> Bool {
    guard place - 2 >= sentence.lowerBound else { return false }
    return draft.language.list("elsewhere-before").contains(draft.annotated.tokens[place - 2].folded)
      && draft.contains(draft.language.list("same-talk"), in: sentence) != nil
  }

  private mutating func followSentences(_ draft: Draft) {
    ofSentence = []
    if byCity.isEmpty {
      followSections(draft)
    } else {
      followCities(draft)
    }
  }

  /// A roadshow goes from city to city: a sentence plays where the last one that named a city did, until a heading or a
  /// paragraph turns to the whole.
  private mutating func followCities(_ draft: Draft) {
    var current: EntityID?
    for (number, sentence) in draft.annotated.sentences.enumerated() {
      let here = cities(draft, sentence).compactMap { event(in: $0) }
      if here.count > 1 { severalOfSentence[number] = here }
      switch draft.annotated.block(of: sentence.lowerBound).kind {
      case .frontMatter: current = nil
      case .heading where here.isEmpty: current = nil
      default: break
      }
      if let first = here.first { current = first }
      ofSentence.append(here.first ?? current ?? main)
    }
  }

  /// The city that a mention names; a heading may name it where nothing says that it is one.
  private func city(_ draft: Draft, _ index: Int) -> EntityID? {
    let mention = draft.annotated.mentions[index]
    if mention.kind == .place { return draft.ofMention[index] }
    let name = Folding.fold(mention.name)
    return byCity.map(\.city).first { city in
      draft.entities[city]?.names.contains { Folding.fold($0) == name } == true
    }
  }

  /// The cities at which a sentence says that it plays: `In Ottawa`, `the Ottawa meetup`, `In Ottawa and Toronto`.
  private func cities(_ draft: Draft, _ sentence: Range<Int>) -> [EntityID] {
    let tokens = draft.annotated.tokens
    let before = draft.language.list("place-before")
    let words = draft.language.list("meetup-word")
    let and = draft.language.list("and")
    var found: [EntityID] = []
    var lastEnd = -1
    for index in draft.mentions(in: sentence, [.place, .name]) {
      let mention = draft.annotated.mentions[index].tokens
      guard let city = city(draft, index), event(in: city) != nil else { continue }
      let at = mention.lowerBound
      // More cities of a list whose first one counts.
      let isNext =
        !found.isEmpty && lastEnd < at && at - lastEnd <= 3
        && (lastEnd..<at).allSatisfy {
          tokens[$0].folded == "," || and.contains(tokens[$0].folded) || before.contains(tokens[$0].folded)
        }
      let end = mention.upperBound
      let isNamed = (end..<min(end + 3, sentence.upperBound)).contains { words.contains(tokens[$0].folded) }
      let isBehind =
        at > sentence.lowerBound && before.contains(tokens[at - 1].folded) && !isElsewhere(draft, at, sentence)
      guard isNext || found.isEmpty && (isBehind || isNamed || isShortHeading(draft, at)) else { continue }
      if !found.contains(city) { found.append(city) }
      lastEnd = end
    }
    return found
  }

  /// Of several events a sentence plays at the one that it names, else at the one that its section or list is headed by, else
  /// at the one that the post is about.
  private mutating func followSections(_ draft: Draft) {
    let sections = Sections(draft.annotated)
    var ofBlock: [Int: EntityID] = [:]
    for mention in ofMention.keys.sorted() {
      let block = draft.annotated.tokens[draft.annotated.mentions[mention].tokens.lowerBound].block
      if ofBlock[block] == nil { ofBlock[block] = ofMention[mention] }
    }
    var told: (event: EntityID, block: Int)?
    var described: (event: EntityID, block: Int)?
    for (number, sentence) in draft.annotated.sentences.enumerated() {
      let block = draft.annotated.tokens[sentence.lowerBound].block
      // `BackstageCon is back. It is part of KubeCon …`
      let isOfFormer = told.map { $0.block == block } ?? false && opensWithPronoun(draft, sentence)
      let own =
        isOfFormer ? told?.event : place(ofTurned: number) ?? eventNamed(draft, sentence) ?? gatheringOfSentence[number]
      if let own { told = (own, block) }
      let headed = sections.headings(over: block).lazy.compactMap { ofBlock[$0] }.first
      let led = sections.leadIn[block].flatMap { ofBlock[$0] }
      // `At the summit A and B spoke. Their talk …`: a paragraph stays where it went.
      let before = told.flatMap {
        block == $0.block || block - $0.block <= 1 && refersBack(draft, sentence) ? $0.event : nil
      }
      // What a paragraph tells behind a gathering that it describes is told of that one.
      if own != nil, let gathering = gatheringOfSentence[number] ?? introduced(draft, sentence) {
        described = (gathering, block)
      } else if own != nil {
        described = nil
      }
      let there = described.flatMap { $0.block == block ? $0.event : nil }
      ofSentence.append(own ?? before ?? there ?? led ?? headed ?? main)
    }
  }

  /// An event that somebody organizes (`co-organizer of X`), or that a title holds, is no place where something happens.
  func isSetting(_ draft: Draft, _ mention: Int, _ sentence: Range<Int>) -> Bool {
    let own = draft.annotated.mentions[mention].tokens
    let bytes = draft.annotated.range(own)
    let quotation = draft.annotated.quotations(startingIn: draft.annotated.range(sentence)).first {
      $0.range.overlaps(bytes)
    }
    if let quotation, quotation.range.count > bytes.count + 2 { return false }
    guard own.lowerBound - 2 >= sentence.lowerBound else { return true }
    let roles = [draft.language.list("role-head"), draft.language.list("member-noun")]
    let of = draft.language.list("role-of")
    return
      !(of.contains(draft.annotated.tokens[own.lowerBound - 1].folded)
      && roles.contains { $0.contains(draft.annotated.tokens[own.lowerBound - 2].folded) })
  }

  /// The event that a sentence says it plays at: behind a preposition, or the only one.
  private func eventNamed(_ draft: Draft, _ sentence: Range<Int>) -> EntityID? {
    let before = draft.language.list("place-before")
    let the = draft.language.list("the")
    let named = draft.mentions(in: sentence, [.event]).filter { ofMention[$0] != nil && isSetting(draft, $0, sentence) }
    let placed = named.first { index in
      var at = draft.annotated.mentions[index].tokens.lowerBound - 1
      while at >= sentence.lowerBound, the.contains(draft.annotated.tokens[at].folded) { at -= 1 }
      return at >= sentence.lowerBound && before.contains(draft.annotated.tokens[at].folded)
    }
    return (placed ?? named.first).flatMap { ofMention[$0] }
  }

  private func place(ofTurned number: Int) -> EntityID? {
    turnedSentences.contains(number) ? gatheringOfSentence[number] : nil
  }

  /// The only event of a sentence that says when or where it is.
  private func introduced(_ draft: Draft, _ sentence: Range<Int>) -> EntityID? {
    let named = draft.mentions(in: sentence, [.event])
    guard named.count == 1, settings[named[0]] != nil else { return nil }
    return ofMention[named[0]]
  }

  private func opensWithPronoun(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    let length = draft.language.list("event-pronoun").match(tokens, sentence.lowerBound)
    let next = sentence.lowerBound + length
    guard length > 0, next < sentence.upperBound else { return false }
    return draft.language.list("be").match(tokens, next) > 0 || draft.language.list("held-verb").match(tokens, next) > 0
  }

  private func refersBack(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
    let pronouns = draft.language.list("pronoun-he")
    let possessives = draft.language.list("possessive")
    let first = draft.annotated.tokens[sentence.lowerBound].folded
    return pronouns.contains(first) || possessives.contains(first)
  }
}
