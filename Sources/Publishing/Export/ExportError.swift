public import Posts

/// Why there is no export.
public struct ExportError: Error, Sendable, CustomStringConvertible {
  /// Grows; a reader of codes must expect new ones.
  public struct Code: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The content folder is missing, is no folder, or cannot be read.
    public static let noContent = Code(rawValue: "no-content")
    public static let noPosts = Code(rawValue: "no-posts")
    /// A file of the ontology cannot be used.
    public static let badOntology = Code(rawValue: "bad-ontology")
    /// The curation's file is missing or cannot be read.
    public static let noCuration = Code(rawValue: "no-curation")
    /// A post has a problem, and the run is strict.
    public static let strict = Code(rawValue: "strict")
    /// A defect of the program: the graph could not be written as it is.
    public static let unwritable = Code(rawValue: "unwritable")
  }

  public var code: Code
  /// One plain sentence without a full stop.
  public var message: String
  /// For `strict`, the first; for `noPosts`, all.
  public var problems: [Problem]

  public init(_ code: Code, _ message: String, problems: [Problem] = []) {
    self.code = code
    self.message = message
    self.problems = problems
  }

  public var description: String { message }
}
