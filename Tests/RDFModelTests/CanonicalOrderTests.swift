import RDFModel
import Testing

@Suite struct CanonicalOrderTests {
  /// Long common beginnings, ends at the sorter's eight bytes, one continuing the other.
  private var terms: [Term] {
    let iris = (0..<300).map {
      Term.iri("http://example.org/a/long/way/" + String(repeating: "x", count: $0 % 23) + "\($0 % 97)")
    }
    let literals = (0..<60).map { Term.literal(Literal(String(repeating: "y", count: $0))) }
    let tagged = ["en", "en-GB", "fr"].map { Term.literal(Literal("y", language: $0)) }
    let zeros = (0..<20).map { Term.iri("urn:" + String(repeating: "\u{0}", count: $0)) }
    return literals + iris + tagged + zeros + [.blankNode(BlankNode("b1")), .blankNode(BlankNode("b10"))]
  }

  @Test func ranksFollowTheBytes() {
    var dataset = Dataset()
    let ids = Set(terms.map { dataset.terms.intern($0) })
    let order = CanonicalOrder(dataset)
    let byBytes = ids.sorted {
      dataset.terms.canonicalBytes($0).lexicographicallyPrecedes(dataset.terms.canonicalBytes($1))
    }
    #expect(byBytes.map(order.rank) == (1...UInt32(ids.count)).map { $0 })
    #expect(order.terms == [.none] + byBytes)
  }

  @Test func statementsComeOnceAndSorted() {
    var dataset = Dataset()
    let all = terms
    let subjects = all.filter { !$0.isLiteral }
    for index in 0..<2_000 {
      dataset.insert(
        Quad(
          subjects[index * 7 % subjects.count], IRI("urn:p\(index % 3)"), all[index * 13 % all.count],
          graph: index % 4 == 0 ? nil : subjects[index % 5]))
    }
    func line(_ quad: IDQuad) -> [UInt8] {
      var line: [UInt8] = []
      for id in [quad.triple.subject, quad.triple.predicate, quad.triple.object, quad.graph] where id != .none {
        line += dataset.terms.canonicalBytes(id) + [0x20]
      }
      return line + [UInt8(ascii: ".")]
    }
    let lines = CanonicalOrder(dataset).quads().map(line)
    #expect(lines == Set(dataset.quads.map(line)).sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test func anEmptyDatasetHasNoOrder() {
    #expect(CanonicalOrder(Dataset()).quads().isEmpty)
    #expect(CanonicalOrder(Dataset()).ranks == [0])
  }
}
