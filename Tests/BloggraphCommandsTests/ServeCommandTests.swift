import Foundation
import FoundationNetworking
import TestSupport
import Testing

/// `serve`, and `query --endpoint` against it.
@Suite(.enabled(if: Oxigraphs.isHere, "no .venv/bin/oxigraph: make deps installs it"), .timeLimit(.minutes(1)))
struct ServeCommandTests {
  private func get(_ request: URLRequest) async -> (status: Int, body: String)? {
    guard let (data, response) = try? await URLSession.shared.data(for: request) else { return nil }
    return ((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: data, as: UTF8.self))
  }

  @Test func theServerAnswersOnLoopbackAndTakesNoUpdate() async throws {
    let blog = try SmallBlog()
    _ = try blog.export("--quiet")
    let environment = ["XDG_CACHE_HOME": blog.scratch.path("cache")]
    let process = Program.bloggraph.process(["serve", blog.output, "--port", "0"], environment: environment)
    let said = Pipe()
    process.standardOutput = said
    process.standardError = FileHandle.nullDevice
    try process.run()
    defer { _ = kill(process.processIdentifier, SIGKILL) }
    let line = String(decoding: said.fileHandleForReading.availableData, as: UTF8.self)
    let address = try #require(line.firstMatch(of: #/http://127\.0\.0\.1:\d+//#)).output
    let base = try #require(URL(string: String(address)))

    var page: (status: Int, body: String)?
    for _ in 0..<200 where page == nil {
      page = await get(URLRequest(url: base))
      if page == nil { try await Task.sleep(for: .milliseconds(50)) }
    }
    #expect(page?.status == 200)
    #expect(page?.body.contains("<html") == true)

    var update = URLRequest(url: base.appending(path: "update"))
    update.httpMethod = "POST"
    update.setValue("application/sparql-update", forHTTPHeaderField: "Content-Type")
    update.httpBody = Data("DELETE WHERE { ?s ?p ?o }".utf8)
    #expect(try #require(await get(update)).status >= 400)

    let query = "SELECT DISTINCT ?h { ?p <http://schema.org/headline> ?h } ORDER BY ?h"
    let endpoint = base.appending(path: "query").absoluteString
    for format in ["table", "csv", "json"] {
      let remote = try Program.bloggraph.run(["query", "--endpoint", endpoint, "-q", query, "--format", format])
      let local = try Program.bloggraph.run(
        ["query", blog.output, "-q", query, "--format", format], environment: environment)
      #expect(remote.status == 0)
      #expect(remote.output == local.output)
    }
    let named = try Program.bloggraph.run(["query", "posts-without-event", "--endpoint", endpoint])
    #expect(named.status == 0)
    #expect(named.output.contains("Oars"))
    let refused = try Program.bloggraph.run(["query", "--endpoint", endpoint, "-q", "SELECT ?x { nonsense }"])
    #expect(refused.status == 2)
    #expect(refused.errors.contains("HTTP 400"))
    let taken = try Program.bloggraph.run(
      ["serve", blog.output, "--port", "\(base.port ?? 0)"], environment: environment)
    #expect(taken.status == 2)
    #expect(taken.errors.contains("is taken"))
    // An interrupt ends it, and leaves nothing behind.
    process.interrupt()
    for _ in 0..<100 where process.isRunning { try await Task.sleep(for: .milliseconds(50)) }
    #expect(!process.isRunning)
  }

  @Test func anEndpointThatIsNotThereIsAnError() throws {
    let outcome = try Program.bloggraph.run([
      "query", "--endpoint", "http://127.0.0.1:9/query", "-q", "ASK { ?s ?p ?o }",
    ])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("does not answer"))
    #expect(try Program.bloggraph.run(["query", "--endpoint", "file:///etc", "-q", "ASK { ?s ?p ?o }"]).status == 2)
  }
  @Test func anEndpointBehindAPassword() throws {
    let answer = #"{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"literal","value":"found"}}]}}"#
    let server = try ScriptedServer { request, _ in
      request.headers["authorization"] == "Basic YWRhOmhpZGRlbg=="
        ? .init(200, headers: ["Content-Type": "application/sparql-results+json"], body: answer)
        : .init(401, headers: ["WWW-Authenticate": "Basic realm=\"x\""], body: "no")
    }
    let ask = ["query", "--endpoint", server.address.absoluteString, "-q", "SELECT ?x { ?s ?p ?x }"]
    let loopback = ["NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"]
    func run(_ environment: [String: String]) throws -> Program.Outcome {
      try Program.bloggraph.run(ask, environment: loopback.merging(environment) { $1 })
    }
    let admitted = try run(["BLOGGRAPH_USER": "ada", "BLOGGRAPH_PASSWORD": "hidden"])
    #expect(admitted.status == 0)
    #expect(admitted.output.contains("found"))
    let wrong = try run(["BLOGGRAPH_USER": "ada", "BLOGGRAPH_PASSWORD": "secret"])
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("does not let us in (HTTP 401)"))
    #expect(!(wrong.errors + wrong.output).contains("secret"))
    #expect(try run([:]).errors.contains("BLOGGRAPH_USER"))
    let open = try Program.bloggraph.run([
      "query", "--endpoint", "http://ada:hidden@127.0.0.1/", "-q", "ASK { ?s ?p ?o }",
    ])
    #expect(open.status == 2)
    #expect(open.errors.contains("must not hold credentials"))
  }
}
