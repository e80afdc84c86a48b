import RDFModel

/// `sh:or` (SHACL §4.6.3): "For each value node v that does not conform to any member of $or, there is a validation
/// result with v as sh:value."
struct OrConstraint: Constraint {
  static let component = SH.term("OrConstraintComponent")
  static let parameters = [SH.or]

  /// The members of the list, a shape as often as it stands there.
  let shapes: [Int]

  static func read(from shape: inout ShapeReader) -> [OrConstraint] {
    shape.shapeLists(SH.or).map { OrConstraint(shapes: $0) }
  }

  func check(_ focus: TermID, _ values: [TermID], _ site: Site, _ run: inout Run) {
    for value in values where !shapes.contains(where: { run.conforms(value, to: $0) }) {
      run.report(site, focus, value: value, detailsOf: shapes[...])
    }
  }

  func explanation(_ facts: ResultFacts) -> ResultMessage {
    "\(facts.subject) conforms to none of the \(shapes.count) shapes of which one is enough\(facts.place)"
  }
}
