import Foundation
import Posts
import Testing

@Suite struct LanguageTests {
  private func language(_ file: String, _ front: String = "", _ body: String = "x") throws -> String {
    try read("---\ntitle: T\n\(front)\n---\n\(body)\n", file: file).language
  }

  @Test func fromWhatIsWritten() throws {
    #expect(try language("a/x.fr.md") == "fr")
    #expect(try language("a/x/index.fr.md") == "fr")
    #expect(try language("fr/x.md") == "fr")
    #expect(try language("blog/french/x.md") == "fr")
    #expect(try language("Francais/x.md") == "fr")
    #expect(try language("fr-ca/x.md") == "fr-ca")
    #expect(try language("en/x.md", "lang: fr") == "fr")
    #expect(try language("x.md", "language: French") == "fr")
    #expect(try language("x.md", "locale: fr_CA") == "fr-ca")
    #expect(try language("release-1.0.0.md") == "en")
  }

  @Test(arguments: [
    ("The meetup took place in Ottawa and was a great evening.", "en"),
    ("Le meetup a eu lieu à Ottawa et fut une belle soirée.", "fr"),
    ("How we moved to Kubernetes", "en"), ("Comment nous sommes passés à Kubernetes", "fr"),
    ("L’équipe s’est réunie lors d’un atelier.", "fr"), ("Release notes for version 2 of the proxy", "en"),
    ("Notes de version du proxy", "fr"), ("Des nouvelles du projet", "fr"), ("News from the project", "en"),
  ])
  func fromTheText(text: String, language: String) throws {
    #expect(try self.language("x.md", "", text) == language)
  }

  @Test func ofTheSite() throws {
    let french = try TemporaryFolder([
      "hugo.toml": "baseURL = 'https://b.test/'\ndefaultContentLanguage = 'fr'\n",
      "content/x.md": "---\ntitle: The title of this post\n---\nThis is the text of it.\n",
    ])
    #expect(try BlogReader().read(folder: french.url).posts.map(\.language) == ["fr"])
    let code = try TemporaryFolder([
      "hugo.toml": "baseURL = 'https://b.test/'\nlanguageCode = 'fr-CA'\n",
      "content/x.md": "---\ntitle: The\n---\nthe\n",
    ])
    #expect(try BlogReader().read(folder: code.url).posts.map(\.language) == ["fr"])
  }

  @Test func versionsOfOnePost() throws {
    let folder = try TemporaryFolder([
      "en/a/x.md": "# X\n", "fr/a/x.md": "# X\n", "b/y.md": "# Y\n", "b/y.fr.md": "# Y\n",
      "en/other.md": "---\ntitle: O\ntranslationKey: k\n---\n",
      "fr/autre.md": "---\ntitle: A\ntranslationKey: k\n---\n",
      "en/alone.md": "# Alone\n",
    ])
    let blog = try BlogReader().read(folder: folder.url)
    let groups = Dictionary(grouping: blog.posts) { $0.translationKey ?? "" }.mapValues { $0.map(\.sourceFile) }
    #expect(groups["a/x"] == ["en/a/x.md", "fr/a/x.md"])
    #expect(groups["b/y"] == ["b/y.fr.md", "b/y.md"])
    #expect(groups["k"] == ["en/other.md", "fr/autre.md"])
    #expect(groups["alone"] == ["en/alone.md"])
  }
}
