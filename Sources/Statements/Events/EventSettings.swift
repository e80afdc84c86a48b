import Entities
import Mentions
import Posts

/// When and where events are: what the clause that names an event says of it, what the next sentence adds (`It was held …`), and
/// lines with a label (`When:`, `Where:`).
struct EventSettings {
  let context: EventContext

  func find(_ draft: inout Draft) {
    read(&draft)
    // A country says where an event is if nothing closer does.
    for mention in context.settings.keys.sorted() {
      guard let event = context.ofMention[mention], let setting = context.settings[mention],
        !draft.has(event, .location),
        event != context.main || context.byCity.isEmpty,
        let place = setting.places.first.flatMap({ draft.ofMention[$0] })
      else { continue }
      let own = draft.annotated.mentions[mention].tokens
      let tokens = min(own.lowerBound, setting.tokens.lowerBound)..<max(own.upperBound, setting.tokens.upperBound)
      draft.state(.entity(event), .location, .entity(place), tokens: tokens, rule: "event-setting", 0.82)
    }
  }

  private func read(_ draft: inout Draft) {
    for mention in context.settings.keys.sorted() {
      guard let event = context.ofMention[mention], let setting = context.settings[mention] else { continue }
      let own = draft.annotated.mentions[mention].tokens
      let tokens = min(own.lowerBound, setting.tokens.lowerBound)..<max(own.upperBound, setting.tokens.upperBound)
      apply(&draft, event, setting, tokens, rule: "event-setting", 0.9)
    }
    for (event, setting, tokens) in context.unnamed {
      apply(&draft, event, setting, tokens, rule: "event-gathering", 0.86)
    }
    let reader = SettingReader(draft, days: context.days)
    days(&draft, reader)
    titles(&draft)
    references(&draft, reader)
    there(&draft, reader)
    labels(&draft, reader)
  }

  /// Tells the day, and states the place: the city, else the venue, else the country.
  func apply(
    _ draft: inout Draft, _ event: EntityID, _ setting: Setting, _ tokens: Range<Int>, rule: String,
    _ confidence: Double
  ) {
    // A roadshow takes place in all its cities, each of which has its own meetup.
    let isTour = event == context.main && !context.byCity.isEmpty
    if let date = setting.date, draft.contains(draft.language.list("deadline-word"), in: tokens) == nil {
      draft.tell(event, date, bytes: draft.annotated.range(tokens), rule: rule, confidence)
    }
    guard !isTour, let place = place(draft, setting) ?? samePlace(draft, event, tokens), !draft.has(event, .location)
    else { return }
    draft.state(.entity(event), .location, .entity(place), tokens: tokens, rule: rule, confidence)
  }

  /// `in the same city`: where the event is that the post is about.
  private func samePlace(_ draft: Draft, _ event: EntityID, _ tokens: Range<Int>) -> EntityID? {
    guard let main = context.main, main != event,
      draft.contains(draft.language.list("same-place"), in: tokens) != nil
    else { return nil }
    for case .entity(let place) in draft.objects(of: main, .location) { return place }
    return nil
  }

  private func place(_ draft: Draft, _ setting: Setting) -> EntityID? {
    let places = setting.places.compactMap { draft.ofMention[$0] }
    func isWide(_ place: EntityID) -> Bool {
      draft.entities[place].map { $0.subtypes.contains(.country) || $0.subtypes.contains(.administrativeArea) } ?? false
    }
    return places.first { draft.entities[$0]?.subtypes.contains(.city) == true } ?? places.first { !isWide($0) }
  }

  /// `It takes place in Lille`, `The conference returns on May 3`: said of the event that the sentence before names, or of the
  /// only one of its kind.
  private func references(_ draft: inout Draft, _ reader: SettingReader) {
    let tokens = draft.annotated.tokens
    let pronouns = draft.language.list("event-pronoun")
    let nouns = draft.language.list("event-noun")
    let the = draft.language.list("event-the")
    let held = draft.language.list("held-verb")
    for (number, sentence) in draft.annotated.sentences.enumerated() where !sentence.isEmpty {
      if case .frontMatter = draft.annotated.block(of: sentence.lowerBound).kind { continue }
      for index in sentence where draft.annotated.mention(covering: index) == nil {
        let isPronoun = pronouns.match(tokens, index) > 0
        var head = index + max(pronouns.match(tokens, index), 1)
        if !isPronoun {
          guard index > sentence.lowerBound, the.match(tokens, index - 1) > 0 else { continue }
          let length = nouns.match(tokens, index)
          guard length > 0 else { continue }
          head = index + length
        }
        guard head < sentence.upperBound, let event = antecedent(draft, number, sentence, index, isPronoun),
          let setting = reader.behind(draft, head, sentence.upperBound, passing: true),
          // A pronoun needs a verb that says that something is held.
          !isPronoun || (head..<setting.tokens.upperBound).contains(where: { held.match(tokens, $0) > 0 }),
          !draft.isHypothetical(in: sentence.lowerBound..<setting.tokens.upperBound)
        else { continue }
        apply(&draft, event, setting, index..<setting.tokens.upperBound, rule: "event-reference-setting", 0.85)
      }
    }
  }

