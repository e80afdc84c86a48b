import Entities
import Mentions
import Posts

/// Dates of events that no pattern dated: the year or month in a name, the days that stand beside the event, a schedule,
/// `this week`.
struct EventDates {
  let context: EventContext

  func find(_ draft: inout Draft) {
    dateByName(&draft)
    EventSettings(context: context).find(&draft)
    EventTables(context: context).find(&draft)
    dateCities(&draft)
    dateCitySections(&draft)
    dateBySentence(&draft)
    dateMain(&draft)
    dateBySchedule(&draft)
    dateByWeek(&draft)
    SectionDates(context: context).find(&draft)
    share(&draft)
    draft.stateDates()
  }

  /// `KubeCon Europe 2019`, `June Community Meeting`.
  private func dateByName(_ draft: inout Draft) {
    let months = draft.language.list("month")
    for index in draft.annotated.mentions.indices where draft.annotated.mentions[index].kind == .event {
      guard let id = context.ofMention[index] else { continue }
      let mention = draft.annotated.mentions[index]
      let bytes = draft.annotated.range(mention.tokens)
      var date = CalendarDate()
      for token in mention.tokens {
        let folded = draft.annotated.tokens[token].folded
        if let year = CalendarDate.year(folded) { date.year = year }
        if draft.annotated.tokens[token].isCapital, folded.count > 2,
          let month = months.value(folded).flatMap({ Int($0) })
        {
          date.month = month
        }
      }
      if date.year == nil, date.month != nil { date = date.resolved(near: draft.anchor) }
      guard date.year != nil else { continue }
      draft.tell(id, from: date, to: date, bytes: bytes, rule: "event-name-date", 0.88)
    }
    // A series told by its title alone.
    if let main = context.main, !context.byCity.isEmpty, let entity = draft.entities[main] {
      for bytes in entity.mentions {
        let tokens = draft.annotated.tokens(in: bytes)
        guard let at = tokens.first(where: { CalendarDate.year(draft.annotated.tokens[$0].folded) != nil }),
          let year = CalendarDate.year(draft.annotated.tokens[at].folded)
        else { continue }
        draft.tell(
          main, from: CalendarDate(year: year), to: CalendarDate(year: year), bytes: bytes, rule: "event-name-date",
          0.85)
      }
    }
  }

  /// A day in the sentence or heading that places a city's meetup is that meetup's.
  private func dateCities(_ draft: inout Draft) {
    let main = context.main
    let reader = SettingReader(draft, days: context.days)
    for sentence in draft.annotated.sentences where !context.byCity.isEmpty {
      let places = draft.mentions(in: sentence, [.place])
      guard let first = places.first, places.count > 1 else { continue }
      let stops = Stops(draft, reader, draft.annotated.mentions[first].tokens.lowerBound, sentence.upperBound)
      // Each city with a day of its own: `in Lille on May 3 and in Nice on May 5`.
      guard Set(stops.found.compactMap { $0.date?.tokens.lowerBound }).count > 1 else { continue }
      for stop in stops.found {
        guard let date = stop.date, !date.isVague, let place = stop.place.flatMap({ draft.ofMention[$0] }),
          let event = context.event(in: place)
        else { continue }
        draft.tell(event, date, bytes: draft.annotated.range(sentence), rule: "meetup-date", 0.87)
      }
    }
    for date in draft.annotated.dates where !date.isVague {
      let token = date.tokens.lowerBound
      let number = draft.annotated.tokens[token].sentence
      let sentence = draft.sentence(token)
      guard context.ofSentence.indices.contains(number), let event = context.ofSentence[number], event != main,
        let city = context.byCity.first(where: { $0.event == event })?.city,
        draft.mentions(in: sentence, [.place]).contains(where: { draft.ofMention[$0] == city }),
        draft.mentions(in: sentence, [.place]).count == 1, draft.mentions(in: sentence, [.event]).isEmpty
      else { continue }
      draft.tell(event, date, bytes: draft.annotated.range(sentence), rule: "meetup-date", 0.86)
    }
  }

