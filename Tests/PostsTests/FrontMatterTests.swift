import Posts
import Testing

@Suite struct FrontMatterTests {
  @Test func yaml() throws {
    let post = try read(
      """
      ---
      # A comment with title: in it
      Title: "A \\"quoted\\" title"
      description: >-
        Folded over
        two lines
      date: 2024-03-19 08:00:00+00:00
      publishDate: 2024-03-20
      lastmod: 2024-04
      tags: [one, "two words"]
      categories:
        - News
      keywords: three
      author: Ada Example
      images: [/a.png, b.png]
      aliases: [/old/, older]
      draft: false
      ---
      Text
      """)
    #expect(post.title == "A \"quoted\" title")
    #expect(post.description == "Folded over two lines")
    #expect(post.date?.lexicalForm == "2024-03-19T08:00:00Z")
    #expect(post.publishDate?.lexicalForm == "2024-03-20")
    #expect(post.lastModified?.lexicalForm == "2024-04")
    #expect(post.tags == ["one", "two words", "three"])
    #expect(post.categories == ["News"])
    #expect(post.images == ["https://example.org/a.png", "https://example.org/posts/x/b.png"])
    #expect(post.aliases == ["https://example.org/old/", "https://example.org/older"])
    #expect(
      post.frontBlocks == [
        "title: A \"quoted\" title", "description: Folded over two lines", "author: Ada Example", "tags: one",
        "tags: two words", "keywords: three", "categories: News",
      ])
    #expect(post.line(of: "quoted") == 3)
    #expect(post.line(of: "Folded") == 5)
    #expect(post.line(of: "two lines") == 6)
    #expect(post.line(of: "Ada") == 14)
    #expect(post.line(of: "News") == 12)
    #expect(post.line(of: "Text") == 19)
  }

  @Test func toml() throws {
    let post = try read(
      """
      +++
      title = 'Title'
      date = 2017-12-01T22:43:43-05:00
      lastmod = 2018-01-02
      authors = ["Ada", "Bob"]
      draft = false
      [params]
      description = "in params"
      +++
      Text
      """)
    #expect(post.title == "Title")
    #expect(post.date?.lexicalForm == "2017-12-01T22:43:43-05:00")
    #expect(post.lastModified?.lexicalForm == "2018-01-02")
    #expect(post.authors.map(\.name) == ["Ada", "Bob"])
    #expect(post.line(of: "Bob") == 5)
    #expect(post.blocks == ["p: Text"])
  }

  @Test func json() throws {
    let post = try read(
      "{\n  \"title\": \"A } title\",\n  \"date\": \"2020-01-02\",\n  \"tags\": [\"x\"], \"weight\": 3, \"draft\": false\n}\n\nText\n"
    )
    #expect(post.title == "A } title")
    #expect(post.date?.lexicalForm == "2020-01-02")
    #expect(post.tags == ["x"])
    #expect(post.line(of: "A }") == 2)
    #expect(post.blocks == ["p: Text"])
  }

  @Test func none() throws {
    let post = try read("# The *title*\n\nText\n")
    #expect(post.title == "The title")
    #expect(post.blocks == ["h1: The title", "p: Text"])
  }

  @Test func datesKeepTheirPrecision() throws {
    let post = try read("---\ntitle: T\ndate: 2021-07-12T00:00:00Z\npublishDate: 2021-07-12\n---\n")
    #expect(post.date?.time != nil)
    #expect(post.publishDate?.time == nil)
  }
}