  /// `He will repeat it there on the 17th`: where the gathering is that the paragraph describes.
  private func there(_ draft: inout Draft, _ reader: SettingReader) {
    let words = draft.language.list("event-there")
    let described = Set(context.unnamed.map(\.event))
    for (number, sentence) in draft.annotated.sentences.enumerated() where !sentence.isEmpty {
      guard let event = context.event(ofSentence: number), described.contains(event) else { continue }
      for index in sentence where words.match(draft.annotated.tokens, index) > 0 {
        let next = index + words.match(draft.annotated.tokens, index)
        guard next < sentence.upperBound, let setting = reader.behind(draft, next, sentence.upperBound),
          setting.places.isEmpty, !draft.isHypothetical(in: sentence)
        else { continue }
        apply(&draft, event, setting, index..<setting.tokens.upperBound, rule: "event-reference-setting", 0.88)
      }
    }
  }

  /// `the three days in Valencia, from May 18 to 20`: days of a city are those of the conference that the post is about.
  private func days(_ draft: inout Draft, _ reader: SettingReader) {
    guard let main = context.main, context.byCity.isEmpty, context.known.contains(main) else { return }
    let nouns = draft.language.list("days-noun")
    for sentence in draft.annotated.sentences where draft.mentions(in: sentence, [.event]).isEmpty {
      for index in sentence where nouns.match(draft.annotated.tokens, index) > 0 {
        guard index + 1 < sentence.upperBound, let setting = reader.behind(draft, index + 1, sentence.upperBound),
          let date = setting.date, date.start != date.end, !date.isVague, !setting.places.isEmpty,
          !draft.isHypothetical(in: sentence.lowerBound..<setting.tokens.upperBound)
        else { continue }
        apply(&draft, main, setting, index..<setting.tokens.upperBound, rule: "event-days", 0.84)
      }
    }
  }

  /// `Four days in Lille: what we brought home from KubeCon`: the only city in the title is where the conference in it was.
  private func titles(_ draft: inout Draft) {
    guard let main = context.main, context.byCity.isEmpty, context.known.contains(main), !draft.has(main, .location),
      let block = draft.annotated.text.blocks.first(where: { $0.kind == .frontMatter(key: "title") })
    else { return }
    let title = draft.annotated.tokens(in: block.range)
    let events = Set(draft.mentions(in: title, [.event]).compactMap { context.ofMention[$0] })
    let places = draft.mentions(in: title, [.place]).compactMap { draft.ofMention[$0] }
    guard events == [main], places.count == 1, draft.entities[places[0]]?.subtypes.contains(.city) == true else {
      return
    }
    draft.state(.entity(main), .location, .entity(places[0]), bytes: block.range, rule: "event-title-place", 0.8)
  }

  /// The event that `it` or `the conference` means at a token.
  private func antecedent(_ draft: Draft, _ number: Int, _ sentence: Range<Int>, _ at: Int, _ isPronoun: Bool)
    -> EntityID?
  {
    let own = draft.mentions(in: sentence.lowerBound..<at, [.event]).compactMap { context.ofMention[$0] }
    if let last = own.last { return isPronoun || Set(own).count == 1 ? last : nil }
    if isPronoun {
      // Its sentence opens with it, and the one before names one event.
      guard number > 0, at - sentence.lowerBound <= 1 else { return nil }
      let before = draft.annotated.sentences[number - 1]
      let block = draft.annotated.tokens[sentence.lowerBound].block
      guard !before.isEmpty, draft.annotated.tokens[before.lowerBound].block == block else { return nil }
      let named = Set(draft.mentions(in: before, [.event]).compactMap { context.ofMention[$0] })
      return named.count == 1 ? named.first : nil
    }
    return context.byCity.isEmpty ? context.event(ofSentence: number) : nil
  }

  /// `When: Thursday, September 24`, `Where: Lille`: of the event whose section, or post, it is.
  private func labels(_ draft: inout Draft, _ reader: SettingReader) {
    let tokens = draft.annotated.tokens
    let labels = draft.language.list("setting-label")
    for (number, sentence) in draft.annotated.sentences.enumerated() where !sentence.isEmpty {
      if case .frontMatter = draft.annotated.block(of: sentence.lowerBound).kind { continue }
      for index in sentence where index == sentence.lowerBound || tokens[index].shape.contains(.lineBreakBefore) {
        let length = labels.match(tokens, index)
        guard length > 0, index + length < sentence.upperBound, tokens[index + length].folded == ":",
          let event = context.event(ofSentence: number), event != context.main || context.byCity.isEmpty,
          let setting = reader.behind(draft, index + length + 1, sentence.upperBound)
        else { continue }
        apply(&draft, event, setting, index..<setting.tokens.upperBound, rule: "event-label-setting", 0.9)
      }
    }
  }
}
