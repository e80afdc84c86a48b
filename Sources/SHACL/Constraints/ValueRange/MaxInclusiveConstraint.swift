import RDFModel

/// `sh:maxInclusive` (SHACL §4.3.4): "For each value node v where the SPARQL expression $maxInclusive >= v does not return
/// true, there is a validation result with v as sh:value."
///
/// The order is that of `TypedValue`: SPARQL's operator mapping, extended to all of XSD's ordered types.
struct MaxInclusiveConstraint: Constraint {
  static let component = SH.term("MaxInclusiveConstraintComponent")
  static let parameters = [SH.maxInclusive]

  let bound: Bound

  static func read(from shape: inout ShapeReader) -> [MaxInclusiveConstraint] {
    Bound.read(SH.maxInclusive, from: &shape).map { MaxInclusiveConstraint(bound: $0) }
  }

  func check(_ focus: TermID, _ values: [TermID], _ site: Site, _ run: inout Run) {
    bound.check(focus, values, site, &run) { $0 == .greater || $0 == .equal }
  }

  func explanation(_ facts: ResultFacts) -> ResultMessage {
    "\(facts.subject) is not at most \(Term.literal(bound.literal))\(facts.place)"
  }
}
