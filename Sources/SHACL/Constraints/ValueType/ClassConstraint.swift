import RDFModel

/// `sh:class` (SHACL §4.1.1): "For each value node that is either a literal, or a non-literal that is not a SHACL
/// instance of $class in the data graph, there is a validation result with the value node as sh:value."
struct ClassConstraint: Constraint {
  static let component = SH.term("ClassConstraintComponent")
  static let parameters = [SH.class]

  var type: TermID
  private var instances = TermSet()

  static func read(from shape: inout ShapeReader) -> [ClassConstraint] {
    shape.iris(SH.class).map { ClassConstraint(type: $0) }
  }

  private init(type: TermID) { self.type = type }

  func bound(to data: inout Binding) -> ClassConstraint {
    var bound = ClassConstraint(type: data.number(type))
    bound.instances = data.instances(of: bound.type)
    return bound
  }

  func check(_ focus: TermID, _ values: [TermID], _ site: Site, _ run: inout Run) {
    for value in values where !instances.contains(value) { run.report(site, focus, value: value) }
  }

  func explanation(_ facts: ResultFacts) -> ResultMessage {
    "\(facts.subject) is not a \(facts.term(type))\(facts.place)"
  }
}
