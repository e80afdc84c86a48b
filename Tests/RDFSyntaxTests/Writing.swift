import RDFModel
import RDFSyntax

/// The dataset in one of our own writers' formats.
func write(
  _ dataset: Dataset, _ format: RDFFormat, prefixes: [(prefix: String, namespace: String)] = [], sorted: Bool = true
) throws -> [UInt8] {
  var bytes: [UInt8] = []
  switch format {
  case .turtle: try TurtleWriter(prefixes: prefixes, sorted: sorted).write(dataset, to: &bytes)
  case .triG: try TriGWriter(prefixes: prefixes, sorted: sorted).write(dataset, to: &bytes)
  case .nTriples: try NTriplesWriter(sorted: sorted).write(dataset, to: &bytes)
  case .nQuads: try NQuadsWriter(sorted: sorted).write(dataset, to: &bytes)
  case .rdfXML: try RDFXMLWriter(prefixes: prefixes).write(dataset, to: &bytes)
  case .jsonLD: break
  }
  return bytes
}

/// Reads text that must be right.
func dataset(_ text: String, _ format: RDFFormat, base: String? = nil) throws(SyntaxError) -> Dataset {
  var dataset = Dataset()
  try RDFReader(format: format, base: base.map { IRI($0) }).read(Array(text.utf8), into: &dataset)
  return dataset
}
