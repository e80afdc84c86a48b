import RDFModel

/// What validating against a shape needs, with the numbers of the data's terms. It is copied for every focus node, so
/// it holds little; what only results need stays in `Shape`.
struct BoundShape: Sendable {
  let path: NumberedPath?
  let constraints: [any Constraint]
  let isDeactivated: Bool
  /// It refers to other shapes, so that a node's conformance to it is worth remembering.
  let isNested: Bool

  init(_ shape: Shape, to binding: inout Binding) {
    path = shape.path?.map { binding.number($0) }
    constraints = shape.constraints.map { $0.bound(to: &binding) as any Constraint }
    isDeactivated = shape.isDeactivated
    isNested = shape.constraints.contains { !$0.shapes.isEmpty }
  }
}
