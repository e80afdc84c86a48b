import RDFModel

/// `sh:qualifiedMinCount` (SHACL §4.7.3): "Let C be the number of value nodes v where v conforms to
/// $qualifiedValueShape and where v does not conform to any of the sibling shapes […]. If C is less than
/// $qualifiedMinCount, there is a validation result."
struct QualifiedMinCountConstraint: Constraint {
  static let component = SH.term("QualifiedMinCountConstraintComponent")
  static let parameters = QualifiedValues.shared + [SH.qualifiedMinCount]

  let qualified: QualifiedValues
  let least: Int
  var shapes: [Int] { qualified.shapes }

  static func read(from shape: inout ShapeReader) -> [QualifiedMinCountConstraint] {
    QualifiedValues.read(SH.qualifiedMinCount, from: &shape).map { [.init(qualified: $0.values, least: $0.count)] }
      ?? []
  }

  func check(_ focus: TermID, _ values: [TermID], _ site: Site, _ run: inout Run) {
    let count = qualified.count(values, &run)
    if count < least { run.report(site, focus, found: count) }
  }

  func explanation(_ facts: ResultFacts) -> ResultMessage {
    let shape = facts.shape(qualified.shape)
    return "too few: \(facts.noun) (at least \(counted(least))\(facts.ofPath) like \(shape), found \(facts.found))"
  }
}
