import RDFModel

/// `sh:lessThan` (SHACL §4.5.3): "For each pair of value nodes and the values of the property $lessThan at the given
/// focus node where the first value is not less than the second value (based on SPARQL's < operator) or where the
/// two values cannot be compared, there is a validation result with the value node as sh:value."
struct LessThanConstraint: Constraint {
  static let component = SH.term("LessThanConstraintComponent")
  static let parameters = [SH.lessThan]

  var property: TermID

  static func read(from shape: inout ShapeReader) -> [LessThanConstraint] {
    let properties = shape.iris(SH.lessThan)
    if !properties.isEmpty { shape.requireProperty(SH.lessThan) }
    return properties.map { LessThanConstraint(property: $0) }
  }

  func bound(to data: inout Binding) -> LessThanConstraint {
    LessThanConstraint(property: data.number(property))
  }

  func check(_ focus: TermID, _ values: [TermID], _ site: Site, _ run: inout Run) {
    guard !values.isEmpty else { return }
    let others = run.data.objects(focus, property).map { ($0.object, TypedValue(run.space.bytes($0.object))) }
    guard !others.isEmpty else { return }
    for node in values {
      let value = TypedValue(run.space.bytes(node))
      for (otherNode, other) in others {
        if let value, let other, let order = value.compare(other), order == .less { continue }
        run.report(site, focus, value: node, witness: otherNode)
      }
    }
  }

  func explanation(_ facts: ResultFacts) -> ResultMessage {
    "\(facts.subject) is not less than \(facts.witnessTerm), the value of \(facts.term(property))\(facts.place)"
  }
}
