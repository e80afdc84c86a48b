import RDFModel

/// `sh:node` (SHACL §4.7.1): "For each value node v: […] if v does not conform to $node, there is a validation result
/// with v as sh:value."
struct NodeConstraint: Constraint {
  static let component = SH.term("NodeConstraintComponent")
  static let parameters = [SH.node]

  let shape: Int
  var shapes: [Int] { [shape] }

  static func read(from shape: inout ShapeReader) -> [NodeConstraint] {
    for value in shape.values(SH.node) where shape.source.has(value, SH.path) {
      shape.fail("sh:node has the value \(shape.source.terms[value].text), which is a property shape")
    }
    return shape.shapes(SH.node).map { NodeConstraint(shape: $0) }
  }

  func check(_ focus: TermID, _ values: [TermID], _ site: Site, _ run: inout Run) {
    for value in values where !run.conforms(value, to: shape) {
      run.report(site, focus, value: value, detailsOf: [shape])
    }
  }

  func explanation(_ facts: ResultFacts) -> ResultMessage {
    "\(facts.subject) does not conform to \(facts.shape(shape))\(facts.place)"
  }
}
