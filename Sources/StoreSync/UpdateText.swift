import RDFModel

/// SPARQL 1.1 Update requests. Names and statements come from the readers of N-Quads, which let nothing through that
/// could close a bracket.
struct UpdateText {
  private(set) var bytes: [UInt8] = []

  var isEmpty: Bool { bytes.isEmpty }

  private mutating func append(_ text: String) {
    if !bytes.isEmpty { bytes.append(contentsOf: " ;\n".utf8) }
    bytes.append(contentsOf: text.utf8)
  }

  /// Leaves nothing of the graph (§3.2.2); that there was none is fine.
  mutating func drop(_ graph: IRI) { append("DROP SILENT GRAPH <\(graph.string)>") }

  /// Removes all that the graph says of the subject.
  mutating func forget(_ subject: IRI, in graph: IRI) {
    append("DELETE WHERE { GRAPH <\(graph.string)> { <\(subject.string)> ?p ?o } }")
  }

  /// - Parameter triples: N-Triples lines.
  mutating func insert(_ triples: [UInt8], into graph: IRI) {
    guard !triples.isEmpty else { return }
    append("INSERT DATA { GRAPH <\(graph.string)> {\n")
    bytes.append(contentsOf: triples)
    bytes.append(contentsOf: "} }".utf8)
  }
}
