import Foundation
import Posts
import Testing

private let hugo = ["/usr/bin/hugo", "/usr/local/bin/hugo", "/snap/bin/hugo"].first {
  FileManager.default.isExecutableFile(atPath: $0)
}

/// Our permalinks against those of Hugo itself. Skipped where Hugo is not installed; `PermalinkTests` holds the same
/// addresses as they are known.
@Suite(.enabled(if: hugo != nil, "hugo is not installed"))
struct HugoAgreementTests {
  /// Paths below `content/` and permalinks, as `hugo list all` prints them.
  private func hugoPermalinks(_ site: URL) throws -> [String: String] {
    let process = Process()
    process.executableURL = URL(filePath: try #require(hugo))
    process.arguments = ["list", "all", "--source", site.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    var result: [String: String] = [:]
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      result[String(fields[0])] = String(try #require(fields.last { $0.hasPrefix("http") }))
    }
    return result
  }

  private func compare(_ files: [String: String], _ place: SourceLocation = #_sourceLocation) throws {
    let site = try TemporaryFolder(files)
    let expected = try hugoPermalinks(site.url)
    try #require(!expected.isEmpty, sourceLocation: place)
    let blog = try BlogReader().read(folder: site.url)
    // Folders of content that lie side by side have the site's folder in common.
    let prefix = expected.keys.allSatisfy { $0.hasPrefix("content/") } ? "content/" : ""
    var found: [String: String] = [:]
    for post in blog.posts { found[prefix + post.sourceFile] = post.permalink }
    #expect(blog.problems.isEmpty, sourceLocation: place)
    for (file, address) in expected where !file.hasSuffix("_index.md") {
      #expect(found[file] == address, "\(file)", sourceLocation: place)
    }
    #expect(found.count == expected.filter { !$0.key.hasSuffix("_index.md") }.count, sourceLocation: place)
  }

  private func post(_ title: String, _ more: String = "") -> String {
    "---\ntitle: \"\(title)\"\ndate: 2021-03-04T05:06:07Z\n\(more)\n---\nText.\n"
  }

  @Test func plainSite() throws {
    try compare([
      "config.toml": "baseURL = 'https://blog.test/sub'\n",
      "content/about.md": post("About"),
      "content/posts/First Post.md": post("First"),
      "content/posts/CamelCase_and.dots.md": post("Camel"),
      "content/posts/été à Québec.md": post("Été"),
      "content/posts/a & b; c's!.md": post("Signs"),
      "content/posts/what--is - this.md": post("Hyphens"),
      "content/posts/v1.2.3.md": post("Version"),
      "content/posts/bundle/index.md": post("Bundle"),
      "content/posts/Other Bundle/index.md": post("Bundle", "slug: \"My Slug\""),
      "content/posts/2021/deep/nested.md": post("Nested"),
      "content/posts/slugged.md": post("Slug", "slug: /with/slashes"),
      "content/posts/hyphens.md": post("Slug", "slug: -trimmed-"),
      "content/posts/url.md": post("Url", "url: /Kept/As Written/"),
      "content/posts/url2.md": post("Url", "url: /no/slash"),
      "content/posts/url3.md": post("Url", "url: /page.html"),
      "content/posts/url4.md": post("Url", "url: relative/path/"),
      "content/posts/up.md": post("Up", "slug: ../../up"),
      "content/posts/round.md": post("Round", "slug: a/./b/../round"),
      "content/posts/up2.md": post("Up", "url: /../up2/"),
      "content/posts/round2.md": post("Round", "url: a/./b/../round2"),
      "content/posts/page.html": post("HTML"),
      "content/_index.md": post("Home"),
      "content/posts/_index.md": post("Posts"),
    ])
  }

  @Test func permalinkPatterns() throws {
    try compare([
      "hugo.toml": """
      baseURL = 'https://blog.test/'
      [permalinks]
        posts = '/:year/:month/:day/:title/'
        news = '/:section/:yearday-:weekday/:slugorfilename'
        notes = '/n/:sections/:monthname/:filename/'
        essays = '/:weekdayname/:slug/'
      """,
      "content/posts/one.md": post("One: the First, & Only?"),
      "content/posts/two/index.md": post("C++ and C#"),
      "content/posts/three.md": "---\ntitle: Undated\n---\nx\n",
      "content/posts/four.md": "---\ntitle: Changed\nlastmod: 2019-12-31\n---\nx\n",
      "content/news/five.md": post("Five"),
      "content/news/six/index.md": post("Six", "slug: half-dozen"),
      "content/notes/deep/_index.md": post("Deep"),
      "content/notes/deep/deeper/seven.md": post("Seven"),
      "content/notes/plain/eight.md": post("Eight"),
      "content/essays/nine.md": post("Où ça ? Déjà vu"),
      "content/essays/ten.md": post("Ten", "slug: Dix"),
      "content/else/eleven.md": post("Eleven"),
    ])
  }

  @Test func languagesBySuffix() throws {
    try compare([
      "config.yaml": """
      baseURL: https://blog.test/
      defaultContentLanguage: en
      languages:
        en: {weight: 1}
        fr: {weight: 2}
      permalinks: {posts: "/:year/:title/"}
      """,
      "content/posts/one.md": post("One"),
      "content/posts/one.fr.md": post("Un"),
      "content/posts/two/index.en.md": post("Two"),
      "content/posts/two/index.fr.md": post("Deux"),
      "content/page.fr.md": post("Page"),
      "content/page.de.md": post("Page"),
      "content/url.fr.md": post("Url", "url: /racine/"),
      "content/url2.fr.md": post("Url", "url: relatif/"),
    ])
  }

  @Test func languagesByFolder() throws {
    try compare([
      "config/_default/config.toml":
        "baseURL = 'https://blog.test/'\ndefaultContentLanguage = 'fr'\ndefaultContentLanguageInSubdir = true\n",
      "config/_default/languages.toml":
        "[en]\ncontentDir = 'content/english'\nweight = 2\n[fr]\ncontentDir = 'content/french'\nweight = 1\n",
      "config/_default/permalinks.toml": "blog = '/:section/:filename'\n",
      "content/english/blog/one.md": post("One"),
      "content/english/Other/two.md": post("Two"),
      "content/french/blog/un.md": post("Un"),
      "content/french/deux/index.md": post("Deux"),
    ])
  }

  @Test func uglyAddressesWithCase() throws {
    try compare([
      "config.json":
        #"{"baseURL": "https://blog.test/", "uglyURLs": true, "disablePathToLower": true, "removePathAccents": true}"#,
      "content/Posts/Été One.md": post("One"),
      "content/Posts/Bundle/index.md": post("Bundle"),
      "content/Posts/slug.md": post("Slug", "slug: Slug"),
      "content/Posts/url.md": post("Url", "url: /Kept/"),
    ])
  }
}
