import RDFModel

/// `sh:minExclusive` (SHACL §4.3.1): "For each value node v where the SPARQL expression $minExclusive < v does not return
/// true, there is a validation result with v as sh:value."
///
/// The order is that of `TypedValue`: SPARQL's operator mapping, extended to all of XSD's ordered types.
struct MinExclusiveConstraint: Constraint {
  static let component = SH.term("MinExclusiveConstraintComponent")
  static let parameters = [SH.minExclusive]

  let bound: Bound

  static func read(from shape: inout ShapeReader) -> [MinExclusiveConstraint] {
    Bound.read(SH.minExclusive, from: &shape).map { MinExclusiveConstraint(bound: $0) }
  }

  func check(_ focus: TermID, _ values: [TermID], _ site: Site, _ run: inout Run) {
    bound.check(focus, values, site, &run) { $0 == .less }
  }

  func explanation(_ facts: ResultFacts) -> ResultMessage {
    "\(facts.subject) is not more than \(Term.literal(bound.literal))\(facts.place)"
  }
}
