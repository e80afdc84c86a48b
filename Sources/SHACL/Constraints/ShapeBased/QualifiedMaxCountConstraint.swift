import RDFModel

/// `sh:qualifiedMaxCount` (SHACL §4.7.3): "Let C be the number of value nodes v where v conforms to
/// $qualifiedValueShape and where v does not conform to any of the sibling shapes […]. If C is greater than
/// $qualifiedMaxCount, there is a validation result."
struct QualifiedMaxCountConstraint: Constraint {
  static let component = SH.term("QualifiedMaxCountConstraintComponent")
  static let parameters = QualifiedValues.shared + [SH.qualifiedMaxCount]

  let qualified: QualifiedValues
  let most: Int
  var shapes: [Int] { qualified.shapes }

  static func read(from shape: inout ShapeReader) -> [QualifiedMaxCountConstraint] {
    QualifiedValues.read(SH.qualifiedMaxCount, from: &shape).map { [.init(qualified: $0.values, most: $0.count)] } ?? []
  }

  func check(_ focus: TermID, _ values: [TermID], _ site: Site, _ run: inout Run) {
    let count = qualified.count(values, &run)
    if count > most { run.report(site, focus, found: count) }
  }

  func explanation(_ facts: ResultFacts) -> ResultMessage {
    let shape = facts.shape(qualified.shape)
    return "too many: \(facts.noun) (at most \(counted(most))\(facts.ofPath) like \(shape), found \(facts.found))"
  }
}
