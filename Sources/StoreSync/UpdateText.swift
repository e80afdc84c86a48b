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

  /// - Parameter triples: appends N-Triples lines.
  mutating func insert(into graph: IRI, _ triples: (inout [UInt8]) -> Void) {
    append("INSERT DATA { GRAPH <\(graph.string)> {\n")
    triples(&bytes)
    bytes.append(contentsOf: "} }".utf8)
  }
}
