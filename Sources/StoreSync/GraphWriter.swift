import Publishing
import RDFModel
import SPARQLClient

/// Writes graphs and their entries in the manifest, many in a request.
struct GraphWriter {
  private let export: ExportGraphs
  private let client: StoreClient
  private var profile: StoreProfile
  private let manifest: IRI
  private let total: Int
  private let progress: (Int, Int) -> Void
  private var done = 0
  private(set) var statementsSent = 0
  private(set) var bytesSent = 0

  init(_ synchronizer: Synchronizer, total: Int, progress: @escaping (Int, Int) -> Void) {
    export = synchronizer.export
    client = synchronizer.client
    profile = synchronizer.profile
    manifest = synchronizer.manifest
    self.total = total
    self.progress = progress
  }

  /// - Parameter isReplacement: whether the store may hold something under these names.
  mutating func write(_ graphs: [ExportGraphs.Graph], isReplacement: Bool) throws {
    let batches = Batches(graphs, of: export, bytes: profile.batchBytes, graphs: profile.batchGraphs)
    while let batch = try batches.next() {
      try write(batch, isReplacement: isReplacement)
      statementsSent += batch.reduce(0) { $0 + $1.graph.statements }
      step(batch.count)
    }
  }

  private mutating func write(_ batch: [GraphContent], isReplacement: Bool) throws(SPARQLError) {
    switch profile.writing {
    case .update where !isReplacement && client.service.dataset != nil: try add(batch)
    case .update: try update(batch)
    case .graphStore:
      do throws(SPARQLError) {
        try put(batch)
      } catch {
        guard error.code == .unsupported, profile.name == .generic else { throw error }
        // No graph store after all: SPARQL Update does the same.
        profile.writing = .update
        try update(batch)
      }
    }
  }

  /// All in one document of N-Quads, the manifest's entries with it: one transaction.
  private mutating func add(_ batch: [GraphContent]) throws(SPARQLError) {
    var quads: [UInt8] = []
    quads.reserveCapacity(batch.reduce(0) { $0 + $1.size } + 600 * batch.count)
    for content in batch { content.appendQuads(to: &quads) }
    SyncManifest.lines(batch.flatMap { SyncManifest.entry($0.graph) }, graph: manifest, to: &quads)
    bytesSent += quads.count
    try client.add(quads: quads)
  }

  private mutating func update(_ batch: [GraphContent]) throws(SPARQLError) {
    var update = UpdateText()
    for content in batch {
      update.drop(content.graph.name)
      update.insert(into: content.graph.name) { content.appendTriples(to: &$0) }
      update.forget(content.graph.name, in: manifest)
    }
    update.insert(into: manifest) { SyncManifest.lines(batch.flatMap { SyncManifest.entry($0.graph) }, to: &$0) }
    try send(update)
  }

  private mutating func put(_ batch: [GraphContent]) throws(SPARQLError) {
    try enter(batch.flatMap { SyncManifest.claim($0.graph.name) }, for: batch)
    for content in batch {
      var triples: [UInt8] = []
      content.appendTriples(to: &triples)
      try client.put(triples, graph: content.graph.name.string)
      bytesSent += triples.count
    }
    try enter(batch.flatMap { SyncManifest.entry($0.graph) }, for: batch)
  }

  /// Puts entries in the place of those that the manifest has for these graphs.
  private mutating func enter(
    _ entries: [(subject: IRI, predicate: IRI, object: String)], for batch: [GraphContent]
  ) throws(SPARQLError) {
    var update = UpdateText()
    for content in batch { update.forget(content.graph.name, in: manifest) }
    update.insert(into: manifest) { SyncManifest.lines(entries, to: &$0) }
    try send(update)
  }

  mutating func delete(_ graphs: [IRI]) throws(SPARQLError) {
    for start in stride(from: 0, to: graphs.count, by: profile.batchGraphs) {
      let batch = graphs[start..<min(start + profile.batchGraphs, graphs.count)]
      var update = UpdateText()
      for graph in batch {
        // Where a request is no transaction, the graph goes first: an entry without a graph is seen, a graph without an
        // entry is nobody's.
        if profile.isTransactional || profile.writing == .update {
          update.drop(graph)
        } else {
          try client.delete(graph: graph.string)
        }
        update.forget(graph, in: manifest)
      }
      try send(update)
      step(batch.count)
    }
  }

  private mutating func send(_ update: UpdateText) throws(SPARQLError) {
    try client.update(update.bytes)
    bytesSent += update.bytes.count
  }

  private mutating func step(_ count: Int) {
    done += count
    progress(done, total)
  }
}
