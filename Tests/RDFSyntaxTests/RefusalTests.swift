import RDFModel
import RDFSyntax
import Testing

/// What no syntax can hold is refused before anything of it is written.
@Suite struct RefusalTests {
  private static let s = Term.iri("urn:s")
  private static let p = IRI("urn:p")

  struct Refusal: Sendable {
    var quad: Quad
    var code: WriteError.Code
  }

  @Test(arguments: [
    Refusal(quad: Quad(s, p, .iri("no scheme")), code: .invalidIRI),
    Refusal(quad: Quad(s, p, .iri("relative")), code: .invalidIRI),
    Refusal(quad: Quad(s, p, .iri("")), code: .invalidIRI),
    Refusal(quad: Quad(s, p, .iri("a/b:c")), code: .invalidIRI),
    Refusal(quad: Quad(s, p, .iri("1a:b")), code: .invalidIRI),
    Refusal(quad: Quad(s, p, .literal(Literal("x", datatype: IRI("type")))), code: .invalidIRI),
    Refusal(quad: Quad(s, p, .literal(Literal("x", language: "en\""))), code: .invalidLanguageTag),
    Refusal(quad: Quad(s, p, .iri("urn:a b")), code: .invalidIRI),
    Refusal(quad: Quad(s, p, .iri("urn:a>b")), code: .invalidIRI),
    Refusal(quad: Quad(s, p, .iri("urn:long-enough-for-eight-bytes-{}")), code: .invalidIRI),
    Refusal(quad: Quad(s, IRI("urn:\n"), s), code: .invalidIRI),
    Refusal(quad: Quad(s, p, .literal(Literal("x", datatype: IRI("urn:\"")))), code: .invalidIRI),
    Refusal(quad: Quad(s, p, .literal(Literal("x", language: "no tag"))), code: .invalidLanguageTag),
    Refusal(quad: Quad(s, p, .literal(Literal("x", language: "en-"))), code: .invalidLanguageTag),
    Refusal(quad: Quad(s, p, .literal(Literal("x", language: ""))), code: .invalidLanguageTag),
    Refusal(quad: Quad(s, p, .literal(Literal("x", language: "é"))), code: .invalidLanguageTag),
    Refusal(quad: Quad(s, p, .blankNode(BlankNode("a b"))), code: .invalidLabel),
    Refusal(quad: Quad(s, p, .blankNode(BlankNode(""))), code: .invalidLabel),
    Refusal(quad: Quad(s, p, .blankNode(BlankNode("a."))), code: .invalidLabel),
    Refusal(quad: Quad(.literal(Literal("x")), p, s), code: .misplacedTerm),
    Refusal(quad: Quad(s, p, s, graph: .literal(Literal("x"))), code: .misplacedTerm),
  ])
  func anInvalidTermIsRefused(refusal: Refusal) {
    var dataset = Dataset()
    dataset.insert(refusal.quad)
    for format in [RDFFormat.turtle, .triG, .nTriples, .nQuads] {
      for sorted in [true, false] {
        let error = #expect(throws: WriteError.self) { try write(dataset, format, sorted: sorted) }
        #expect(error?.code == refusal.code)
        #expect(error?.quad == refusal.quad)
      }
    }
  }

  @Test func aNamedGraphIsRefusedWhereThereAreNone() throws {
    let named = try dataset("<urn:s> <urn:p> <urn:o> <urn:g> .", .nQuads)
    for format in [RDFFormat.turtle, .nTriples] {
      #expect(#expect(throws: WriteError.self) { try write(named, format) }?.code == .namedGraph)
    }
  }

  @Test(arguments: [("a b", "urn:x"), ("a.", "urn:x"), ("1", "urn:x"), ("a", "relative"), ("a", "urn:a b")])
  func anInvalidPrefixIsRefused(prefix: String, namespace: String) throws {
    let dataset = try dataset("<urn:s> <urn:p> <urn:o> .", .nTriples)
    let error = #expect(throws: WriteError.self) { try write(dataset, .turtle, prefixes: [(prefix, namespace)]) }
    #expect(error?.code == .invalidPrefix)
  }
}
