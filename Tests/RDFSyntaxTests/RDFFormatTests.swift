import RDFSyntax
import Testing

@Suite struct RDFFormatTests {
  @Test func namesAndMediaTypesTellTheFormat() {
    #expect(RDFFormat(fileName: "output/graph.ttl") == .turtle)
    #expect(RDFFormat(fileName: "a.b.NQ") == .nQuads)
    #expect(RDFFormat(fileName: "jsonld") == .jsonLD)
    #expect(RDFFormat(fileName: "a.txt") == nil)
    #expect(RDFFormat(fileName: "") == nil)
    #expect(RDFFormat(mediaType: "Text/Turtle; charset=utf-8") == .turtle)
    #expect(RDFFormat(mediaType: "text/html") == nil)
  }

  @Test func noTwoFormatsShareAnExtensionOrAMediaType() {
    let extensions = RDFFormat.allCases.flatMap(\.fileExtensions)
    #expect(Set(extensions).count == extensions.count)
    #expect(Set(RDFFormat.allCases.map(\.mediaType)).count == RDFFormat.allCases.count)
    #expect(Set(RDFFormat.allCases.map(\.name)).count == RDFFormat.allCases.count)
  }
}
