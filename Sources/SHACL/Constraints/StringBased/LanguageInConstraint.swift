import RDFModel

/// `sh:languageIn` (SHACL §4.4.4): "For each value node that is either not a literal or that does not have a language
/// tag matching any of the basic language ranges that are the members of $languageIn following the filtering schema
/// defined by the SPARQL langMatches function, there is a validation result with the value node as sh:value."
struct LanguageInConstraint: Constraint {
  static let component = SH.term("LanguageInConstraintComponent")
  static let parameters = [SH.languageIn]

  private let ranges: [LanguageRange]

  static func read(from shape: inout ShapeReader) -> [LanguageInConstraint] {
    guard let members = shape.list(SH.languageIn) else { return [] }
    let ranges: [LanguageRange] = members.compactMap { member in
      let term = shape.source.terms[member]
      if let literal = term.literal, literal.datatype == XSD.string { return LanguageRange(literal.lexicalForm) }
      shape.fail("sh:languageIn has the member \(term.text), which is no string")
      return nil
    }
    return [LanguageInConstraint(ranges: ranges)]
  }

  func check(_ focus: TermID, _ values: [TermID], _ site: Site, _ run: inout Run) {
    for value in values {
      if let tag = run.space.language(value), ranges.contains(where: { $0.matches(tag) }) { continue }
      run.report(site, focus, value: value)
    }
  }

  func explanation(_ facts: ResultFacts) -> ResultMessage {
    "\(facts.subject) is in none of the languages \(ranges.map(\.text).joined(separator: ", "))\(facts.place)"
  }
}
