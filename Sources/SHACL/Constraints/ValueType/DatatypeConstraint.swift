import RDFModel

/// `sh:datatype` (SHACL §4.1.2): "For each value node that is not a literal, or is a literal with a datatype that
/// does not match $datatype, there is a validation result with the value node as sh:value. […] The datatype of a
/// literal is determined following the datatype function of SPARQL 1.1. A literal matches a datatype if the
/// literal's datatype has the same IRI and, for the datatypes supported by SPARQL 1.1, is not an ill-typed literal."
///
/// All datatypes that `XSDType` knows are checked, not only SPARQL's.
struct DatatypeConstraint: Constraint {
  static let component = SH.term("DatatypeConstraintComponent")
  static let parameters = [SH.datatype]

  let datatype: IRI
  private let tail: LiteralTail

  static func read(from shape: inout ShapeReader) -> [DatatypeConstraint] {
    guard shape.single(SH.datatype) != nil, let datatype = shape.iris(SH.datatype).first else { return [] }
    return shape.source.terms[datatype].iri.map { [DatatypeConstraint(datatype: $0)] } ?? []
  }

  private init(datatype: IRI) {
    self.datatype = datatype
    tail = LiteralTail(datatype: datatype)
  }

  func check(_ focus: TermID, _ values: [TermID], _ site: Site, _ run: inout Run) {
    for value in values where !tail.matches(run.space.bytes(value)) { run.report(site, focus, value: value) }
  }

  func explanation(_ facts: ResultFacts) -> ResultMessage {
    if facts.value?.literal?.datatype == datatype {
      "\(facts.subject) does not exist as a \(Term.iri(datatype))\(facts.place)"
    } else {
      "\(facts.subject) is not a \(Term.iri(datatype))\(facts.place)"
    }
  }
}
