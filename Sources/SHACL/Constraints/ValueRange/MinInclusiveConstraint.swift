import RDFModel

/// `sh:minInclusive` (SHACL §4.3.2): "For each value node v where the SPARQL expression $minInclusive <= v does not return
/// true, there is a validation result with v as sh:value."
///
/// The order is that of `TypedValue`: SPARQL's operator mapping, extended to all of XSD's ordered types.
struct MinInclusiveConstraint: Constraint {
  static let component = SH.term("MinInclusiveConstraintComponent")
  static let parameters = [SH.minInclusive]

  let bound: Bound

  static func read(from shape: inout ShapeReader) -> [MinInclusiveConstraint] {
    Bound.read(SH.minInclusive, from: &shape).map { MinInclusiveConstraint(bound: $0) }
  }

  func check(_ focus: TermID, _ values: [TermID], _ site: Site, _ run: inout Run) {
    bound.check(focus, values, site, &run) { $0 == .less || $0 == .equal }
  }

  func explanation(_ facts: ResultFacts) -> ResultMessage {
    "\(facts.subject) is not at least \(Term.literal(bound.literal))\(facts.place)"
  }
}
