public import Entities
public import Mentions
import Statements

/// The gazetteer of `ontology/` as reference data.
public struct GazetteerReference: ReferenceData {
  private let gazetteer: Gazetteer

  public init(_ gazetteer: Gazetteer) { self.gazetteer = gazetteer }

  public func entry(_ key: String, type: EntityType) -> ReferenceEntry? {
    guard let kind = GazetteerEntry.Kind(rawValue: type.rawValue), let row = gazetteer.entry(kind, key) else {
      return nil
    }
    var entry = ReferenceEntry(
      id: EntityID(type, row.key), subtypes: Self.subtypes(row),
      labels: [.init(row.name)] + row.aliases.map { .init($0.text, language: $0.language) })
    entry.homePage = row["homepage"]
    entry.repository = row["repository"]
    entry.sameAs = row.list("sameAs")
    entry.levels = Self.levels(row)
    entry.makers = row.list("owner")
    entry.container = row["containedIn"]
    if type == .place {
      if let id = row["geonames"] { entry.sameAs.append("https://sws.geonames.org/\(id)/") }
      if let latitude = row["latitude"], let longitude = row["longitude"] {
        entry.coordinates = .init(latitude: latitude, longitude: longitude)
      }
    }
    return entry
  }

  private static func subtypes(_ row: GazetteerEntry) -> [EntitySubtype] {
    [row["subtype"], row["kind"]].compactMap { $0.flatMap(EntitySubtype.init(rawValue:)) }
  }

  /// CNCF's columns: when a project was accepted, and when it reached each level. A project that was accepted before it
  /// was incubating began in the sandbox.
  private static func levels(_ row: GazetteerEntry) -> [ReferenceEntry.Level] {
    let current = row["maturity"].flatMap(Maturity.init(rawValue:))
    return Maturity.allCases.compactMap { level in
      let since: String?
      switch level {
      case .sandbox:
        guard let accepted = row["accepted"] else { return current == .sandbox ? .init(.sandbox) : nil }
        guard current == .sandbox || row["incubating"].map({ accepted < $0 }) ?? false else { return nil }
        since = accepted
      case .incubating, .graduated, .archived: since = row[level.rawValue]
      }
      return since != nil || current == level ? .init(level, since: since) : nil
    }
  }
}
