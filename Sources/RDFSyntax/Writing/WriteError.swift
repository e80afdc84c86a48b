public import RDFModel

/// Why a dataset cannot be written as it is. Nothing was written.
public struct WriteError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What kind of fault it is. More may be added.
  public struct Code: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// An IRI that is relative, or has a character that may not stand between `<` and `>`.
    public static let invalidIRI = Code(rawValue: "invalid-iri")
    /// A language tag that the grammar's LANGTAG does not allow.
    public static let invalidLanguageTag = Code(rawValue: "invalid-language-tag")
    /// A blank node's label that the grammar's BLANK_NODE_LABEL does not allow.
    public static let invalidLabel = Code(rawValue: "invalid-blank-node-label")
    /// A term in a place where RDF allows none of its kind, such as a literal as a subject.
    public static let misplacedTerm = Code(rawValue: "misplaced-term")
    /// A named graph, for a format that has none.
    public static let namedGraph = Code(rawValue: "named-graph")
    /// A prefix that the grammar's PN_PREFIX does not allow, or one for something that is no IRI.
    public static let invalidPrefix = Code(rawValue: "invalid-prefix")
  }

  public var code: Code
  public var message: String
  /// The statement; nil when the fault is in a prefix.
  public var quad: Quad?

  public init(code: Code, message: String, quad: Quad?) {
    self.code = code
    self.message = message
    self.quad = quad
  }

  public var description: String { message }
}
