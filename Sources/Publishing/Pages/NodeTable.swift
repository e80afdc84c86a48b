import KnowledgeGraph
import RDFModel

/// A small graph by subject. A page is made of a few hundred triples, and asks for each subject's a few times: predicates are
/// numbers here, so that a look along one subject's triples touches only those that are asked for.
struct NodeTable: Sendable {
  private struct Entry {
    let predicate: Int
    let object: Term
  }

  private var rows: [String: Int] = [:]
  private var entries: [[Entry]] = []
  private var predicates: [String: Int] = [:]

  init(_ quads: some Sequence<Quad>) {
    // Triples of one subject, and those of one predicate, mostly come one after the other.
    var last: (subject: String, row: Int)?
    var lastPredicate: (name: String, number: Int)?
    for quad in quads {
      guard case .iri(let subject) = quad.subject else { continue }
      let row: Int
      if let last, last.subject == subject.string { row = last.row } else { row = self.row(subject.string) }
      let number: Int
      if let lastPredicate, lastPredicate.name == quad.predicate.string {
        number = lastPredicate.number
      } else {
        number = self.number(quad.predicate.string)
      }
      (last, lastPredicate) = ((subject.string, row), (quad.predicate.string, number))
      entries[row].append(Entry(predicate: number, object: quad.object))
    }
  }

  private mutating func row(_ subject: String) -> Int {
    if let known = rows[subject] { return known }
    rows[subject] = entries.count
    entries.append([])
    return entries.count - 1
  }

  private mutating func number(_ predicate: String) -> Int {
    if let known = predicates[predicate] { return known }
    let new = predicates.count
    predicates[predicate] = new
    return new
  }

  private func each(_ subject: String, _ predicate: IRI, _ body: (Term) -> Void) {
    guard let number = predicates[predicate.string], let row = rows[subject] else { return }
    for index in entries[row].indices where entries[row][index].predicate == number {
      body(entries[row][index].object)
    }
  }

  /// In the order of the quads, each once.
  func objects(_ subject: String, _ predicate: IRI) -> [Term] {
    var found: [Term] = []
    each(subject, predicate) { object in
      if !found.contains(object) { found.append(object) }
    }
    return found
  }

  /// Ascending, each once.
  func iris(_ subject: String, _ predicate: IRI) -> [String] {
    var found: [String] = []
    each(subject, predicate) { object in
      if case .iri(let iri) = object { found.append(iri.string) }
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

  func has(_ subject: String, type: IRI) -> Bool { types(subject).contains(type) }

  func types(_ subject: String) -> [IRI] {
    var found: [IRI] = []
    each(subject, RDF.type) { object in
      if case .iri(let iri) = object { found.append(iri) }
    }
    return found
  }

  func contains(_ subject: String) -> Bool { rows[subject] != nil }
}
