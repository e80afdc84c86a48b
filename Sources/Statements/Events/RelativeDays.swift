import Mentions
import Posts

/// Days that only their surroundings tell: `last Thursday`, `tomorrow`, `next April`, `the day after`, `on the 17th`.
struct RelativeDays {
  private let shifts: WordList
  private let weekdays: WordList
  private let before: WordList
  private let behind: WordList
  private let months: WordList
  private let monthNames: WordList
  private let monthBefore: WordList
  private let years: WordList
  private let neighbours: WordList
  private let ordinal: WordList
  private let and: WordList

  init(_ language: LanguageData) {
    shifts = language.list("day-shift")
    weekdays = language.list("weekday")
    before = language.list("day-qualifier")
    behind = language.list("day-qualifier-behind")
    months = language.list("month-shift")
    monthNames = language.list("month")
    monthBefore = language.list("month-before")
    years = language.list("year-shift")
    neighbours = language.list("day-neighbour")
    ordinal = language.list("ordinal-day-before")
    and = language.list("date-range")
  }

  /// All days of the text, those written out among them, ascending and without overlap.
  ///
  /// - Parameter around: The days of the event that the post is about: a bare weekday is the one nearest to them.
  func days(_ draft: Draft, around: ClosedRange<Int>? = nil) -> [DateMention] {
    let tokens = draft.annotated.tokens
    var found: [DateMention] = []
    var written = draft.annotated.dates[...]
    var index = 0
    while index < tokens.count {
      while let next = written.first, next.tokens.upperBound <= index { written = written.dropFirst() }
      if let next = written.first, next.tokens.lowerBound == index {
        found.append(qualified(draft, next))
        index = next.tokens.upperBound
        continue
      }
      let limit = min(written.first?.tokens.lowerBound ?? tokens.count, draft.sentence(index).upperBound)
      if let day = relative(draft, index, limit, found, around), day.tokens.upperBound <= limit {
        found.append(day)
        index = day.tokens.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// `next April`, `en novembre dernier`: the word beside a month without a year says on which side of the post it lies.
  private func qualified(_ draft: Draft, _ date: DateMention) -> DateMention {
    guard date.start.year == nil, let anchor = draft.anchor, let now = anchor.dayNumber else { return date }
    let tokens = draft.annotated.tokens
    let sentence = draft.sentence(date.tokens.lowerBound)
    var shift: Int?
    if date.tokens.lowerBound > sentence.lowerBound {
      shift = before.value(tokens[date.tokens.lowerBound - 1].folded).flatMap { Int($0) }
    }
    if date.tokens.upperBound < sentence.upperBound {
      shift = behind.value(tokens[date.tokens.upperBound].folded).flatMap { Int($0) } ?? shift
    }
    guard let shift, shift != 0 else { return date }
    var moved = date
    moved.start = date.start.resolved(near: anchor)
    guard let there = moved.start.dayNumber, let year = moved.start.year else { return date }
    if shift > 0, there <= now { moved.start.year = year + 1 }
    if shift < 0, there >= now { moved.start.year = year - 1 }
    moved.end.year = moved.start.year
    return moved
  }

  private func relative(
    _ draft: Draft, _ index: Int, _ limit: Int, _ found: [DateMention], _ around: ClosedRange<Int>?
  ) -> DateMention? {
    let tokens = draft.annotated.tokens
    guard tokens[index].isWord || tokens[index].shape.contains(.digit) else { return nil }
    func mention(_ end: Int, _ date: CalendarDate, _ last: CalendarDate? = nil) -> DateMention {
      DateMention(tokens: index..<end, start: date, end: last ?? date)
    }
    if let anchor = draft.anchor, let now = anchor.dayNumber, anchor.day != nil {
      if let (shift, length) = value(shifts, tokens, index) {
        return mention(index + length, CalendarDate(dayNumber: now + shift))
      }
      if let (shift, length) = value(months, tokens, index), let year = anchor.year, let month = anchor.month {
        let number = year * 12 + month - 1 + shift
        return mention(index + length, CalendarDate(year: number / 12, month: number % 12 + 1))
      }
      if let day = qualifiedWeekday(tokens, index, limit, now) { return mention(day.end, day.date) }
    }
    if let anchor = draft.anchor, let year = anchor.year, let (shift, length) = value(years, tokens, index) {
      return mention(index + length, CalendarDate(year: year + shift))
    }
    if let month = month(draft, index) { return mention(index + 1, month) }
    let former = found.last { !$0.isVague && tokens[index].block - tokens[$0.tokens.lowerBound].block <= 2 }
    if let (shift, length) = value(neighbours, tokens, index), let former,
      let day = draft.resolved(former.end, year: nil, in: former.tokens.lowerBound).dayNumber
    {
      return mention(index + length, CalendarDate(dayNumber: day + shift))
    }
    if let weekday = weekdays.value(tokens[index].folded).flatMap({ Int($0) }), tokens[index].folded.count > 3,
      let around
    {
      return nearest(weekday, around).map { mention(index + 1, $0) }
    }
    return ordinalDay(draft, index, limit, found)
  }

  /// `en novembre`: where months have no capital, a preposition tells them from other words.
  private func month(_ draft: Draft, _ index: Int) -> CalendarDate? {
    let tokens = draft.annotated.tokens
    guard index > 0, tokens[index - 1].sentence == tokens[index].sentence,
      monthBefore.contains(tokens[index - 1].folded),
      let month = monthNames.value(tokens[index].folded).flatMap({ Int($0) })
    else { return nil }
    let date = DateMention(
      tokens: index..<(index + 1), start: CalendarDate(month: month), end: CalendarDate(month: month))
    return qualified(draft, date).start
  }

  /// `last Thursday`, `jeudi dernier`, `this Friday`.
  private func qualifiedWeekday(_ tokens: [Token], _ index: Int, _ limit: Int, _ now: Int) -> (
    end: Int, date: CalendarDate
  )? {
    var at = index
    var shift: Int?
    if let word = before.value(tokens[at].folded).flatMap({ Int($0) }), at + 1 < limit {
      shift = word
      at += 1
    }
    guard let weekday = weekdays.value(tokens[at].folded).flatMap({ Int($0) }), tokens[at].folded.count > 2 else {
      return nil
    }
    at += 1
    if shift == nil, at < limit, let word = behind.value(tokens[at].folded).flatMap({ Int($0) }) {
      shift = word
      at += 1
    }
    guard let shift else { return nil }
    let today = ((now + 3) % 7 + 7) % 7 + 1
    var ahead = (weekday - today + 7) % 7
    if shift < 0 { ahead = ahead == 0 ? -7 : ahead - 7 }
    if shift > 0, ahead == 0 { ahead = 7 }
    return (at, CalendarDate(dayNumber: now + ahead))
  }

  /// The weekday among the event's days, or of the days right before them.
  private func nearest(_ weekday: Int, _ days: ClosedRange<Int>) -> CalendarDate? {
    func fits(_ day: Int) -> Bool { ((day + 3) % 7 + 7) % 7 + 1 == weekday }
    let day = days.first(where: fits) ?? (days.lowerBound - 4..<days.lowerBound).last(where: fits)
    return day.map { CalendarDate(dayNumber: $0) }
  }

  /// `on the 17th`, `les 28 et 29`: the month is that of the day told before.
  private func ordinalDay(_ draft: Draft, _ index: Int, _ limit: Int, _ found: [DateMention]) -> DateMention? {
    let tokens = draft.annotated.tokens
    let length = ordinal.match(tokens, index)
    guard length > 0, index + length < limit,
      let former = found.last(where: { isNear(draft, $0.tokens.lowerBound, index) }),
      let month = former.start.month, let (day, closing) = Self.day(tokens[index + length].folded),
      day > former.end.day ?? 0
    else { return nil }
    var end = index + length + 1
    var last = closing
    if end + 1 < limit, and.match(tokens, end) > 0, let next = Self.day(tokens[end + 1].folded), next.0 > day {
      last = next.1
      end += 2
    }
    // `the 3rd meetup`, `les 28 personnes` count something.
    if end < limit, tokens[end].isWord, tokens[end].folded.count > 3, draft.annotated.mention(covering: end) == nil {
      return nil
    }
    let year = former.start.year
    return DateMention(
      tokens: index..<end, start: CalendarDate(year: year, month: month, day: day),
      end: CalendarDate(year: year, month: month, day: last))
  }

  /// In the same paragraph, or in the item before of a list.
  private func isNear(_ draft: Draft, _ former: Int, _ index: Int) -> Bool {
    let blocks = (draft.annotated.tokens[former].block, draft.annotated.tokens[index].block)
    if blocks.0 == blocks.1 { return true }
    return blocks.1 - blocks.0 == 1 && isItem(draft, blocks.0) && isItem(draft, blocks.1)
  }

  private func isItem(_ draft: Draft, _ block: Int) -> Bool {
    if case .listItem = draft.annotated.text.blocks[block].kind { true } else { false }
  }

  private static func day(_ folded: String) -> (Int, Int)? {
    let parts = folded.split { $0 == "-" || $0 == "–" }.map { $0.prefix { $0.isASCII && $0.isNumber } }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, let first = numbers.first, let last = numbers.last, (1...31).contains(first),
      (1...31).contains(last), first <= last
    else { return nil }
    return (first, last)
  }

  private func value(_ list: WordList, _ tokens: [Token], _ index: Int) -> (Int, length: Int)? {
    let length = list.match(tokens, index)
    guard length > 0 else { return nil }
    let phrase = tokens[index..<(index + length)].map(\.folded).joined(separator: " ")
    return list.value(of: phrase).flatMap { Int($0) }.map { ($0, length) }
  }
}
