import JSONLD
public import RDFModel
public import RDFSyntax

/// Writes a dataset in any syntax that has a writer.
public struct GraphOutput: Sendable {
  public var format: RDFFormat
  public var prefixes: [(prefix: String, namespace: String)]

  public init(format: RDFFormat, prefixes: [(prefix: String, namespace: String)] = []) {
    self.format = format
    self.prefixes = prefixes
  }

  public func write(_ dataset: Dataset, to sink: inout some ByteSink) throws {
    switch format {
    case .turtle: try TurtleWriter(prefixes: prefixes).write(dataset, to: &sink)
    case .triG: try TriGWriter(prefixes: prefixes).write(dataset, to: &sink)
    case .nTriples: try NTriplesWriter().write(dataset, to: &sink)
    case .nQuads: try NQuadsWriter().write(dataset, to: &sink)
    case .jsonLD:
      let named = prefixes.filter { !$0.prefix.isEmpty }.map { (name: $0.prefix, namespace: $0.namespace) }
      try JSONLDWriter(context: try .init(prefixes: named)).write(dataset) { try sink.write($0) }
    case .rdfXML: try RDFXMLWriter(prefixes: prefixes).write(dataset, to: &sink)
    }
  }

  /// All graphs as one, without names.
  public static func union(_ dataset: Dataset) -> Dataset {
    var union = Dataset(terms: dataset.terms)
    for quad in dataset.quads { union.insert(IDQuad(quad.triple)) }
    return union
  }

  public static func hasNamedGraphs(_ dataset: Dataset) -> Bool { dataset.quads.contains { $0.graph != .none } }
}
