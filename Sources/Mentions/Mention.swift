/// A stretch of tokens that names something.
public struct Mention: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case person, organization, project, product, place, event
    /// A capitalised name whose kind the words alone do not tell.
    case name
  }
  public var kind: Kind
  public var tokens: Range<Int>
  /// As the text writes it.
  public var name: String
  /// Index of the gazetteer's entry.
  public var entry: Int?
  /// Entries of other kinds that bear the same name.
  public var alternatives: [Int]
  public var rule: String
  /// 0 to 1.
  public var confidence: Double

  public init(
    _ kind: Kind, _ tokens: Range<Int>, name: String, entry: Int? = nil, alternatives: [Int] = [], rule: String,
    confidence: Double
  ) {
    self.kind = kind
    self.tokens = tokens
    self.name = name
    self.entry = entry
    self.alternatives = alternatives
    self.rule = rule
    self.confidence = confidence
  }

  public var isSoftware: Bool { kind == .project || kind == .product }
}
