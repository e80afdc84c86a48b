import RDFModel
import Testing

@Suite struct IRITests {
  @Test(arguments: ["http://example.org/é?q#f", "urn:a", "a+b-c.1:x", "mailto:x@y", "x:"])
  func aSchemeAndNothingForbiddenIsWritable(iri: String) { #expect(IRI(iri).isWritable) }

  @Test(arguments: [
    "", ":", ":a", "a", "/a:b", "a/b:c", "1a:b", "+a:b", "é:b", "?a:b", "urn:a b", "urn:a<", "urn:a>", "urn:\"",
    "urn:{", "urn:}",
    "urn:|", "urn:^", "urn:`", "urn:\\", "urn:\n", "urn:\u{0}",
  ])
  func anythingElseIsNot(iri: String) { #expect(!IRI(iri).isWritable) }

  @Test func orderIsThatOfTheBytes() {
    #expect(IRI("urn:Z") < IRI("urn:a"))
    #expect(IRI("urn:a") < IRI("urn:a/"))
    // By code point: UTF-16 would turn these two round.
    #expect(IRI("urn:\u{FF21}") < IRI("urn:\u{1F600}"))
  }
}
