import RDFModel
import Testing

@Suite struct IndexedGraphTests {
  private func triple(_ s: UInt32, _ p: UInt32, _ o: UInt32) -> IDTriple {
    IDTriple(TermID(rawValue: s), TermID(rawValue: p), TermID(rawValue: o))
  }

  private func key(_ ids: TermID...) -> [UInt32] { ids.map(\.rawValue) }

  /// Numbers of more than one and of more than two digits of the sort, with doubles; the same in every run.
  private var triples: [IDTriple] {
    var state: UInt32 = 1
    func next(_ bound: UInt32) -> UInt32 {
      state = state &* 1_664_525 &+ 1_013_904_223
      return (state >> 4) % bound + 1
    }
    return (0..<4_000).map { _ in triple(next(50) * 100_000, next(7), next(300) * 3_000) }
  }

  @Test func theThreeOrdersAreSortedAndWithoutDoubles() {
    let graph = IndexedGraph(triples + triples)
    let distinct = Set(triples)
    #expect(graph.count == distinct.count)
    for (order, keys) in [
      (graph.spo, graph.spo.map { key($0.subject, $0.predicate, $0.object) }),
      (graph.pos, graph.pos.map { key($0.predicate, $0.object, $0.subject) }),
      (graph.osp, graph.osp.map { key($0.object, $0.subject, $0.predicate) }),
    ] {
      #expect(Set(order) == distinct)
      #expect(order.count == distinct.count)
      #expect(zip(keys, keys.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
    }
  }

  @Test func lookUpsFindWhatAFilterFinds() {
    let graph = IndexedGraph(triples)
    let all = Set(triples)
    for sample in triples.prefix(200) + [triple(1, 1, 1), triple(9_999_999, 3, 3_000)] {
      #expect(Set(graph.triples(subject: sample.subject)) == all.filter { $0.subject == sample.subject })
      #expect(
        Set(graph.triples(subject: sample.subject, predicate: sample.predicate))
          == all.filter { $0.subject == sample.subject && $0.predicate == sample.predicate })
      #expect(Set(graph.triples(predicate: sample.predicate)) == all.filter { $0.predicate == sample.predicate })
      #expect(
        Set(graph.triples(predicate: sample.predicate, object: sample.object))
          == all.filter { $0.predicate == sample.predicate && $0.object == sample.object })
      #expect(Set(graph.triples(object: sample.object)) == all.filter { $0.object == sample.object })
      #expect(graph.contains(sample) == all.contains(sample))
    }
  }

  @Test func anEmptyGraphAnswers() {
    let graph = IndexedGraph([])
    #expect(graph.count == 0)
    #expect(graph.triples(subject: TermID(rawValue: 1)).isEmpty)
    #expect(!graph.contains(triple(1, 1, 1)))
  }
}
