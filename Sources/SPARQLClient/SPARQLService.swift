public import Foundation

/// Where a store takes what.
public struct SPARQLService: Sendable {
  /// Queries (SPARQL 1.1 Protocol §2.1).
  public var query: URL
  /// Updates (SPARQL 1.1 Protocol §2.2).
  public var update: URL
  /// Graphs (SPARQL 1.1 Graph Store HTTP Protocol); nil for a store without it.
  public var graphStore: URL?
  public var identification: GraphIdentification
  /// Takes N-Quads by POST and adds them to its graphs, in one transaction; nil for a store that has no such thing.
  public var dataset: URL?
  /// Whether a password may be sent before the server asks: not where Digest is to be expected, since Basic would show it.
  public var sendsPasswordFirst: Bool

  public init(
    query: URL, update: URL, graphStore: URL? = nil, identification: GraphIdentification = .indirect(parameter: "graph"),
    dataset: URL? = nil, sendsPasswordFirst: Bool = true
  ) {
    self.query = query
    self.update = update
    self.graphStore = graphStore
    self.identification = identification
    self.dataset = dataset
    self.sendsPasswordFirst = sendsPasswordFirst
  }
}

/// How a request names a graph (SPARQL 1.1 Graph Store HTTP Protocol §4).
public enum GraphIdentification: Sendable, Hashable {
  /// By its own address (§4.1), where the graph lies below the store's; otherwise indirectly, as `?graph=…`.
  case direct
  /// By a parameter of the store's address (§4.2): `graph` in the specification, `graph-uri` with Virtuoso.
  case indirect(parameter: String)
}

extension SPARQLService {
  /// The address of a graph in the graph store.
  func address(of graph: String) -> URL? {
    guard let graphStore else { return nil }
    if identification == .direct, let own = Self.directAddress(of: graph, in: graphStore) { return own }
    guard var parts = URLComponents(url: graphStore, resolvingAgainstBaseURL: true) else { return nil }
    let name: String
    if case .indirect(let parameter) = identification { name = parameter } else { name = "graph" }
    let before = parts.percentEncodedQuery.map { $0 + "&" } ?? ""
    parts.percentEncodedQuery = before + name + "=" + FormEncoding.encoded(graph)
    return parts.url
  }

  /// A fragment does not travel, so `…#evidence` cannot be named so; nor can a graph that another server would answer for.
  private static func directAddress(of graph: String, in store: URL) -> URL? {
    let root = store.absoluteString.hasSuffix("/") ? store.absoluteString : store.absoluteString + "/"
    guard graph.hasPrefix(root), !graph.contains("#"), graph.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    return URL(string: graph)
  }
}

/// `application/x-www-form-urlencoded`, in its most careful form: all but RFC 3986's unreserved characters is encoded.
enum FormEncoding {
  static func encoded(_ text: String) -> String { String(decoding: encoded(Array(text.utf8)), as: UTF8.self) }

  static func encoded(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 2)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        out.append(byte)
      default:
        out.append(UInt8(ascii: "%"))
        out.append(digits[Int(byte >> 4)])
        out.append(digits[Int(byte & 15)])
      }
    }
    return out
  }
}
