public import RDFModel

/// Writes a graph as Turtle (RDF 1.1 Turtle) for people: prefixes that are used, subjects together, `a` first, one
/// blank line between subjects, blank nodes and lists where they are referred to, numbers and truth values bare.
///
/// What is read back is the same graph, but for the labels of blank nodes.
public struct TurtleWriter: Sendable {
  /// Prefixes that may be used; those that are not needed are left out. Of two definitions of a prefix the later counts.
  public var prefixes: [(prefix: String, namespace: String)]
  /// Whether statements come in canonical order, each once, or in the dataset's order with nothing nested.
  public var sorted: Bool

  public init(prefixes: [(prefix: String, namespace: String)] = [], sorted: Bool = true) {
    self.prefixes = prefixes
    self.sorted = sorted
  }

  /// - Throws: `WriteError` before anything is written when a statement cannot be, or when it stands in a named graph;
  ///   and what the sink throws.
  public func write(_ dataset: Dataset, to sink: inout some ByteSink) throws {
    try writeTurtle(dataset, prefixes: prefixes, sorted: sorted, namedGraphs: false, to: &sink)
  }
}

/// Writes a dataset as TriG (RDF 1.1 TriG): the default graph as `TurtleWriter` does, then each named graph in braces.
public struct TriGWriter: Sendable {
  /// Prefixes that may be used; those that are not needed are left out. Of two definitions of a prefix the later counts.
  public var prefixes: [(prefix: String, namespace: String)]
  /// Whether statements come in canonical order, each once, or in the dataset's order with nothing nested.
  public var sorted: Bool

  public init(prefixes: [(prefix: String, namespace: String)] = [], sorted: Bool = true) {
    self.prefixes = prefixes
    self.sorted = sorted
  }

  /// - Throws: `WriteError` before anything is written when a statement cannot be; and what the sink throws.
  public func write(_ dataset: Dataset, to sink: inout some ByteSink) throws {
    try writeTurtle(dataset, prefixes: prefixes, sorted: sorted, namedGraphs: true, to: &sink)
  }
}

private func writeTurtle(
  _ dataset: Dataset, prefixes: [(prefix: String, namespace: String)], sorted: Bool, namedGraphs: Bool,
  to sink: inout some ByteSink
) throws {
  let map = try PrefixMap(prefixes)
  // Putting in order needs no more than the dataset, and neither does what follows.
  let ordered = sorted ? Background { CanonicalOrder(dataset).groupedQuads(typeFirst: true) } : nil
  var checks = TermChecks(dataset)
  for quad in dataset.quads { try checks.check(quad, namedGraphs: namedGraphs) }
  try dataset.terms.withCanonicalForms { forms in
    var terms = TurtleTerms(forms, count: dataset.terms.count, prefixes: map)
    let type = dataset.terms.find(.iri(RDF.type)) ?? .none
    for quad in dataset.quads {
      terms.prepare(quad.triple.subject)
      if quad.triple.predicate != type { terms.prepare(quad.triple.predicate) }
      terms.prepare(quad.triple.object)
      terms.prepare(quad.graph)
    }
    let quads = ordered?.wait() ?? dataset.quads
    let nesting = sorted ? BlankNodeNesting(quads, in: dataset.terms) : nil
    var printer = TurtlePrinter(quads, terms: terms, type: type, nesting: nesting)
    try printer.print(to: &sink)
  }
}
