import Foundation
import KnowledgeGraph
import RDFModel
import Testing

@testable import Explorer

@Suite struct SearchIndexTests {
  private func entries(_ explorer: Explorer) throws -> [[Any]] {
    let file = try #require(explorer.assets.first { $0.path == "explorer/search.js" })
    #expect(file.bytes.count <= SearchIndex.size)
    let text = String(decoding: file.bytes, as: UTF8.self)
    let json = try #require(text.wholeMatch(of: #/(?s)window\.bloggraphIndex=(.*);\n/#)?.output.1)
    return try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[Any]])
  }

  @Test func itHoldsTheNamesInBothLanguagesAndTheOthers() throws {
    var graph = TinyGraph.sample()
    graph.add(
      TinyGraph.id("person/ada"), Schema.alternateName, .literal(Literal("A. Example", language: "en")),
      in: TinyGraph.post("sail"))
    let ada = try #require(entries(graph.explorer()).first { $0[1] as? String == "person/ada.html" })
    #expect(ada[0] as? String == "person")
    #expect(ada[2] as? String == "Ada Example" && ada[3] as? String == "Ada Exemple")
    #expect(ada[4] as? Int == 2)
    #expect(ada.dropFirst(5).compactMap { $0 as? String } == ["A. Example"])
  }

  @Test func noNameLeavesItsString() throws {
    let name = "\"];alert(1)//</script>\u{2028}\\\n&<!--"
    var graph = TinyGraph.sample()
    graph.thing("person/eve", name, in: "sail")
    let explorer = try graph.explorer()
    #expect(try entries(explorer).contains { $0[2] as? String == name })
    let bytes = try #require(explorer.assets.last).bytes
    #expect(!bytes.contains(UInt8(ascii: "<")) && !String(decoding: bytes, as: UTF8.self).contains("\u{2028}"))
  }

  @Test func itIsBoundedAndKeepsWhatIsNamedMost() throws {
    var graph = TinyGraph()
    graph.post("a", title: "A")
    graph.post("b", title: "B")
    let long = String(repeating: "long name ", count: 30)
    for number in 0..<4000 { graph.thing("person/p-\(number)", "\(long)\(number)", in: "a") }
    graph.thing("person/p-7", "\(long)7", in: "b")
    let entries = try entries(graph.explorer())
    #expect(entries.count > 2000 && entries.count < 4000)
    #expect(entries.first?[1] as? String == "person/p-7.html")
  }
}
