import Entities
import KnowledgeGraph
import RDFModel
import Testing

@Suite struct IRITextTests {
  @Test(arguments: [
    ("https://a.example/b c", "https://a.example/b%20c"),
    (" HTTP://a.example/ ", "http://a.example/"),
    ("https://a.example/é?q=<x>#f", "https://a.example/é?q=%3Cx%3E#f"),
    ("https://a.example/100%", "https://a.example/100%25"),
    ("https://a.example/%41", "https://a.example/%41"),
    ("https://a.example/#a#b", "https://a.example/#a%23b"),
  ])
  func anAddressBecomesAnIRI(_ text: String, _ expected: String) {
    #expect(IRIText.webAddress(text) == expected)
    #expect(IRI(expected).isWritable)
  }

  @Test(arguments: [
    "", "a.html", "/a", "mailto:a@b.example", "data:image/png,x", "https://", "https:///x", "http://a b/",
  ])
  func whatCannotBeReachedIsRefused(_ text: String) { #expect(IRIText.webAddress(text) == nil) }

  @Test func mintedIRIsAreWritableWhateverTheSlug() {
    let iri = SamplePost.iris.entity(.init(.person, "a b<c>/..?#%"))
    #expect(iri.isWritable)
    #expect(iri.string == "https://blog.example/id/person/a%20b%3Cc%3E/..%3F%23%25")
  }
}
