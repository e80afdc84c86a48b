/// What permalinks ask of a date beyond its numbers (proleptic Gregorian calendar).
struct CalendarDay {
  var year: Int
  var month: Int
  var day: Int

  /// Go's zero time stands for a date that is not known.
  init(_ date: PostDate?) {
    year = date?.year ?? 1
    month = date?.month ?? 1
    day = date?.day ?? 1
  }

  var ordinal: Int {
    let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    return before[month - 1] + day + (leap && month > 2 ? 1 : 0)
  }

  /// 0 is Sunday.
  var weekday: Int {
    let offsets = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let y = month < 3 ? year - 1 : year
    return (y + y / 4 - y / 100 + y / 400 + offsets[month - 1] + day) % 7
  }

  /// ISO 8601 week.
  var week: Int {
    let iso = (weekday + 6) % 7 + 1
    let number = (ordinal - iso + 10) / 7
    if number < 1 { return CalendarDay(PostDate(year: year - 1, month: 12, day: 31)).week }
    if number == 53 {
      let next = CalendarDay(PostDate(year: year + 1, month: 1, day: 1)).weekday
      // A year whose successor begins on Monday to Thursday has no week 53.
      return (1...4).contains(next) ? 1 : 53
    }
    return number
  }

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  static let days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

  static func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
}
