/// A date or a stretch of days that the text names.
public struct DateMention: Sendable, Equatable {
  public var tokens: Range<Int>
  public var start: CalendarDate
  public var end: CalendarDate
  public init(tokens: Range<Int>, start: CalendarDate, end: CalendarDate) {
    self.tokens = tokens
    self.start = start
    self.end = end
  }

  /// A month or year alone.
  public var isVague: Bool { start.day == nil }
}

/// Finds dates by the language's month, weekday and range words.
struct DateFinder {
  let months: WordList
  let weekdays: WordList
  let rangeWords: WordList
  let fillers: WordList
  /// Month names are written with a capital (English), so that `may` is a verb and `May` a month.
  let monthsAreCapital: Bool

  init(_ language: LanguageData) {
    months = language.list("month")
    weekdays = language.list("weekday")
    rangeWords = language.list("date-range")
    fillers = language.list("date-filler")
    monthsAreCapital = language.list("month-capital").contains("yes")
  }

  func find(_ tokens: [Token]) -> [DateMention] {
    var found: [DateMention] = []
    var start = 0
    while start < tokens.count {
      // No date reaches from one sentence into the next.
      let end = tokens[start...].firstIndex { $0.sentence != tokens[start].sentence } ?? tokens.count
      let sentence = Array(tokens[start..<end])
      var index = 0
      while index < sentence.count {
        if var mention = date(sentence, index), mention.start.exists, mention.end.exists {
          index = mention.tokens.upperBound
          mention.tokens = (mention.tokens.lowerBound + start)..<(mention.tokens.upperBound + start)
          found.append(mention)
        } else {
          index += 1
        }
      }
      start = end
    }
    return found
  }

  private func date(_ tokens: [Token], _ start: Int) -> DateMention? {
    if let iso = Self.iso(tokens[start].folded) {
      return DateMention(tokens: start..<(start + 1), start: iso, end: iso)
    }
    var at = start
    var weekday: Int?
    if let day = weekdays.value(tokens[at].folded).flatMap({ Int($0) }) {
      weekday = day
      at += 1
      at = skipFillers(tokens, at)
    }
    guard at < tokens.count else { return nil }
    return monthFirst(tokens, start, at, weekday) ?? dayFirst(tokens, start, at, weekday)
  }

  /// `February 25th to March 6th, 2019`, `May 2018`.
  private func monthFirst(_ tokens: [Token], _ start: Int, _ from: Int, _ weekday: Int?) -> DateMention? {
    var at = from
    guard let month = month(tokens, at) else { return nil }
    at += 1
    if at < tokens.count, tokens[at].folded == ".", tokens[at - 1].folded.count <= 4, follows(tokens, at) { at += 1 }
    var first = CalendarDate(month: month, weekday: weekday)
    var last = first
    if at < tokens.count, let days = Self.dayRange(tokens[at].folded), follows(tokens, at - 1) {
      first.day = days.0
      last.day = days.1
      at += 1
    } else if at < tokens.count, let year = Self.year(tokens[at].folded) {
      first.year = year
      return DateMention(tokens: start..<(at + 1), start: first, end: first)
    } else if at + 1 < tokens.count, tokens[at].folded == ",", let year = Self.year(tokens[at + 1].folded) {
      first.year = year
      return DateMention(tokens: start..<(at + 2), start: first, end: first)
    } else {
      // A month alone, unless the word is another thing here.
      return monthsAreCapital ? DateMention(tokens: start..<at, start: first, end: first) : nil
    }
    if let year = yearAfter(tokens, &at) {
      first.year = year
      last.year = year
    }
    let mark = at
    if at < tokens.count, rangeWords.match(tokens, at) > 0 {
      at += rangeWords.match(tokens, at)
      at = skipWeekday(tokens, at)
      if at < tokens.count, let month2 = self.month(tokens, at), at + 1 < tokens.count,
        let day2 = Self.day(tokens[at + 1].folded)
      {
        last = CalendarDate(year: first.year, month: month2, day: day2)
        at += 2
      } else if at < tokens.count, let day2 = Self.day(tokens[at].folded), day2 > (first.day ?? 31),
        Self.year(tokens[at].folded) == nil
      {
        last = CalendarDate(year: first.year, month: month, day: day2)
        at += 1
      } else {
        at = mark
      }
      if at > mark, let year = yearAfter(tokens, &at) {
        last.year = year
        first.year = first.year ?? ((first.month ?? 0) > (last.month ?? 13) ? year - 1 : year)
      }
    }
    return DateMention(tokens: start..<at, start: first, end: last)
  }

