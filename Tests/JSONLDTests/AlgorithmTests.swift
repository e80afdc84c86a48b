import JSONLD
import Testing

private func json(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }

/// One case of each algorithm with what exports and pages use, for those who have no W3C suites at hand.
@Suite("JSON-LD algorithms")
struct AlgorithmTests {
  private let context = #"""
    {"@context":{"@vocab":"http://schema.org/","bg":"https://w3id.org/bloggraph#","xsd":"http://www.w3.org/2001/XMLSchema#",
    "id":"@id","type":"@type","name":{"@container":"@language"},"performer":{"@type":"@id","@container":"@set"},
    "startDate":{"@type":"xsd:date"},"steps":{"@container":"@list"},"isPerformerOf":{"@reverse":"performer"}}}
    """#

  private let expanded = #"""
    [{"@id":"https://e.org/talk","@type":["https://w3id.org/bloggraph#Talk"],
    "http://schema.org/name":[{"@value":"Operators","@language":"en"},{"@value":"Opérateurs","@language":"fr"}],
    "http://schema.org/performer":[{"@id":"https://e.org/ann"}],
    "http://schema.org/startDate":[{"@value":"2019-05-20","@type":"http://www.w3.org/2001/XMLSchema#date"}],
    "http://schema.org/steps":[{"@list":[{"@value":1},{"@value":"two"}]}]}]
    """#

  private let compacted = #"""
    {"id":"https://e.org/talk","type":"bg:Talk","name":{"en":"Operators","fr":"Opérateurs"},
    "performer":["https://e.org/ann"],"startDate":"2019-05-20","steps":[1,"two"]}
    """#

  private func withContext(_ text: String) throws -> JSONValue {
    var object = try json(text).object ?? [:]
    object["@context"] = try json(context)["@context"]
    return .object(object)
  }

  @Test func expands() throws {
    #expect(.array(try JSONLDProcessor().expand(withContext(compacted))) == (try json(expanded)))
  }

  @Test func compacts() throws {
    #expect(try JSONLDProcessor().compact(json(expanded), context: json(context)) == withContext(compacted))
  }

  @Test func flattens() throws {
    let text = #"{"@id":"https://e.org/b","https://e.org/p":{"https://e.org/q":[1,1],"@id":"https://e.org/a"}}"#
    let expected = #"""
      [{"@id":"https://e.org/a","https://e.org/q":[{"@value":1}]},
      {"@id":"https://e.org/b","https://e.org/p":[{"@id":"https://e.org/a"}]}]
      """#
    #expect(try JSONLDProcessor().flatten(json(text)) == json(expected))
  }

  @Test func frames() throws {
    let text = #"""
      {"@context":"https://schema.org","@graph":[{"@id":"https://e.org/ann","@type":"Person","name":"Ann"},
      {"@id":"https://e.org/t","@type":"Event","performer":{"@id":"https://e.org/ann"}}]}
      """#
    let frame = #"{"@context":"https://schema.org","@type":"Event","location":{"@default":"unknown"}}"#
    let expected = #"""
      {"@context":"https://schema.org","id":"https://e.org/t","type":"Event","location":"unknown",
      "performer":{"id":"https://e.org/ann","type":"Person","name":"Ann"}}
      """#
    #expect(try JSONLDProcessor().frame(json(text), frame: json(frame)) == json(expected))
  }

  @Test func framesCirclesOnce() throws {
    let text = #"""
      [{"@id":"https://e.org/a","@type":"https://e.org/T","https://e.org/knows":{"@id":"https://e.org/b"}},
      {"@id":"https://e.org/b","https://e.org/knows":{"@id":"https://e.org/a"}}]
      """#
    let frame =
      #"{"@type":"https://e.org/T","https://e.org/knows":{"@embed":"@always","https://e.org/knows":{"@embed":"@always"}}}"#
    let expected = #"""
      {"@id":"https://e.org/a","@type":"https://e.org/T","https://e.org/knows":{"@id":"https://e.org/b",
      "https://e.org/knows":{"@id":"https://e.org/a"}}}
      """#
    #expect(try JSONLDProcessor().frame(json(text), frame: json(frame)) == json(expected))
  }

  @Test func relativeIRIsComeBack() throws {
    var options = JSONLDProcessor.Options(base: "https://e.org/a/b?x")
    let ids = [
      "https://e.org/a/c", "https://e.org/d/", "https://e.org/a/b?x", "https://e.org/a/x:y", "https://f.org/a",
    ]
    for id in ids {
      let document: JSONValue = ["@id": .string(id), "https://e.org/p": "v"]
      let compact = try JSONLDProcessor(options: options).compact(document, context: [:])
      let back = try JSONLDProcessor(options: options).expand(compact)
      #expect(back.first?["@id"] == .string(id))
      #expect((compact["@id"] == .string(id)) == id.hasPrefix("https://f"))
    }
    options.compactsToRelative = false
    let kept = try JSONLDProcessor(options: options).compact(["@id": "c", "https://e.org/p": "v"], context: [:])
    #expect(kept["@id"] == "https://e.org/a/c")
  }

  @Test func deepDocumentsWithinTheBoundPass() throws {
    let depth = 120
    let open = String(repeating: "{\"https://e.org/p\":[", count: depth)
    let text = open + "1" + String(repeating: "]}", count: depth)
    let processor = JSONLDProcessor()
    #expect(try processor.compact(json(text), context: [:])["https://e.org/p"] != nil)
    #expect(try processor.flatten(json(text)).array?.count == depth)
  }

  @Test func aFramedChainWithoutEndIsRefused() throws {
    let chain = (0..<1_000).map { index -> JSONValue in
      ["@id": .string("https://e.org/\(index)"), "https://e.org/next": ["@id": .string("https://e.org/\(index + 1)")]]
    }
    #expect {
      try JSONLDProcessor().frame(.array(chain), frame: ["@id": "https://e.org/0"])
    } throws: { ($0 as? JSONLDError)?.code == .nestingTooDeep }
    #expect(try JSONLDProcessor().flatten(.array(chain)).array?.count == 1_000)
  }
}
