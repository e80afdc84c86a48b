import RDFModel

/// `sh:and` (SHACL §4.6.2): "For each value node v that does not conform to each member of $and, there is a validation
/// result with v as sh:value."
struct AndConstraint: Constraint {
  static let component = SH.term("AndConstraintComponent")
  static let parameters = [SH.and]

  /// The members of the list, a shape as often as it stands there.
  let shapes: [Int]

  static func read(from shape: inout ShapeReader) -> [AndConstraint] {
    shape.shapeLists(SH.and).map { AndConstraint(shapes: $0) }
  }

  func check(_ focus: TermID, _ values: [TermID], _ site: Site, _ run: inout Run) {
    for value in values {
      guard let failed = shapes.firstIndex(where: { !run.conforms(value, to: $0) }) else { continue }
      run.report(site, focus, value: value, detailsOf: shapes[failed...])
    }
  }

  func explanation(_ facts: ResultFacts) -> ResultMessage {
    "\(facts.subject) does not conform to each of the \(shapes.count) shapes that it must\(facts.place)"
  }
}
