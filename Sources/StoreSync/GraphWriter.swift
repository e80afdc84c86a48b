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
    var batch: [GraphContent] = []
    var size = 0
    for graph in graphs {
      guard let index = export.index(of: graph.name) else { continue }
      let content = try GraphContent(index, of: export, isReplacement: isReplacement)
      if !batch.isEmpty, size + content.triples.count > profile.batchBytes || batch.count == profile.batchGraphs {
        try write(batch)
        batch.removeAll()
        size = 0
      }
      batch.append(content)
      size += content.triples.count
    }
    if !batch.isEmpty { try write(batch) }
  }

  private mutating func write(_ batch: [GraphContent]) throws {
    switch profile.writing {
    case .update where !batch[0].isReplacement && client.service.dataset != nil: try add(batch)
    case .update: try update(batch)
    case .graphStore:
      do {
        try put(batch)
      } catch {
        guard error.code == .unsupported, profile.name == .generic else { throw error }
        // No graph store after all: SPARQL Update does the same.
        profile.writing = .update
        try update(batch)
      }
    }
    statementsSent += batch.reduce(0) { $0 + $1.graph.statements }
    step(batch.count)
  }

  /// All in one document of N-Quads, the manifest's entries with it: one transaction.
  private mutating func add(_ batch: [GraphContent]) throws(SPARQLError) {
    var quads = batch.flatMap(\.quads)
    quads += GraphContent.quads(batch.flatMap { SyncManifest.entry($0.graph) }, in: manifest)
    try client.add(quads: quads)
    bytesSent += quads.count
  }

  private mutating func update(_ batch: [GraphContent]) throws(SPARQLError) {
    var update = UpdateText()
    for content in batch {
      update.drop(content.graph.name)
      update.insert(content.triples, into: content.graph.name)
      update.forget(content.graph.name, in: manifest)
    }
    update.insert(batch.flatMap { SyncManifest.entry($0.graph) }, into: manifest)
    try send(update)
  }

  private mutating func put(_ batch: [GraphContent]) throws(SPARQLError) {
    try enter(batch.map { ($0.graph.name, SyncManifest.claim($0.graph.name)) })
    for content in batch {
      try client.put(content.triples, graph: content.graph.name.string)
      bytesSent += content.triples.count
    }
    try enter(batch.map { ($0.graph.name, SyncManifest.entry($0.graph)) })
  }

  /// Puts entries in the place of those that the manifest has.
  private mutating func enter(_ entries: [(graph: IRI, triples: [UInt8])]) throws(SPARQLError) {
    var update = UpdateText()
    for entry in entries { update.forget(entry.graph, in: manifest) }
    update.insert(entries.flatMap(\.triples), into: manifest)
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
