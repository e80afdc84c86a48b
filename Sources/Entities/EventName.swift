public import Mentions

/// What an event's name says of its edition.
public struct EventName: Sendable, Equatable {
  /// Key of the series in the gazetteer, or the slug of the name without its edition.
  public var series: String
  public var region: String?
  public var year: Int?
  /// Key of a place that is part of the name, and its mention's text.
  public var place: String?
  public var placeName: String?
  /// Key of the city that the clause around the name tells.
  public var toldPlace: String?
  /// The year that it tells.
  public var toldYear: Int?

  public init(series: String, region: String? = nil, year: Int? = nil, place: String? = nil, placeName: String? = nil) {
    self.series = series
    self.region = region
    self.year = year
    self.place = place
    self.placeName = placeName
  }

  /// Reads a mention of an event.
  public init(_ annotated: AnnotatedText, _ mention: Mention, gazetteer: Gazetteer, language: LanguageData) {
    let tokens = annotated.tokens
    let regions = language.list("event-region")
    let adjectives = language.list("event-region-adjective")
    let heads = language.list("event-head")
    var rest: [String] = []
    var region: String?
    var year: Int?
    var place: (String, String)?
    var index = mention.tokens.lowerBound
    while index < mention.tokens.upperBound {
      let offset = index - mention.tokens.lowerBound
      if tokens[index].folded.utf8.count == 4, let value = Int(tokens[index].folded), (1990...2060).contains(value) {
        year = value
        index += 1
      } else if offset > 0, regions.match(tokens, index) > 0, tokens[index].isCapital {
        let length = regions.match(tokens, index)
        region = Self.canonicalRegion(tokens[index..<(index + length)].map(\.folded).joined(separator: " "))
        index += length
      } else if offset > 0, let value = adjectives.value(tokens[index].folded) {
        region = value
        index += 1
      } else if offset > 0, !heads.contains(tokens[index].folded),
        let found = gazetteer.place(annotated, index, before: mention.tokens.upperBound),
        // `Cloud Native Spring Tour`: inside a name an ordinary word is itself.
        ((index + found.length)..<mention.tokens.upperBound).allSatisfy({ CalendarDate.year(tokens[$0].folded) != nil })
          || !language.isOrdinary(tokens[index].folded)
      {
        place = (found.entry.key, annotated.string(index..<(index + found.length)))
        index += found.length
      } else {
        rest.append(tokens[index].folded)
        index += 1
      }
    }
    // `the Cloud Native Halifax meetup`, `la rencontre Cloud Native Halifax` are what `Cloud Native Halifax` holds.
    if place != nil {
      let kinds = language.list("meetup-word")
      while rest.count > 1, kinds.contains(rest[0]) { rest.removeFirst() }
      while rest.count > 1, let last = rest.last, kinds.contains(last) { rest.removeLast() }
    }
    var key = Folding.slug(rest.joined(separator: " "))
    if let entry = mention.entry.map({ gazetteer.entries[$0] }) {
      key = entry.key
      // A regional edition that the gazetteer lists on its own belongs to its series.
      if let series = entry["series"] {
        key = series
        if region == nil, entry.key.hasPrefix(series + "-") { region = String(entry.key.dropFirst(series.count + 1)) }
      }
    }
    self.init(series: key, region: region, year: year, place: place?.0, placeName: place?.1)
  }

  static func canonicalRegion(_ folded: String) -> String {
    switch folded {
    case "na", "north america", "amerique du nord": "north-america"
    case "eu", "europe": "europe"
    default: Folding.slug(folded)
    }
  }

  /// Nothing in the two names contradicts, so they may name one edition.
  public func agrees(with other: EventName) -> Bool {
    func fits<Value: Equatable>(_ a: Value?, _ b: Value?) -> Bool { a == nil || b == nil || a == b }
    return series == other.series && fits(region, other.region) && fits(year ?? toldYear, other.year ?? other.toldYear)
      && fits(place ?? toldPlace, other.place ?? other.toldPlace)
  }

  public var isEdition: Bool { region != nil || year != nil || place != nil }

  public mutating func merge(_ other: EventName) {
    region = region ?? other.region
    year = year ?? other.year
    place = place ?? other.place
    placeName = placeName ?? other.placeName
    toldPlace = toldPlace ?? other.toldPlace
    toldYear = toldYear ?? other.toldYear
  }
}
