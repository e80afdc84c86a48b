import KnowledgeGraph
import RDFModel

/// A small graph by subject. A page is made of a few hundred triples, and asks for each subject's once or twice: a
/// dictionary of subjects, and then a look along the few triples of one, is faster than any index.
struct NodeTable: Sendable {
  private var triples: [String: [(predicate: IRI, object: Term)]] = [:]

  init() {}

  init(_ quads: some Sequence<Quad>) {
    // What is said of one subject mostly stands together: one look into the dictionary for all of it.
    triples.reserveCapacity(quads.underestimatedCount / 8)
    var subject = ""
    var run: [(predicate: IRI, object: Term)] = []
    for quad in quads {
      guard case .iri(let next) = quad.subject else { continue }
      if next.string != subject {
        if !run.isEmpty { triples[subject, default: []] += run }
        run.removeAll(keepingCapacity: true)
        subject = next.string
      }
      run.append((quad.predicate, quad.object))
    }
    if !run.isEmpty { triples[subject, default: []] += run }
  }

  /// In the order of the quads, each once.
  func objects(_ subject: String, _ predicate: IRI) -> [Term] {
    guard let own = triples[subject] else { return [] }
    var found: [Term] = []
    for triple in own where triple.predicate == predicate && !found.contains(triple.object) {
      found.append(triple.object)
    }
    return found
  }

  /// Ascending, each once.
  func iris(_ subject: String, _ predicate: IRI) -> [String] {
    guard let own = triples[subject] else { return [] }
    var found: [String] = []
    for triple in own where triple.predicate == predicate {
      if case .iri(let iri) = triple.object { found.append(iri.string) }
    }
    guard found.count > 1 else { return found }
    found.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var last: String?
    return found.filter { iri in
      defer { last = iri }
      return iri != last
    }
  }

  func texts(_ subject: String, _ predicate: IRI) -> [String] {
    objects(subject, predicate).compactMap { $0.literal?.lexicalForm }
  }

  func has(_ subject: String, type: IRI) -> Bool {
    triples[subject]?.contains { $0.predicate == RDF.type && $0.object.iri == type } ?? false
  }

  func types(_ subject: String) -> [IRI] {
    triples[subject]?.compactMap { $0.predicate == RDF.type ? $0.object.iri : nil } ?? []
  }

  func contains(_ subject: String) -> Bool { triples[subject] != nil }
}
