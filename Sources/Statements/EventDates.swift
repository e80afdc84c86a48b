import Entities
import Mentions
import Posts

/// Dates of events that no pattern dated: the year in a name, the month or days that stand beside the event.
struct EventDates {
  let context: EventContext

  func find(_ draft: inout Draft) {
    dateMain(&draft)
    dateCities(&draft)
    dateBySchedule(&draft)
    for id in draft.entities.keys.sorted() where id.type == .event && !draft.has(id, .startDate) {
      guard let entity = draft.entities[id] else { continue }
      for name in entity.names {
        guard
          let year = name.split(whereSeparator: { !$0.isNumber }).first(where: { $0.count == 4 }).flatMap({ Int($0) }),
          (1990...2060).contains(year),
          let range = entity.mentions.first(where: { draft.annotated.text.string($0).contains(String(year)) })
        else { continue }
        draft.state(.entity(id), .startDate, .date(String(year)), bytes: range, rule: "event-name-year", 0.85)
        draft.state(.entity(id), .endDate, .date(String(year)), bytes: range, rule: "event-name-year", 0.85)
        break
      }
    }
  }

  /// A day in the sentence or heading that places a city's meetup is that meetup's.
  private func dateCities(_ draft: inout Draft) {
    guard let main = context.main else { return }
    for date in draft.annotated.dates where !date.isVague {
      let token = date.tokens.lowerBound
      let number = draft.annotated.tokens[token].sentence
      let sentence = draft.sentence(token)
      guard context.ofSentence.indices.contains(number), let event = context.ofSentence[number], event != main,
        let city = context.byCity.first(where: { $0.event == event })?.city, !draft.has(event, .startDate),
        draft.mentions(in: sentence, [.place]).contains(where: { draft.ofMention[$0] == city }),
        draft.mentions(in: sentence, [.place]).count == 1, draft.mentions(in: sentence, [.event]).isEmpty
      else { continue }
      let start = date.start.resolved(near: draft.anchor)
      guard let a = start.iso, let b = date.end.resolved(near: start).iso else { continue }
      draft.state(.entity(event), .startDate, .date(a), tokens: sentence, rule: "meetup-date", 0.86)
      draft.state(.entity(event), .endDate, .date(b), tokens: sentence, rule: "meetup-date", 0.86)
    }
  }

  /// Talks of the event that a schedule dates: if all fall into one month, so does the event.
  private func dateBySchedule(_ draft: inout Draft) {
    guard let main = context.main, !draft.has(main, .startDate) else { return }
    let labels = draft.language.list("when-label")
    let days = draft.language.list("weekday")
    var found: [(month: String, tokens: Range<Int>)] = []
    for date in draft.annotated.dates where !date.isVague {
      let sentence = draft.sentence(date.tokens.lowerBound)
      let block = draft.annotated.block(of: date.tokens.lowerBound)
      var isScheduled = labels.match(draft.annotated.tokens, sentence.lowerBound) > 0
      if case .tableCell = block.kind { isScheduled = true }
      if days.contains(draft.annotated.tokens[date.tokens.lowerBound].folded) { isScheduled = true }
      guard isScheduled, let iso = date.start.resolved(near: draft.anchor).iso else { continue }
      found.append((String(iso.prefix(7)), sentence))
    }
    guard let first = found.first, found.allSatisfy({ $0.month == first.month }) else { return }
    draft.state(.entity(main), .startDate, .date(first.month), tokens: first.tokens, rule: "event-schedule", 0.85)
    draft.state(.entity(main), .endDate, .date(first.month), tokens: first.tokens, rule: "event-schedule", 0.85)
  }

  /// The event that the post is about is dated by the first days named in the opening sentences that speak of it.
  private func dateMain(_ draft: inout Draft) {
    guard let main = context.main, !draft.has(main, .startDate) else { return }
    let words = draft.language.list("meetup-word")
    let opening = EventContext.opening(draft) { sentence in
      draft.mentions(in: sentence, [.event]).contains { context.ofMention[$0] == main }
        || (!context.byCity.isEmpty && draft.contains(words, in: sentence) != nil)
    }
    guard let opening, let a = opening.start.iso, let b = opening.end.iso else { return }
    draft.state(.entity(main), .startDate, .date(a), tokens: opening.sentence, rule: "event-main-date", 0.88)
    draft.state(.entity(main), .endDate, .date(b), tokens: opening.sentence, rule: "event-main-date", 0.88)
  }
}
