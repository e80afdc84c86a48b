import RDFModel

/// `sh:equals` (SHACL §4.5.1): "For each value node that does not exist as a value of the property $equals at the
/// focus node, there is a validation result with the value node as sh:value. For each value of the property $equals
/// at the focus node that is not one of the value nodes, there is a validation result with the value as sh:value."
struct EqualsConstraint: Constraint {
  static let component = SH.term("EqualsConstraintComponent")
  static let parameters = [SH.equals]

  var property: TermID

  static func read(from shape: inout ShapeReader) -> [EqualsConstraint] {
    shape.iris(SH.equals).map { EqualsConstraint(property: $0) }
  }

  func bound(to data: inout Binding) -> EqualsConstraint { EqualsConstraint(property: data.number(property)) }

  func check(_ focus: TermID, _ values: [TermID], _ site: Site, _ run: inout Run) {
    let others = run.data.objects(focus, property).map(\.object)
    for value in values where !others.containsSorted(value) { run.report(site, focus, value: value, found: 0) }
    for other in others where !values.containsSorted(other) { run.report(site, focus, value: other, found: 1) }
  }

  func explanation(_ facts: ResultFacts) -> ResultMessage {
    facts.found == 0
      ? "\(facts.subject) is no value of \(facts.term(property)), and the two must be equal\(facts.place)"
      : "\(facts.valueOrNode), a value of \(facts.term(property)), is missing: the two must be equal\(facts.place)"
  }
}
