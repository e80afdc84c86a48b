import RDFModel
import RDFSyntax
import Testing

@Suite struct RaptorReaderTests {
  private let head = """
    <?xml version="1.0"?>
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:ex="http://example.org/">
    """

  private func read(_ text: String, base: String? = nil) throws(SyntaxError) -> Dataset {
    var dataset = Dataset()
    try RDFReader(format: .rdfXML, base: base.map { IRI($0) }, file: "a.rdf").read(Array(text.utf8), into: &dataset)
    return dataset
  }

  @Test func rdfXMLIsRead() throws {
    let read = try read(
      head + """
        <rdf:Description rdf:about="relative"><ex:name xml:lang="fr-CA">Zoé</ex:name>
        <ex:knows><rdf:Description><ex:age rdf:datatype="http://www.w3.org/2001/XMLSchema#integer">7</ex:age>
        </rdf:Description></ex:knows></rdf:Description></rdf:RDF>
        """, base: "http://example.org/doc/file")
    let expected = try dataset(
      """
      @prefix ex: <http://example.org/> .
      <http://example.org/doc/relative> ex:name "Zoé"@fr-ca ; ex:knows [ ex:age 7 ] .
      """, .turtle)
    #expect(try read.isIsomorphic(to: expected))
  }

  @Test func anErrorHasItsLineAndLeavesTheDatasetAlone() throws {
    var dataset = try dataset("<urn:a> <urn:b> <urn:c> .", .nTriples)
    let text = head + "\n<rdf:Description rdf:about='urn:x'><ex:p>1</ex:p></rdf:Description>\n<ex:open>\n</rdf:RDF>\n"
    let error = #expect(throws: SyntaxError.self) {
      try RaptorReader(format: .rdfXML, file: "a.rdf").read(Array(text.utf8), into: &dataset)
    }
    #expect(error?.file == "a.rdf")
    #expect(error?.line == 5, "\(error?.message ?? "")")
    #expect(error?.sourceLine == "</rdf:RDF>")
    #expect(dataset.quads.count == 1)
  }

  @Test(arguments: ["relative", "/path", "//host/path", "#fragment", ""])
  func aRelativeIRIWithoutABaseIsAnError(reference: String) {
    let text = head + "<rdf:Description rdf:about='\(reference)'><ex:p>1</ex:p></rdf:Description></rdf:RDF>"
    let error = #expect(throws: SyntaxError.self) { try read(text) }
    #expect(error?.code == .relativeIRI)
  }

  @Test func whatRDFCannotWriteIsAnError() {
    let space = head + "<rdf:Description rdf:about='http://example.org/a b'><ex:p>1</ex:p></rdf:Description></rdf:RDF>"
    #expect(#expect(throws: SyntaxError.self) { try read(space) }?.code == .iri)
    let tag = head + "<rdf:Description rdf:about='urn:x'><ex:p xml:lang='no tag'>1</ex:p></rdf:Description></rdf:RDF>"
    #expect(#expect(throws: SyntaxError.self) { try read(tag) }?.code == .languageTag)
  }

  @Test func noOtherFileIsOpened() {
    let text = """
      <?xml version="1.0"?>
      <!DOCTYPE rdf:RDF [ <!ENTITY secret SYSTEM "file:///etc/hostname"> ]>
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:ex="http://example.org/">
      <rdf:Description rdf:about="urn:x"><ex:p>[&secret;]</ex:p></rdf:Description></rdf:RDF>
      """
    do {
      let read = try read(text)
      // Where libxml2 leaves the entity out and goes on, nothing of the file may have come in.
      #expect(read.quads.map { read.decode($0).object } == [.literal(Literal("[]"))])
    } catch {
      #expect(error.code == .library)
    }
  }

  @Test func entitiesThatGrowAreRefused() {
    let levels = (1...12).map { "<!ENTITY e\($0) \"\(String(repeating: "&e\($0 - 1);", count: 10))\">" }
    let text = """
      <?xml version="1.0"?>
      <!DOCTYPE rdf:RDF [ <!ENTITY e0 "0123456789"> \(levels.joined(separator: "\n")) ]>
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:ex="http://example.org/">
      <rdf:Description rdf:about="urn:x"><ex:p>&e12;</ex:p></rdf:Description></rdf:RDF>
      """
    #expect(throws: SyntaxError.self) { try read(text) }
  }

  /// What our writers write, a reader that is not ours reads as the same.
  @Test(arguments: [RDFFormat.turtle, .triG, .nTriples, .nQuads])
  func anIndependentReaderAgrees(format: RDFFormat) throws {
    let text = """
      @prefix ex: <http://example.org/> .
      \(format.hasNamedGraphs ? "ex:g {" : "")
      ex:a a ex:B ; ex:list ( 1 2.50 true "x\\"\\n\\u0007"@en ) ; ex:empty () ; ex:nested [ ex:p [ ] , 1e3 ] .
      ex:é ex:price "1"^^<http://www.w3.org/2001/XMLSchema#decimal> .
      \(format.hasNamedGraphs ? "}" : "")
      """
    let original = try dataset(text, .triG)
    let bytes = try write(original, format, prefixes: [("ex", "http://example.org/")])
    var again = Dataset()
    try RaptorReader(format: format).read(bytes, into: &again)
    #expect(try original.isIsomorphic(to: again))
  }

  @Test func manyThreadsReadAtOnce() async throws {
    let text = head + "<rdf:Description rdf:about='urn:x'><ex:p>1</ex:p></rdf:Description></rdf:RDF>"
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<32 { group.addTask { try self.read(text).quads.count } }
      return try await group.reduce(0, +)
    }
    #expect(counts == 32)
  }
}
