import Foundation
import TestSupport
import Testing

/// The store behind `query`: built once an export, in the cache folder, and never trusted beyond the export's content.
@Suite(.enabled(if: Oxigraphs.isHere, "no .venv/bin/oxigraph: make deps installs it"))
struct QueryStoreTests {
  private let blog: SmallBlog

  init() throws {
    blog = try SmallBlog()
    _ = try blog.export("--quiet", "--no-explorer")
  }

  private func names(cache: String = "cache") throws -> Program.Outcome {
    try Program.bloggraph.run(
      [
        "query", blog.output, "-q", "SELECT DISTINCT ?h { ?p <http://schema.org/headline> ?h } ORDER BY ?h", "--format",
        "csv",
      ],
      environment: ["XDG_CACHE_HOME": blog.scratch.path(cache)])
  }

  private func stores() throws -> [String] {
    let root = blog.scratch.path("cache/bloggraph/stores")
    return try FileManager.default.subpathsOfDirectory(atPath: root).filter {
      $0.split(separator: "/").count == 2 && !$0.hasSuffix("stamp.json")
    }
  }

  @Test func itIsReusedUntilTheExportChangesAndThenReplaced() throws {
    #expect(try names().output == "h\r\nOars\r\nSails in Ottawa\r\n")
    let first = try stores()
    #expect(first.count == 1)
    #expect(try names().status == 0)
    #expect(try stores() == first)
    // The same content again, in new files.
    _ = try blog.export("--quiet", "--no-explorer")
    #expect(try names().status == 0)
    #expect(try stores() == first)
    try blog.scratch.write("---\ntitle: Rudders\ndate: 2021-03-01\n---\n\nKubernetes.\n", to: "site/content/rudder.md")
    _ = try blog.export("--quiet", "--no-explorer")
    #expect(try names().output == "h\r\nOars\r\nRudders\r\nSails in Ottawa\r\n")
    #expect(try stores().count == 1)
    #expect(try stores() != first)
    // An edit by hand counts too, though the manifest does not know of it.
    let graph = blog.output + "/graph.ttl"
    let text = try String(contentsOfFile: graph, encoding: .utf8)
    try Data(text.replacing("\"Rudders\"", with: "\"Tillers\"").utf8).write(to: URL(filePath: graph))
    #expect(try names().output.contains("Tillers"))
  }

  @Test func nothingOfItLiesInTheExport() throws {
    let before = try blog.scratch.contents("out")
    #expect(try names().status == 0)
    #expect(try blog.scratch.contents("out") == before)
  }

  @Test func aDamagedStampAndLeftoversAreNoHindrance() throws {
    #expect(try names().status == 0)
    let folder = try #require(try stores().first).split(separator: "/")[0]
    let root = blog.scratch.path("cache/bloggraph/stores/\(folder)")
    try Data("{\"key\":\"../../x\"}".utf8).write(to: URL(filePath: root + "/stamp.json"))
    try FileManager.default.createDirectory(atPath: root + "/.abandoned", withIntermediateDirectories: true)
    #expect(try names().status == 0)
    #expect(try stores().count == 1)
  }

  @Test func withoutACacheFolderTheAnswerIsTheSame() throws {
    let wanted = try names().output
    // A file stands where the folder would be: nobody can make one there, not even root.
    try blog.scratch.write("", to: "nowhere")
    let outcome = try names(cache: "nowhere")
    #expect(outcome.status == 0)
    #expect(outcome.output == wanted)
  }

  @Test func manyAtOnceBuildOneStore() async throws {
    let outputs = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<4 { group.addTask { try names().output } }
      return try await group.reduce(into: Set<String>()) { $0.insert($1) }
    }
    #expect(outputs == ["h\r\nOars\r\nSails in Ottawa\r\n"])
    #expect(try stores().count == 1)
  }
}
