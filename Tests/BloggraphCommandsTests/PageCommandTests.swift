import Foundation
import TestSupport
import Testing

/// `embed`, `export --hugo`, `validate --pages` and `explain --page`, as a user runs them.
@Suite struct PageCommandTests {
  private func site() throws -> SmallBlog {
    let blog = try SmallBlog()
    _ = try blog.export("--quiet")
    for name in ["sail", "oar"] {
      try blog.scratch.write(
        "<html><head><title>\(name)</title>\n</head><body></body></html>\n", to: "public/\(name)/index.html")
    }
    return blog
  }

  private func embed(_ blog: SmallBlog, _ more: String...) throws -> Program.Outcome {
    try Program.bloggraph.run(["embed", blog.scratch.path("public"), "--from", blog.output] + more)
  }

  @Test func embedPutsDataIntoEveryPageOnce() throws {
    let blog = try site()
    let first = try embed(blog)
    #expect(first.status == 0)
    #expect(first.errors == "Pages: 2 embedded, 0 replaced, 0 unchanged; 0 other HTML files\n")
    let before = try blog.scratch.contents("public")
    let second = try embed(blog)
    #expect(second.errors == "Pages: 0 embedded, 0 replaced, 2 unchanged; 0 other HTML files\n")
    #expect(try blog.scratch.contents("public") == before)
    let checked = try Program.bloggraph.run(
      ["validate", "--pages", blog.scratch.path("public"), "--severity", "violation"])
    #expect(checked.status == 0)
    #expect(checked.output == "2 of 2 pages with structured data: nothing found.\n")
  }

  @Test func whatIsLeftAloneIsNamed() throws {
    let blog = try site()
    try blog.scratch.write(
      "<head>\n<script type='application/ld+json'>{\"@type\":\"Article\"}</script></head>", to: "public/oar/index.html")
    try FileManager.default.removeItem(atPath: blog.scratch.path("public/sail"))
    let outcome = try embed(blog, "--quiet")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("oar/index.html:2: the page has an article's JSON-LD already, and got no other\n"))
    #expect(outcome.errors.contains(" has no page https://blog.example/sail/\n"))
    #expect(try Program.bloggraph.run(["embed", blog.scratch.path("nothing"), "--from", blog.output]).status == 2)
    #expect(try Program.bloggraph.run(["embed", blog.scratch.path("public"), "--from", blog.site]).status == 2)
  }

  @Test func validatePagesNamesFileAndLine() throws {
    let scratch = try ScratchFolder()
    try scratch.write(
      """
      <head>
      <script type="application/ld+json">
      {"@context": "https://schema.org", "@type": "Event",
       "name": "Fair", "location": "Ottawa",
       "imageObject": "x"}
      </script>
      <script type="application/ld+json">
      {"@context": }
      </script></head>
      """, to: "public/a.html")
    let file = scratch.path("public/a.html")
    let outcome = try Program.bloggraph.run(["validate", "--pages", scratch.path("public/")])
    #expect(outcome.status == 1)
    for line in [
      "\(file):3: violation: Event \"Fair\": An event says when it begins. [EventStart]",
      "\(file):5: violation: Event \"Fair\": schema.org has no property imageObject [known-term]",
      "\(file):8: violation: this is no JSON",
    ] { #expect(outcome.output.contains(line), "\(outcome.output)") }
    #expect(outcome.output.hasSuffix("1 of 1 page with structured data: 3 violations, 1 warning.\n"))
    let json = try Program.bloggraph.run(["validate", "--pages", file, "--format", "json"])
    #expect(json.output.contains("\"resultCount\": 4"))
    #expect(try Program.bloggraph.run(["validate", "--pages", scratch.path("gone")]).status == 2)
    #expect(try Program.bloggraph.run(["validate", "--pages", file, "--format", "turtle"]).status == 2)
  }

  @Test func explainPageShowsByWhatEachStatementIsBacked() throws {
    let blog = try site()
    _ = try embed(blog)
    let page = blog.output + "/pages/sail/index.jsonld"
    let outcome = try Program.bloggraph.run(["explain", "--page", page])
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("BlogPosting \"Sails in Ottawa\"\n"))
    #expect(outcome.output.contains("\n  datePublished: 2019-02-25\n    sail.md:3  front matter: date\n"))
    #expect(outcome.output.contains("\n  jobTitle: Solutions Architect\n    sail.md:7  …"))
    #expect(outcome.output.contains(", each backed.\n"))
    let html = try Program.bloggraph.run(
      ["explain", blog.output, "--page", blog.scratch.path("public/sail/index.html")])
    #expect(html.output == outcome.output)
    #expect(try Program.bloggraph.run(["explain", "--page", blog.scratch.path("public/sail/index.html")]).status == 2)
    // A statement that is put in by hand is backed by nothing.
    let text = try String(contentsOfFile: page, encoding: .utf8).replacing("Solutions Architect", with: "Admiral")
    try Data(text.utf8).write(to: URL(filePath: page))
    let changed = try Program.bloggraph.run(["explain", "--page", page])
    #expect(changed.status == 1)
    #expect(changed.output.contains("  jobTitle: Admiral\n    NOTHING\n"))
  }

  @Test func hugoGetsDataAndAPartialAndNothingElse() throws {
    let blog = try SmallBlog()
    let before = try blog.scratch.contents("site")
    let outcome = try Program.bloggraph.run(["export", "--hugo", blog.site, "--quiet"])
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let after = try blog.scratch.contents("site")
    #expect(before.allSatisfy { after[$0.key] == $0.value })
    let new = Set(after.keys).subtracting(before.keys).sorted()
    #expect(new.count == 4)
    #expect(new.dropLast().allSatisfy { $0.hasPrefix("data/bloggraph/") && $0.hasSuffix(".json") })
    #expect(new.last == "layouts/partials/bloggraph.html")
    // A post that is gone takes its data along; a partial that somebody changed stays.
    try FileManager.default.removeItem(atPath: blog.scratch.path("site/content/oar.md"))
    try blog.scratch.write("<!-- mine -->", to: "site/layouts/partials/bloggraph.html")
    let again = try Program.bloggraph.run(["export", "--hugo", blog.site, "--quiet"])
    #expect(again.errors.contains("bloggraph.html was changed by somebody and stays as it is"))
    let rest = try blog.scratch.contents("site")
    #expect(rest.keys.count { $0.hasPrefix("data/bloggraph/") } == 2)
    #expect(rest["layouts/partials/bloggraph.html"] == Data("<!-- mine -->".utf8))
    #expect(try Program.bloggraph.run(["export", "--hugo", blog.site, "--no-pages"]).status == 2)
  }
}
