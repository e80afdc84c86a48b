import Mentions

/// What a pattern can ask for by kind: mentions, and the stretches that are found in other ways.
struct PatternKind: OptionSet, Sendable, Hashable {
  let rawValue: UInt16

  static let person = PatternKind(rawValue: 1)
  static let organization = PatternKind(rawValue: 2)
  static let project = PatternKind(rawValue: 4)
  static let product = PatternKind(rawValue: 8)
  static let place = PatternKind(rawValue: 16)
  static let event = PatternKind(rawValue: 32)
  static let name = PatternKind(rawValue: 64)
  static let date = PatternKind(rawValue: 128)
  static let role = PatternKind(rawValue: 256)
  static let version = PatternKind(rawValue: 512)
  static let title = PatternKind(rawValue: 1024)
  static let quote = PatternKind(rawValue: 2048)

  static let software: PatternKind = [.project, .product]
  static let thing: PatternKind = [.organization, .project, .product]
  static let anyMention: PatternKind = [.person, .organization, .project, .product, .place, .event, .name]

  /// The kinds as a pattern file writes them, in the order in which messages list them.
  static let named: [(name: String, kind: PatternKind)] = [
    ("Person", .person), ("Org", .organization), ("Project", .project), ("Product", .product),
    ("Software", .software), ("Place", .place), ("Event", .event), ("Name", .name), ("Thing", .thing),
    ("Any", .anyMention), ("Date", .date), ("Role", .role), ("Version", .version), ("Title", .title), ("Quote", .quote),
  ]

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init?(named name: String) {
    guard let found = Self.named.first(where: { $0.name == name }) else { return nil }
    self = found.kind
  }

  init(_ kind: Mention.Kind) {
    switch kind {
    case .person: self = .person
    case .organization: self = .organization
    case .project: self = .project
    case .product: self = .product
    case .place: self = .place
    case .event: self = .event
    case .name: self = .name
    }
  }
}
