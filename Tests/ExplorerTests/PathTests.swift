import Testing

@testable import Explorer

@Suite struct PathTests {
  private let paths = PagePaths(base: "https://b.example/", mainLanguage: "en")

  @Test func aFileIsNamedAfterTheIRI() {
    #expect(paths.thing("https://b.example/id/person/ada-example", .person) == "person/ada-example.html")
    #expect(paths.thing("https://b.example/id/release/x-1.2", .project) != "project/x-1.2.html")
    #expect(paths.thing("https://b.example/id/event/con-1.14", .event) == "event/con-1.14.html")
    #expect(paths.thing("https://b.example/2024/03/sail/", .post) == "post/2024.03.sail.html")
    #expect(paths.thing("https://b.example/id/person/עדה", .person) == "person/עדה.html")
  }

  @Test func noTwoThingsShareAFile() {
    let iris = [
      "https://b.example/a/b/", "https://b.example/a.b/", "https://b.example/a/b.html", "https://b.example/A/b/",
      "https://b.example/a/%62/", "https://b.example/", "https://other.example/a/b/", "https://b.example/a-b/",
      "https://b.example/" + String(repeating: "x", count: 300) + "1",
      "https://b.example/" + String(repeating: "x", count: 300) + "2", "https://b.example/../../etc/passwd",
    ]
    let files = iris.map { paths.thing($0, .post) }
    #expect(Set(files.map { $0.lowercased() }).count == iris.count)
    for file in files {
      #expect(file.utf8.count < 200)
      #expect(file.split(separator: "/", omittingEmptySubsequences: false).count == 2)
      #expect(!file.contains(".."))
    }
  }

  @Test func addressesAreEncoded() {
    #expect(PagePaths.address("person/ada ü?#.html") == "person/ada%20%C3%BC%3F%23.html")
  }

  @Test func eachPageHasItsOwnFile() throws {
    let explorer = try TinyGraph.sample().explorer()
    let files = explorer.pages.map { explorer.file($0).path }
    #expect(Set(files).count == files.count)
    #expect(files.contains("index.html") && files.contains("explorer/fr/index.html"))
  }

  @Test func theBlogsLanguageIsTheFirstPage() throws {
    let graph = TinyGraph.sample()
    let input = ExplorerInput(
      content: graph.content, evidence: graph.evidence, base: TinyGraph.base, defaultLanguage: "fr-ca")
    let explorer = try Explorer(input, graphviz: nil)
    let landing = try #require(explorer.pages.map(explorer.file).first { $0.path == "index.html" })
    #expect(String(decoding: landing.bytes, as: UTF8.self).contains("<html lang=\"fr\">"))
  }
}