  /// `du 25 février au 6 mars 2019`, `les 5 et 6 novembre`, `22 Mar 2021`.
  private func dayFirst(_ tokens: [Token], _ start: Int, _ from: Int, _ weekday: Int?) -> DateMention? {
    var at = from
    guard let days = Self.dayRange(tokens[at].folded) else { return nil }
    at += 1
    var first = CalendarDate(day: days.0, weekday: weekday)
    var last = CalendarDate(day: days.1)
    at = skipFillers(tokens, at)
    if at < tokens.count, let month = month(tokens, at) {
      first.month = month
      last.month = month
      at += 1
    } else if at + 1 < tokens.count, rangeWords.match(tokens, at) > 0 {
      at += rangeWords.match(tokens, at)
      guard at < tokens.count, let day2 = Self.day(tokens[at].folded) else { return nil }
      at = skipFillers(tokens, at + 1)
      guard at < tokens.count, let month = month(tokens, at) else { return nil }
      first.month = month
      last = CalendarDate(month: month, day: day2)
      at += 1
    } else {
      return nil
    }
    if let year = yearAfter(tokens, &at) {
      first.year = year
      last.year = year
    }
    let mark = at
    if at + 1 < tokens.count, rangeWords.match(tokens, at) > 0 {
      at = skipWeekday(tokens, at + rangeWords.match(tokens, at))
      if at + 1 < tokens.count, let day2 = Self.day(tokens[at].folded), let month2 = month(tokens, at + 1) {
        last = CalendarDate(year: first.year, month: month2, day: day2)
        at += 2
        if let year = yearAfter(tokens, &at) {
          last.year = year
          first.year = first.year ?? year
        }
      } else {
        at = mark
      }
    }
    return DateMention(tokens: start..<at, start: first, end: last)
  }

  private func month(_ tokens: [Token], _ at: Int) -> Int? {
    guard at < tokens.count, let value = months.value(tokens[at].folded), let number = Int(value) else { return nil }
    return !monthsAreCapital || tokens[at].isCapital ? number : nil
  }

  private func yearAfter(_ tokens: [Token], _ at: inout Int) -> Int? {
    var next = at
    if next < tokens.count, tokens[next].folded == "," { next += 1 }
    guard next < tokens.count, next == 0 || tokens[next].sentence == tokens[next - 1].sentence,
      let year = Self.year(tokens[next].folded)
    else { return nil }
    at = next + 1
    return year
  }

  private func skipFillers(_ tokens: [Token], _ at: Int) -> Int {
    var at = at
    while at < tokens.count, fillers.match(tokens, at) > 0 { at += fillers.match(tokens, at) }
    return at
  }

  private func skipWeekday(_ tokens: [Token], _ at: Int) -> Int {
    at < tokens.count && weekdays.contains(tokens[at].folded) ? skipFillers(tokens, at + 1) : at
  }

  private func follows(_ tokens: [Token], _ at: Int) -> Bool {
    at + 1 < tokens.count && tokens[at + 1].sentence == tokens[at].sentence
  }

  /// `25`, `25th`, `1er`.
  static func day(_ folded: String) -> Int? {
    let digits = folded.prefix { $0.isASCII && $0.isNumber }
    guard let day = Int(digits), (1...31).contains(day), digits.count <= 2 else { return nil }
    let rest = folded.dropFirst(digits.count)
    return rest.isEmpty || ["st", "nd", "rd", "th", "er", "e"].contains(rest) ? day : nil
  }

  /// `25`, or two days joined by a hyphen (`1-3`).
  static func dayRange(_ folded: String) -> (Int, Int)? {
    if let day = day(folded) { return (day, day) }
    guard startsWithDigit(folded) else { return nil }
    let parts = folded.split(separator: "-")
    guard parts.count == 2, let a = day(String(parts[0])), let b = day(String(parts[1])), a < b else { return nil }
    return (a, b)
  }

  static func year(_ folded: String) -> Int? { CalendarDate.year(folded) }

  private static func startsWithDigit(_ folded: String) -> Bool {
    folded.utf8.first.map { (0x30...0x39).contains($0) } ?? false
  }

  static func iso(_ folded: String) -> CalendarDate? {
    guard startsWithDigit(folded) else { return nil }
    let parts = folded.split(separator: "-")
    guard parts.count == 3, let year = year(String(parts[0])), parts[1].count == 2, let month = Int(parts[1]),
      (1...12).contains(month), parts[2].count == 2, let day = Int(parts[2]), (1...31).contains(day)
    else { return nil }
    let date = CalendarDate(year: year, month: month, day: day)
    return date.exists ? date : nil
  }
}
