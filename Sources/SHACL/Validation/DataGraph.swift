import RDFModel

/// The data graph with the places where each term's triples begin: a look-up is two reads and a short search.
struct DataGraph: Sendable {
  let graph: IndexedGraph
  /// By subject number: where its triples begin in `graph.spo`. One more at the end.
  private let subjects: [UInt32]
  /// The same by object, in `graph.osp`.
  private let objects: [UInt32]

  init(_ graph: IndexedGraph, termCount: Int) {
    self.graph = graph
    subjects = Self.starts(graph.spo, termCount) { $0.subject }
    objects = Self.starts(graph.osp, termCount) { $0.object }
  }

  private static func starts(_ triples: [IDTriple], _ termCount: Int, _ term: (IDTriple) -> TermID) -> [UInt32] {
    var starts = [UInt32](repeating: 0, count: termCount + 2)
    for triple in triples { starts[Int(term(triple).rawValue) + 1] += 1 }
    for at in 1..<starts.count { starts[at] += starts[at - 1] }
    return starts
  }

  /// All triples of a subject.
  func triples(_ subject: TermID) -> ArraySlice<IDTriple> {
    let at = Int(subject.rawValue)
    // Terms of the shapes that the data does not have come after the data's.
    guard at + 1 < subjects.count else { return [] }
    return graph.spo[Int(subjects[at])..<Int(subjects[at + 1])]
  }

  /// The triples of a subject with a predicate, ordered by object.
  func objects(_ subject: TermID, _ predicate: TermID) -> ArraySlice<IDTriple> {
    let all = triples(subject)
    var low = all.startIndex
    var high = all.endIndex
    // Most subjects have few triples, where a walk beats a search.
    while high - low > 16 {
      let middle = (low + high) / 2
      if all[middle].predicate < predicate { low = middle + 1 } else { high = middle }
    }
    while low < all.endIndex, all[low].predicate < predicate { low += 1 }
    var end = low
    while end < all.endIndex, all[end].predicate == predicate { end += 1 }
    return all[low..<end]
  }

  /// Hands out the subjects that have a predicate with an object, in ascending order.
  func forEachSubject(_ predicate: TermID, _ object: TermID, _ body: (TermID) -> Void) {
    let at = Int(object.rawValue)
    guard at + 1 < objects.count else { return }
    let all = graph.osp[Int(objects[at])..<Int(objects[at + 1])]
    // An object of few triples is found at once; of one that half the graph names, only a search finds the right ones.
    if all.count <= 64 {
      for triple in all where triple.predicate == predicate { body(triple.subject) }
    } else {
      for triple in graph.triples(predicate: predicate, object: object) { body(triple.subject) }
    }
  }

  func triples(predicate: TermID) -> ArraySlice<IDTriple> { graph.triples(predicate: predicate) }
}
