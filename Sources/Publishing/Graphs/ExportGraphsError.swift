/// Why an export's graphs cannot be taken as they are.
public struct ExportGraphsError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Grows; a reader of codes must expect new ones.
  public struct Code: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static let unreadable = Code(rawValue: "unreadable")
    /// A statement stands outside any named graph.
    public static let defaultGraph = Code(rawValue: "default-graph")
    /// A blank node: each load would double it, and no update could name it.
    public static let blankNode = Code(rawValue: "blank-node")
    /// A graph's name is no IRI.
    public static let badName = Code(rawValue: "bad-name")
  }

  public var code: Code
  public var path: String

  public init(_ code: Code, path: String) {
    self.code = code
    self.path = path
  }

  public var description: String {
    switch code {
    case .defaultGraph: "\(path) has statements outside any named graph: nobody could tell whose they are in a store"
    case .blankNode: "\(path) has blank nodes, which every load would double: an export has none"
    case .badName: "\(path) has a graph whose name is no IRI"
    default: "\(path) cannot be read"
    }
  }
}
