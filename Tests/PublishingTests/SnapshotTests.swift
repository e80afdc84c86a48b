import Foundation
import KnowledgeGraph
import Publishing
import RDFModel
import RDFSyntax
import TestSupport
import Testing

/// Small posts through the whole way: what their graphs say, and which words each fact rests on. `BLOGGRAPH_RECORD=1`
/// records anew.
@Suite struct SnapshotTests {
  static let names = ["adoption", "meetup", "release"]

  @Test(arguments: names) func theGraphIsAsRecorded(_ name: String) throws {
    let files = try export(name)
    try Snapshot.check(text(files, "graph.ttl"), "PublishingTests", "snapshots/\(name)/graph.ttl")
  }

  @Test(arguments: names) func theEvidenceIsAsRecorded(_ name: String) throws {
    var evidence = Dataset()
    try RDFReader(format: .nQuads).read(Array(text(export(name), "evidence.nq").utf8), into: &evidence)
    let names = NodeNames(evidence)
    let lines = Assertion.all(in: evidence).map { assertion in
      let words = assertion.quotations.map { "\($0.line ?? 0): \($0.exact)" }.joined(separator: " | ")
      return
        "\(names.text(assertion.subject)) \(names.text(.iri(assertion.predicate))) \(names.text(assertion.object))\n"
        // Without the confidence, which is measured anew whenever rules change.
        + "  \(assertion.rule)  \(words)\n"
    }
    try Snapshot.check(lines.sorted().joined(), "PublishingTests", "snapshots/\(name)/evidence.txt")
  }

  private func export(_ name: String) throws -> [OutputFile] {
    let post = Folders.fixture("PublishingTests", "snapshots/\(name)/post.md")
    let scratch = try ScratchFolder()
    try scratch.write("baseURL: https://blog.example/\n", to: "hugo.yaml")
    try scratch.write(String(contentsOf: post, encoding: .utf8), to: "content/\(name).md")
    return try SampleExport.export(scratch.url).files
  }

  private func text(_ files: [OutputFile], _ path: String) -> String {
    String(decoding: files.first { $0.path == path }?.bytes ?? [], as: UTF8.self)
  }
}
