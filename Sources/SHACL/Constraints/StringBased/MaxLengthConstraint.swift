import RDFModel

/// `sh:maxLength` (SHACL §4.4.2): "For each value node v where the length (as defined by the SPARQL STRLEN function)
/// of the string representation of v (as defined by the SPARQL str function) is greater than $maxLength, or where v is a
/// blank node, there is a validation result with v as sh:value."
struct MaxLengthConstraint: Constraint {
  static let component = SH.term("MaxLengthConstraintComponent")
  static let parameters = [SH.maxLength]

  let most: Int

  static func read(from shape: inout ShapeReader) -> [MaxLengthConstraint] {
    shape.integer(SH.maxLength).map { [MaxLengthConstraint(most: $0)] } ?? []
  }

  func check(_ focus: TermID, _ values: [TermID], _ site: Site, _ run: inout Run) {
    for value in values {
      guard let length = run.space.length(value), !(length > most) else {
        run.report(site, focus, value: value)
        continue
      }
    }
  }

  func explanation(_ facts: ResultFacts) -> ResultMessage {
    "\(facts.subject) is longer than \(most) \(most == 1 ? "character" : "characters")\(facts.place)"
  }
}
