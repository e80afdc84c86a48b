/// A value of one of the date and time types (XSD 1.1 Part 2 §3.3.7–3.3.14, §D.2.1), checked down to the length of the month.
struct TimePoint: Sendable {
  /// Seconds from 0001-01-01T00:00:00, or from a stand-in where the type has no year; in UTC when there is a time zone.
  let seconds: Int128
  /// Digits of the fraction of a second, without trailing zeros.
  let fraction: [UInt8]
  let hasTimeZone: Bool
  /// False for a year of more than eighteen digits: well-formed, but beyond what is compared.
  let isComparable: Bool

  /// What a type's lexical form is made of.
  private struct Fields: OptionSet {
    let rawValue: Int
    static let year = Fields(rawValue: 1)
    static let month = Fields(rawValue: 2)
    static let day = Fields(rawValue: 4)
    static let time = Fields(rawValue: 8)

    init(rawValue: Int) { self.rawValue = rawValue }

    init(_ type: XSDType) {
      switch type {
      case .date: self = [.year, .month, .day]
      case .time: self = [.time]
      case .gYear: self = [.year]
      case .gYearMonth: self = [.year, .month]
      case .gMonth: self = [.month]
      case .gMonthDay: self = [.month, .day]
      case .gDay: self = [.day]
      default: self = [.year, .month, .day, .time]
      }
    }
  }

  /// What absent properties are taken for when comparing (§E.3.3): a leap year, its first day.
  private static let anyYear: Int128 = 1972

  init?(_ text: ArraySlice<UInt8>, _ type: XSDType) {
    var scanner = FormScanner(text)
    var year: Int128 = Self.anyYear
    var isHuge = false
    // Of a year too long to hold the last four digits are enough to tell whether it is a leap year.
    var leapYear: Int128 = Self.anyYear
    var month = 1
    var day = 1
    let fields = Fields(type)

    if fields.contains(.year) {
      let isNegative = scanner.take("-")
      let digits = scanner.digits()
      guard digits.count >= 4, digits.count == 4 || digits.first != UInt8(ascii: "0") else { return nil }
      isHuge = digits.count > 18
      let magnitude = (isHuge ? digits.suffix(4) : digits).reduce(Int128(0)) { $0 * 10 + Int128($1 - 0x30) }
      year = isNegative ? -magnitude : magnitude
      leapYear = year
    }
    if fields.isDisjoint(with: [.year, .time]) { guard scanner.take("-") else { return nil } }
    if fields.contains(.month) {
      guard scanner.take("-") else { return nil }
      guard let value = scanner.two(), (1...12).contains(value) else { return nil }
      month = value
    }
    if fields.contains(.day) {
      if type == .gDay { guard scanner.take("-") else { return nil } }
      guard scanner.take("-"), let value = scanner.two() else { return nil }
      day = value
      // A day alone may be the 31st.
      let last = type == .gDay ? 31 : Self.length(ofMonth: month, year: leapYear)
      guard (1...last).contains(day) else { return nil }
    }
    var timeOfDay: Int128 = 0
    var digits: [UInt8] = []
    if fields.contains(.time) {
      if fields.contains(.day) { guard scanner.take("T") else { return nil } }
      guard let time = Self.time(&scanner) else { return nil }
      timeOfDay = time.seconds
      digits = time.fraction
      // The end of a day is the start of the next; a time alone has no next.
      if type == .time, timeOfDay == 86_400 { timeOfDay = 0 }
    }
    guard let zone = Self.timeZone(&scanner), scanner.isAtEnd else { return nil }
    if type == .dateTimeStamp, zone.minutes == nil { return nil }

    hasTimeZone = zone.minutes != nil
    isComparable = !isHuge
    fraction = digits
    seconds =
      Self.days(year: year, month: month, day: day) * 86_400 + timeOfDay - Int128(zone.minutes ?? 0) * 60
  }

  private static func time(_ scanner: inout FormScanner) -> (seconds: Int128, fraction: [UInt8])? {
    guard let hour = scanner.two(), scanner.take(":"), let minute = scanner.two(), scanner.take(":"),
      let second = scanner.two(), hour <= 24, minute <= 59, second <= 59
    else { return nil }
    var fraction: [UInt8] = []
    if scanner.take(".") {
      fraction = Array(scanner.digits())
      guard !fraction.isEmpty else { return nil }
      while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
    }
    if hour == 24, minute != 0 || second != 0 || !fraction.isEmpty { return nil }
    return (Int128(hour * 3600 + minute * 60 + second), fraction)
  }

  /// `Z`, or hours and minutes up to 14:00; nil minutes when there is none; nil when it is wrong.
  private static func timeZone(_ scanner: inout FormScanner) -> (minutes: Int?, Void)? {
    if scanner.isAtEnd { return (nil, ()) }
    if scanner.take("Z") { return (0, ()) }
    let isNegative = scanner.take("-")
    guard isNegative || scanner.take("+") else { return nil }
    guard let hours = scanner.two(), scanner.take(":"), let minutes = scanner.two(), minutes <= 59,
      hours * 60 + minutes <= 14 * 60
    else { return nil }
    return ((isNegative ? -1 : 1) * (hours * 60 + minutes), ())
  }

  private static func length(ofMonth month: Int, year: Int128) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days from 0001-01-01 in the proleptic Gregorian calendar (§E.3.4, `timeOnTimeline`).
  static func days(year: Int128, month: Int, day: Int) -> Int128 {
    // March starts the year, so that the leap day ends it.
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = Int128((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1)
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 306
  }
}

extension TimePoint {
  /// The partial order of XSD (§D.2.1): with a time zone on one side only, two times within fourteen hours of one
  /// another cannot be compared.
  func compare(_ other: TimePoint) -> TypedValue.Order? {
    guard isComparable, other.isComparable else { return nil }
    if hasTimeZone == other.hasTimeZone { return Self.order(self, other, shift: 0) }
    let slack: Int128 = 14 * 3600
    if Self.order(self, other, shift: slack) == .less { return .less }
    if Self.order(self, other, shift: -slack) == .greater { return .greater }
    return nil
  }

  /// How `a`, moved by some seconds, stands to `b`.
  private static func order(_ a: TimePoint, _ b: TimePoint, shift: Int128) -> TypedValue.Order {
    let moved = a.seconds + shift
    if moved != b.seconds { return moved < b.seconds ? .less : .greater }
    if a.fraction == b.fraction { return .equal }
    return a.fraction.lexicographicallyPrecedes(b.fraction) ? .less : .greater
  }
}
