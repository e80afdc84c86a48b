import RDFModel

/// Shapes bound to one data graph: all that the threads of a validation share.
struct Plan: Sendable {
  let shapes: [Shape]
  /// Which shapes refer to others, so that a node's conformance to them is worth remembering.
  let nested: [Bool]
  let data: DataGraph
  let space: TermSpace
  /// The work: shapes with targets, each with its focus nodes.
  let work: [(shape: Int, focusNodes: [TermID])]

  init(shapes graph: ShapesGraph, data: DataGraph, terms: TermTable, ontology: Dataset?) {
    var binding = Binding(shapes: graph, data: data, terms: terms, ontology: ontology)
    shapes = graph.shapes.map { shape in
      var bound = shape
      bound.path = shape.path?.map { binding.number($0) }
      bound.constraints = shape.constraints.map { $0.bound(to: &binding) as any Constraint }
      return bound
    }
    nested = shapes.map(\.isNested)
    var work: [(shape: Int, focusNodes: [TermID])] = []
    for (number, shape) in graph.shapes.enumerated() where !shape.targets.isEmpty && !shape.isDeactivated {
      let lists = shape.targets.map { binding.focusNodes(of: $0) }
      let nodes = lists.count == 1 ? lists[0] : Set(lists.joined()).sorted()
      work.append((number, nodes))
    }
    self.work = work
    self.data = data
    space = binding.space
  }
}
