import RDFModel

/// Shapes bound to one data graph: all that the threads of a validation share. A class, because a look into it must
/// not cost a copy.
final class Plan: Sendable {
  let shapes: ShapesGraph
  /// By the shapes' numbers.
  let bound: [BoundShape]
  let data: DataGraph
  let space: TermSpace
  /// The work: shapes with targets, each with its focus nodes.
  let work: [(shape: Int, focusNodes: [TermID])]

  init(shapes graph: ShapesGraph, data: DataGraph, terms: TermTable, ontology: Dataset?) {
    var binding = Binding(shapes: graph, data: data, terms: terms, ontology: ontology)
    bound = graph.shapes.map { BoundShape($0, to: &binding) }
    var work: [(shape: Int, focusNodes: [TermID])] = []
    for (number, shape) in graph.shapes.enumerated() where !shape.targets.isEmpty && !shape.isDeactivated {
      let lists = shape.targets.map { binding.focusNodes(of: $0) }
      let nodes = lists.count == 1 ? lists[0] : Set(lists.joined()).sorted()
      work.append((number, nodes))
    }
    self.work = work
    shapes = graph
    self.data = data
    space = binding.space
  }
}
