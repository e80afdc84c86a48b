import Foundation
import Publishing
import RDFModel
import SPARQLClient
import StoreSync
import TestSupport
import Testing

/// What one store is enough to show.
@Suite("Sync with Oxigraph", .enabled(if: TestStore.Kind.oxigraph.isInstalled, "no .venv: make deps"))
struct OxigraphTests {
  enum Way: CaseIterable, Sendable { case update, graphStore, direct, noGraphStore }

  /// Any store that keeps to the specifications: by SPARQL Update, by the Graph Store Protocol, and by the former where the latter
  /// turns out not to be there.
  @Test(arguments: Way.allCases) func theGenericProfile(_ way: Way) throws {
    let store = try TestStore(.oxigraph)
    let root = store.server.address
    let graphs: URL? =
      switch way {
      case .update: nil
      case .noGraphStore: root.appending(path: "nothing")
      default: root.appending(path: "store")
      }
    let profile = StoreProfile(
      .generic, address: root.appending(path: "query"), update: root.appending(path: "update"), graphStore: graphs,
      isDirect: way == .direct)
    // Graphs that the store itself would serve: they have addresses of their own there.
    let base = root.absoluteString + "/store/"
    let client = StoreClient(
      profile.service, transport: CurlTransport(timeout: 60), retries: RetryPolicy(attempts: 2, firstPause: 0.01))
    for export in [try TestExport.posts(0..<9, base: base), try TestExport.posts(3..<12, version: "2", base: base)] {
      let synchronizer = try Synchronizer(export.graphs, client: client, profile: profile)
      _ = try synchronizer.apply(synchronizer.plan())
      #expect(difference(try store.dump(base), try export.quads()) == [])
      #expect(try synchronizer.plan().isEmpty)
    }
  }

  @Test func lookingChangesNothing() throws {
    let store = try TestStore(.oxigraph)
    let export = try store.posts(0..<3)
    let plan = try store.synchronizer(export).plan()
    #expect(plan.added.count == 4)
    #expect(try store.dump("") == "")
  }

  @Test func twoExportsOfOneBaseHaveTwoManifests() throws {
    let store = try TestStore(.oxigraph)
    let (english, french) = (
      try store.posts(0..<3),
      try TestExport(lines: ["<urn:s> <urn:p> \"x\"@fr <\(store.base)fr/1/> ."], base: store.base)
    )
    try store.sync(english)
    // Without a manifest of its own the second would delete what is the first's; the description of both has one name.
    let plan = try store.synchronizer(french).plan()
    #expect(plan.deleted.count == 3)
    let apart = try store.synchronizer(
      french, options: SyncOptions(manifest: IRI(store.base + "fr/id/sync"), adopts: true)
    ).plan()
    #expect(apart.deleted.isEmpty)
  }

  /// Two runs wrote a graph at once, or one died while it did: what the graph holds is not known.
  @Test(arguments: ["\"pending\"", "\"0123\", \"4567\"", "1"]) func anEntryThatSaysNothing(_ hash: String) throws {
    let store = try TestStore(.oxigraph)
    let export = try store.posts(0..<2)
    try store.sync(export)
    let (manifest, graph) = ("<\(store.base)id/sync>", "<\(store.base)1/>")
    try store.update("DELETE WHERE { GRAPH \(manifest) { \(graph) ?p ?o } }")
    try store.update("INSERT DATA { GRAPH \(manifest) { \(graph) <https://w3id.org/bloggraph#contentHash> \(hash) } }")
    let summary = try store.sync(export)
    #expect(summary.plan.replaced.map(\.name.string) == [store.base + "1/"])
    #expect(try store.sync(export).plan.isEmpty)
  }

  @Test func theDifferenceAsAnUpdate() throws {
    let store = try TestStore(.oxigraph)
    let (old, new) = (try TestExport.sample.get(), try TestExport.edited.get())
    for (from, to) in [(old, new), (new, old), (old, old)] {
      try store.sync(from)
      try store.update(
        String(decoding: UpdateForm().bytes(ExportDifference(from: from.graphs, to: to.graphs)), as: UTF8.self))
      #expect(difference(try store.dump("https://blog.example.org/"), try to.quads()) == [])
      try store.update("CLEAR ALL")
    }
  }

  @Test func anUnreadableLineOfTheExportIsSentNowhere() throws {
    let store = try TestStore(.oxigraph)
    // The scan takes no offence at what stands inside a literal.
    let export = try TestExport(
      lines: [#"<urn:s> <urn:p> "a" } }; DROP ALL # "b" <https://blog.example/1/> ."#], base: store.base)
    #expect(throws: (any Error).self) { try store.sync(export) }
    #expect(try store.dump() == "")
  }

  @Test func anExportWithoutABase() throws {
    let scratch = try ScratchFolder()
    try scratch.write("<urn:s> <urn:p> <urn:o> <urn:g> .\n", to: "graph.nq")
    let export = try ExportGraphs(folder: scratch.url.path)
    let profile = StoreProfile(.oxigraph, address: try #require(URL(string: "http://127.0.0.1:1")))
    let client = StoreClient(profile.service, transport: CurlTransport(timeout: 1))
    let error = #expect(throws: SyncError.self) { try Synchronizer(export, client: client, profile: profile) }
    #expect(error?.code == .noBase)
    let taken = #expect(throws: SyncError.self) {
      try Synchronizer(export, client: client, profile: profile, options: SyncOptions(manifest: IRI("urn:g")))
    }
    #expect(taken?.code == .manifestTaken)
  }
}
