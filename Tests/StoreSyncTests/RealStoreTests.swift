import Foundation
import Publishing
import RDFModel
import SPARQLClient
import StoreSync
import Synchronization
import TestSupport
import Testing

/// Oxigraph's server and Debian's Virtuoso, each started for the test.
// One after the other: Virtuoso makes writers wait for each other, for minutes at times.
@Suite(
  "Sync with real stores", .serialized, .enabled(if: !TestStore.installed.isEmpty, "no store installed: make deps"))
struct RealStoreTests {
  @Test(arguments: TestStore.installed)
  func aStoreHoldsWhatTheExportHolds(_ kind: TestStore.Kind) throws {
    let store = try TestStore(kind)
    let (first, second) = (try TestExport.sample.get(), try TestExport.edited.get())
    // Somebody else's graphs: one of another name, one that only looks like ours.
    let foreign = "<urn:a> <urn:b> \"c\" .\n"
    try store.put(foreign, "https://other.example/")
    try store.put(foreign, "https://blog.example.org.evil/")

    let loaded = try store.sync(first)
    #expect(loaded.plan.added.count == first.graphs.graphs.count)
    #expect(loaded.statementsSent == first.graphs.statements)
    #expect(difference(try store.dump("https://blog.example.org/"), try first.quads()) == [])

    let again = try store.sync(first)
    #expect(again.plan.isEmpty)
    #expect(again.bytesSent == 0)
    #expect(again.graphsCounted == first.graphs.graphs.count)

    // What changed travels, and nothing else.
    let changed = try store.sync(second)
    #expect(changed.plan.added.count == 2)
    #expect(changed.plan.added.allSatisfy { $0.name.string.contains("/2024/07/") })
    #expect(changed.plan.deleted.count == 2)
    #expect(changed.plan.deleted.allSatisfy { $0.string.contains("/2024/01/joining-the-cncf/") })
    #expect(changed.plan.unchanged > changed.plan.replaced.count)
    #expect(difference(try store.dump("https://blog.example.org/"), try second.quads()) == [])

    // And back, as from another machine: the store says what is there, not the machine.
    try store.sync(first)
    #expect(difference(try store.dump("https://blog.example.org/"), try first.quads()) == [])
    for graph in ["https://other.example/", "https://blog.example.org.evil/"] {
      #expect(try store.dump(graph) == "<urn:a> <urn:b> \"c\" <\(graph)> .\n")
    }
  }

  @Test(arguments: TestStore.installed)
  func termsComeBackAsTheyWere(_ kind: TestStore.Kind) throws {
    let store = try TestStore(kind)
    let xsd = "http://www.w3.org/2001/XMLSchema#"
    var objects = [
      #""""#, #""a \"b\" \\ c""#, #""line\nline\ttab\r""#, "\"é ü 漢字 𝄞 🎉 \u{FEFF}\"", "\"café\"@fr", "\"x\"@fr-ca",
      "\"\(String(repeating: "long é ", count: 3000))\"", "\"?x $y {} ; DROP ALL # no\"", #""''' \"\"\" '""#,
      "<https://blog.example/a%20b?c=d&e=f#g>", "<https://blog.example/é/漢>", "<http://blog.example/(a)'b'>",
    ]
    for (type, value) in [
      ("gYear", "2019"), ("gYearMonth", "2019-02"), ("date", "2019-02-25"), ("dateTime", "2019-02-25T09:30:00-05:00"),
      ("dateTime", "2019-02-25T09:30:00Z"), ("integer", "42"), ("decimal", "0.93"), ("decimal", "1"),
      ("decimal", "-73.5878"),
      ("boolean", "true"), ("anyURI", "https://blog.example/"),
    ] { objects.append("\"\(value)\"^^<\(xsd)\(type)>") }
    let export = try TestExport(
      lines: objects.enumerated().map { "<\(store.base)s> <urn:p\($0)> \($1) <\(store.base)1/> ." }, base: store.base)
    try store.sync(export)
    #expect(difference(try store.dump(), try export.quads()) == [])
    // The other way in: by updates.
    try store.sync(export, options: SyncOptions(sendsEverything: true))
    #expect(difference(try store.dump(), try export.quads()) == [])
  }

