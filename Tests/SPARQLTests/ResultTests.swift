import Foundation
import RDFModel
import SPARQL
import Testing

@Suite struct ResultTests {
  private let json = """
    {"head": {"vars": ["who", "says"]}, "results": {"bindings": [
      {"who": {"type": "uri", "value": "https://e.example/a"}, "says": {"type": "literal", "value": "une longue phrase", "xml:lang": "fr"}},
      {"says": {"type": "typed-literal", "value": "7", "datatype": "http://www.w3.org/2001/XMLSchema#integer"}},
      {"who": {"type": "bnode", "value": "b0"}, "says": {"type": "literal", "value": "red\\u001b[31m"}}]}}
    """

  @Test func termsAreReadAsTheFormatSays() throws {
    let results = try SelectResults(json: Data(json.utf8))
    #expect(results.variables == ["who", "says"])
    #expect(results.rows[0] == [.iri("https://e.example/a"), .literal(Literal("une longue phrase", language: "fr"))])
    #expect(results.rows[1] == [nil, .literal(Literal("7", datatype: XSD.integer))])
    #expect(results.rows[2][0] == .blankNode(BlankNode("b0")))
    #expect(try SelectResults(json: Data("{\"head\":{},\"boolean\":true}".utf8)).boolean == true)
  }

  @Test(arguments: [
    "", "[]", "{\"head\":{\"vars\":[]}}", "<html>",
    "{\"head\":{\"vars\":[\"a\"]},\"results\":{\"bindings\":[{\"a\":{\"type\":\"x\",\"value\":\"y\"}}]}}",
  ])
  func whatIsNotInTheFormatIsSaid(_ text: String) {
    #expect(throws: QueryError.self) { try SelectResults(json: Data(text.utf8)) }
  }

  @Test func aTableAlignsAndBreaksAndLetsNoControlCharacterThrough() throws {
    let table = ResultTable(try SelectResults(json: Data(json.utf8)))
    #expect(
      table.text() == """
        who                  says
        ───────────────────  ─────────────────
        https://e.example/a  une longue phrase
                             7
        _:b0                 red [31m

        """)
    #expect(
      table.text(width: 24) == """
        who          says
        ───────────  ───────────
        https://e.e  une longue
        xample/a     phrase
                     7
        _:b0         red [31m

        """)
  }
}
