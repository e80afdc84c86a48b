import Foundation
import KnowledgeGraph
import Publishing
import RDFModel
import RDFSyntax
import TestSupport

/// An export in a folder that goes away.
struct TestExport: Sendable {
  let scratch: ScratchFolder
  let graphs: ExportGraphs

  var folder: String { scratch.path("out") }

  /// From N-Quads lines as they are.
  init(lines: [String], base: String = "https://blog.example/") throws {
    scratch = try ScratchFolder()
    try scratch.write(
      lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { $0 + "\n" }.joined(), to: "out/graph.nq")
    try scratch.write("<\(base)> <urn:p> \"dataset\" <\(base)id/dataset> .\n", to: "out/dataset.nq")
    graphs = try ExportGraphs(folder: scratch.path("out"))
  }

  /// So many posts, each with a graph of so many statements.
  static func posts(
    _ range: Range<Int>, statements: Int = 4, version: String = "1", base: String = "https://blog.example/"
  )
    throws -> TestExport
  {
    try TestExport(
      lines: range.flatMap { post in
        (0..<statements).map { "<\(base)\(post)/> <urn:p\($0)> \"\(version)\"@en <\(base)\(post)/> ." }
      }, base: base)
  }

  /// The blog in a folder, through the whole program.
  init(blog: URL) throws {
    scratch = try ScratchFolder()
    let export = try Exporter(
      options: ExportOptions(content: blog.path, jobs: 2, writesPages: false),
      tool: ToolDescription(name: "bloggraph", version: "0.0.0")
    ).run()
    try OutputFolder(scratch.path("out")).replace(with: export.files, generator: "test")
    graphs = try ExportGraphs(folder: scratch.path("out"))
  }

  /// The sample blog.
  static let sample = Result { try TestExport(blog: Folders.project.appending(path: "examples/blog")) }

  /// The sample blog with a post edited, one gone, and one new.
  static let edited = Result {
    let scratch = try ScratchFolder()
    let blog = scratch.url.appending(path: "blog")
    try FileManager.default.copyItem(at: Folders.project.appending(path: "examples/blog"), to: blog)
    let posts = blog.appending(path: "content/en/posts")
    try FileManager.default.removeItem(at: posts.appending(path: "joining-the-cncf.md"))
    let file = posts.appending(path: "kubecon-paris-2024.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacing("Maple Ledger", with: "Birch Ledger").utf8).write(to: file)
    try scratch.write(
      "---\ntitle: Un été à Québec\ndate: 2024-07-01\nauthor: Ada Example\n---\n\nAda Example spoke about Linkerd.\n",
      to: "blog/content/en/posts/new.md")
    return try TestExport(blog: blog)
  }

  /// All statements as canonical N-Quads.
  func quads() throws -> String {
    var dataset = Dataset()
    for index in graphs.graphs.indices {
      let graph = try graphs.dataset(of: index)
      for quad in graph.quads { dataset.insert(graph.decode(quad)) }
    }
    return try Self.canonical(dataset)
  }

  static func canonical(_ dataset: Dataset) throws -> String {
    var bytes: [UInt8] = []
    try NQuadsWriter().write(dataset, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The lines that only one of two texts has, few enough to read.
func difference(_ a: String, _ b: String) -> [String] {
  let (left, right) = (Set(a.split(separator: "\n")), Set(b.split(separator: "\n")))
  return left.subtracting(right).sorted().prefix(5).map { "- " + $0 }
    + right.subtracting(left).sorted().prefix(5).map { "+ " + $0 }
}
