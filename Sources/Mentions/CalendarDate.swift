/// A date as precise as somebody wrote it; the year may be open.
public struct CalendarDate: Hashable, Sendable {
  public var year: Int?
  public var month: Int?
  public var day: Int?
  /// 1 is Monday.
  public var weekday: Int?

  public init(year: Int? = nil, month: Int? = nil, day: Int? = nil, weekday: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
    self.weekday = weekday
  }

  /// `2019`, `2019-02`, `2019-02-25`; nil without a year.
  public var iso: String? {
    guard let year else { return nil }
    guard let month else { return Self.pad(year, 4) }
    guard let day else { return "\(Self.pad(year, 4))-\(Self.pad(month, 2))" }
    return "\(Self.pad(year, 4))-\(Self.pad(month, 2))-\(Self.pad(day, 2))"
  }

  static func pad(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }

  /// Whether the calendar has such a day; what is open may be anything.
  public var exists: Bool {
    if let month, !(1...12).contains(month) { return false }
    guard let day else { return true }
    guard let month else { return (1...31).contains(day) }
    let isLeap = year.map { $0 % 4 == 0 && ($0 % 100 != 0 || $0 % 400 == 0) } ?? true
    let length = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    return (1...length).contains(day)
  }

  /// Days since 1970-01-01 in the proleptic Gregorian calendar; months and days that are open count as the middle.
  public var dayNumber: Int? {
    guard let year else { return nil }
    let month = month ?? 7
    let day = day ?? (self.month == nil ? 1 : 15)
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146097 + dayOfEra - 719468
  }

  /// The year that a word of four digits names, 1990 to 2060.
  public static func year(_ word: String) -> Int? {
    guard word.utf8.count == 4, let year = Int(word), (1990...2060).contains(year) else { return nil }
    return year
  }

  /// The day that lies so many days after 1970-01-01.
  public init(dayNumber: Int) {
    let shifted = dayNumber + 719468
    let era = (shifted >= 0 ? shifted : shifted - 146096) / 146097
    let dayOfEra = shifted - era * 146097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * dayOfYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * part + 2) / 5 + 1)
  }

  /// The year that puts this date nearest to `anchor`, where a weekday must fit if one is told.
  public func resolved(near anchor: CalendarDate?) -> CalendarDate {
    guard year == nil, let anchor, let anchorYear = anchor.year, let anchorDay = anchor.dayNumber else { return self }
    var best: (distance: Int, date: CalendarDate)?
    for candidate in (anchorYear - 2)...(anchorYear + 2) {
      var date = self
      date.year = candidate
      guard date.exists, let number = date.dayNumber else { continue }
      if let weekday, day != nil, ((number + 3) % 7 + 7) % 7 + 1 != weekday { continue }
      let distance = abs(number - anchorDay)
      if best.map({ distance < $0.distance }) ?? true { best = (distance, date) }
    }
    if best == nil || best.map({ $0.distance > 400 }) == true {
      var date = self
      date.weekday = nil
      guard weekday != nil else { return self }
      return date.resolved(near: anchor)
    }
    return best?.date ?? self
  }
}
