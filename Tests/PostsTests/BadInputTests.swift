import Foundation
import Posts
import Testing

@Suite struct BadInputTests {
  private func problems(_ text: String, _ place: SourceLocation = #_sourceLocation) throws -> (Post?, Problem) {
    let result = readPost(bytes: Array(text.utf8), file: "posts/bad.md")
    #expect(result.problems.count == 1, sourceLocation: place)
    return (result.post, try #require(result.problems.first, sourceLocation: place))
  }

  // MARK: Front matter

  @Test func frontMatterThatDoesNotParse() throws {
    let (yaml, yamlProblem) = try problems("---\ntitle: T\nauthor: [a, b\ndate: 2020-01-01\n---\nx\n")
    #expect(yaml == nil)
    #expect(yamlProblem.code == .frontMatter && yamlProblem.severity == .error)
    #expect(yamlProblem.file == "posts/bad.md")
    #expect(try #require(yamlProblem.line) >= 3 && yamlProblem.sourceLine != nil)

    let (toml, tomlProblem) = try problems("+++\ntitle = 'T'\nauthor = Ada\n+++\nx\n")
    #expect(toml == nil)
    #expect(tomlProblem.line == 3 && tomlProblem.sourceLine == "author = Ada")

    let (json, jsonProblem) = try problems("{\n\"title\": \"T\",\n\"tags\": [1,,2]\n}\nx\n")
    #expect(json == nil)
    #expect(jsonProblem.line == 3 && jsonProblem.sourceLine == "\"tags\": [1,,2]")

    let (open, openProblem) = try problems("---\ntitle: T\n\nText without an end\n")
    #expect(open == nil)
    #expect(openProblem.line == 1 && openProblem.message.contains("closing"))

    let (list, listProblem) = try problems("---\n- a\n- b\n---\nx\n")
    #expect(list == nil && listProblem.code == .frontMatter)
  }

  @Test func lineOfAnErrorInTheMiddle() throws {
    let (_, problem) = try problems("---\ntitle: T\ntags: *unknown\ndate: 2020-01-01\n---\nx\n")
    #expect(problem.line == 3)
    #expect(problem.sourceLine == "tags: *unknown")
  }

  @Test func theLineIsThatOfTheFault() throws {
    let (_, double) = try problems("---\ntitle: T\ndate: 2020-01-01\ntags: [title, x]\ntitle: U\n---\nx\n")
    #expect(double.line == 5 && double.sourceLine == "title: U")
    let (_, empty) = try problems("---\ndate: 2020-01-01\ntitle: \"\"\n---\nx\n")
    #expect(empty.code == .noTitle && empty.line == 3)
    let (_, none) = try problems("---\ndate: 2020-01-01\n---\nx\n")
    #expect(none.code == .noTitle)
  }

  @Test(arguments: [String.Encoding.utf16, .utf16BigEndian, .utf32])
  func wideUnitsAreOneProblem(_ encoding: String.Encoding) throws {
    var data = try #require("---\ntitle: T\n---\nx\n".data(using: encoding))
    if encoding == .utf16BigEndian { data = Data([0xFE, 0xFF]) + data }
    let result = readPost(bytes: Array(data), file: "posts/wide.md")
    #expect(result.post == nil)
    #expect(result.problems.map(\.code) == [.notUTF8])
    #expect(result.problems.first?.message.contains(encoding == .utf32 ? "UTF-32" : "UTF-16") == true)
  }

  @Test(arguments: [
    "a: " + String(repeating: "[", count: 100_000), "a: " + String(repeating: "{a: ", count: 50_000),
    String(repeating: "- ", count: 50_000) + "x", String(repeating: "? ", count: 50_000) + "x",
    (0..<1000).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"),
    "a: &a [x,x,x,x,x,x,x,x,x]\n"
      + "bcdefghijk".map {
        "\($0): &\($0) [\(Array(repeating: "*" + String(UnicodeScalar($0.asciiValue! - 1)), count: 9).joined(separator: ","))]"
      }
      .joined(separator: "\n"),
  ])
  func nestedValues(front: String) {
    // Any answer is fine; a crash or a hang is not.
    _ = readPost(bytes: Array("---\ntitle: T\n\(front)\n---\nx\n".utf8), file: "a.md")
    _ = readPost(bytes: Array("+++\ntitle = 'T'\n\(front)\n+++\nx\n".utf8), file: "a.md")
    _ = readPost(bytes: Array("{\"title\": \"T\",\n\(front)}\nx\n".utf8), file: "a.md")
  }

  @Test func unknownDate() throws {
    let (post, problem) = try problems("---\ntitle: T\ndate: \"the day after\"\nlastmod: 2020-01-02\n---\nText\n")
    #expect(post?.date == nil && post?.lastModified?.lexicalForm == "2020-01-02")
    #expect(post?.blocks == ["p: Text"])
    #expect(problem.code == .unknownDate)
    #expect(problem.line == 3 && problem.sourceLine == "date: \"the day after\"")
  }

  @Test func noTitle() throws {
    for text in ["---\ndate: 2020-01-01\n---\nText\n", "Text only\n", "## Too deep\n"] {
      let (post, problem) = try problems(text)
      #expect(post == nil && problem.code == .noTitle && problem.line == 1)
    }
  }

  // MARK: Bytes

  @Test func notUTF8() throws {
    let bytes =
      Array("---\ntitle: T\n---\nfine\ncaf".utf8) + [0xE9] + Array(" and ".utf8) + [0xC3, 0x28, 0xED, 0xA0, 0x80]
      + Array(" é end\n".utf8)
    let result = readPost(bytes: bytes, file: "a.md")
    let post = try #require(result.post)
    #expect(post.blocks == ["p: fine caf? and ?(??? é end"])
    #expect(result.problems.map(\.code) == [.notUTF8])
    #expect(result.problems[0].line == 5)
    try Positions.check(post, bytes)
  }

  @Test func nullBytes() throws {
    let bytes = Array("---\ntitle: T\n---\none\n\ntwo\0three\n\n<p>four\0five</p>\n".utf8)
    let result = readPost(bytes: bytes, file: "a.md")
    let post = try #require(result.post)
    #expect(post.blocks == ["p: one", "p: two three", "p: four five"])
    #expect(result.problems.map(\.code) == [.nullByte] && result.problems[0].line == 6)
    try Positions.check(post, bytes)
  }

  @Test func byteOrderMark() throws {
    for front in ["---\ntitle: T\n---\n", "+++\ntitle = 'T'\n+++\n", "{\"title\": \"T\"}\n", "# T\n\n"] {
      let post = try read("\u{FEFF}" + front + "Text\n")
      #expect(post.title == "T")
      #expect(post.blocks.last == "p: Text")
      #expect(post.byteCount == front.utf8.count + 8)
    }
  }

  @Test func emptyFiles() throws {
    for text in ["", "\n\n  \n", "\u{FEFF}"] {
      let (post, problem) = try problems(text)
      #expect(post == nil && problem.code == .emptyFile)
    }
    #expect(try read("---\ntitle: T\n---").blocks == [])
    #expect(try read("---\ntitle: T\n---\n").blocks == [])
  }

  @Test func binary() {
    var bytes: [UInt8] = []
    var state: UInt32 = 1
    for _ in 0..<200_000 {
      state = state &* 1_664_525 &+ 1_013_904_223
      bytes.append(UInt8(truncatingIfNeeded: state >> 24))
    }
    let front = Array("---\ntitle: T\n---\n".utf8)
    for file in ["a.md", "a.html"] {
      #expect(readPost(bytes: bytes, file: file).post == nil)
      let post = readPost(bytes: front + bytes, file: file).post
      #expect(post != nil)
      if let post { #expect(throws: Never.self) { try Positions.check(post, front + bytes) } }
    }
  }

  // MARK: Size and depth

  @Test func deeplyNestedElements() throws {
    let open = String(repeating: "<div>", count: 10_000)
    let close = String(repeating: "</div>", count: 10_000)
    for file in ["a.html", "a.md"] {
      #expect(try readBody(open + "deep" + close + "\n\n<p>after</p>", file: file).blocks == ["p: deep", "p: after"])
      #expect(try readBody(open + "deep", file: file).blocks == ["p: deep"])
    }
    let lists = String(repeating: "<ul><li>", count: 10_000) + "x"
    #expect(try readBody(lists, file: "a.html").blocks == ["li 10000.1: x"])
    let bold = String(repeating: "<b>", count: 10_000) + "x"
    #expect(try readBody(bold, file: "a.html").blocks == ["p: x"])
  }

  @Test func deeplyNestedMarkdown() throws {
    _ = try readBody(String(repeating: "> ", count: 5_000) + "deep\n")
    _ = try readBody(String(repeating: "- ", count: 5_000) + "deep\n")
    _ = try readBody(String(repeating: "[", count: 20_000) + "deep" + String(repeating: "](x)", count: 20_000) + "\n")
    _ = try readBody(String(repeating: "*a _b ", count: 10_000) + "\n")
    _ = try readBody(String(repeating: "`", count: 20_000) + "x\n")
    _ = try readBody(String(repeating: "`a ``b ", count: 10_000) + "\n")
    _ = try readBody(String(repeating: "{{< a ", count: 10_000) + "\n")
    _ = try readBody(String(repeating: "{{< highlight >}} ", count: 3_000) + "\n")
    _ = try readBody(String(repeating: "{% highlight %} ", count: 3_000) + "\n")
    _ = try readBody(String(repeating: "$$ x ", count: 9_999) + "\n")
    _ = try readBody(String(repeating: "<a href=\"", count: 10_000) + "\n")
    _ = try readBody(String(repeating: "&amp", count: 10_000) + String(repeating: "&#x", count: 10_000) + "\n")
  }

  @Test func longLine() throws {
    let words = String(repeating: "word <b>bold</b> &amp; *more* ", count: 20_000)
    let post = try readBody(words)
    #expect(post.blocks.count == 1)
    #expect(try readBody(words, file: "a.html").blocks.count == 1)
  }

  @Test func tooLarge() throws {
    let folder = try TemporaryFolder(["a.md": "# A\n\n" + String(repeating: "text ", count: 1000), "b.md": "# B\n"])
    let blog = try BlogReader(options: .init(maximumFileSize: 4000)).read(folder: folder.url)
    #expect(blog.posts.map(\.title) == ["B"])
    #expect(blog.skipped == [.init(file: "a.md", reason: .tooLarge)])
    #expect(blog.problems.filter { $0.severity == .error }.map(\.code) == [.tooLarge])
  }

  // MARK: Folders

  @Test func noFolder() throws {
    let folder = try TemporaryFolder(["file.md": "# A\n"])
    for path in ["missing", "file.md"] {
      let error = #expect(throws: Problem.self) { try BlogReader().read(folder: folder.url.appending(path: path)) }
      #expect(error?.code == .noFolder)
    }
    #expect(throws: Problem.self) { try BlogReader(options: .init(baseURL: "nonsense")).read(folder: folder.url) }
  }

  @Test func nothingInTheFolder() throws {
    let folder = try TemporaryFolder()
    let blog = try BlogReader().read(folder: folder.url)
    #expect(blog.posts.isEmpty && blog.skipped.isEmpty)
  }

  @Test func symbolicLinks() throws {
    let folder = try TemporaryFolder(["a/x.md": "# X\n", "b/y.md": "# Y\n"])
    let manager = FileManager.default
    func link(_ name: String, _ target: String) throws {
      try manager.createSymbolicLink(atPath: folder.url.appending(path: name).path, withDestinationPath: target)
    }
    try link("a/loop", "..")
    try link("self", "self")
    try link("gone.md", "nowhere.md")
    let blog = try BlogReader().read(folder: folder.url)
    #expect(blog.posts.map(\.sourceFile) == ["a/x.md", "b/y.md"])
    let links = blog.problems.filter { $0.code == .symbolicLink }
    #expect(links.map(\.file) == ["a/loop", "gone.md", "self"])
    #expect(blog.skipped.contains(.init(file: "gone.md", reason: .problem)))
  }

  @Test func manyLinksAreNoExplosion() throws {
    let folder = try TemporaryFolder(["d0/x.md": "# X\n"])
    for i in 1..<40 {
      let sub = folder.url.appending(path: "d\(i)")
      try FileManager.default.createDirectory(at: sub, withIntermediateDirectories: true)
      for name in ["a", "b"] {
        try FileManager.default.createSymbolicLink(
          atPath: sub.appending(path: name).path, withDestinationPath: "../d\(i - 1)")
      }
    }
    let blog = try BlogReader().read(folder: folder.url)
    #expect(blog.posts.count >= 1)
  }

  @Test func filesThatAreNoFiles() throws {
    let folder = try TemporaryFolder(["x.md": "# X\n"])
    let made = unsafe mkfifo(folder.url.appending(path: "pipe.md").path, 0o600)
    #expect(made == 0)
    let blog = try BlogReader().read(folder: folder.url)
    #expect(blog.posts.map(\.title) == ["X"])
    #expect(blog.problems.filter { $0.severity == .error }.map(\.file) == ["pipe.md"])
  }

  /// Root may read everything, so that there is nothing to see then.
  @Test(.enabled(if: geteuid() != 0, "running as root"))
  func foldersWithoutPermission() throws {
    let folder = try TemporaryFolder(["x.md": "# X\n", "closed/y.md": "# Y\n", "z.md": "# Z\n"])
    _ = unsafe chmod(folder.url.appending(path: "closed").path, 0)
    _ = unsafe chmod(folder.url.appending(path: "z.md").path, 0)
    defer { _ = unsafe chmod(folder.url.appending(path: "closed").path, 0o700) }
    let blog = try BlogReader().read(folder: folder.url)
    #expect(blog.posts.map(\.title) == ["X"])
    #expect(blog.problems.filter { $0.code == .unreadable }.map(\.file) == ["closed", "z.md"])
  }

  @Test func strictStopsAtTheFirst() throws {
    let folder = try TemporaryFolder(["a.md": "# A\n", "b.md": "---\n[\n---\n", "c.md": "x"])
    let error = #expect(throws: Problem.self) { try BlogReader(options: .init(strict: true)).read(folder: folder.url) }
    #expect(error?.file == "b.md" && error?.code == .frontMatter)
    let blog = try BlogReader().read(folder: folder.url)
    #expect(blog.posts.map(\.title) == ["A"])
    #expect(blog.problems.filter { $0.severity == .error }.map(\.file) == ["b.md", "c.md"])
    #expect(blog.skipped.map(\.file) == ["b.md", "c.md"])
  }

  @Test func oneAddressTwice() throws {
    let folder = try TemporaryFolder([
      "a.md": "---\ntitle: A\nslug: same\n---\n", "b.md": "---\ntitle: B\nslug: same\n---\n",
    ])
    let blog = try BlogReader().read(folder: folder.url)
    #expect(blog.posts.map(\.title) == ["A"])
    #expect(blog.problems.filter { $0.severity == .error }.map(\.code) == [.duplicatePermalink])
    #expect(blog.skipped == [.init(file: "b.md", reason: .problem)])
  }
}
