/// The address at which a post is published: what its generator would make of it.
struct Permalink {
  var settings: SiteSettings
  var path: SourcePath
  var values: FrontValue
  var title: String
  /// The post's date, or what stands for it.
  var date: PostDate?

  var string: String { settings.generator == .jekyll ? jekyll : hugo }

  // MARK: Hugo

  private var siteLanguage: String { path.siteLanguage ?? settings.site.defaultLanguage }

  /// The language's folder in the address.
  private var prefix: String {
    let language = siteLanguage
    if settings.languageBaseURLs[language] != nil { return "" }
    if settings.generator == .unknown {
      return path.siteLanguage.map { $0 == settings.site.defaultLanguage ? "" : $0 } ?? ""
    }
    guard settings.isMultilingual else { return "" }
    return language == settings.site.defaultLanguage && !settings.defaultLanguageInSubfolder ? "" : language
  }

  private var hugo: String {
    let base = settings.languageBaseURLs[siteLanguage] ?? settings.site.baseURL
    if let url = values["url"]?.text {
      if Address.hasScheme(url) { return Address.escapingForbidden(url) }
      // A leading slash means the site's root, no slash the language's.
      var parts = [url.trimmingSlashes]
      if !url.hasPrefix("/"), !prefix.isEmpty, !("/" + url).hasPrefix("/" + prefix) { parts.insert(prefix, at: 0) }
      let isFile = url.contains(".") && !url.hasSuffix("/") && !url.hasSuffix("/index.html")
      return join(base, parts, isFile: isFile)
    }
    let slug = values["slug"]?.text.map { Self.trimming("-", $0) }
    var parts: [String]
    if let pattern = settings.permalinks[(path.folders.first ?? (path.isBundle ? path.name : "")).lowercased()] {
      parts = [expand(pattern, slug: slug)]
    } else {
      parts = path.folders + [slug ?? path.name]
    }
    parts = parts.map { PathSegment.sanitize($0, settings).trimmingSlashes }
    if settings.uglyURLs, let last = parts.last { parts[parts.count - 1] = last + ".html" }
    if !prefix.isEmpty { parts.insert(PathSegment.sanitize(prefix, settings), at: 0) }
    return join(base, parts, isFile: settings.uglyURLs)
  }

  private func join(_ base: String, _ parts: [String], isFile: Bool) -> String {
    let path = parts.filter { !$0.isEmpty }.joined(separator: "/")
    let address = PathSegment.escape(path.split(separator: "/").joined(separator: "/"))
    return base + Self.clean(isFile || address.isEmpty ? address : address + "/")
  }

  /// A slug of `../x` leads nowhere above the site's root, as generators see to.
  private static func clean(_ address: String) -> String { String(Address.withoutDots("/" + address).dropFirst()) }

  private static func trimming(_ character: Character, _ text: String) -> String {
    var s = Substring(text)
    while s.first == character { s.removeFirst() }
    while s.last == character { s.removeLast() }
    return String(s)
  }

  /// Hugo's permalink tokens. What it escapes on the way it unescapes as a query, where a plus is a space.
  private func expand(_ pattern: String, slug: String?) -> String {
    let day = CalendarDay(date)
    var result = ""
    var rest = Substring(pattern)
    while let colon = rest.firstIndex(of: ":") {
      result += rest[..<colon]
      rest = rest[rest.index(after: colon)...]
      let name = rest.prefix { $0.isLetter }
      rest = rest[name.endIndex...]
      var value: String
      switch name.lowercased() {
      case "year": value = String(day.year)
      case "month": value = CalendarDay.two(day.month)
      case "monthname": value = CalendarDay.months[day.month - 1]
      case "day": value = CalendarDay.two(day.day)
      case "weekday": value = String(day.weekday)
      case "weekdayname": value = CalendarDay.days[day.weekday]
      case "yearday": value = String(day.ordinal)
      case "section": value = path.folders.first ?? ""
      case "sections":
        var sections = sections
        if let slice = rest.prefixMatch(of: /\[([^\]]*)\]/) {
          sections = Self.slice(sections, String(slice.1))
          rest = rest[slice.range.upperBound...]
        }
        value = sections.joined(separator: "/")
      case "title": value = title
      case "slug": value = slug ?? title
      case "slugorfilename", "slugorcontentbasename": value = slug ?? path.name
      case "filename", "contentbasename": value = path.name
      default: value = ":" + name
      }
      if name.lowercased() != "sections" { value = value.replacing("/", with: "-") }
      // Go's parser of addresses drops an empty fragment.
      let sanitized = PathSegment.sanitize(value, settings)
      result += sanitized.hasSuffix("#") ? String(sanitized.dropLast()) : sanitized
    }
    return (result + rest).replacing("+", with: " ")
  }

  /// The folders that are sections: the first, and below it those with an `_index` file.
  private var sections: [String] {
    guard !path.folders.isEmpty else { return [] }
    var deepest = 1
    for count in 1...path.folders.count {
      if settings.sections.contains(path.folders.prefix(count).joined(separator: "/")) { deepest = count }
    }
    return Array(path.folders.prefix(deepest))
  }

  /// Go's slices with `last` for the end: `1:last`, `0`, `:2`.
  private static func slice(_ list: [String], _ text: String) -> [String] {
    func index(_ s: Substring) -> Int? { s == "last" ? list.count - 1 : Int(s) }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count == 1 { return index(parts[0]).flatMap { list.indices.contains($0) ? [list[$0]] : nil } ?? [] }
    let low = parts[0].isEmpty ? 0 : index(parts[0]) ?? 0
    let high = parts[1].isEmpty ? list.count : index(parts[1]) ?? list.count
    return low >= 0 && low < high ? Array(list[min(low, list.count)..<min(high, list.count)]) : []
  }

  // MARK: Jekyll

  private var jekyll: String {
    let style = values["permalink"]?.text ?? settings.permalinks[""] ?? "date"
    let pattern: String
    switch style {
    case "date": pattern = "/:categories/:year/:month/:day/:title:output_ext"
    case "pretty": pattern = "/:categories/:year/:month/:day/:title/"
    case "ordinal": pattern = "/:categories/:year/:y_day/:title:output_ext"
    case "weekdate": pattern = "/:categories/:year/W:week/:short_day/:title:output_ext"
    case "none": pattern = "/:categories/:title:output_ext"
    default: pattern = style
    }
    if Address.hasScheme(pattern) { return Address.escapingForbidden(pattern) }
    let expanded = JekyllPattern(permalink: self).expand(pattern)
    let parts = expanded.split(separator: "/").joined(separator: "/")
    let address = PathSegment.escape(parts) + (expanded.hasSuffix("/") && !parts.isEmpty ? "/" : "")
    return settings.site.baseURL + Self.clean(address)
  }
}

extension String {
  var trimmingSlashes: String {
    var s = Substring(self)
    while s.first == "/" { s.removeFirst() }
    while s.last == "/" { s.removeLast() }
    return String(s)
  }
}
