import RDFModel
import SPARQL
import Testing

@Suite struct QueryTextTests {
  private let query = """
    # VALUES ?comment { "no" }
    PREFIX s: <http://schema.org/> # VALUES ?x {1}
    select ?p where {
      VALUES ?name { "Istio" } VALUES ?least { 2 } values $tag { "a"@en-CA } VALUES ?day { "2024-01-01"^^xsd:date }
      VALUES ?thing { <https://example.org/a> s:b } VALUES ?sure { 0.5 } VALUES ?on { true }
      VALUES (?one ?two) { ("a" "b") }
      ?p s:name "VALUES ?text { 1 }", '''a 'quoted' " VALUES ?more { 1 }''' ; s:n ?n FILTER(?n <3 && ?n>1)
    }
    """

  @Test func theFormIsTheFirstKeywordBehindThePrologue() throws {
    #expect(try QueryText(query).form == .select)
    #expect(try QueryText("base <http://e/> prefix ask: <http://e/> ASK { ?s ask:x ?o }").form == .ask)
    #expect(try QueryText("# SELECT\nCONSTRUCT WHERE { ?s ?p ?o }").form.givesGraph)
    #expect(throws: QueryError.self) { try QueryText("INSERT DATA { <a:a> <a:b> <a:c> }") }
    #expect(throws: QueryError.self) { try QueryText("") }
    #expect(throws: QueryError.self) { try QueryText("SELECT * { ?s ?p \"open }") }
  }

  @Test func parametersAreBlocksOfOneVariable() throws {
    let parameters = try QueryText(query).parameters
    #expect(parameters.map(\.name) == ["name", "least", "tag", "day", "thing", "sure", "on"])
    #expect(
      parameters.map(\.kind) == [
        .text(language: nil), .integer, .text(language: "en-CA"), .typed(datatype: "xsd:date"), .iri, .decimal,
        .boolean,
      ])
    #expect(parameters.map(\.defaultText).prefix(2) == ["\"Istio\"", "2"])
  }

  @Test func valuesTakeThePlaceOfTheDefaults() throws {
    let bound = try QueryText(query).binding([
      ("name", "Linkerd"), ("name", "Flux"), ("least", "10"), ("tag", "b"), ("day", "2020-02-29"),
      ("thing", "https://example.org/c"), ("sure", "1"), ("on", "false"),
    ]).text
    for expected in [
      "VALUES ?name { \"Linkerd\" \"Flux\" }", "VALUES ?least { 10 }", "values $tag { \"b\"@en-CA }",
      "VALUES ?day { \"2020-02-29\"^^xsd:date }", "VALUES ?thing { <https://example.org/c> }", "VALUES ?sure { 1.0 }",
      "VALUES ?on { false }", "VALUES ?comment { \"no\" }", "\"VALUES ?text { 1 }\"",
    ] { #expect(bound.contains(expected)) }
    #expect(try QueryText(query).binding([]).text == query)
  }

  @Test(arguments: [
    "a \"quoted\" word", "\" } DROP ALL #", "back\\slash \\\" both", "two\nlines\r\tand a tab", "''' \"\"\" '", "}",
    "?x",
    "\u{8}\u{C}é日本😀", "",
  ])
  func whateverAValueHoldsItIsOneTerm(_ value: String) throws {
    let bound = try QueryText("SELECT ?x { VALUES ?name { \"Istio\" } ?x ?y ?name }").binding([("name", value)])
    // Read back as a query it has one parameter with one string, which is the value.
    let parameter = try #require(bound.parameters.first)
    #expect(bound.parameters.count == 1)
    #expect(parameter.kind == .text(language: nil))
    #expect(bound.text == "SELECT ?x { VALUES ?name { \(quoted(value)) } ?x ?y ?name }")
  }

  /// Written out by hand, not by the code under test.
  private func quoted(_ value: String) -> String {
    "\""
      + value.unicodeScalars.map { scalar -> String in
        switch scalar.value {
        case 0x22: "\\\""
        case 0x5C: "\\\\"
        case 0x0A: "\\n"
        case 0x0D: "\\r"
        case 0x09: "\\t"
        case 0x08: "\\b"
        case 0x0C: "\\f"
        default: String(scalar)
        }
      }.joined() + "\""
  }

  @Test(arguments: [
    ("least", "2 } #"), ("least", "many"), ("day", "yesterday"), ("thing", "https://example.org/> } #"),
    ("sure", "1,5"),
    ("on", "perhaps"), ("nobody", "1"),
  ])
  func aValueOfAnotherFormIsRefused(_ name: String, _ value: String) throws {
    let text = try QueryText(query)
    #expect(throws: QueryError.self) { try text.binding([(name, value)]) }
  }
}
