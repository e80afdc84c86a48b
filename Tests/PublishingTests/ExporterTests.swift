import Foundation
import Posts
import Publishing
import TestSupport
import Testing

@Suite struct ExporterTests {
  private func blog(_ posts: [String: String]) throws -> ScratchFolder {
    let scratch = try ScratchFolder()
    try scratch.write("baseURL: https://blog.example/\n", to: "hugo.yaml")
    for (path, body) in posts { try scratch.write(body, to: "content/" + path) }
    return scratch
  }

  private let sail =
    "---\ntitle: Sail\ndate: 2019-02-25\n---\n\nAda Example of the Linux Foundation spoke about Kubernetes.\n"
  private let oar = "---\ntitle: Oars\ndate: 2020-03-01\n---\n\nPrometheus is in Ottawa.\n"

  @Test func twoRunsGiveTheSameBytesWithAnyNumberOfJobs() throws {
    let one = try SampleExport.export(jobs: 1).files
    #expect(try one == SampleExport.shared.get().files)
    #expect(try one == SampleExport.export(jobs: 5).files)
  }

  @Test func onePostMoreLeavesTheOtherPostsGraphsAlone() throws {
    let (before, after) = try (blog(["sail.md": sail]), blog(["sail.md": sail, "oar.md": oar]))
    func lines(_ folder: ScratchFolder, _ file: String, of post: String) throws -> [Substring] {
      let files = try SampleExport.export(folder.url).files
      let text = String(decoding: files.first { $0.path == file }?.bytes ?? [], as: UTF8.self)
      return text.split(separator: "\n").filter { $0.hasSuffix("<https://blog.example/\(post)> .") }
    }
    for (file, graph) in [("graph.nq", "sail/"), ("evidence.nq", "sail/#evidence")] {
      let old = try lines(before, file, of: graph)
      #expect(!old.isEmpty)
      #expect(try old == lines(after, file, of: graph))
    }
    // What the gazetteer says of the first post's entities stays; what the new post mentions comes.
    let (old, new) = try (
      Set(lines(before, "graph.nq", of: "id/gazetteer")), Set(lines(after, "graph.nq", of: "id/gazetteer"))
    )
    #expect(!old.isEmpty && old.isStrictSubset(of: new))
  }

  @Test func aFolderWithoutPostsIsNoExport() throws {
    let scratch = try blog(["_index.md": "---\ntitle: Home\n---\n"])
    #expect { try SampleExport.export(scratch.url) } throws: { ($0 as? ExportError)?.code == .noPosts }
  }

  @Test func aMissingFolderIsNoExport() throws {
    let scratch = try ScratchFolder()
    #expect { try SampleExport.export(scratch.url.appending(path: "nothing")) } throws: {
      ($0 as? ExportError)?.code == .noContent
    }
  }

  @Test func anExportWithoutPagesHasNone() throws {
    let scratch = try blog(["sail.md": sail])
    let files = try SampleExport.export(scratch.url, pages: false).files
    #expect(
      files.map(\.path) == [
        "dataset.nq", "evidence.nq", "graph.jsonld", "graph.nq", "graph.ttl", "report.ttl", "report.txt",
      ])
  }

  @Test func aStrictRunStopsAtTheFirstProblem() throws {
    let scratch = try blog(["sail.md": sail, "bad.md": "---\ntitle: [\n---\n\nText\n"])
    #expect {
      try Exporter(options: ExportOptions(content: scratch.url.path, isStrict: true), tool: SampleExport.tool).run()
    } throws: { error in
      let error = error as? ExportError
      return error?.code == .strict && error?.problems.first?.file == "bad.md"
    }
  }
}
