/// What a thing is (`bg:` and `schema:` classes of the data contract).
public enum EntityType: String, Sendable, CaseIterable, Comparable, Codable {
  case person, organization, project, product, event, talk, place
  public static func < (a: EntityType, b: EntityType) -> Bool { a.rawValue < b.rawValue }
}

/// Closer types, when they are known; written beside the type.
public enum EntitySubtype: String, Sendable, CaseIterable, Codable {
  case corporation, ngo, governmentOrganization, educationalOrganization
  case conference, meetup, series
  case city, administrativeArea, country
}

/// The name of a thing across posts: its type and its slug, which together make its IRI (`{base}id/{type}/{slug}`).
public struct EntityID: Hashable, Comparable, Sendable, Codable {
  public let type: EntityType
  public let slug: String
  public init(_ type: EntityType, _ slug: String) {
    self.type = type
    self.slug = slug
  }
  public static func < (a: EntityID, b: EntityID) -> Bool { (a.type, a.slug) < (b.type, b.slug) }
}

/// A thing that one post names.
public struct Entity: Sendable, Equatable, Codable {
  public var id: EntityID
  public var subtypes: [EntitySubtype]
  /// As this post writes it, the fullest form first, without doubles.
  public var names: [String]
  /// The post gives it no name: `names` holds a description (`Kubernetes and Cloud Native Meetup Ottawa`).
  public var isUnnamed: Bool
  /// The key of its entry in the gazetteer.
  public var gazetteerKey: String?
  /// Where the post names it: byte ranges of the plain text, ascending.
  public var mentions: [Range<Int>]
  /// The rule that found the first mention, and how sure it is (0 to 1).
  public var rule: String
  public var confidence: Double
  /// Pages that the post's own links identify it with (`schema:url`, not `sameAs`).
  public var urls: [String]

  public init(
    id: EntityID, subtypes: [EntitySubtype] = [], names: [String], isUnnamed: Bool = false,
    gazetteerKey: String? = nil, mentions: [Range<Int>], rule: String, confidence: Double, urls: [String] = []
  ) {
    self.id = id
    self.subtypes = subtypes
    self.names = names
    self.isUnnamed = isUnnamed
    self.gazetteerKey = gazetteerKey
    self.mentions = mentions
    self.rule = rule
    self.confidence = confidence
    self.urls = urls
  }
}