  @Test(arguments: TestStore.installed)
  func aLineThatIsCutIsTakenUpAgain(_ kind: TestStore.Kind) throws {
    let store = try TestStore(kind)
    let old = try store.posts(0..<40, statements: 50, version: "old")
    let new = try store.posts(10..<60, statements: 50, version: "new")
    try store.sync(old)
    let proxy = try CuttingProxy(to: store.server.port)
    let address = try #require(URL(string: "http://127.0.0.1:\(proxy.port)"))
    var failures = 0
    var states: Set<String> = []
    // Small requests, so that there is a midst in which to die.
    for bytes in [1_000, 20_000, 45_000, 90_000] {
      proxy.cut(after: bytes)
      #expect(throws: SPARQLError.self) {
        let synchronizer = try store.synchronizer(new, at: address) { $0.batchGraphs = 5 }
        _ = try synchronizer.apply(synchronizer.plan())
      }
      failures += 1
      states.insert(try store.dump())
    }
    #expect(proxy.cuts >= failures)
    // The last run got further than the first.
    #expect(states.count > 1)
    proxy.mend()
    let synchronizer = try store.synchronizer(new, at: address)
    _ = try synchronizer.apply(synchronizer.plan())
    #expect(difference(try store.dump(), try new.quads()) == [])
    #expect(try store.sync(new).plan.isEmpty)
  }

  @Test(arguments: TestStore.installed)
  func aBusyStoreIsWaitedFor(_ kind: TestStore.Kind) throws {
    let store = try TestStore(kind)
    let export = try store.posts(0..<30)
    let refused = Mutex(0)
    let transport = CurlTransport(timeout: 60)
    let server = try ScriptedServer { request, before in
      guard !before.isMultiple(of: 3) else {
        refused.withLock { $0 += 1 }
        return .init(before.isMultiple(of: 2) ? 503 : 429, headers: ["Retry-After": "0"], body: "busy")
      }
      return store.forward(request, transport)
    }
    let synchronizer = try store.synchronizer(export, at: server.address) { $0.batchGraphs = 7 }
    _ = try synchronizer.apply(synchronizer.plan())
    #expect(refused.withLock { $0 } > 2)
    #expect(difference(try store.dump(), try export.quads()) == [])
  }

  @Test(arguments: TestStore.installed)
  func aGraphOfSomebodyElseStopsTheSync(_ kind: TestStore.Kind) throws {
    let store = try TestStore(kind)
    let export = try store.posts(0..<3)
    try store.put("<urn:a> <urn:b> \"c\" .\n", store.base + "1/")
    let before = try store.dump()
    let error = #expect(throws: SyncError.self) { try store.sync(export) }
    #expect(error?.code == .foreignGraphs)
    #expect(error?.graphs == [IRI(store.base + "1/")])
    #expect(try store.dump() == before)
    let summary = try store.sync(export, options: SyncOptions(adopts: true))
    #expect(summary.plan.replaced.map(\.name.string) == [store.base + "1/"])
    #expect(difference(try store.dump(), try export.quads()) == [])
  }

  @Test(arguments: TestStore.installed)
  func twoBlogsInOneStore(_ kind: TestStore.Kind) throws {
    let store = try TestStore(kind)
    let neighbour = try TestStore(kind).base
    let (one, other) = (try store.posts(0..<5), try TestExport.posts(0..<5, base: neighbour))
    try store.sync(one)
    try store.sync(other)
    try store.sync(try store.posts(1..<2))
    #expect(try store.dump(neighbour) == (try other.quads()))
    #expect(try store.dump() == (try store.posts(1..<2).quads()))
  }

  @Test(arguments: TestStore.installed)
  func whatIsMissingIsFoundAndPutBack(_ kind: TestStore.Kind) throws {
    let store = try TestStore(kind)
    let export = try store.posts(0..<5)
    try store.sync(export)
    try store.update("DROP SILENT GRAPH <\(store.base)3/>")
    try store.update("INSERT DATA { GRAPH <\(store.base)4/> { <urn:a> <urn:b> <urn:c> } }")
    let summary = try store.sync(export)
    #expect(summary.plan.damaged.map(\.string) == [store.base + "3/", store.base + "4/"])
    #expect(difference(try store.dump(), try export.quads()) == [])
  }

  @Test(arguments: TestStore.installed)
  func aStoreThatLosesSomethingIsFoundOut(_ kind: TestStore.Kind) throws {
    let store = try TestStore(kind)
    let export = try store.posts(0..<3)
    let transport = CurlTransport(timeout: 60)
    let server = try ScriptedServer { request, _ in
      var request = request
      // One statement never arrives.
      let text = String(decoding: request.body, as: UTF8.self)
      request.body = Array(text.replacing(#/<[^>]*/1/> <urn:p2> "1"@en [^\n]*\n/#, with: "").utf8)
      return store.forward(request, transport)
    }
    let synchronizer = try store.synchronizer(export, at: server.address)
    let error = #expect(throws: SyncError.self) { _ = try synchronizer.apply(synchronizer.plan()) }
    #expect(error?.code == .countsDiffer)
    #expect(error?.description.contains("<\(store.base)1/> has 3 of 4 statements") == true)
  }

  @Test(.enabled(if: TestStore.Kind.virtuoso.isInstalled, "no virtuoso-t: make deps"))
  func aWrongPassword() throws {
    let store = try TestStore(.virtuoso)
    let export = try store.posts(0..<3)
    let synchronizer = try store.synchronizer(export, credentials: .password(user: "dba", password: "hidden"))
    let error = #expect(throws: SPARQLError.self) { _ = try synchronizer.plan() }
    #expect(error?.code == .unauthorized)
    #expect(error?.description.contains("hidden") == false)
    #expect(try store.dump() == "")
  }
}

extension TestStore {
  /// Sends a scripted server's request on to the real one.
  func forward(_ request: ScriptedServer.Request, _ transport: CurlTransport) -> ScriptedServer.Response? {
    guard let url = URL(string: server.address.absoluteString + request.target) else { return nil }
    let kept = ["content-type", "accept", "authorization"]
    let message = HTTPRequest(
      request.method, url, headers: request.headers.filter { kept.contains($0.key) },
      body: request.method == "GET" ? nil : request.body)
    guard let answer = try? transport.send(message) else { return nil }
    var headers: [String: String] = [:]
    if let challenge = answer.headers["www-authenticate"] { headers["WWW-Authenticate"] = challenge }
    return .init(answer.status, headers: headers, body: String(decoding: answer.body, as: UTF8.self))
  }
}
