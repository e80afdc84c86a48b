import KnowledgeGraph
import RDFModel
import RDFSyntax

/// The RDF files of an export.
///
/// `graph.nq`, `graph.ttl` and `graph.jsonld` hold the same triples: the post graphs and the gazetteer. What an export says
/// of itself and what its facts rest on have files of their own, `dataset.nq` and `evidence.nq`, so that nobody gets them
/// unasked.
struct GraphFiles {
  let graph: BlogGraph
  let jobs: Int

  func files() throws -> [OutputFile] {
    let content = graph.content()
    let union = GraphOutput.union(content)
    let works: [@Sendable () throws -> OutputFile] = [
      { OutputFile(path: "evidence.nq", parts: try evidence()) },
      { OutputFile(path: "graph.nq", bytes: try bytes(content, .nQuads)) },
      { OutputFile(path: "graph.ttl", bytes: try bytes(union, .turtle)) },
      { OutputFile(path: "graph.jsonld", bytes: try bytes(union, .jsonLD)) },
      { OutputFile(path: "dataset.nq", bytes: try bytes(graph.description(), .nQuads)) },
    ]
    return try works.parallelMap(jobs: jobs) { work in Result { try work() } }.map { try $0.get() }
  }

  /// The posts' lines are sorted each, and mostly follow each other.
  private func evidence() throws -> [[UInt8]] {
    SortedLines.joined(try graph.posts.map { try SortedLines.of($0.evidenceLines) })
  }

  private func bytes(_ dataset: Dataset, _ format: RDFFormat) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try GraphOutput(format: format, prefixes: Prefixes.all).write(dataset, to: &bytes)
    return bytes
  }
}
