import JSONLD
import RDFModel
import RDFSyntax
import Testing

private func json(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }

private func nQuads(_ text: String) throws -> Dataset {
  var dataset = Dataset()
  try RDFReader(format: .nQuads).read(Array(text.utf8), into: &dataset)
  return dataset
}

private func rdf(_ text: String, _ change: (inout JSONLDProcessor.Options) -> Void = { _ in }) throws -> Dataset {
  var options = JSONLDProcessor.Options(base: "https://example.org/blog/")
  change(&options)
  var dataset = Dataset()
  try JSONLDProcessor(options: options).toRDF(json(text), into: &dataset)
  return dataset
}

@Suite("JSON-LD and RDF")
struct RDFTests {
  @Test(
    "numbers become the literals that JSON-LD says, and lose no digit as integers and decimals",
    arguments: [
      ("1", "", "1", "integer"), ("1.0", "", "1", "integer"), ("9007199254740993", "", "9007199254740993", "integer"),
      ("-120e-1", "", "-12", "integer"), ("123456789012345678901", "", "123456789012345678901", "integer"),
      ("1e21", "", "1.0E21", "double"), ("0.1", "", "1.0E-1", "double"), ("5.3", "", "5.3E0", "double"),
      ("2", "double", "2.0E0", "double"), ("0.10000000000000000005", "decimal", "0.10000000000000000005", "decimal"),
      ("-12.50", "decimal", "-12.5", "decimal"), ("1e-7", "decimal", "0.0000001", "decimal"),
      ("0", "decimal", "0", "decimal"), ("1e400", "", "INF", "double"), ("7", "float", "7", "float"),
    ])
  func numbers(number: String, datatype: String, lexical: String, expected: String) throws {
    let type = datatype.isEmpty ? "" : ",\"@type\":\"\(XSD.namespace)\(datatype)\""
    let found = try rdf("{\"https://e.org/p\":{\"@value\":\(number)\(type)}}")
    let literal = found.quads.first.flatMap { found.terms[$0.triple.object].literal }
    #expect(literal == Literal(lexical, datatype: IRI(XSD.namespace + expected)))
  }

  @Test func aPageMeansSchemaOrg() throws {
    let page = """
      {"@context":"https://schema.org","@graph":[{"@type":"BlogPosting","@id":"https://example.org/blog/a/",
      "headline":"Meetup recap","datePublished":"2020-02-03","image":"a.png","inLanguage":"en",
      "author":{"@type":"Person","@id":"#ann","name":"Ann"},"sameAs":["https://e.org/1","https://e.org/2"]}]}
      """
    let s = "http://schema.org/"
    let expected = try nQuads(
      """
      <https://example.org/blog/a/> <\(RDF.type.string)> <\(s)BlogPosting> .
      <https://example.org/blog/a/> <\(s)headline> "Meetup recap" .
      <https://example.org/blog/a/> <\(s)datePublished> "2020-02-03"^^<\(s)Date> .
      <https://example.org/blog/a/> <\(s)image> <https://example.org/blog/a.png> .
      <https://example.org/blog/a/> <\(s)inLanguage> "en" .
      <https://example.org/blog/a/> <\(s)author> <https://example.org/blog/#ann> .
      <https://example.org/blog/a/> <\(s)sameAs> <https://e.org/1> .
      <https://example.org/blog/a/> <\(s)sameAs> <https://e.org/2> .
      <https://example.org/blog/#ann> <\(RDF.type.string)> <\(s)Person> .
      <https://example.org/blog/#ann> <\(s)name> "Ann" .

      """)
    #expect(try rdf(page).isIsomorphic(to: expected))
    let https = page.replacing("https://schema.org\"", with: "http://schema.org/docs/jsonldcontext.jsonld\"")
    #expect(try rdf(https).isIsomorphic(to: expected))
  }

  @Test func listsGraphsAndReversePropertiesComeAndGo() throws {
    let text = """
      {"@context":{"@vocab":"https://e.org/","list":{"@container":"@list"},"of":{"@reverse":"https://e.org/part"}},
      "@id":"https://e.org/g","@graph":[{"@id":"https://e.org/a","list":[1,["x",[]],{"@id":"https://e.org/b"}],
      "of":{"@id":"https://e.org/whole"}}]}
      """
    let dataset = try rdf(text)
    let back = try JSONLDProcessor().fromRDF(dataset)
    var again = Dataset()
    try JSONLDProcessor().toRDF(.array(back), into: &again)
    #expect(try dataset.isIsomorphic(to: again))
    #expect(JSONSerializer().string(of: .array(back)).contains("\"@list\":[{\"@value\":\"x\"},{\"@list\":[]}]"))
    #expect(dataset.quads.allSatisfy { $0.graph != .none })
    #expect(dataset.terms.find(.iri("https://e.org/part")) != nil)
  }

