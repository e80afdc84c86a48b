import RDFModel

/// `sh:not` (SHACL §4.6.1): "For each value node v: […] if v conforms to the shape $not, there is a validation result
/// with v as sh:value."
struct NotConstraint: Constraint {
  static let component = SH.term("NotConstraintComponent")
  static let parameters = [SH.not]

  let shape: Int
  var shapes: [Int] { [shape] }

  static func read(from shape: inout ShapeReader) -> [NotConstraint] {
    shape.shapes(SH.not).map { NotConstraint(shape: $0) }
  }

  func check(_ focus: TermID, _ values: [TermID], _ site: Site, _ run: inout Run) {
    for value in values where run.conforms(value, to: shape) { run.report(site, focus, value: value) }
  }

  func explanation(_ facts: ResultFacts) -> ResultMessage {
    "\(facts.subject) conforms to \(facts.shape(shape)), which it must not\(facts.place)"
  }
}
