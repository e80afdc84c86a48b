import RDFModel

/// `sh:in` (SHACL §4.8.3): "For each value node that is not a member of $in, there is a validation result with the
/// value node as sh:value." Members are compared as terms, not as values.
struct InConstraint: Constraint {
  static let component = SH.term("InConstraintComponent")
  static let parameters = [SH.in]

  /// In the list's order, for people.
  private let members: [TermID]
  private let sorted: [TermID]

  private init(members: [TermID]) {
    self.members = members
    sorted = members.sorted()
  }

  static func read(from shape: inout ShapeReader) -> [InConstraint] {
    shape.list(SH.in).map { [InConstraint(members: $0)] } ?? []
  }

  func bound(to data: inout Binding) -> InConstraint {
    InConstraint(members: members.map { data.number($0) })
  }

  func check(_ focus: TermID, _ values: [TermID], _ site: Site, _ run: inout Run) {
    for value in values where !sorted.containsSorted(value) { run.report(site, focus, value: value) }
  }

  func explanation(_ facts: ResultFacts) -> ResultMessage {
    "\(facts.subject) is none of \(facts.list(members))\(facts.place)"
  }
}
