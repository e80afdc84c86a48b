import Entities
import Mentions
import Posts

/// Days that some words tell of an event, with the year made out.
struct ToldDate {
  var start: CalendarDate
  var end: CalendarDate
  var bytes: Range<Int>
  var rule: String
  var confidence: Double

  /// 3 for a day, 2 for a month, 1 for a year.
  var precision: Int { start.day != nil ? 3 : start.month != nil ? 2 : 1 }
}

extension Draft {
  /// Notes when an event is. The year that the event's name tells, and the tense of the sentence, help a date without one.
  mutating func tell(
    _ event: EntityID, _ date: DateMention, bytes: Range<Int>, rule: String, _ confidence: Double
  ) {
    let token = date.tokens.lowerBound
    let start = resolved(date.start, year: eventYears[event], in: token)
    var end = date.end
    if end.year == nil, let year = start.year {
      end.year = end.month.map { $0 < (start.month ?? 1) } == true ? year + 1 : year
    }
    tell(event, from: start, to: end, bytes: bytes, rule: rule, confidence)
  }

  mutating func tell(
    _ event: EntityID, from start: CalendarDate, to end: CalendarDate, bytes: Range<Int>, rule: String,
    _ confidence: Double
  ) {
    guard let year = start.year, !bytes.isEmpty else { return }
    // Another edition's day.
    if let own = eventYears[event], own != year { return }
    toldDates[event, default: []].append(
      ToldDate(start: start, end: end, bytes: bytes, rule: rule, confidence: confidence))
  }

  func isDated(_ event: EntityID, precisely: Bool = false) -> Bool {
    (toldDates[event] ?? []).contains { !precisely || $0.precision == 3 }
  }

  /// The year of a bare date: the event's own, or the one that fits the tense, or the nearest to the post's.
  func resolved(_ date: CalendarDate, year: Int?, in token: Int) -> CalendarDate {
    guard date.year == nil else { return date }
    var date = date
    if let year {
      date.year = year
      return date
    }
    let near = date.resolved(near: anchor)
    guard post.date != nil || post.publishDate != nil, date.weekday == nil, let a = near.dayNumber,
      let b = anchor?.dayNumber, abs(a - b) > 45, let year = near.year
    else { return near }
    // Farther off, what is told without a year lies ahead, unless the sentence looks back.
    let sentence = self.sentence(token)
    let isPast = contains(language.list("past-word"), in: sentence) != nil
    let isFuture = contains(language.list("future-word"), in: sentence) != nil
    var other = near
    if a < b, isFuture || !isPast && b - a > 90 { other.year = year + 1 }
    if a > b, isPast, !isFuture { other.year = year - 1 }
    return other
  }

  /// Of all that is told of when an event is, states the most precise; of equals the surest, then the first.
  mutating func stateDates() {
    for event in toldDates.keys.sorted() where entities[event] != nil {
      guard let best = date(of: event) else { continue }
      let told = toldDates[event] ?? []
      for same in told where same.start == best.start && same.end == best.end {
        if let start = same.start.iso {
          state(.entity(event), .startDate, .date(start), bytes: same.bytes, rule: same.rule, same.confidence)
        }
        if let end = same.end.iso {
          state(.entity(event), .endDate, .date(end), bytes: same.bytes, rule: same.rule, same.confidence)
        }
      }
    }
  }

  /// What is known of when an event is: the most precise that was told.
  func date(of event: EntityID) -> ToldDate? {
    let told = toldDates[event] ?? []
    let best = told.enumerated().max { a, b in
      (a.element.precision, a.element.confidence, -a.offset) < (b.element.precision, b.element.confidence, -b.offset)
    }?.element
    guard let best, best.precision == 3, best.start == best.end, let day = best.start.dayNumber else { return best }
    // A day of an event that lasts several is one of them.
    return told.first { other in
      guard other.precision == 3, other.start != other.end, let first = other.start.dayNumber,
        let last = other.end.dayNumber
      else { return false }
      return (first...max(first, last)).contains(day)
    } ?? best
  }
}
