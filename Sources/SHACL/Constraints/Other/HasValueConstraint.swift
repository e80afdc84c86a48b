import RDFModel

/// `sh:hasValue` (SHACL §4.8.2): "If the RDF term $hasValue is not among the value nodes, there is a validation
/// result."
struct HasValueConstraint: Constraint {
  static let component = SH.term("HasValueConstraintComponent")
  static let parameters = [SH.hasValue]

  var value: TermID

  static func read(from shape: inout ShapeReader) -> [HasValueConstraint] {
    shape.values(SH.hasValue).map { HasValueConstraint(value: $0) }
  }

  func bound(to data: inout Binding) -> HasValueConstraint { HasValueConstraint(value: data.number(value)) }

  func check(_ focus: TermID, _ values: [TermID], _ site: Site, _ run: inout Run) {
    if !values.containsSorted(value) { run.report(site, focus) }
  }

  func explanation(_ facts: ResultFacts) -> ResultMessage {
    "\(facts.noun) \(facts.term(value)) is missing\(facts.place)"
  }
}
