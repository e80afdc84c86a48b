/// A triple of term numbers.
public struct IDTriple: Hashable, Sendable {
  public var subject: TermID
  public var predicate: TermID
  public var object: TermID
  @inlinable public init(_ subject: TermID, _ predicate: TermID, _ object: TermID) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
  }
}

/// A quad of term numbers; `graph` is `.none` in the default graph.
public struct IDQuad: Hashable, Sendable {
  public var triple: IDTriple
  public var graph: TermID
  @inlinable public init(_ triple: IDTriple, graph: TermID = .none) {
    self.triple = triple
    self.graph = graph
  }
}

/// An RDF dataset (RDF 1.1 Concepts §4): a term table and quads over it, in the order in which they came, doubles
/// kept until a graph is indexed or a writer sorts.
public struct Dataset: Sendable {
  public var terms: TermTable
  public private(set) var quads: [IDQuad] = []

  public init(terms: TermTable = TermTable()) { self.terms = terms }

  public mutating func insert(_ quad: Quad) {
    insert(
      IDQuad(
        IDTriple(terms.intern(quad.subject), terms.intern(.iri(quad.predicate)), terms.intern(quad.object)),
        graph: quad.graph.map { terms.intern($0) } ?? .none))
  }

  public mutating func insert(_ quad: IDQuad) { quads.append(quad) }

  /// Adds quads over this dataset's own term table.
  public mutating func insert(contentsOf new: [IDQuad]) {
    if quads.isEmpty { quads = new } else { quads.append(contentsOf: new) }
  }

  public func decode(_ quad: IDQuad) -> Quad {
    guard case .iri(let predicate) = terms[quad.triple.predicate] else {
      return Quad(terms[quad.triple.subject], IRI(""), terms[quad.triple.object])
    }
    return Quad(
      terms[quad.triple.subject], predicate, terms[quad.triple.object],
      graph: quad.graph == .none ? nil : terms[quad.graph])
  }

  /// All triples of all graphs as one graph (the union; RDF 1.1 has no merge of blank nodes inside one dataset).
  public func unionGraph() -> IndexedGraph { IndexedGraph(quads.map(\.triple)) }

  /// One graph; `nil` is the default graph.
  public func graph(_ name: Term?) -> IndexedGraph {
    let wanted: TermID
    if let name {
      guard let id = terms.find(name) else { return IndexedGraph([]) }
      wanted = id
    } else {
      wanted = .none
    }
    return IndexedGraph(quads.filter { $0.graph == wanted }.map(\.triple))
  }
}
