import JSONLD
import RDFModel

/// Triples without the forms of their literals: a page's strings are plain, the graph's have languages and datatypes.
enum PlainTriples {
  struct Triple: Hashable, Comparable, CustomStringConvertible {
    let subject: String
    let predicate: String
    let object: String

    static func < (a: Triple, b: Triple) -> Bool {
      (a.subject, a.predicate, a.object) < (b.subject, b.predicate, b.object)
    }
    var description: String { "\(subject) \(predicate) \(object)" }
  }

  static func of(_ dataset: Dataset) -> Set<Triple> {
    Set(
      dataset.quads.map(dataset.decode).map { quad in
        Triple(subject: text(quad.subject), predicate: quad.predicate.string, object: text(quad.object))
      })
  }

  static func of(_ document: JSONValue) throws -> Set<Triple> {
    var dataset = Dataset()
    try JSONLDProcessor().toRDF(document, into: &dataset)
    return of(dataset)
  }

  private static func text(_ term: Term) -> String {
    switch term {
    case .iri(let iri): iri.string
    case .literal(let literal): literal.lexicalForm
    case .blankNode(let node): "_:" + node.label
    }
  }
}