  /// The section of a city opens with the day of its meetup: `Le jeudi 15 juin, cap à l’ouest.`
  private func dateCitySections(_ draft: inout Draft) {
    let sections = Sections(draft.annotated)
    for date in draft.annotated.dates where !date.isVague {
      let token = date.tokens.lowerBound
      let block = draft.annotated.tokens[token].block
      guard case .paragraph = draft.annotated.text.blocks[block].kind,
        let heading = sections.headings(over: block).first, block - heading <= 1
      else { continue }
      let sentence = draft.sentence(token)
      let number = draft.annotated.tokens[token].sentence
      let first = draft.annotated.tokens(in: draft.annotated.text.blocks[block].range).lowerBound
      let places = draft.mentions(in: sentence, [.place]).compactMap { draft.ofMention[$0] }
      guard sentence.lowerBound == first, token - first <= 6, draft.mentions(in: sentence, [.event]).isEmpty,
        context.ofSentence.indices.contains(number), let event = context.ofSentence[number], event != context.main,
        let city = context.byCity.first(where: { $0.event == event })?.city, !draft.isDated(event, precisely: true),
        !places.contains(where: { $0 != city && context.event(in: $0) != nil })
      else { continue }
      draft.tell(event, date, bytes: draft.annotated.range(sentence), rule: "meetup-date", 0.82)
    }
  }

  /// A sentence of one event and one stretch of days that says that something is held.
  private func dateBySentence(_ draft: inout Draft) {
    let gathering = draft.language.list("gathering-verb")
    let deadlines = draft.language.list("deadline-word")
    var bySentence: [Int: [DateMention]] = [:]
    for date in draft.annotated.dates where !date.isVague {
      bySentence[draft.annotated.tokens[date.tokens.lowerBound].sentence, default: []].append(date)
    }
    for number in bySentence.keys.sorted() {
      guard let dates = bySentence[number], dates.count == 1, let date = dates.first else { continue }
      let sentence = draft.annotated.sentences[number]
      if case .frontMatter = draft.annotated.block(of: sentence.lowerBound).kind { continue }
      let events = Set(draft.mentions(in: sentence, [.event]).compactMap { context.ofMention[$0] })
      guard events.count == 1, let event = events.first, event != context.main || context.byCity.isEmpty,
        draft.contains(gathering, in: sentence) != nil, draft.contains(deadlines, in: sentence) == nil,
        draft.contains(draft.language.list("negation"), in: sentence) == nil
      else { continue }
      draft.tell(event, date, bytes: draft.annotated.range(sentence), rule: "event-sentence-date", 0.82)
    }
  }

  /// Talks of the event that a schedule dates: if all fall into one month, so does the event.
  private func dateBySchedule(_ draft: inout Draft) {
    guard let main = context.main, context.byCity.isEmpty else { return }
    let labels = draft.language.list("when-label")
    let days = draft.language.list("weekday")
    var found: [(date: CalendarDate, tokens: Range<Int>)] = []
    for date in draft.annotated.dates where !date.isVague {
      let token = date.tokens.lowerBound
      let sentence = draft.sentence(token)
      let kind = draft.annotated.block(of: token).kind
      var isScheduled = labels.match(draft.annotated.tokens, sentence.lowerBound) > 0
      switch kind {
      case .tableCell, .heading: isScheduled = true
      default: break
      }
      if days.contains(draft.annotated.tokens[token].folded) { isScheduled = true }
      // A day told of another event is not this one's.
      let others = draft.mentions(in: sentence, [.event]).compactMap { context.ofMention[$0] }
      let played = draft.annotated.tokens[token].sentence
      guard isScheduled, others.allSatisfy({ $0 == main }),
        context.ofSentence.indices.contains(played), context.ofSentence[played] == main
      else { continue }
      var start = date.start
      if start.year == nil, let year = draft.eventYears[main] { start.year = year }
      start = start.resolved(near: draft.anchor)
      guard start.year != nil, start.month != nil else { continue }
      start.day = nil
      start.weekday = nil
      found.append((start, sentence))
    }
    guard let first = found.first, found.allSatisfy({ $0.date == first.date }) else { return }
    draft.tell(
      main, from: first.date, to: first.date, bytes: draft.annotated.range(first.tokens), rule: "event-schedule", 0.85)
  }

  /// `at the summit in Toronto this week`: the month, if the week lies in one.
  private func dateByWeek(_ draft: inout Draft) {
    // `lastmod` alone tells the year.
    let isDated = (draft.post.date ?? draft.post.publishDate) != nil
    guard let date = draft.post.date ?? draft.post.publishDate ?? draft.post.lastModified, date.day != nil,
      let day = CalendarDate(date).dayNumber
    else { return }
    let weeks = draft.language.list("relative-week")
    let tokens = draft.annotated.tokens
    for index in tokens.indices {
      let length = weeks.match(tokens, index)
      guard length > 0 else { continue }
      let phrase = tokens[index..<(index + length)].map(\.folded).joined(separator: " ")
      guard let shift = weeks.value(of: phrase).flatMap({ Int($0) }) else { continue }
      let sentence = draft.sentence(index)
      let events = Set(draft.mentions(in: sentence, [.event]).compactMap { context.ofMention[$0] })
      guard events.count == 1, let event = events.first else { continue }
      // Monday to Sunday of that week.
      let monday = day - ((day + 3) % 7 + 7) % 7 + 7 * shift
      var first = CalendarDate(dayNumber: monday)
      let last = CalendarDate(dayNumber: monday + 6)
      guard first.year == last.year, first.month == last.month else { continue }
      first.day = nil
      if !isDated { first.month = nil }
      draft.tell(event, from: first, to: first, bytes: draft.annotated.range(sentence), rule: "event-week", 0.84)
    }
  }

