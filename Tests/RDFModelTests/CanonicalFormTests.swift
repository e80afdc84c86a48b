import RDFModel
import Testing

@Suite struct CanonicalFormTests {
  private func text(_ term: Term) -> String { String(decoding: CanonicalForm.bytes(of: term), as: UTF8.self) }

  @Test func termsAreWrittenAsCanonicalNTriples() {
    #expect(text(.iri("http://example.org/é")) == "<http://example.org/é>")
    #expect(text(.blankNode(BlankNode("b0"))) == "_:b0")
    #expect(text(.literal(Literal("été"))) == "\"été\"")
    #expect(text(.literal(Literal("chat", language: "fr-CA"))) == "\"chat\"@fr-CA")
    #expect(text(.literal(Literal("1", datatype: XSD.integer))) == "\"1\"^^<http://www.w3.org/2001/XMLSchema#integer>")
  }

  @Test func onlyWhatMustBeEscapedIs() {
    #expect(text(.literal(Literal("\u{8}\t\n\u{C}\r\"\\"))) == #""\b\t\n\f\r\"\\""#)
    #expect(text(.literal(Literal("\u{0}\u{B}\u{1F}\u{7F}"))) == #""\u0000\u000B\u001F\u007F""#)
    #expect(text(.literal(Literal("\u{FFFD}\u{FFFE}\u{FFFF}\u{1FFFF}"))) == "\"\u{FFFD}\\uFFFE\\uFFFF\u{1FFFF}\"")
    #expect(text(.literal(Literal("\u{80}'\u{1F600}"))) == "\"\u{80}'\u{1F600}\"")
  }

  @Test(arguments: [
    Term.iri("http://example.org/a"), .blankNode(BlankNode("x.y")), .literal(Literal("")),
    .literal(Literal("a \"quoted\"@en ^^<x> \\ end\\")), .literal(Literal("\u{FFFE}\u{0}\n\u{10FFFF}", language: "en")),
    .literal(Literal("\"^^<not-a-type>", datatype: IRI("http://example.org/a\"b"))),
  ])
  func readingGivesTheTermBack(term: Term) {
    #expect(CanonicalForm.term(CanonicalForm.bytes(of: term)[...]) == term)
  }
}
