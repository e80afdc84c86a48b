/// A blank node (RDF 1.1 Concepts §3.4). The label means something inside one dataset only.
public struct BlankNode: Hashable, Comparable, Sendable {
  public let label: String
  public init(_ label: String) { self.label = label }
  public static func < (a: BlankNode, b: BlankNode) -> Bool { a.label.utf8.lexicographicallyPrecedes(b.label.utf8) }
}

/// A literal (RDF 1.1 Concepts §3.3): a lexical form with a datatype, and a language tag when the datatype is
/// `rdf:langString`. The lexical form is kept as written.
public struct Literal: Hashable, Sendable {
  public let lexicalForm: String
  public let datatype: IRI
  /// As written; compared without regard to case by those who match language ranges.
  public let language: String?

  public init(_ lexicalForm: String, datatype: IRI = XSD.string) {
    self.lexicalForm = lexicalForm
    self.datatype = datatype
    self.language = nil
  }

  public init(_ lexicalForm: String, language: String) {
    self.lexicalForm = lexicalForm
    self.datatype = RDF.langString
    self.language = language
  }
}

/// An RDF term (RDF 1.1 Concepts §3.1).
public enum Term: Hashable, Sendable {
  case iri(IRI)
  case blankNode(BlankNode)
  case literal(Literal)

  public static func iri(_ string: String) -> Term { .iri(IRI(string)) }

  public var iri: IRI? { if case .iri(let iri) = self { iri } else { nil } }
  public var literal: Literal? { if case .literal(let literal) = self { literal } else { nil } }
  public var isLiteral: Bool { literal != nil }
}

/// A triple with the name of the graph it stands in; `nil` is the default graph (RDF 1.1 Concepts §4).
public struct Quad: Hashable, Sendable {
  public var subject: Term
  public var predicate: IRI
  public var object: Term
  public var graph: Term?

  public init(_ subject: Term, _ predicate: IRI, _ object: Term, graph: Term? = nil) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
    self.graph = graph
  }
}
