public import RDFModel

/// Why a store could not be brought to the state of an export, other than by its own failing.
public struct SyncError: Error, Sendable, Equatable {
  /// Grows; a reader of codes must expect new ones.
  public struct Code: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Nothing in the export tells its base, and no manifest was named.
    public static let noBase = Code(rawValue: "no-base")
    /// The manifest's name is a graph of the export.
    public static let manifestTaken = Code(rawValue: "manifest-taken")
    /// The store has graphs of these names that are not this export's.
    public static let foreignGraphs = Code(rawValue: "foreign-graphs")
    /// Afterwards, graphs in the store have other numbers of statements than in the export.
    public static let countsDiffer = Code(rawValue: "counts-differ")
    /// The manifest in the store is no N-Triples.
    public static let badManifest = Code(rawValue: "bad-manifest")
  }

  public var code: Code
  /// Ascending.
  public var graphs: [IRI]
  public var cause: String?

  public init(_ code: Code, graphs: [IRI] = [], cause: String? = nil) {
    self.code = code
    self.graphs = graphs
    self.cause = cause
  }
}

extension SyncError: CustomStringConvertible {
  /// One plain sentence without a full stop.
  public var description: String {
    let names = graphs.prefix(5).map { "<\($0.string)>" }.joined(separator: ", ") + (graphs.count > 5 ? ", …" : "")
    switch code {
    case .noBase: return "the export does not tell its base IRI; name a graph for the manifest"
    case .manifestTaken: return "\(names) is a graph of the export, and cannot be the manifest"
    case .foreignGraphs:
      return "the store has \(graphs.count) graph\(graphs.count == 1 ? "" : "s") of the export's names that this export "
        + "did not put there: \(names)"
    case .countsDiffer: return "the store does not hold what the export has: \(cause ?? names)"
    default: return "the manifest in the store cannot be read" + (cause.map { ": \($0)" } ?? "")
    }
  }
}
