import Foundation
import Posts
import Testing

/// `bloggraph.yaml`: what a site's own configuration has no place for.
@Suite struct BloggraphFileTests {
  private func read(_ yaml: String, _ files: [String: String] = [:], folder: String = "") throws -> Blog {
    var all = files
    all["hugo.toml"] = all["hugo.toml"] ?? "baseURL = 'https://blog.test/'\ntitle = 'A site'\n"
    all["content/a.md"] = "---\ntitle: A\n---\nText.\n"
    all["bloggraph.yaml"] = yaml
    let site = try TemporaryFolder(all)
    return try BlogReader().read(folder: folder.isEmpty ? site.url : site.url.appending(path: folder))
  }

  @Test(arguments: ["", "content"]) func theSiteSectionIsRead(_ folder: String) throws {
    let blog = try read(
      """
      site:
        name: {en: Ropes, fr: Cordes}
        url: https://ropes.test/blog
        publisher:
          name: Ropes Inc
          url: https://ropes.test/
          logo: img/logo.svg
          sameAs: [https://social.test/@ropes]
        authors:
          - {name: Ada Example, url: "https://ada.test/", sameAs: ["https://orcid.test/1"]}
        hidden: [Tags, lastmod]
      curation: {}
      """, folder: folder)
    #expect(blog.problems.isEmpty)
    let site = blog.site
    #expect(site.baseURL == "https://ropes.test/blog/")
    #expect(site.title == "Ropes" && site.title(in: "fr") == "Cordes" && site.title(in: "de") == "Ropes")
    #expect(site.publisher == "Ropes Inc" && site.publisherURL == "https://ropes.test/")
    #expect(site.publisherLogo == "https://ropes.test/blog/img/logo.svg")
    #expect(site.socialProfiles == ["https://social.test/@ropes"])
    #expect(site.authors == [.init(name: "Ada Example", url: "https://ada.test/", sameAs: ["https://orcid.test/1"])])
    #expect(site.hiddenKeys == ["tags", "lastmod"])
  }

  @Test func aKeyThatNobodyReadsIsAWarningWithItsLine() throws {
    let blog = try read("site:\n  name: Ropes\n  publischer: x\ncuratoin: {}\n")
    #expect(blog.problems.map(\.code) == [.unknownKey, .unknownKey])
    #expect(blog.problems.map(\.line).sorted { ($0 ?? 0) < ($1 ?? 0) } == [3, 4])
    #expect(blog.problems.allSatisfy { $0.severity == .warning && $0.file == "bloggraph.yaml" })
    #expect(blog.problems.contains { $0.sourceLine == "curatoin: {}" })
    #expect(blog.site.title == "Ropes")
  }

  @Test(arguments: ["site: [", "- a\n- b\n", "\u{0}", "site:\n\t- x"]) func aBrokenFileIsAnErrorAndTheBlogIsRead(
    _ yaml: String
  ) throws {
    let blog = try read(yaml)
    #expect(blog.problems.count == 1 && blog.problems[0].severity == .error)
    #expect(blog.posts.count == 1)
  }

  @Test(arguments: [
    "", "# nothing\n", "site: x\n", "site:\n  authors: x\n  publisher: Ropes\n", "site:\n  authors: [{}]\n",
  ])
  func oddFilesEndNothing(_ yaml: String) throws {
    #expect(try read(yaml).posts.count == 1)
  }

  @Test func aFolderOfPostsAloneDoesNotLookAround() throws {
    let site = try TemporaryFolder(["posts/a.md": "---\ntitle: A\n---\nText.\n", "bloggraph.yaml": "site: {name: X}\n"])
    #expect(try BlogReader().read(folder: site.url.appending(path: "posts")).site.title == nil)
    #expect(try BlogReader().read(folder: site.url).site.title == "X")
  }

  @Test func languagesHaveTheirHomes() throws {
    let toml = """
      baseURL = 'https://blog.test/'
      title = 'A site'
      defaultContentLanguage = 'en'
      [languages.en]
      weight = 1
      [languages.fr]
      title = 'Un site'
      weight = 2
      [languages.de]
      baseURL = 'https://blog.example/de-site'
      """
    let site = try read("", ["hugo.toml": toml]).site
    #expect(site.home(in: "en") == "https://blog.test/")
    #expect(site.home(in: "fr") == "https://blog.test/fr/" && site.title(in: "fr") == "Un site")
    #expect(site.home(in: "de") == "https://blog.example/de-site/")
  }

  @Test func theFrontMatterDescribesTheVideosThatTheBodyEmbeds() throws {
    let post = """
      ---
      title: A
      date: 2024-01-02
      videos:
        - url: https://youtu.be/abcdefghijk
          title: Splicing
          uploadDate: 2024-01-01T10:00:00Z
          thumbnail: thumb.png
        - url: https://youtu.be/notembedded
          title: Elsewhere
      ---
      {{< youtube abcdefghijk >}}
      """
    let site = try TemporaryFolder(["hugo.toml": "baseURL = 'https://blog.test/'\n", "content/a.md": post])
    let read = try #require(try BlogReader().read(folder: site.url).posts.first)
    #expect(read.videos.count == 1)
    #expect(read.videos[0].title == "Splicing")
    #expect(read.videos[0].uploadDate?.lexicalForm == "2024-01-01T10:00:00Z")
    #expect(read.videos[0].thumbnailURL == "https://blog.test/a/thumb.png")
    #expect(read.fieldLines["date"] == 3 && read.fieldLines["videos"] == 4)
  }
}
