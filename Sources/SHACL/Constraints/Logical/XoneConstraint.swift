import RDFModel

/// `sh:xone` (SHACL §4.6.4): "For each value node v let N be the number of the shapes that are members of $xone where v
/// conforms to the shape. If N is not exactly 1, there is a validation result with v as sh:value."
struct XoneConstraint: Constraint {
  static let component = SH.term("XoneConstraintComponent")
  static let parameters = [SH.xone]

  /// The members of the list, a shape as often as it stands there.
  let shapes: [Int]

  static func read(from shape: inout ShapeReader) -> [XoneConstraint] {
    shape.shapeLists(SH.xone).map { XoneConstraint(shapes: $0) }
  }

  func check(_ focus: TermID, _ values: [TermID], _ site: Site, _ run: inout Run) {
    for value in values {
      let count = shapes.count { run.conforms(value, to: $0) }
      if count != 1 {
        run.report(site, focus, value: value, found: count, detailsOf: count == 0 ? shapes[...] : [])
      }
    }
  }

  func explanation(_ facts: ResultFacts) -> ResultMessage {
    "\(facts.subject) conforms to \(facts.found) of \(shapes.count) shapes, and must conform to exactly one\(facts.place)"
  }
}
