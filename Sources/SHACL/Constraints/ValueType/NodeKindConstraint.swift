import RDFModel

/// `sh:nodeKind` (SHACL §4.1.3): "For each value node that does not match $nodeKind, there is a validation result
/// with the value node as sh:value."
struct NodeKindConstraint: Constraint {
  static let component = SH.term("NodeKindConstraintComponent")
  static let parameters = [SH.nodeKind]

  private enum Kind: String, CaseIterable {
    case iri = "an IRI"
    case blankNode = "a blank node"
    case literal = "a literal"
    case blankNodeOrIRI = "a blank node or an IRI"
    case blankNodeOrLiteral = "a blank node or a literal"
    case iriOrLiteral = "an IRI or a literal"

    var term: IRI {
      switch self {
      case .iri: SH.iri
      case .blankNode: SH.blankNode
      case .literal: SH.literal
      case .blankNodeOrIRI: SH.blankNodeOrIRI
      case .blankNodeOrLiteral: SH.blankNodeOrLiteral
      case .iriOrLiteral: SH.iriOrLiteral
      }
    }

    func admits(_ kind: TermKind) -> Bool {
      switch kind {
      case .iri: self == .iri || self == .blankNodeOrIRI || self == .iriOrLiteral
      case .blankNode: self == .blankNode || self == .blankNodeOrIRI || self == .blankNodeOrLiteral
      case .literal: self == .literal || self == .blankNodeOrLiteral || self == .iriOrLiteral
      }
    }
  }

  private let kind: Kind

  static func read(from shape: inout ShapeReader) -> [NodeKindConstraint] {
    guard let value = shape.single(SH.nodeKind) else { return [] }
    let term = shape.source.terms[value]
    guard let kind = Kind.allCases.first(where: { .iri($0.term) == term }) else {
      shape.fail("sh:nodeKind has the value \(term.text), which is none of the six node kinds")
      return []
    }
    return [NodeKindConstraint(kind: kind)]
  }

  func check(_ focus: TermID, _ values: [TermID], _ site: Site, _ run: inout Run) {
    for value in values where !kind.admits(run.space.kind(value)) { run.report(site, focus, value: value) }
  }

  func explanation(_ facts: ResultFacts) -> ResultMessage {
    "\(facts.subject) is not \(kind.rawValue)\(facts.place)"
  }
}
