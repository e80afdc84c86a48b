import RDFModel
import Testing

@Suite struct TermTableTests {
  @Test func aTermHasOneNumber() {
    var table = TermTable()
    let a = table.intern(.iri("http://example.org/a"))
    let b = table.intern(.literal(Literal("http://example.org/a")))
    #expect(a != b)
    #expect(table.intern(.iri("http://example.org/a")) == a)
    #expect(table.find(.literal(Literal("http://example.org/a"))) == b)
    #expect(table.find(.literal(Literal("other"))) == nil)
    #expect(table.count == 2)
  }

  @Test func numbersFollowTheOrderOfComing() {
    var table = TermTable()
    for index in 0..<5_000 {
      // Lengths around the hash's word boundaries.
      let id = table.intern(.literal(Literal(String(repeating: "x", count: index % 40) + String(index))))
      #expect(id == TermID(rawValue: UInt32(index + 1)))
    }
    for index in 0..<5_000 {
      let term = Term.literal(Literal(String(repeating: "x", count: index % 40) + String(index)))
      #expect(table.find(term) == TermID(rawValue: UInt32(index + 1)))
      #expect(table[TermID(rawValue: UInt32(index + 1))] == term)
    }
  }

  @Test func kindsAreKnownWithoutDecoding() {
    var table = TermTable()
    let iri = table.intern(.iri("urn:a"))
    let node = table.intern(.blankNode(BlankNode("a")))
    let literal = table.intern(.literal(Literal("_:a")))
    #expect([iri, node, literal].map(table.kind) == [.iri, .blankNode, .literal])
  }
}
