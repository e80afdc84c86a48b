import RDFModel

/// The shapes graph as triples, with the look-ups that compiling needs.
struct ShapesSource {
  let graph: IndexedGraph
  let terms: TermTable

  func find(_ iri: IRI) -> TermID? { terms.find(.iri(iri)) }

  func objects(_ subject: TermID, _ predicate: IRI) -> [TermID] {
    guard let predicate = find(predicate) else { return [] }
    return graph.triples(subject: subject, predicate: predicate).map(\.object)
  }

  func triples(_ predicate: IRI) -> [IDTriple] {
    guard let predicate = find(predicate) else { return [] }
    return Array(graph.triples(predicate: predicate))
  }

  func has(_ subject: TermID, _ predicate: IRI) -> Bool { !objects(subject, predicate).isEmpty }

  /// The members of an RDF list, or nil when it is not a well-formed SHACL list (SHACL §1.4).
  func list(_ head: TermID) -> [TermID]? {
    let end = find(RDF.nil)
    var members: [TermID] = []
    var seen: Set<TermID> = []
    var node = head
    while node != end {
      guard seen.insert(node).inserted else { return nil }
      let first = objects(node, RDF.first)
      let rest = objects(node, RDF.rest)
      guard first.count == 1, rest.count == 1 else { return nil }
      members.append(first[0])
      node = rest[0]
    }
    return members
  }

  /// The closest node with an IRI that leads to a blank node; the first mentioned of several. Nil for other terms.
  func owner(of node: Term) -> Term? {
    guard case .blankNode = node, let start = terms.find(node) else { return nil }
    var seen: Set<TermID> = [start]
    var open = [start]
    while !open.isEmpty {
      let above = Set(open.flatMap { graph.triples(object: $0).map(\.subject) }).sorted()
      if let named = above.first(where: { terms.kind($0) == .iri }) { return terms[named] }
      open = above.filter { seen.insert($0).inserted }
    }
    return nil
  }

  /// The class and what the shapes graph calls its subclasses, however far (`rdfs:subClassOf*` backwards).
  func subclasses(of type: IRI) -> Set<TermID> {
    guard let start = find(type) else { return [] }
    var found: Set<TermID> = [start]
    var open = [start]
    while let next = open.popLast() {
      guard let predicate = find(RDFS.subClassOf) else { break }
      for triple in graph.triples(predicate: predicate, object: next) where found.insert(triple.subject).inserted {
        open.append(triple.subject)
      }
    }
    return found
  }

  /// The SHACL instances of a class in the shapes graph (SHACL §1.1).
  func instances(of type: IRI) -> [TermID] {
    guard let predicate = find(RDF.type) else { return [] }
    return subclasses(of: type).sorted().flatMap { graph.triples(predicate: predicate, object: $0).map(\.subject) }
  }
}
