import Foundation
import JSONLD
import Testing

private func json(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)) }

private func error(_ text: String, _ loader: any DocumentLoader = BundledDocuments()) -> JSONLDError? {
  do {
    _ = try JSONLDProcessor(options: .init(base: "https://e.org/", documentLoader: loader)).expand(json(text))
    return nil
  } catch { return error as? JSONLDError }
}

@Suite("Contexts")
struct ContextTests {
  @Test func aContextThatIsNotBundledIsNamed() {
    let found = error(#"{"@context":"https://www.w3.org/ns/activitystreams"}"#)
    #expect(found?.code == .loadingRemoteContextFailed)
    #expect(found?.message.contains("<https://www.w3.org/ns/activitystreams> is not bundled") == true)
    #expect(found?.pointer == "/@context")
  }

  @Test func givenDocumentsAreFound() throws {
    let loader = BundledDocuments(["https://e.org/c": ["@context": ["name": "https://e.org/name"]]])
    let processor = JSONLDProcessor(options: .init(documentLoader: loader))
    #expect(
      try processor.expand(json(#"{"@context":"https://e.org/c","name":"x"}"#))
        == [["https://e.org/name": [["@value": "x"]]]])
  }

  @Test func filesAreReadInTheirFoldersOnly() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "jsonld-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder.appending(path: "in"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let context = Data(#"{"@context":{"@vocab":"https://e.org/"}}"#.utf8)
    try context.write(to: folder.appending(path: "in/c.jsonld"))
    try context.write(to: folder.appending(path: "out.jsonld"))
    try Data("{".utf8).write(to: folder.appending(path: "in/bad.jsonld"))
    let loader = LocalDocuments(folders: [folder.appending(path: "in").path])
    let inside = folder.appending(path: "in/").absoluteString
    #expect(error("{\"@context\":\"\(inside)c.jsonld\",\"a\":1}", loader) == nil)
    #expect(error("{\"@context\":\"\(inside)../out.jsonld\"}", loader)?.message.contains("outside") == true)
    #expect(error("{\"@context\":\"\(inside)none.jsonld\"}", loader)?.message.contains("cannot be read") == true)
    #expect(error("{\"@context\":\"\(inside)bad.jsonld\"}", loader)?.message.contains("bad.jsonld") == true)
    #expect(error(#"{"@context":"https://schema.org"}"#, loader) == nil)
  }

  @Test(
    "faults have the specification's codes, and say where",
    arguments: [
      (#"{"@context":{"a":{"@id":"b"},"b":{"@id":"a"}}}"#, "cyclic IRI mapping", "/@context/a"),
      (#"{"@context":{"@vocab":1}}"#, "invalid vocab mapping", "/@context"),
      (#"{"@context":{"a/b":{"@type":"x"}}}"#, "invalid type mapping", "/@context/a~1b"),
      (#"{"https://e.org/p":[{"@id":"a"},{"@id":5}]}"#, "invalid @id value", "/https:~1~1e.org~1p/1/@id"),
      (#"{"https://e.org/p":{"@value":[1]}}"#, "invalid value object value", "/https:~1~1e.org~1p/@value"),
      (
        #"{"@context":{"p":{"@id":"https://e.org/p","@protected":true}},"@graph":[{"@context":{"p":"https://e.org/q"}}]}"#,
        "protected term redefinition", "/@graph/0/@context/p"
      ),
      (#"{"@id":"a","@context":{"id":"@id"},"id":"b"}"#, "colliding keywords", "/id"),
    ])
  func faults(text: String, code: String, pointer: String) {
    let found = error(text)
    #expect(found?.code.rawValue == code)
    #expect(found?.pointer == pointer)
  }

  @Test func contextsThatIncludeEachOtherEnd() {
    let loader = BundledDocuments([
      "https://e.org/a": ["@context": "https://e.org/b"], "https://e.org/b": ["@context": ["https://e.org/a"]],
    ])
    #expect(error(#"{"@context":"https://e.org/a"}"#, loader)?.code == .contextOverflow)
  }

  @Test func documentsMadeInMemoryAreBounded() {
    var value: JSONValue = "x"
    for _ in 0..<2_000 { value = ["https://e.org/p": value] }
    #expect(throws: JSONLDError.self) { try JSONLDProcessor().expand(value) }
  }
}
