import Foundation
import Publishing
import RDFModel
import RDFSyntax
import SPARQLClient
import StoreSync
import Synchronization
import TestSupport
import Testing

/// A store that runs for one test, and how to look into it past the program.
struct TestStore: Sendable {
  enum Kind: String, Sendable, CaseIterable {
    case oxigraph, virtuoso

    var isInstalled: Bool {
      switch self {
      case .oxigraph: StoreServer.oxigraphBinary != nil
      case .virtuoso: StoreServer.virtuosoBinary != nil
      }
    }
    var profile: StoreProfile.Name { self == .oxigraph ? .oxigraph : .virtuoso }
  }

  let kind: Kind
  let server: StoreServer
  /// Of the test's own blog: no other test has it.
  let base = "https://blog-\(UUID().uuidString.lowercased()).example/"

  /// Virtuoso takes seconds to start: one serves all tests, as one store serves several blogs.
  private static let virtuoso = Result { try StoreServer.virtuoso() }

  init(_ kind: Kind) throws {
    self.kind = kind
    server = try kind == .oxigraph ? .oxigraph() : Self.virtuoso.get()
  }

  func posts(_ range: Range<Int>, statements: Int = 4, version: String = "1") throws -> TestExport {
    try .posts(range, statements: statements, version: version, base: base)
  }

  static let installed = Kind.allCases.filter(\.isInstalled)

  static let password = Credentials.password(user: "dba", password: "dba")

  private func client(_ address: URL? = nil, _ credentials: Credentials? = nil) -> StoreClient {
    let profile = StoreProfile(kind.profile, address: address ?? server.address, hasPassword: kind == .virtuoso)
    return StoreClient(
      profile.service, credentials: credentials ?? (kind == .virtuoso ? Self.password : .none),
      transport: CurlTransport(timeout: 60), retries: RetryPolicy(attempts: 3, firstPause: 0.01))
  }

  /// A sync of an export, by way of another address if one is given.
  func synchronizer(
    _ export: TestExport, at address: URL? = nil, credentials: Credentials? = nil, options: SyncOptions = SyncOptions(),
    change: (inout StoreProfile) -> Void = { _ in }
  ) throws -> Synchronizer {
    var profile = StoreProfile(kind.profile, address: address ?? server.address, hasPassword: kind == .virtuoso)
    change(&profile)
    let client = StoreClient(
      profile.service, credentials: credentials ?? (kind == .virtuoso ? Self.password : .none),
      transport: CurlTransport(timeout: 60), retries: RetryPolicy(attempts: 3, firstPause: 0.01))
    return try Synchronizer(export.graphs, client: client, profile: profile, options: options)
  }

  @discardableResult
  func sync(_ export: TestExport, options: SyncOptions = SyncOptions()) throws -> SyncSummary {
    let synchronizer = try synchronizer(export, options: options)
    return try synchronizer.apply(synchronizer.plan())
  }

  func put(_ triples: String, _ graph: String) throws { try client().put(Array(triples.utf8), graph: graph) }
  func update(_ text: String) throws { try client().update(Array(text.utf8)) }

  /// All that the graphs below a base hold, the manifest aside, as canonical N-Quads.
  func dump(_ base: String? = nil) throws -> String {
    let client = client()
    let base = base ?? self.base
    let names = try client.select("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }").solutions
      .compactMap { $0["g"]?.iri?.string }.filter { $0.hasPrefix(base) && !$0.hasSuffix("/id/sync") }
    var dataset = Dataset()
    for name in names {
      var graph = Dataset()
      try RDFReader(format: .nTriples).read(try #require(try client.graph(name)), into: &graph)
      for quad in graph.quads {
        var quad = graph.decode(quad)
        quad.graph = .iri(name)
        dataset.insert(quad)
      }
    }
    return try TestExport.canonical(dataset)
  }
}
