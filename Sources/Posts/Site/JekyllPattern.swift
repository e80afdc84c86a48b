/// Jekyll's permalink placeholders (`Jekyll::Drops::UrlDrop`).
struct JekyllPattern {
  var permalink: Permalink

  func expand(_ pattern: String) -> String {
    var result = ""
    var rest = Substring(pattern)
    while let colon = rest.firstIndex(of: ":") {
      result += rest[..<colon]
      rest = rest[rest.index(after: colon)...]
      // The longest name wins: `:year`, but `:y_day`.
      let name = rest.prefix { $0.isLetter || $0 == "_" }
      var length = name.count
      var value: String?
      while length > 0, value == nil {
        value = self.value(of: String(name.prefix(length)))
        if value == nil { length -= 1 }
      }
      if let value {
        result += value
        rest = rest.dropFirst(length)
      } else {
        result += ":"
      }
    }
    return result + rest
  }

  private func value(of name: String) -> String? {
    let day = CalendarDay(permalink.date)
    let time = permalink.date?.time
    switch name {
    case "year": return String(day.year)
    case "short_year": return CalendarDay.two(day.year % 100)
    case "month": return CalendarDay.two(day.month)
    case "i_month": return String(day.month)
    case "short_month": return String(CalendarDay.months[day.month - 1].prefix(3))
    case "long_month": return CalendarDay.months[day.month - 1]
    case "day": return CalendarDay.two(day.day)
    case "i_day": return String(day.day)
    case "y_day": return String(repeating: "0", count: max(0, 3 - String(day.ordinal).count)) + String(day.ordinal)
    case "week": return CalendarDay.two(day.week)
    case "w_day": return String((day.weekday + 6) % 7 + 1)
    case "short_day": return String(CalendarDay.days[day.weekday].prefix(3))
    case "long_day": return CalendarDay.days[day.weekday]
    case "hour": return CalendarDay.two(time?.hour ?? 0)
    case "minute": return CalendarDay.two(time?.minute ?? 0)
    case "second": return CalendarDay.two(time?.second ?? 0)
    case "title": return Self.slug(permalink.values["slug"]?.text ?? Self.undated(permalink.path.name), keepsCase: true)
    case "slug": return Self.slug(permalink.values["slug"]?.text ?? Self.undated(permalink.path.name), keepsCase: false)
    case "name", "basename": return Self.slug(permalink.path.name, keepsCase: false)
    case "categories": return categories.map { $0.lowercased() }.joined(separator: "/")
    case "slugified_categories": return categories.map { Self.slug($0, keepsCase: false) }.joined(separator: "/")
    case "collection": return "posts"
    case "output_ext": return ".html"
    default: return nil
    }
  }

  /// Of the folders above `_posts`, then of the front matter, each once.
  private var categories: [String] {
    var result: [String] = []
    let folders = permalink.path.folders
    let above = folders.firstIndex(of: "_posts").map { Array(folders[..<$0]) } ?? []
    let values = permalink.values
    var own = values["categories"]?.texts ?? []
    // One string holds categories between spaces.
    if case .string(let text) = values["categories"] {
      own = text.split(whereSeparator: \.isWhitespace).map(String.init)
    }
    for category in above + own + (values["category"]?.texts ?? [])
    where !result.contains(where: { $0.lowercased() == category.lowercased() }) { result.append(category) }
    return result
  }

  /// A file's name without its date.
  static func undated(_ name: String) -> String {
    guard name.count > 11, PostDate(String(name.prefix(10)))?.day != nil, name.dropFirst(10).first == "-" else {
      return name
    }
    return String(name.dropFirst(11))
  }

  /// Jekyll's *pretty* slugs.
  static func slug(_ text: String, keepsCase: Bool) -> String {
    var result = ""
    for c in text {
      if c.isLetter || c.isNumber || "._~!$&'()+,;=@".contains(c) {
        result.append(c)
      } else if result.last != "-" {
        result.append("-")
      }
    }
    while result.first == "-" { result.removeFirst() }
    while result.last == "-" { result.removeLast() }
    return keepsCase ? result : result.lowercased()
  }

  /// The title that Jekyll gives a post without one.
  static func title(ofName name: String) -> String {
    undated(name).split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }.joined(
      separator: " ")
  }
}
