public import Foundation
public import SPARQLClient

/// What a kind of store does its own way: under which addresses it takes what, and how much at once.
public struct StoreProfile: Sendable {
  public enum Name: String, CaseIterable, Sendable {
    case oxigraph, fuseki, graphdb, virtuoso, generic
  }

  /// How graphs get into the store.
  public enum Writing: Sendable {
    /// `DROP GRAPH … ; INSERT DATA …`, many graphs in a request.
    case update
    /// A `PUT` for each graph.
    case graphStore
  }

  public var name: Name
  public var service: SPARQLService
  public var writing: Writing
  /// Whether one request is one transaction, so that a graph and its entry in the manifest cannot part.
  public var isTransactional: Bool
  /// Bytes of statements that one request carries at most, unless one graph has more.
  public var batchBytes: Int
  /// Graphs that one request speaks of at most.
  public var batchGraphs: Int

  /// - Parameters:
  ///   - address: what the user calls the store: Oxigraph's and Virtuoso's root, Fuseki's dataset, GraphDB's repository, and
  ///     with `generic` the address that takes queries, and updates too unless `update` is given.
  ///   - hasPassword: Virtuoso keeps the addresses that may write apart from those that anybody may read.
  public init(
    _ name: Name, address: URL, update: URL? = nil, graphStore: URL? = nil, isDirect: Bool = false,
    hasPassword: Bool = false
  ) {
    func below(_ path: String) -> URL { address.appending(path: path) }
    self.name = name
    isTransactional = true
    writing = .update
    batchBytes = 8 << 20
    batchGraphs = 500
    switch name {
    case .oxigraph:
      service = SPARQLService(
        query: below("query"), update: below("update"), graphStore: below("store"), dataset: below("store"))
    case .fuseki:
      service = SPARQLService(
        query: below("query"), update: below("update"), graphStore: below("data"), dataset: below("data"))
    case .graphdb:
      service = SPARQLService(
        query: address, update: below("statements"), graphStore: below("rdf-graphs/service"),
        dataset: below("statements"))
    case .virtuoso:
      let suffix = hasPassword ? "-auth" : ""
      service = SPARQLService(
        query: below("sparql" + suffix), update: below("sparql" + suffix),
        graphStore: below("sparql-graph-crud" + suffix), identification: .indirect(parameter: "graph-uri"),
        sendsPasswordFirst: false)
      // Its compiler takes requests of 10,000 lines at most, and one request is not one transaction.
      writing = .graphStore
      isTransactional = false
      batchGraphs = 100
    case .generic:
      service = SPARQLService(query: address, update: update ?? address, graphStore: graphStore)
      batchBytes = 1 << 20
      batchGraphs = 100
      if graphStore != nil {
        writing = .graphStore
        isTransactional = false
      }
    }
    if let update { service.update = update }
    if let graphStore { service.graphStore = graphStore }
    if isDirect {
      service.identification = .direct
      writing = .graphStore
      isTransactional = false
      service.dataset = nil
    }
  }
}
