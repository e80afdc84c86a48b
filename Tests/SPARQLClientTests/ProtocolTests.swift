import Foundation
import RDFModel
import TestSupport
import Testing

@testable import SPARQLClient

@Suite struct ProtocolTests {
  private func client(_ server: ScriptedServer, _ identification: GraphIdentification) -> StoreClient {
    StoreClient(
      SPARQLService(
        query: server.address.appending(path: "q"), update: server.address.appending(path: "u"),
        graphStore: server.address.appending(path: "store"), identification: identification),
      transport: CurlTransport(timeout: 120), retries: RetryPolicy(attempts: 1))
  }

  @Test func graphsAreNamedByAParameter() throws {
    let server = try ScriptedServer { _, _ in .init(200) }
    let client = client(server, .indirect(parameter: "graph"))
    try client.put(Array("x".utf8), graph: "https://blog.example/é?a=b&c#evidence")
    try client.delete(graph: "urn:a b")
    #expect(server.requests.map(\.method) == ["PUT", "DELETE"])
    #expect(server.requests[0].target == "/store?graph=https%3A%2F%2Fblog.example%2F%C3%A9%3Fa%3Db%26c%23evidence")
    #expect(server.requests[0].headers["content-type"] == "application/n-triples")
    #expect(server.requests[1].target == "/store?graph=urn%3Aa%20b")
  }

  @Test func graphsAreNamedByTheirOwnAddressesWhereTheyHaveOne() throws {
    let server = try ScriptedServer { _, _ in .init(200) }
    let client = client(server, .direct)
    let store = server.address.absoluteString + "/store/"
    for graph in [store + "post/1/", store + "post/1/#evidence", "https://elsewhere.example/post/1/"] {
      try client.post([], graph: graph)
    }
    let targets = server.requests.map(\.target)
    #expect(targets[0] == "/store/post/1/")
    #expect(targets[1].hasPrefix("/store?graph=http") && targets[1].hasSuffix("%23evidence"))
    #expect(targets[2] == "/store?graph=https%3A%2F%2Felsewhere.example%2Fpost%2F1%2F")
  }

  @Test func aGraphThatIsNotThereIsNoError() throws {
    let server = try ScriptedServer { _, _ in .init(404) }
    let client = client(server, .indirect(parameter: "graph"))
    #expect(try client.graph("urn:g") == nil)
    try client.delete(graph: "urn:g")
    #expect(throws: SPARQLError.self) { try client.put([], graph: "urn:g") }
  }

  @Test func aQueryIsAFormAndAnUpdateItself() throws {
    let server = try ScriptedServer { _, _ in .init(200, body: #"{"head":{},"boolean":true}"#) }
    let client = client(server, .direct)
    #expect(try client.select("ASK { <urn:é> ?p \"a&b+c\" }").boolean == true)
    try client.update(Array("CLEAR ALL".utf8))
    #expect(
      String(decoding: server.requests[0].body, as: UTF8.self)
        == "query=ASK%20%7B%20%3Curn%3A%C3%A9%3E%20%3Fp%20%22a%26b%2Bc%22%20%7D")
    #expect(server.requests[0].headers["content-type"] == "application/x-www-form-urlencoded")
    #expect(server.requests[1].target == "/u")
    #expect(server.requests[1].headers["content-type"] == "application/sparql-update; charset=utf-8")
  }

  @Test func termsOfResults() throws {
    let results = try QueryResults(
      json: Array(
        """
        {"head": {"vars": ["a", "b"], "link": []}, "results": {"distinct": false, "bindings": [
          {"a": {"type": "uri", "value": "urn:a"}, "b": {"type": "literal", "value": "é", "xml:lang": "fr"}},
          {"a": {"type": "typed-literal", "datatype": "http://www.w3.org/2001/XMLSchema#integer", "value": "3"}},
          {"a": {"type": "bnode", "value": "x"}, "b": {"type": "literal", "value": ""}}]}}
        """.utf8))
    #expect(results.variables == ["a", "b"])
    #expect(results.solutions[0] == ["a": .iri("urn:a"), "b": .literal(Literal("é", language: "fr"))])
    #expect(results.solutions[1] == ["a": .literal(Literal("3", datatype: XSD.integer))])
    #expect(results.solutions[2] == ["a": .blankNode(BlankNode("x")), "b": .literal(Literal(""))])
  }

  @Test(arguments: ["", "[]", "<html>", #"{"head":{},"results":{"bindings":[{"a":{"type":"?","value":""}}]}}"#])
  func anAnswerThatIsNoneIsSaidToBe(_ body: String) throws {
    let server = try ScriptedServer { _, _ in .init(200, body: body) }
    let error = #expect(throws: SPARQLError.self) { try client(server, .direct).select("ASK {}") }
    #expect(error?.code == .malformed)
  }

  @Test func anAnswerOfManyParts() throws {
    let long = String(repeating: "0123456789abcdef\n", count: 100_000)
    let server = try ScriptedServer { _, _ in .init(200, body: long) }
    #expect(try client(server, .direct).graph("urn:g") == Array(long.utf8))
  }

  @Test func aHeaderCannotBeSmuggledIn() throws {
    let server = try ScriptedServer { _, _ in .init(204) }
    let client = StoreClient(
      SPARQLService(query: server.address, update: server.address), credentials: .bearer(token: "a\r\nX-Evil: 1"),
      transport: CurlTransport(timeout: 120))
    try client.update([])
    #expect(server.requests[0].headers["x-evil"] == nil)
  }
}
