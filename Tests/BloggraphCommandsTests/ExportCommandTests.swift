import Foundation
import TestSupport
import Testing

@Suite struct ExportCommandTests {
  @Test func anExportTalksOnStandardErrorAndSumsUp() throws {
    let blog = try SmallBlog()
    let outcome = try blog.export()
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("Reading 2 files\nExtracting from 2 posts\n"))
    #expect(outcome.errors.contains("\nPosts:      2 read\n"))
    #expect(outcome.errors.contains(#/\nEntities:   1 person, 1 organization, 2 projects, .*, 1 place\n/#))
    #expect(outcome.errors.contains("\nViolations: 0"))
    #expect(outcome.errors.contains(#/\nWritten to .*out in \d+\.\d s\n$/#))
    // No terminal, no bar.
    #expect(!outcome.errors.contains("\u{1B}"))
  }

  @Test func aQuietExportSaysNothing() throws {
    let outcome = try SmallBlog().export("--quiet")
    #expect((outcome.status, outcome.output, outcome.errors) == (0, "", ""))
  }

  @Test func oneJobAndTwoGiveTheSameBytes() throws {
    let blog = try SmallBlog()
    _ = try blog.export("--quiet", "--jobs", "1")
    let one = try blog.scratch.contents("out")
    _ = try blog.export("--quiet", "--jobs", "2")
    #expect(try blog.scratch.contents("out") == one)
    #expect(one["index.html"] != nil && one["explorer/en/person/ada-example.html"] != nil)
  }

  @Test func anExportWithoutTheExplorerLeavesAFormerOneNoFile() throws {
    let blog = try SmallBlog()
    _ = try blog.export("--quiet")
    #expect(try blog.scratch.contents("out").keys.contains { $0.hasPrefix("explorer/") })
    let outcome = try blog.export("--quiet", "--no-explorer")
    #expect(outcome.status == 0)
    #expect(try blog.scratch.contents("out").count == 10)
  }

  @Test func withoutGraphvizTheExportSaysOnceThatPicturesAreMissing() throws {
    let blog = try SmallBlog()
    let outcome = try Program.bloggraph.run(
      ["export", blog.site, "-o", blog.output], environment: ["PATH": "/nonexistent"])
    #expect(outcome.status == 0)
    #expect(outcome.errors.components(separatedBy: "Pictures:").count == 2)
    #expect(try blog.scratch.contents("out")["index.html"] != nil)
  }

  @Test func aBadPostIsShownWithItsLineAndTheRestGoesOn() throws {
    let blog = try SmallBlog()
    try blog.scratch.write("---\ntitle: [\n---\n\nText\n", to: "site/content/bad.md")
    let outcome = try blog.export()
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("bad.md:2"))
    #expect(outcome.errors.contains("\n  title: [\n"))
    #expect(outcome.errors.contains("\nPosts:      2 read, skipped: 1 with problems\n"))
    #expect(try blog.scratch.contents("out")["graph.nq"] != nil)
  }

  @Test func aStrictRunStopsAndWritesNothing() throws {
    let blog = try SmallBlog()
    try blog.scratch.write("---\ntitle: [\n---\n\nText\n", to: "site/content/bad.md")
    let outcome = try blog.export("--strict")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("bad.md:2"))
    #expect(!FileManager.default.fileExists(atPath: blog.output))
  }

  @Test func aMissingFolderAnEmptyOneAndAFileInTheWayAreWrongUse() throws {
    let scratch = try ScratchFolder()
    try scratch.write("a file", to: "file")
    try scratch.write("---\ntitle: Home\n---\n", to: "empty/content/_index.md")
    let blog = try SmallBlog()
    for (arguments, words) in [
      ([scratch.path("missing"), "-o", scratch.path("out")], "does not exist"),
      ([scratch.path("empty"), "-o", scratch.path("out")], "no posts in"),
      ([blog.site, "-o", scratch.path("file")], "is a file, not a folder"),
    ] {
      let outcome = try Program.bloggraph.run(["export", "--quiet"] + arguments)
      #expect(outcome.status == 2)
      #expect(outcome.errors.hasPrefix("bloggraph: "), "\(outcome.errors)")
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
      // One plain sentence.
      #expect(outcome.errors.split(separator: "\n").count == 1)
    }
    #expect(try scratch.contents().keys.sorted() == ["empty/content/_index.md", "file"])
  }

  @Test func filesOfOthersStay() throws {
    let blog = try SmallBlog()
    try blog.scratch.write("mine", to: "out/notes.txt")
    _ = try blog.export("--quiet")
    _ = try blog.export("--quiet", "--no-pages")
    let found = try blog.scratch.contents("out")
    #expect(found["notes.txt"] == Data("mine".utf8))
    #expect(!found.keys.contains { $0.hasPrefix("pages/") })
  }
}
