import RDFModel

/// `sh:disjoint` (SHACL §4.5.2): "For each value node that also exists as a value of the property $disjoint at the
/// focus node, there is a validation result with the value node as sh:value."
struct DisjointConstraint: Constraint {
  static let component = SH.term("DisjointConstraintComponent")
  static let parameters = [SH.disjoint]

  var property: TermID

  static func read(from shape: inout ShapeReader) -> [DisjointConstraint] {
    shape.iris(SH.disjoint).map { DisjointConstraint(property: $0) }
  }

  func bound(to data: inout Binding) -> DisjointConstraint { DisjointConstraint(property: data.number(property)) }

  func check(_ focus: TermID, _ values: [TermID], _ site: Site, _ run: inout Run) {
    let others = run.data.objects(focus, property).map(\.object)
    for value in values where others.containsSorted(value) { run.report(site, focus, value: value) }
  }

  func explanation(_ facts: ResultFacts) -> ResultMessage {
    "\(facts.subject) is a value of \(facts.term(property)) too\(facts.place)"
  }
}
