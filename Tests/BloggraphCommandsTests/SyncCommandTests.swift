import Foundation
import TestSupport
import Testing

/// `sync` and `diff`, as a user runs them.
@Suite struct SyncCommandTests {
  private static let loopback = ["NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"]

  private func run(_ arguments: [String], _ environment: [String: String] = [:]) throws -> Program.Outcome {
    try Program.bloggraph.run(arguments, environment: Self.loopback.merging(environment) { $1 })
  }

  @Test(.enabled(if: StoreServer.oxigraphBinary != nil, "no .venv: make deps"))
  func fromTheFolderToTheStore() throws {
    let (blog, store) = (try SmallBlog(), try StoreServer.oxigraph())
    _ = try blog.export("--quiet")
    let sync = ["sync", blog.output, "--to", store.address.absoluteString]

    let dry = try run(sync + ["--dry-run"])
    #expect(dry.status == 0)
    #expect(dry.output.contains(#/\n\+ https:\/\/blog\.example\/sail\/  \d+ statements\n/#))
    #expect(dry.errors.hasPrefix("Graphs:     6 to add, 0 to replace, 0 to delete, 0 unchanged\n"))

    let full = try run(sync)
    #expect(full.status == 0)
    #expect(full.output.isEmpty)
    #expect(full.errors.hasPrefix("Graphs:     6 added, 0 replaced, 0 deleted, 0 unchanged\nStatements: "))
    #expect(full.errors.contains("counted in 6 graphs, as in the export\nDone in "))

    try FileManager.default.removeItem(atPath: blog.site + "/content/oar.md")
    _ = try blog.export("--quiet")
    let again = try run(sync + ["--dry-run"])
    #expect(again.output.contains("\n- https://blog.example/oar/\n"))
    #expect(try run(sync + ["--quiet"]).errors.isEmpty)
    #expect(try run(sync + ["--dry-run"]).output.isEmpty)
  }

  @Test func aWrongPasswordIsSaidAndNotShown() throws {
    let blog = try SmallBlog()
    _ = try blog.export("--quiet")
    let server = try ScriptedServer { _, _ in .init(401, headers: ["WWW-Authenticate": "Basic realm=\"x\""]) }
    let sync = ["sync", blog.output, "--to", server.address.absoluteString]
    let wrong = try run(sync, ["BLOGGRAPH_USER": "ada", "BLOGGRAPH_PASSWORD": "hidden"])
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("does not let us in (HTTP 401)"))
    #expect(!(wrong.errors + wrong.output).contains("hidden"))
    #expect(server.requests.first?.headers["authorization"] == "Basic YWRhOmhpZGRlbg==")
    let none = try run(sync)
    #expect(none.errors.contains("BLOGGRAPH_USER"))
    #expect(server.requests.last?.headers["authorization"] == nil)
    _ = try run(sync, ["BLOGGRAPH_TOKEN": "abc"])
    #expect(server.requests.last?.headers["authorization"] == "Bearer abc")
  }

  @Test func aStoreThatIsNotThere() throws {
    let blog = try SmallBlog()
    _ = try blog.export("--quiet")
    let port = try LoopbackListener.freePort()
    let outcome = try run(["sync", blog.output, "--to", "http://127.0.0.1:\(port)", "--retries", "1"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("; trying again in "))
    #expect(outcome.errors.split(separator: "\n").count == 2)
  }

  @Test(.enabled(if: StoreServer.oxigraphBinary != nil, "no .venv: make deps"))
  func aProblemInTheStoreIsStatusOne() throws {
    let (blog, store) = (try SmallBlog(), try StoreServer.oxigraph())
    _ = try blog.export("--quiet")
    let sync = ["sync", blog.output, "--to", store.address.absoluteString, "--quiet"]
    #expect(try run(sync).status == 0)
    // Another manifest knows nothing of these graphs.
    let other = try run(sync + ["--manifest", "https://blog.example/id/other"])
    #expect(other.status == 1)
    #expect(other.errors.contains("; --adopt replaces them"))
    #expect(try run(sync + ["--manifest", "https://blog.example/id/other", "--adopt"]).status == 0)
  }

  @Test func foldersThatAreNoExport() throws {
    let scratch = try ScratchFolder()
    #expect(try run(["sync", scratch.url.path, "--to", "http://127.0.0.1:1"]).status == 2)
    #expect(try run(["diff", scratch.url.path, scratch.url.path]).status == 2)
    try scratch.write("<urn:a> <urn:b> <urn:c> .\n", to: "graph.nq")
    let outcome = try run(["sync", scratch.url.path, "--to", "http://127.0.0.1:1"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("outside any named graph"))
  }

  @Test func theDifferenceOfTwoExports() throws {
    let blog = try SmallBlog()
    _ = try blog.export("--quiet")
    try FileManager.default.moveItem(atPath: blog.output, toPath: blog.scratch.path("old"))
    try FileManager.default.removeItem(atPath: blog.site + "/content/oar.md")
    _ = try blog.export("--quiet")
    let diff = ["diff", blog.scratch.path("old"), blog.output]
    let text = try run(diff)
    #expect(text.status == 0)
    #expect(text.output.contains("- oar.md  \"Oars\" <https://blog.example/oar/>\n"))
    #expect(text.output.contains("Posts: 0 added, 1 removed, 0 changed; "))
    #expect(
      try run(diff + ["--format", "sparql"]).output.contains("\nDROP SILENT GRAPH <https://blog.example/oar/> ;\n"))
    #expect(try run(diff + ["--format", "rdf-patch"]).output.contains("\nD <https://blog.example/oar/> "))
  }
}
