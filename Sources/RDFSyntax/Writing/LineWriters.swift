public import RDFModel

/// Writes datasets as N-Quads (RDF 1.1 N-Quads), each term in its canonical form.
public struct NQuadsWriter: Sendable {
  /// Whether lines come in canonical order (by code point, each once) or in the dataset's order as they are.
  public var sorted: Bool

  public init(sorted: Bool = true) { self.sorted = sorted }

  /// - Throws: `WriteError` before anything of a statement that cannot be written, and what the sink throws.
  public func write(_ dataset: Dataset, to sink: inout some ByteSink) throws {
    try writeLines(dataset, namedGraphs: true, sorted: sorted, to: &sink)
  }
}

/// Writes datasets without named graphs as N-Triples (RDF 1.1 N-Triples), each term in its canonical form.
public struct NTriplesWriter: Sendable {
  /// Whether lines come in canonical order (by code point, each once) or in the dataset's order as they are.
  public var sorted: Bool

  public init(sorted: Bool = true) { self.sorted = sorted }

  /// - Throws: `WriteError` before anything of a statement that cannot be written, and what the sink throws.
  public func write(_ dataset: Dataset, to sink: inout some ByteSink) throws {
    try writeLines(dataset, namedGraphs: false, sorted: sorted, to: &sink)
  }
}

private func writeLines(_ dataset: Dataset, namedGraphs: Bool, sorted: Bool, to sink: inout some ByteSink) throws {
  var checks = TermChecks(dataset)
  var output = OutputBuffer()
  for quad in sorted ? CanonicalOrder(dataset).quads() : dataset.quads {
    try checks.check(quad, namedGraphs: namedGraphs)
    output.bytes.append(contentsOf: dataset.terms.canonicalBytes(quad.triple.subject))
    output.bytes.append(0x20)
    output.bytes.append(contentsOf: dataset.terms.canonicalBytes(quad.triple.predicate))
    output.bytes.append(0x20)
    output.bytes.append(contentsOf: dataset.terms.canonicalBytes(quad.triple.object))
    output.bytes.append(0x20)
    if quad.graph != .none {
      output.bytes.append(contentsOf: dataset.terms.canonicalBytes(quad.graph))
      output.bytes.append(0x20)
    }
    output.bytes.append(UInt8(ascii: "."))
    output.bytes.append(0x0A)
    try output.flushIfFull(to: &sink)
  }
  try output.flush(to: &sink)
}
