extension PostDate {
  /// Reads a date in the forms that Hugo accepts (Go's `cast.ToTime`): ISO 8601 and RFC 3339 with `T` or a space, with
  /// and without time and zone; RFC 1123, 850, 822 and ANSI C forms; `02 Jan 2006`, `January 2, 2006`; and the year or
  /// the year and month alone. Nothing is added that the text does not say. Returns nil for anything else.
  public init?(_ text: String) {
    var parser = DateParser(text)
    guard let date = parser.iso() ?? DateParser.words(text) else { return nil }
    self = date
  }

  /// Whether it is over when `other` begins, as far as both say; zones do not count.
  func isBefore(_ other: PostDate) -> Bool {
    func parts(_ d: PostDate) -> [Int?] {
      [d.year, d.month, d.day, d.time?.hour, d.time?.minute, d.time?.second]
    }
    for (a, b) in zip(parts(self), parts(other)) {
      guard let a, let b else { return false }
      if a != b { return a < b }
    }
    return false
  }
}

struct DateParser {
  private let bytes: [UInt8]
  private var i = 0

  init(_ text: String) { bytes = Array(text.trimmingWhitespace.utf8) }

  private var atEnd: Bool { i >= bytes.count }
  private func peek() -> UInt8 { i < bytes.count ? bytes[i] : 0 }

  private mutating func take(_ b: UInt8) -> Bool {
    guard peek() == b, !atEnd else { return false }
    i += 1
    return true
  }

  private mutating func number(_ digits: ClosedRange<Int>) -> Int? {
    var value = 0
    var n = 0
    while n < digits.upperBound, Bytes.isDigit(peek()) {
      value = value * 10 + Int(peek() - 0x30)
      i += 1
      n += 1
    }
    return digits.contains(n) ? value : nil
  }

  // MARK: Numbers

  mutating func iso() -> PostDate? {
    guard let year = number(4...4) else { return nil }
    var date = PostDate(year: year)
    if atEnd { return year > 0 ? date : nil }
    let separator = peek()
    guard separator == 0x2D || separator == 0x2F || separator == 0x2E else { return nil }
    i += 1
    guard let month = number(1...2), (1...12).contains(month) else { return nil }
    date.month = month
    if atEnd { return date }
    guard take(separator), let day = number(1...2), Self.exists(year, month, day) else { return nil }
    date.day = day
    if atEnd { return date }
    guard take(0x54) || take(0x74) || take(0x20) else { return nil }
    while take(0x20) {}
    guard let time = time() else { return nil }
    date.time = time
    return date
  }

  static func exists(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    guard (1...12).contains(month), day >= 1 else { return false }
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    let days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= days[month - 1]
  }

  /// A time of day with an optional zone, up to the end. Fractions of a second are dropped.
  private mutating func time() -> PostDate.Time? {
    guard let hour = number(1...2), hour < 24, take(0x3A), let minute = number(2...2), minute < 60 else { return nil }
    var time = PostDate.Time(hour: hour, minute: minute, second: 0, offsetMinutes: nil)
    if take(0x3A) {
      guard let second = number(2...2), second <= 60 else { return nil }
      time.second = min(second, 59)
      if take(0x2E) || take(0x2C) {
        guard number(1...9) != nil else { return nil }
      }
    }
    while take(0x20) {}
    // `3:04 PM`
    if let half = half() {
      guard (1...12).contains(hour) else { return nil }
      time.hour = hour % 12 + (half ? 12 : 0)
      while take(0x20) {}
    }
    if atEnd { return time }
    guard let offset = zone() else { return nil }
    time.offsetMinutes = offset
    while take(0x20) {}
    // Go prints a zone twice: `+0000 UTC`.
    if !atEnd { guard zone() != nil, atEnd else { return nil } }
    return time
  }

  private mutating func half() -> Bool? {
    guard i + 1 < bytes.count, bytes[i + 1] | 0x20 == 0x6D else { return nil }
    let letter = bytes[i] | 0x20
    guard letter == 0x61 || letter == 0x70 else { return nil }
    i += 2
    return letter == 0x70
  }

  /// Minutes east of UTC.
  private mutating func zone() -> Int? {
    if take(0x5A) || take(0x7A) { return 0 }
    if peek() == 0x2B || peek() == 0x2D {
      let sign = peek() == 0x2D ? -1 : 1
      i += 1
      guard let hours = number(1...2), hours <= 14 else { return nil }
      var minutes = 0
      if take(0x3A) || Bytes.isDigit(peek()) {
        guard let m = number(2...2), m < 60 else { return nil }
        minutes = m
      }
      return sign * (hours * 60 + minutes)
    }
    let start = i
    while Bytes.isLetter(peek()) { i += 1 }
    return Self.zones[Bytes.string(bytes[start..<i]).uppercased()]
  }

  /// Of RFC 822.
  private static let zones = [
    "UTC": 0, "GMT": 0, "UT": 0, "Z": 0, "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360,
    "PST": -480, "PDT": -420, "CET": 60, "CEST": 120,
  ]

  // MARK: Words

  /// Forms with the month's name, in any order of day, month, year.
  static func words(_ text: String) -> PostDate? {
    var day: Int?
    var month: Int?
    var year: Int?
    var time: PostDate.Time?
    let words = text.split { $0 == " " || $0 == "," || $0 == "\t" }
    var k = 0
    while k < words.count {
      let word = words[k]
      let lower = word.lowercased()
      if word.contains(":") {
        // The rest may be a zone, but ANSI C puts the year last.
        var parser = DateParser(String(word))
        var rest = Array(words[(k + 1)...])
        if let last = rest.last, year == nil, last.count == 4, let y = Int(last) {
          year = y
          rest.removeLast()
        }
        parser = DateParser(([word] + rest).joined(separator: " "))
        guard let t = parser.time(), parser.atEnd else { return nil }
        time = t
        break
      }
      if let m = monthNames[lower.hasSuffix(".") ? String(lower.dropLast()) : lower] {
        guard month == nil else { return nil }
        month = m
      } else if word.contains("-") {
        // `02-Jan-06`, `02-Jan-2006`
        let parts = word.split(separator: "-")
        guard parts.count == 3, let d = Int(parts[0]), let m = monthNames[parts[1].lowercased()], let y = Int(parts[2])
        else {
          return nil
        }
        (day, month, year) = (d, m, expand(y, digits: parts[2].count))
      } else if let number = Int(lower.filter(\.isNumber)), word.first?.isNumber == true {
        let suffix = lower.drop { $0.isNumber }
        guard ["", "st", "nd", "rd", "th"].contains(suffix) else { return nil }
        if word.count == 4, suffix.isEmpty, year == nil {
          year = number
        } else if day == nil {
          day = number
        } else if year == nil, word.count == 2 {
          year = expand(number, digits: 2)
        } else {
          return nil
        }
      } else if !dayNames.contains(where: { $0 == lower || $0.prefix(3) == lower }) {
        return nil
      }
      k += 1
    }
    guard let year, let month else { return nil }
    guard let day else { return time == nil ? PostDate(year: year, month: month) : nil }
    guard exists(year, month, day) else { return nil }
    return PostDate(year: year, month: month, day: day, time: time)
  }

  private static func expand(_ year: Int, digits: Int) -> Int { digits == 2 ? year + (year < 69 ? 2000 : 1900) : year }

  private static let monthNames: [String: Int] = {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
      "december",
    ]
    var map: [String: Int] = ["sept": 9]
    for (i, name) in names.enumerated() {
      map[name] = i + 1
      map[String(name.prefix(3))] = i + 1
    }
    return map
  }()
  private static let dayNames = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]
}