  @Test func whatIsNoRDFIsLeftOut() throws {
    let text = """
      {"@context":{"@vocab":"https://e.org/"},"@id":"https://e.org/a","p":{"@id":"not an iri"},"_:b":"x",
      "q":{"@value":"x","@language":"a b"},"r":"kept"}
      """
    #expect(try rdf(text).quads.count == 1)
  }

  @Test func directionsHaveTwoForms() throws {
    let text = #"{"https://e.org/p":{"@value":"x","@language":"AR-EG","@direction":"rtl"}}"#
    let datatype = try rdf(text) { $0.rdfDirection = .i18nDatatype }
    #expect(
      datatype.quads.compactMap { datatype.terms[$0.triple.object].literal?.datatype.string }
        == ["https://www.w3.org/ns/i18n#ar-eg_rtl"])
    let compound = try rdf(text) { $0.rdfDirection = .compoundLiteral }
    #expect(compound.quads.count == 4)
    var options = JSONLDProcessor.Options()
    options.rdfDirection = .compoundLiteral
    let back = try JSONLDProcessor(options: options).fromRDF(compound)
    #expect(
      JSONSerializer().string(of: .array(back)).contains(#"{"@value":"x","@language":"ar-eg","@direction":"rtl"}"#))
  }

  @Test func nativeTypesKeepTheirDigits() throws {
    let dataset = try nQuads(
      """
      <s:a> <p:a> "12345678901234567890"^^<\(XSD.integer.string)> .
      <s:a> <p:b> "0.1"^^<\(XSD.decimal.string)> .
      <s:a> <p:c> "+7"^^<\(XSD.integer.string)> .
      <s:a> <p:d> "true"^^<\(XSD.boolean.string)> .

      """)
    var options = JSONLDProcessor.Options()
    options.usesNativeTypes = true
    let text = JSONSerializer().string(of: .array(try JSONLDProcessor(options: options).fromRDF(dataset)))
    #expect(text.contains(#"{"@value":12345678901234567890}"#))
    #expect(text.contains(#"{"@value":"0.1","@type""#))
    #expect(text.contains(#"{"@value":"+7","@type""#))
    #expect(text.contains(#"{"@value":true}"#))
  }

  @Test func twoSpellingsOfOneLetterStayTwo() throws {
    let text = """
      {"@context":{"@vocab":"https://e.org/\u{301}"},"@id":"#\u{301}x","p":["e\u{301}","\u{e9}","e\u{301}"],
      "e\u{301}":1,"\u{e9}":2}
      """
    let dataset = try rdf(text)
    #expect(dataset.quads.count == 4)
    #expect(dataset.terms.find(.iri("https://example.org/blog/#\u{301}x")) != nil)
    let context: JSONValue = ["@vocab": "https://e.org/"]
    let compact = try JSONLDProcessor().compact(.array(JSONLDProcessor().fromRDF(dataset)), context: context)
    #expect(compact["\u{301}p"]?.array?.count == 2)
    var back = Dataset()
    try JSONLDProcessor().toRDF(compact, into: &back)
    #expect(try dataset.isIsomorphic(to: back))
  }

  @Test func blankNodesOfTwoDocumentsStayApart() throws {
    var dataset = Dataset()
    let document = try json(#"{"https://e.org/p":{"https://e.org/q":[1,{"@list":["x"]}]}}"#)
    dataset.insert(Quad(.blankNode(BlankNode("b4")), IRI("https://e.org/p"), .blankNode(BlankNode("b5"))))
    for _ in 0..<3 { try JSONLDProcessor().toRDF(document, into: &dataset) }
    #expect(Set(dataset.quads.map(\.triple.subject)).count == 10)
  }

  @Test("a node with many values takes linear time", .timeLimit(.minutes(1)))
  func manyValues() throws {
    let values = (0..<24_000).map { "\"v\($0 % 20_000)\"" }.joined(separator: ",")
    #expect(try rdf("{\"https://e.org/p\":[\(values)]}").quads.count == 20_000)
  }
}
