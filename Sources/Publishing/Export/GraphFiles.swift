import JSONLD
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
    let union = Self.union(content)
    return [
      OutputFile(path: "graph.nq", bytes: try nQuads(content)),
      OutputFile(path: "graph.ttl", bytes: try turtle(union)),
      OutputFile(path: "graph.jsonld", bytes: try jsonLD(union)),
      OutputFile(path: "evidence.nq", bytes: try nQuads(graph.evidence())),
      OutputFile(path: "dataset.nq", bytes: try nQuads(graph.description())),
    ]
  }

  private func nQuads(_ dataset: Dataset) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try NQuadsWriter().write(dataset, to: &bytes)
    return bytes
  }

  private func turtle(_ dataset: Dataset) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try TurtleWriter(prefixes: Prefixes.all).write(dataset, to: &bytes)
    return bytes
  }

  private func jsonLD(_ dataset: Dataset) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try JSONLDWriter(prefixes: Prefixes.all).write(dataset, to: &bytes)
    return bytes
  }

  /// All graphs as one, without names.
  private static func union(_ dataset: Dataset) -> Dataset {
    var union = Dataset(terms: dataset.terms)
    for triple in dataset.unionGraph().spo { union.insert(IDQuad(triple)) }
    return union
  }
}
