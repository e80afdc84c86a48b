import RDFModel

/// `sh:maxCount` (SHACL §4.2.2): "If the number of value nodes is greater than $maxCount, there is a validation
/// result."
struct MaxCountConstraint: Constraint {
  static let component = SH.term("MaxCountConstraintComponent")
  static let parameters = [SH.maxCount]

  let most: Int

  static func read(from shape: inout ShapeReader) -> [MaxCountConstraint] {
    guard let most = shape.integer(SH.maxCount) else { return [] }
    shape.requireProperty(SH.maxCount)
    return [MaxCountConstraint(most: most)]
  }

  func check(_ focus: TermID, _ values: [TermID], _ site: Site, _ run: inout Run) {
    if values.count > most { run.report(site, focus, found: values.count) }
  }

  func explanation(_ facts: ResultFacts) -> ResultMessage {
    let start: ResultMessage = most == 1 ? "more than one \(facts.noun)" : "too many: \(facts.noun)"
    return "\(start) (at most \(counted(most))\(facts.ofPath), found \(facts.found))"
  }
}
