import RDFModel

/// `sh:maxExclusive` (SHACL §4.3.3): "For each value node v where the SPARQL expression $maxExclusive > v does not return
/// true, there is a validation result with v as sh:value."
///
/// The order is that of `TypedValue`: SPARQL's operator mapping, extended to all of XSD's ordered types.
struct MaxExclusiveConstraint: Constraint {
  static let component = SH.term("MaxExclusiveConstraintComponent")
  static let parameters = [SH.maxExclusive]

  let bound: Bound

  static func read(from shape: inout ShapeReader) -> [MaxExclusiveConstraint] {
    Bound.read(SH.maxExclusive, from: &shape).map { MaxExclusiveConstraint(bound: $0) }
  }

  func check(_ focus: TermID, _ values: [TermID], _ site: Site, _ run: inout Run) {
    bound.check(focus, values, site, &run) { $0 == .greater }
  }

  func explanation(_ facts: ResultFacts) -> ResultMessage {
    "\(facts.subject) is not less than \(Term.literal(bound.literal))\(facts.place)"
  }
}
