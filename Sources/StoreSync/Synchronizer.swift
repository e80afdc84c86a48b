public import Publishing
public import RDFModel
public import SPARQLClient

/// Brings a store to the state of an export.
///
/// A graph of the store is this export's when the manifest in the store names it; no other graph is written to, unless it is
/// to be adopted. A graph's content and its entry in the manifest change in one transaction where the store has them.
/// Elsewhere the entry says "pending" first and its hash last. So whatever ends a run, the next one sees what is missing.
public struct Synchronizer: Sendable {
  public let export: ExportGraphs
  public let client: StoreClient
  public let profile: StoreProfile
  public let options: SyncOptions
  /// The manifest's name.
  public let manifest: IRI

  /// - Throws: `SyncError`.
  public init(
    _ export: ExportGraphs, client: StoreClient, profile: StoreProfile, options: SyncOptions = SyncOptions()
  ) throws(SyncError) {
    guard let manifest = options.manifest ?? export.base.map({ IRI($0 + "id/sync") }) else {
      throw SyncError(.noBase)
    }
    guard export.index(of: manifest) == nil else { throw SyncError(.manifestTaken, graphs: [manifest]) }
    self.export = export
    self.client = client
    self.profile = profile
    self.options = options
    self.manifest = manifest
  }

  /// Looks at the store and changes nothing.
  ///
  /// - Throws: `SPARQLError`, `SyncError`.
  public func plan() throws -> SyncPlan {
    let entries = try readManifest().entries
    var plan = SyncPlan()
    var unchanged: [ExportGraphs.Graph] = []
    for graph in export.graphs {
      switch entries[graph.name] {
      case nil: plan.added.append(graph)
      case let entry? where entry.hash == graph.hash.hexadecimal && !options.sendsEverything: unchanged.append(graph)
      default: plan.replaced.append(graph)
      }
    }
    plan.deleted = entries.keys.filter { export.index(of: $0) == nil }.sorted()
    try findDamage(unchanged, &plan)
    try findForeign(&plan)
    return plan
  }

  private func readManifest() throws -> SyncManifest {
    // A graph travels whole; the answer to a query may be cut (Virtuoso: at 10,000 rows).
    let triples =
      try graphStoreManifest()
      ?? client.construct(
        "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH <\(manifest.string)> { ?s ?p ?o } }")
    do {
      return try SyncManifest(graph: manifest, triples: triples)
    } catch {
      throw SyncError(.badManifest, cause: "\(error)")
    }
  }

  /// nil when there is none, and also where there is no graph store: 404 says the one and the other.
  private func graphStoreManifest() throws(SPARQLError) -> [UInt8]? {
    guard client.service.graphStore != nil else { return nil }
    do {
      return try client.graph(manifest.string)
    } catch {
      guard error.code == .unsupported else { throw error }
      return nil
    }
  }

  private var countsEverything: Bool { options.countsEverything || export.statements <= SyncOptions.smallExport }

  private func findDamage(_ unchanged: [ExportGraphs.Graph], _ plan: inout SyncPlan) throws(SPARQLError) {
    plan.unchanged = unchanged.count
    guard countsEverything, !unchanged.isEmpty else { return }
    let counts = try GraphCounts(client).count(unchanged.map(\.name))
    let damaged = unchanged.filter { counts[$0.name] ?? 0 != $0.statements }
    plan.damaged = damaged.map(\.name)
    plan.unchanged -= damaged.count
    plan.replaced = (plan.replaced + damaged).sorted { $0.name < $1.name }
  }

  private func findForeign(_ plan: inout SyncPlan) throws {
    let counts = try GraphCounts(client).count(plan.added.map(\.name))
    guard !counts.isEmpty else { return }
    guard options.adopts else { throw SyncError(.foreignGraphs, graphs: counts.keys.sorted()) }
    plan.replaced = (plan.replaced + plan.added.filter { counts[$0.name] != nil }).sorted { $0.name < $1.name }
    plan.added.removeAll { counts[$0.name] != nil }
  }

  /// Carries a plan out, then counts in the store what was sent.
  ///
  /// - Parameter progress: how many of the graphs are done, after each request.
  /// - Throws: `SPARQLError`, `SyncError`, and a `SyntaxError` for a line of the export that is no N-Quads.
  public func apply(_ plan: SyncPlan, progress: @escaping (_ done: Int, _ total: Int) -> Void = { _, _ in })
    throws -> SyncSummary
  {
    var writer = GraphWriter(
      self, total: plan.added.count + plan.replaced.count + plan.deleted.count, progress: progress)
    // What is new first: a reader may find a moved post twice, but never not at all.
    try writer.write(plan.added, isReplacement: false)
    try writer.write(plan.replaced, isReplacement: true)
    try writer.delete(plan.deleted)
    var summary = SyncSummary(plan: plan)
    summary.statementsSent = writer.statementsSent
    summary.bytesSent = writer.bytesSent
    let sent = plan.added + plan.replaced
    try verify(sent, plan.deleted)
    summary.graphsCounted = sent.count + plan.deleted.count + (countsEverything ? plan.unchanged : 0)
    return summary
  }

  private func verify(_ sent: [ExportGraphs.Graph], _ deleted: [IRI]) throws {
    let counts = try GraphCounts(client).count(sent.map(\.name) + deleted)
    let wanted = sent.map { ($0.name, $0.statements) } + deleted.map { ($0, 0) }
    let different = wanted.filter { counts[$0.0] ?? 0 != $0.1 }
    guard !different.isEmpty else { return }
    let named = different.prefix(5).map { "<\($0.0.string)> has \(counts[$0.0] ?? 0) of \($0.1) statements" }
    throw SyncError(
      .countsDiffer, graphs: different.map(\.0).sorted(),
      cause: named.joined(separator: ", ") + (different.count > 5 ? ", and \(different.count - 5) more" : ""))
  }
}
