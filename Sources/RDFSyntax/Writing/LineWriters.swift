public import RDFModel

/// Writes datasets as N-Quads (RDF 1.1 N-Quads), each term in its canonical form.
public struct NQuadsWriter: Sendable {
  /// Whether lines come in canonical order (by code point, each once) or in the dataset's order as they are.
  public var sorted: Bool

  public init(sorted: Bool = true) { self.sorted = sorted }

  /// - Throws: `WriteError` before anything is written when a statement cannot be; and what the sink throws.
  public func write(_ dataset: Dataset, to sink: inout some ByteSink) throws {
    try writeLines(dataset, namedGraphs: true, sorted: sorted, to: &sink)
  }
}

/// Writes datasets without named graphs as N-Triples (RDF 1.1 N-Triples), each term in its canonical form.
public struct NTriplesWriter: Sendable {
  /// Whether lines come in canonical order (by code point, each once) or in the dataset's order as they are.
  public var sorted: Bool

  public init(sorted: Bool = true) { self.sorted = sorted }

  /// - Throws: `WriteError` before anything is written when a statement cannot be; and what the sink throws.
  public func write(_ dataset: Dataset, to sink: inout some ByteSink) throws {
    try writeLines(dataset, namedGraphs: false, sorted: sorted, to: &sink)
  }
}

private func writeLines(_ dataset: Dataset, namedGraphs: Bool, sorted: Bool, to sink: inout some ByteSink) throws {
  // Putting in order needs no more than the dataset, and neither do the checks.
  let ordered = sorted ? Background { CanonicalOrder(dataset).quads() } : nil
  var checks = TermChecks(dataset)
  for quad in dataset.quads { try checks.check(quad, namedGraphs: namedGraphs) }
  var output = OutputBuffer()
  try dataset.terms.withCanonicalForms { forms in
    for quad in ordered?.wait() ?? dataset.quads {
      unsafe output.bytes.append(contentsOf: forms[quad.triple.subject.rawValue])
      output.bytes.append(0x20)
      unsafe output.bytes.append(contentsOf: forms[quad.triple.predicate.rawValue])
      output.bytes.append(0x20)
      unsafe output.bytes.append(contentsOf: forms[quad.triple.object.rawValue])
      output.bytes.append(0x20)
      if quad.graph != .none {
        unsafe output.bytes.append(contentsOf: forms[quad.graph.rawValue])
        output.bytes.append(0x20)
      }
      output.bytes.append(UInt8(ascii: "."))
      output.bytes.append(0x0A)
      try output.flushIfFull(to: &sink)
    }
  }
  try output.flush(to: &sink)
}
