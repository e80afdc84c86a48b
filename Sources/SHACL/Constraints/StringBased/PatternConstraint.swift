import RDFModel

/// `sh:pattern` and `sh:flags` (SHACL §4.4.3): "For each value node that is a blank node or where the string
/// representation (as defined by the SPARQL str function) does not match the regular expression $pattern (as defined
/// by the SPARQL REGEX function), there is a validation result with the value node as sh:value. If $flags has a value
/// then the matching MUST follow the definition of the 3-argument variant of the SPARQL REGEX function."
struct PatternConstraint: Constraint {
  static let component = SH.term("PatternConstraintComponent")
  static let parameters = [SH.pattern, SH.flags]

  private let pattern: String
  private let flags: String
  private let regex: XPathRegex

  static func read(from shape: inout ShapeReader) -> [PatternConstraint] {
    let flags = shape.literal(SH.flags, XSD.string)?.lexicalForm ?? ""
    guard let pattern = shape.literal(SH.pattern, XSD.string)?.lexicalForm else { return [] }
    do throws(XPathRegex.Fault) {
      return [PatternConstraint(pattern: pattern, flags: flags, regex: try XPathRegex(pattern, flags: flags))]
    } catch {
      shape.fail(
        "sh:pattern \"\(pattern)\" is no XPath regular expression: \(error.description)", code: .illFormedPattern)
      return []
    }
  }

  func check(_ focus: TermID, _ values: [TermID], _ site: Site, _ run: inout Run) {
    for value in values where !matches(value, &run) { run.report(site, focus, value: value) }
  }

  private func matches(_ value: TermID, _ run: inout Run) -> Bool {
    guard let text = run.space.text(value) else { return false }
    return regex.matches(text, &run.matching)
  }

  func explanation(_ facts: ResultFacts) -> ResultMessage {
    "\(facts.subject) does not match /\(pattern)/\(flags)\(facts.place)"
  }
}
