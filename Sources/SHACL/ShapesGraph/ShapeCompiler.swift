import RDFModel

/// Turns the triples of a shapes graph into shapes, and finds what is wrong with them.
struct ShapeCompiler {
  let source: ShapesSource
  private(set) var unchecked: [UncheckedShape] = []

  /// Deeper nesting than people write, and shallow enough for any stack.
  static let deepest = 200

  init(source: ShapesSource) { self.source = source }

  mutating func compile() throws(ShapesError) -> [Shape] {
    let components = CustomComponent.all(in: source)
    let nodes = source.shapeNodes(
      parameters: CoreComponents.parameters + components.flatMap(\.parameters))
    var numbers: [TermID: Int] = [:]
    for (number, node) in nodes.enumerated() { numbers[node] = number }

    var problems = entailmentProblems()
    let classes = Set(source.instances(of: RDFS.class))
    var shapes: [Shape] = []
    shapes.reserveCapacity(nodes.count)
    for node in nodes {
      var reader = ShapeReader(source: source, node: node, numbers: numbers)
      let shape = reader.shape(isClass: classes.contains(node))
      problems += reader.problems
      if !shape.isDeactivated { unchecked += reader.uncheckedFeatures(components) }
      shapes.append(shape)
    }
    problems += NestingCheck(shapes: shapes, source: source).problems()
    for at in unchecked.indices { unchecked[at].owner = source.owner(of: unchecked[at].shape) }
    for at in problems.indices { problems[at].owner = source.owner(of: problems[at].shape) }
    guard problems.isEmpty else { throw ShapesError(problems: problems) }
    return shapes
  }

  /// A regime that is not supported must be a failure (SHACL §1.5, "Entailment").
  private func entailmentProblems() -> [ShapesError.Problem] {
    source.triples(SH.entailment).map { triple in
      ShapesError.Problem(
        code: .unsupportedEntailment, shape: source.terms[triple.subject],
        reason: "sh:entailment \(source.terms[triple.object].text): no entailment regime is supported")
    }
  }
}
