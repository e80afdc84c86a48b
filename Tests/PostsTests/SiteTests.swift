import Foundation
import Posts
import Testing

@Suite struct SiteTests {
  private func blog(_ files: [String: String], at path: String = "", _ options: BlogReader.Options = .init()) throws
    -> Blog
  {
    let folder = try TemporaryFolder(files)
    return try BlogReader(options: options).read(folder: folder.url.appending(path: path))
  }

  private let hugo = [
    "hugo.toml": """
    baseURL = "https://blog.test/site"
    title = "The Blog"
    [permalinks]
      posts = "/:year/:slug/"
    [params]
      publisher = "Example Corp"
      logo = "/logo.png"
      [params.social]
        github = "https://github.com/example"
        mail = "a@b.test"
    """,
    "content/posts/a.md": "---\ntitle: A b\ndate: 2020-01-02\n---\n",
    "content/posts/_index.md": "---\ntitle: Posts\n---\n", "content/posts/pic.png": "x",
    "content/posts/draft.md": "---\ntitle: D\ndraft: true\n---\n", "layouts/x.html": "x", "public/y.html": "x",
  ]

  @Test func hugoSite() throws {
    for path in ["", "content"] {
      let blog = try blog(hugo, at: path)
      #expect(blog.site.baseURL == "https://blog.test/site/")
      #expect(blog.site.title == "The Blog")
      #expect(blog.site.publisher == "Example Corp")
      #expect(blog.site.publisherLogo == "https://blog.test/logo.png")
      #expect(blog.site.socialProfiles == ["https://github.com/example"])
      #expect(blog.posts.map(\.sourceFile) == ["posts/a.md"])
      #expect(blog.posts.map(\.permalink) == ["https://blog.test/site/2020/a-b/"])
      #expect(
        blog.skipped == [
          .init(file: "posts/_index.md", reason: .section), .init(file: "posts/draft.md", reason: .draft),
          .init(file: "posts/pic.png", reason: .notContent),
        ])
      #expect(blog.problems.isEmpty)
    }
    let drafts = try blog(hugo, .init(baseURL: "http://other.test", includeDrafts: true))
    #expect(drafts.posts.map(\.permalink) == ["http://other.test/2020/a-b/", "http://other.test/1/d/"])
    #expect(drafts.posts.map(\.isDraft) == [false, true])
  }

  @Test func jekyllSite() throws {
    let files = [
      "_config.yml": "url: https://blog.test\nbaseurl: /base\ntitle: B\nlang: fr-CA\npermalink: pretty\n",
      "_posts/2020-02-03-My-first_post.md": "---\ntitle: First\ncategories: News Site\n---\nHello\n",
      "tech/_posts/2020-02-04-untitled-thing.markdown": "Hello\n",
      "_posts/2020-02-05-own.md":
        "---\ntitle: Own\npermalink: /own/:year/:title.html\ndate: 2021-01-01 10:00:00 +0100\n---\n",
      "_drafts/idea.md": "---\ntitle: Idea\n---\n", "_layouts/post.html": "<p>{{ content }}</p>",
      "about.md": "# About\n",
      "_site/x.html": "x",
    ]
    let blog = try blog(files)
    #expect(blog.site.baseURL == "https://blog.test/base/")
    #expect(
      blog.posts.map(\.permalink) == [
        "https://blog.test/base/news/site/2020/02/03/My-first_post/", "https://blog.test/base/own/2021/own.html",
        "https://blog.test/base/tech/2020/02/04/untitled-thing/",
      ])
    #expect(blog.posts.map(\.title) == ["First", "Own", "Untitled Thing"])
    #expect(blog.posts.map { $0.date?.lexicalForm } == ["2020-02-03", "2021-01-01T10:00:00+01:00", "2020-02-04"])
    #expect(Set(blog.posts.map(\.language)) == ["fr"])
    #expect(blog.skipped.map(\.reason) == [.notContent, .draft, .notContent])
    #expect(blog.skipped.map(\.file) == ["_config.yml", "_drafts/idea.md", "about.md"])
    #expect(blog.problems.isEmpty)
  }

  @Test(arguments: [
    ("date", "2020/02/03/a-b.html"), ("pretty", "2020/02/03/a-b/"), ("ordinal", "2020/034/a-b.html"),
    ("none", "a-b.html"),
    ("weekdate", "2020/W06/Mon/a-b.html"), ("/:short_year/:i_month/:i_day/:slug", "20/2/3/a-b"),
    ("/blog/:title/", "blog/a-b/"),
  ])
  func jekyllStyles(style: String, path: String) throws {
    let blog = try blog([
      "_config.yml": "url: https://blog.test\npermalink: \(style)\n",
      "_posts/2020-02-03-a-b.md": "---\ntitle: T\n---\n",
    ])
    #expect(blog.posts.map(\.permalink) == ["https://blog.test/" + path])
  }

  @Test func anyFolder() throws {
    let blog = try blog([
      "en/flux/x/index.md": "# X\n", "2020-01-02-dated.md": "# D\n", "a.txt": "x", ".hidden/b.md": "# B\n",
    ])
    #expect(blog.posts.map(\.sourceFile) == ["2020-01-02-dated.md", "en/flux/x/index.md"])
    #expect(blog.posts.map(\.permalink) == ["https://example.org/2020-01-02-dated/", "https://example.org/en/flux/x/"])
    #expect(blog.posts.map { $0.date?.lexicalForm } == ["2020-01-02", nil])
    #expect(blog.problems.map(\.code) == [.noBaseURL] && blog.problems.map(\.severity) == [.note])
  }

  @Test func brokenConfiguration() throws {
    let blog = try blog(["hugo.toml": "baseURL = 'https://b.test/'\ntitle = \n", "content/a.md": "# A\n"])
    let problem = try #require(blog.problems.first)
    #expect(problem.code == .configuration && problem.file == "hugo.toml" && problem.line == 2)
    #expect(blog.posts.count == 1)
  }

  @Test func futureAndExpiredByTheGivenDay() throws {
    let files = [
      "a.md": "---\ntitle: A\ndate: 2020-01-01\n---\n", "b.md": "---\ntitle: B\ndate: 2022-01-01\n---\n",
      "c.md": "---\ntitle: C\ndate: 2019-01-01\nexpiryDate: 2020-05-01\n---\n",
    ]
    #expect(try blog(files).posts.map(\.title) == ["A", "B", "C"])
    let then = try blog(files, .init(includeFuture: false, asOf: PostDate("2021-01-01")))
    #expect(then.posts.map(\.title) == ["A"])
    #expect(then.skipped == [.init(file: "b.md", reason: .future), .init(file: "c.md", reason: .expired)])
  }

  @Test func jobsMakeNoDifference() throws {
    var files: [String: String] = [:]
    for i in 0..<60 {
      files["p\(i).md"] =
        i % 7 == 0 ? "---\n[\n---\n" : "---\ntitle: P \(i)\n---\nText *\(i)* <b>x</b>\n\n![](\(i).png)\n"
    }
    let folder = try TemporaryFolder(files)
    let one = try BlogReader(options: .init(jobs: 1)).read(folder: folder.url)
    let many = try BlogReader(options: .init(jobs: 4)).read(folder: folder.url)
    #expect(one.posts.map(\.contentHash) == many.posts.map(\.contentHash))
    #expect(one.posts.map(\.text) == many.posts.map(\.text))
    #expect(one.problems == many.problems && one.skipped == many.skipped)
    #expect(
      one.posts.map(\.sourceFile) == one.posts.map(\.sourceFile).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  @Test func progress() throws {
    let folder = try TemporaryFolder(["a.md": "# A\n", "b.md": "# B\n", "c.md": "# C\n"])
    let seen = Counter()
    _ = try BlogReader(options: .init(jobs: 2)).read(folder: folder.url) { done, all in seen.add(done, all) }
    #expect(seen.values.map(\.0).sorted() == [1, 2, 3])
    #expect(seen.values.allSatisfy { $0.1 == 3 })
  }
}

private final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var list: [(Int, Int)] = []
  func add(_ a: Int, _ b: Int) { lock.withLock { list.append((a, b)) } }
  var values: [(Int, Int)] { lock.withLock { list } }
}