  /// A roadshow lasts from the day of its first meetup to that of its last, if all are told.
  private func dateByCities(_ draft: inout Draft, _ main: EntityID) {
    let days = context.byCity.compactMap { draft.date(of: $0.event) }.filter { $0.precision == 3 }
    guard days.count == context.byCity.count, days.count >= 2 else { return }
    let ordered = days.sorted { ($0.start.dayNumber ?? 0) < ($1.start.dayNumber ?? 0) }
    guard let first = ordered.first, let last = ordered.last else { return }
    for day in [first, last] {
      draft.tell(main, from: first.start, to: last.end, bytes: day.bytes, rule: "meetup-days", 0.8)
    }
  }

  /// A part is held when the whole is, and the whole in the month of its part.
  private func share(_ draft: inout Draft) {
    for statement in draft.statements where statement.relation == .superEvent {
      guard case .entity(let part) = statement.subject, part.type == .event, case .entity(let whole) = statement.object
      else { continue }
      if context.byCity.contains(where: { $0.event == part }) { continue }
      let (own, other) = (draft.date(of: part), draft.date(of: whole))
      if let other, other.precision > own?.precision ?? 0, draft.entities[part]?.subtypes.contains(.meetup) != true {
        // A part may be one day of several: then its month is all that follows.
        let isLong = other.precision == 3 && (other.start.day != other.end.day || other.start.month != other.end.month)
        var (start, end) = (other.start, other.end)
        if isLong {
          guard start.month == end.month, own?.precision ?? 0 < 2 else { continue }
          start.day = nil
          end = start
        }
        draft.tell(part, from: start, to: end, bytes: other.bytes, rule: "from-whole", other.confidence * 0.9)
      } else if let own, own.precision >= 2, other?.precision ?? 0 < 2 {
        var month = own.start
        month.day = nil
        month.weekday = nil
        draft.tell(whole, from: month, to: month, bytes: own.bytes, rule: "from-part", own.confidence * 0.9)
      }
    }
  }

  /// The sentence before, in the same paragraph, names the event that the post is about.
  private func followsMain(_ draft: Draft, _ sentence: Range<Int>, _ main: EntityID) -> Bool {
    guard sentence.lowerBound > 0 else { return false }
    let before = draft.sentence(sentence.lowerBound - 1)
    guard draft.annotated.tokens[before.lowerBound].block == draft.annotated.tokens[sentence.lowerBound].block,
      let date = draft.annotated.dates.first(where: { sentence.contains($0.tokens.lowerBound) }),
      date.start.day != date.end.day || date.start.month != date.end.month
    else { return false }
    let events = Set(draft.mentions(in: before, [.event]).compactMap { context.ofMention[$0] })
    return events == [main]
  }

  /// The event that the post is about is dated by the first days named in the opening sentences that speak of it.
  private func dateMain(_ draft: inout Draft) {
    guard let main = context.main, !draft.isDated(main, precisely: true) else { return }
    let words = draft.language.list("meetup-word")
    let deadlines = draft.language.list("deadline-word")
    let published = draft.language.list("publication-word")
    let opening = EventContext.opening(draft) { sentence in
      guard draft.contains(deadlines, in: sentence) == nil, draft.contains(published, in: sentence) == nil else {
        return false
      }
      let events = draft.mentions(in: sentence, [.event]).compactMap { context.ofMention[$0] }
      guard events.isEmpty else { return events.allSatisfy { $0 == main } }
      // Days from one to another that no other event claims, in the words right behind those that name the event.
      if context.byCity.isEmpty { return followsMain(draft, sentence, main) }
      // A sentence of one city tells that city's day.
      return draft.contains(words, in: sentence) != nil && draft.mentions(in: sentence, [.place]).count != 1
    }
    guard let opening else {
      dateByCities(&draft, main)
      return
    }
    draft.tell(
      main, from: opening.start, to: opening.end, bytes: draft.annotated.range(opening.sentence),
      rule: "event-main-date", 0.88)
  }
}
