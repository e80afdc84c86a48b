import RDFModel

/// `sh:minLength` (SHACL §4.4.1): "For each value node v where the length (as defined by the SPARQL STRLEN function)
/// of the string representation of v (as defined by the SPARQL str function) is less than $minLength, or where v is a
/// blank node, there is a validation result with v as sh:value."
struct MinLengthConstraint: Constraint {
  static let component = SH.term("MinLengthConstraintComponent")
  static let parameters = [SH.minLength]

  let least: Int

  static func read(from shape: inout ShapeReader) -> [MinLengthConstraint] {
    shape.integer(SH.minLength).map { [MinLengthConstraint(least: $0)] } ?? []
  }

  func check(_ focus: TermID, _ values: [TermID], _ site: Site, _ run: inout Run) {
    for value in values {
      guard let length = run.space.length(value), !(length < least) else {
        run.report(site, focus, value: value)
        continue
      }
    }
  }

  func explanation(_ facts: ResultFacts) -> ResultMessage {
    "\(facts.subject) is shorter than \(least) \(least == 1 ? "character" : "characters")\(facts.place)"
  }
}
