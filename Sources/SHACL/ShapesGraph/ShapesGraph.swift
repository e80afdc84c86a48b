public import RDFModel

/// A shapes graph (SHACL §1.5), checked and compiled: it can validate any number of data graphs.
public struct ShapesGraph: Sendable {
  /// In the order of their first mention.
  let shapes: [Shape]
  let terms: TermTable
  /// The shapes graph's own `rdfs:subClassOf`, which counts for the data too.
  let subclasses: [(sub: TermID, super: TermID)]

  /// Constraints and targets that nothing here can check: SPARQL and the advanced features.
  public let unchecked: [UncheckedShape]

  /// Compiles the union of a dataset's graphs.
  public init(_ dataset: Dataset) throws(ShapesError) {
    try self.init(dataset.unionGraph(), terms: dataset.terms)
  }

  /// Compiles a graph over its table. `owl:imports` are the caller's matter: see `importing`.
  /// - Throws: `ShapesError` with every problem found.
  public init(_ graph: IndexedGraph, terms: TermTable) throws(ShapesError) {
    let source = ShapesSource(graph: graph, terms: terms)
    var compiler = ShapeCompiler(source: source)
    shapes = try compiler.compile()
    unchecked = compiler.unchecked
    subclasses = source.triples(RDFS.subClassOf).map { ($0.subject, $0.object) }
    self.terms = terms
  }

  /// How many shapes there are, nested ones included.
  public var count: Int { shapes.count }
}

/// A shape with something that was not checked, and why.
public struct UncheckedShape: Hashable, Sendable, CustomStringConvertible {
  public let shape: Term
  /// The property of the shape that asks for it, such as `sh:sparql`, or the constraint component.
  public let feature: IRI
  /// A sentence without the shape's name.
  public let reason: String
  /// The named shape that a blank one is part of.
  public internal(set) var owner: Term? = nil

  public var description: String { "shape \(shape.text(in: owner)) was not checked: \(reason)" }
}
