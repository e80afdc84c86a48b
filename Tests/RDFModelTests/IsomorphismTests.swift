import RDFModel
import Testing

@Suite struct IsomorphismTests {
  private let p = IRI("http://example.org/p")
  private let q = IRI("http://example.org/q")

  private func node(_ label: String) -> Term { .blankNode(BlankNode(label)) }

  private func dataset(_ quads: [Quad]) -> Dataset { quads.reduce(into: Dataset()) { $0.insert($1) } }

  /// A ring of nodes, each pointing to the next.
  private func ring(_ labels: [String]) -> [Quad] {
    labels.indices.map { Quad(node(labels[$0]), p, node(labels[($0 + 1) % labels.count])) }
  }

  @Test func labelsAndOrderAndDoublesDoNotCount() throws {
    let a = dataset([Quad(node("x"), p, node("y")), Quad(node("y"), q, .literal(Literal("1")))])
    let b = dataset([
      Quad(node("b"), q, .literal(Literal("1"))), Quad(node("a"), p, node("b")), Quad(node("a"), p, node("b")),
    ])
    #expect(try a.isIsomorphic(to: b))
    #expect(try b.isIsomorphic(to: a))
  }

  @Test func groundTermsCount() throws {
    let a = dataset([Quad(.iri("http://example.org/s"), p, .literal(Literal("1")))])
    #expect(try !a.isIsomorphic(to: dataset([Quad(.iri("http://example.org/s"), p, .literal(Literal("2")))])))
    #expect(
      try !a.isIsomorphic(to: dataset([Quad(.iri("http://example.org/s"), p, .literal(Literal("1", language: "en")))])))
    #expect(try !a.isIsomorphic(to: dataset([Quad(node("s"), p, .literal(Literal("1")))])))
  }

  @Test func twoRingsOfThreeAreNoRingOfSix() throws {
    // Every node looks like every other: only trying tells.
    let six = dataset(ring(["a", "b", "c", "d", "e", "f"]))
    let threes = dataset(ring(["a", "b", "c"]) + ring(["d", "e", "f"]))
    #expect(try !six.isIsomorphic(to: threes))
    #expect(try six.isIsomorphic(to: dataset(ring(["f", "d", "b", "a", "c", "e"]))))
    #expect(try threes.isIsomorphic(to: dataset(ring(["x", "d", "b"]) + ring(["a", "c", "e"]))))
  }

  @Test func graphsAndTheirNamesCount() throws {
    let named = Quad(node("s"), p, node("o"), graph: node("g"))
    #expect(try !dataset([named]).isIsomorphic(to: dataset([Quad(node("s"), p, node("o"))])))
    #expect(try dataset([named]).isIsomorphic(to: dataset([Quad(node("1"), p, node("2"), graph: node("3"))])))
    #expect(try !dataset([named]).isIsomorphic(to: dataset([Quad(node("1"), p, node("2"), graph: node("1"))])))
  }

  @Test func theSearchIsBounded() throws {
    // Two unions of rings of the same sizes but one: alike for the colours.
    let a = dataset((0..<8).flatMap { i in ring((0..<3).map { "a\(i)x\($0)" }) })
    let b = dataset((0..<4).flatMap { i in ring((0..<6).map { "b\(i)x\($0)" }) })
    #expect(throws: SearchLimitExceeded(limit: 3)) { try a.isIsomorphic(to: b, searchLimit: 3) }
    #expect(try !a.isIsomorphic(to: b))
  }
}
