import Posts
import Testing

@Suite struct AuthorTests {
  private func authors(_ front: String, place: SourceLocation = #_sourceLocation) throws -> [Post.Author] {
    let post = try read("---\ntitle: T\n\(front)\n---\n", place: place)
    return post.authors.map { .init(name: $0.name, url: $0.url, jobTitle: $0.jobTitle) }
  }

  @Test func links() throws {
    #expect(
      try authors("author: \"[Ada Example](https://a.test/x), [Bob](/bob)\"") == [
        .init(name: "Ada Example", url: "https://a.test/x"), .init(name: "Bob", url: "https://example.org/bob"),
      ])
    #expect(
      try authors("author: \"[Ada](https://a.test/), Example Corp\"") == [
        .init(name: "Ada", url: "https://a.test/"), .init(name: "Example Corp"),
      ])
    #expect(try authors("author: <a href=\"https://a.test/\">Ada</a>") == [.init(name: "Ada", url: "https://a.test/")])
  }

  @Test func lists() throws {
    let both = [Post.Author(name: "Ada"), .init(name: "Bob")]
    #expect(try authors("authors: [Ada, Bob]") == both)
    #expect(try authors("author:\n  - Ada\n  - Bob") == both)
    #expect(try authors("author: Ada and Bob") == both)
    #expect(try authors("author: Ada et Bob") == both)
    #expect(try authors("author: Ada & Bob") == both)
    #expect(try authors("author: by Ada, Bob") == both)
    #expect(try authors("params:\n  author: Ada\n  authors: [Bob]") == both)
    #expect(try authors("author: \"Ada, Bob, and Cleo\"").map(\.name) == ["Ada", "Bob", "Cleo"])
    #expect(try authors("author: \"Example, Inc., Ada Doe, PhD\"").map(\.name) == ["Example, Inc.", "Ada Doe, PhD"])
    #expect(try authors("author: Ada (Example Corp, Paris)").map(\.name) == ["Ada (Example Corp, Paris)"])
  }

  @Test func maps() throws {
    let ada = [Post.Author(name: "Ada", url: "https://a.test/", jobTitle: "CTO")]
    #expect(try authors("author: {name: Ada, url: \"https://a.test/\", title: CTO}") == ada)
    #expect(try authors("authors:\n  - name: Ada\n    link: https://a.test/\n    role: CTO") == ada)
    #expect(try authors("author:\n  ada:\n    name: Ada\n    url: https://a.test/\n    role: CTO") == ada)
  }

  @Test func places() throws {
    let post = try read("---\ntitle: Ada writes\nauthor: \"[Ada](https://a.test/) and Bob\"\n---\nAda\n")
    #expect(post.frontBlocks == ["title: Ada writes", "author: Ada, Bob"])
    let ranges = post.authors.compactMap(\.range)
    #expect(ranges.map { post.line(ofPlain: $0.lowerBound) } == [3, 3])
    #expect(ranges.map { post.text.string($0) } == ["Ada", "Bob"])
    #expect(post.spans == ["link https://a.test/: Ada"])
  }
}
