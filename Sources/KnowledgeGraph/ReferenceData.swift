public import Entities
public import Statements

/// What a gazetteer knows of one thing, whatever any post says of it.
public struct ReferenceEntry: Sendable, Equatable {
  public var id: EntityID
  public var subtypes: [EntitySubtype]
  /// The first is the canonical name.
  public var labels: [Label]
  public var homePage: String?
  public var repository: String?
  /// Other IRIs of the same thing.
  public var sameAs: [String]
  /// CNCF levels that it reached, with the day when known (`2018-03-06`, or shorter).
  public var levels: [Level]
  /// Gazetteer keys of who makes it.
  public var makers: [String]
  /// Gazetteer key of the place it lies in.
  public var container: String?
  public var coordinates: Coordinates?

  public init(
    id: EntityID, subtypes: [EntitySubtype] = [], labels: [Label], homePage: String? = nil, repository: String? = nil,
    sameAs: [String] = [], levels: [Level] = [], makers: [String] = [], container: String? = nil,
    coordinates: Coordinates? = nil
  ) {
    self.id = id
    self.subtypes = subtypes
    self.labels = labels
    self.homePage = homePage
    self.repository = repository
    self.sameAs = sameAs
    self.levels = levels
    self.makers = makers
    self.container = container
    self.coordinates = coordinates
  }

  public struct Label: Sendable, Equatable {
    public var text: String
    /// BCP 47, lower case; `nil` for a name that is the same in every language.
    public var language: String?
    public init(_ text: String, language: String? = nil) {
      self.text = text
      self.language = language
    }
  }

  public struct Level: Sendable, Equatable {
    public var maturity: Maturity
    public var since: String?
    public init(_ maturity: Maturity, since: String? = nil) {
      self.maturity = maturity
      self.since = since
    }
  }

  /// Degrees (WGS 84), as decimals in their source's own digits.
  public struct Coordinates: Sendable, Equatable {
    public var latitude: String
    public var longitude: String
    public init(latitude: String, longitude: String) {
      self.latitude = latitude
      self.longitude = longitude
    }
  }
}

/// Where reference data comes from. A key names one entry of one type.
public protocol ReferenceData: Sendable {
  func entry(_ key: String, type: EntityType) -> ReferenceEntry?
}

/// No gazetteer at all.
public struct NoReferenceData: ReferenceData {
  public init() {}
  public func entry(_ key: String, type: EntityType) -> ReferenceEntry? { nil }
}
