import RDFModel

/// `sh:property` (SHACL §4.7.2): "For each value node v: […] the validation results of the validation of v as focus
/// node against the property shape $property are the validation results of this constraint."
struct PropertyConstraint: Constraint {
  static let component = SH.term("PropertyShapeComponent")
  static let parameters = [SH.property]

  let shape: Int
  var shapes: [Int] { [shape] }

  static func read(from shape: inout ShapeReader) -> [PropertyConstraint] {
    for value in shape.values(SH.property)
    where shape.source.terms.kind(value) != .literal && !shape.source.has(value, SH.path) {
      shape.fail("sh:property has the value \(shape.source.terms[value].text), which has no sh:path")
    }
    return shape.shapes(SH.property).map { PropertyConstraint(shape: $0) }
  }

  func check(_ focus: TermID, _ values: [TermID], _ site: Site, _ run: inout Run) {
    for value in values {
      // Below the first level the same node and shape may come again and again: what is known of them must be asked, or
      // the work would multiply with each level.
      if !run.isAtTarget, run.plan.bound[shape].isNested, run.conforms(value, to: shape) { continue }
      run.validate(value, against: shape)
    }
  }

  // Its results are the property shape's own.
  func explanation(_ facts: ResultFacts) -> ResultMessage { "does not conform to \(facts.shape(shape))" }
}
