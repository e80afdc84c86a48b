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

  func files() throws -> [OutputFile] {
    let content = graph.content()
    let union = GraphOutput.union(content)
    return [
      OutputFile(path: "graph.nq", bytes: try bytes(content, .nQuads)),
      OutputFile(path: "graph.ttl", bytes: try bytes(union, .turtle)),
      OutputFile(path: "graph.jsonld", bytes: try bytes(union, .jsonLD)),
      OutputFile(path: "evidence.nq", bytes: try bytes(graph.evidence(), .nQuads)),
      OutputFile(path: "dataset.nq", bytes: try bytes(graph.description(), .nQuads)),
    ]
  }

  private func bytes(_ dataset: Dataset, _ format: RDFFormat) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try GraphOutput(format: format, prefixes: Prefixes.all).write(dataset, to: &bytes)
    return bytes
  }
}
