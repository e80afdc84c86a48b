import RDFModel

/// `sh:minCount` (SHACL §4.2.1): "If the number of value nodes is less than $minCount, there is a validation result."
struct MinCountConstraint: Constraint {
  static let component = SH.term("MinCountConstraintComponent")
  static let parameters = [SH.minCount]

  let least: Int

  static func read(from shape: inout ShapeReader) -> [MinCountConstraint] {
    guard let least = shape.integer(SH.minCount) else { return [] }
    shape.requireProperty(SH.minCount)
    return [MinCountConstraint(least: least)]
  }

  func check(_ focus: TermID, _ values: [TermID], _ site: Site, _ run: inout Run) {
    if values.count < least { run.report(site, focus, found: values.count) }
  }

  func explanation(_ facts: ResultFacts) -> ResultMessage {
    let start: ResultMessage = facts.found == 0 ? "no \(facts.noun)" : "too few: \(facts.noun)"
    return "\(start) (at least \(counted(least))\(facts.ofPath), found \(facts.found))"
  }
}

/// "1 value", "2 values".
func counted(_ number: Int) -> String { "\(number) \(number == 1 ? "value" : "values")" }
