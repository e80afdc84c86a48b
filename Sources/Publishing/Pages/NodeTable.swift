import KnowledgeGraph
import RDFModel

/// A small graph by subject and predicate.
struct NodeTable: Sendable {
  private var objects: [String: [String: [Term]]] = [:]

  init(_ quads: [Quad]) {
    for quad in quads {
      guard case .iri(let subject) = quad.subject else { continue }
      var known = objects[subject.string]?[quad.predicate.string] ?? []
      if !known.contains(quad.object) { known.append(quad.object) }
      objects[subject.string, default: [:]][quad.predicate.string] = known
    }
  }

  func objects(_ subject: String, _ predicate: IRI) -> [Term] { objects[subject]?[predicate.string] ?? [] }

  func iris(_ subject: String, _ predicate: IRI) -> [String] {
    objects(subject, predicate).compactMap { $0.iri?.string }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  func texts(_ subject: String, _ predicate: IRI) -> [String] {
    objects(subject, predicate).compactMap { $0.literal?.lexicalForm }
  }

  func types(_ subject: String) -> Set<String> { Set(iris(subject, RDF.type)) }
}
