import Foundation
import TestSupport
import Testing

/// `export --watch`, as somebody who writes sees it.
@Suite(.timeLimit(.minutes(2))) struct WatchTests {
  @Test func everyChangeIsExportedAndSaidInOneLine() async throws {
    let blog = try SmallBlog()
    let process = Program.bloggraph.process(
      ["export", blog.site, "-o", blog.output, "--watch", "--no-explorer"],
      environment: ["XDG_CACHE_HOME": blog.scratch.path("cache")])
    let log = blog.scratch.url.appending(path: "log")
    try Data().write(to: log)
    process.standardError = try FileHandle(forWritingTo: log)
    try process.run()
    defer { _ = kill(process.processIdentifier, SIGKILL) }
    func said() throws -> [String] {
      String(decoding: try Data(contentsOf: log), as: UTF8.self).split(separator: "\n").map(String.init)
    }
    func wait(for words: String) async throws -> String {
      for _ in 0..<400 {
        if let line = try said().first(where: { $0.contains(words) }) { return line }
        try await Task.sleep(for: .milliseconds(50))
      }
      Issue.record("never said \(words): \(try said())")
      return ""
    }
    func graph() throws -> String { try String(contentsOfFile: blog.output + "/graph.nq", encoding: .utf8) }

    _ = try await wait(for: "Written to")
    try blog.scratch.write("---\ntitle: Rudders\ndate: 2021-03-01\n---\n\nHelm.\n", to: "site/content/rudder.md")
    #expect(try await wait(for: "rudder.md added").contains(#/: 3 posts, \d+ facts, 0 violations, \d+\.\d s$/#))
    #expect(try graph().contains("Rudders"))
    try blog.scratch.write("---\ntitle: Tillers\ndate: 2021-03-01\n---\n\nHelm.\n", to: "site/content/rudder.md")
    _ = try await wait(for: "rudder.md changed")
    #expect(try graph().contains("Tillers"))
    try blog.scratch.write("---\ntitle: [\n---\n", to: "site/content/bad.md")
    _ = try await wait(for: "bad.md added")
    #expect(try said().contains { $0.contains("bad.md:2") })
    try FileManager.default.removeItem(atPath: blog.scratch.path("site/content/rudder.md"))
    #expect(try await wait(for: "rudder.md deleted").contains(": 2 posts, "))
    #expect(try !graph().contains("Tillers"))
    // Its own writing is no change.
    try await Task.sleep(for: .seconds(1))
    #expect(try said().count { $0.contains(" posts, ") && $0.contains(" facts, ") } == 4)
  }
}
