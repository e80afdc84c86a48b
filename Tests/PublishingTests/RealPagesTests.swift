import Foundation
import JSONLD
import Publishing
import TestSupport
import Testing

/// Pages that Hugo builds, read back by Chromium, and by extruct with rdflib.
@Suite(.enabled(if: RealPages.isThere, "hugo, chromium or .venv is missing: make deps brings them"), .serialized)
struct RealPagesTests {
  @Test func theBrowserReadsWhatWasPutInByEitherWay() throws {
    let site = try RealPages(copying: Folders.project.appending(path: "examples/blog"))
    let embedded = try site.build("embedded")
    let report = try PageEmbedder(export: site.folder.path("out")).run(over: embedded.path)
    #expect(report.embedded == site.export.pages.count)
    #expect(report.left.isEmpty && report.missing.isEmpty)
    let once = try site.folder.contents("embedded")
    let again = try PageEmbedder(export: site.folder.path("out")).run(over: embedded.path)
    #expect(again.unchanged == report.embedded && again.replaced == 0)
    #expect(try site.folder.contents("embedded") == once)

    try site.includePartial()
    let partial = try site.build("partial")
    for folder in [embedded, partial] {
      let files = try site.pages(below: folder)
      for (page, found) in try zip(site.export.pages, site.browse(files)) {
        #expect(found.data == page.document, "\(page.path)")
        #expect(found.count == 1)
      }
      let bytes = try files.map { (file: $0.path, bytes: [UInt8](try Data(contentsOf: $0))) }
      #expect(try PageValidator().validate(bytes).violationCount == 0)
    }
  }

  /// The theme of the sample blog shows what its pages mark up.
  @Test func aReaderSeesWhatThePageSays() throws {
    let site = try RealPages(copying: Folders.project.appending(path: "examples/blog"))
    try site.includePartial()
    let files = try site.pages(below: site.build("public"))
    for (page, found) in try zip(site.export.pages, site.browse(files)) {
      let seen = RealPages.folded(found.title + " " + found.text)
      for node in page.document["@graph"]?.array ?? [] {
        // The publisher and the site stand in the configuration; a page need not repeat them.
        guard let type = node["@type"]?.string, !["Organization", "WebSite", "ListItem"].contains(type) else {
          continue
        }
        for property in ["headline", "name", "description", "caption", "jobTitle", "keywords", "address"] {
          guard let value = node[property] else { continue }
          for text in (value.array ?? [value]).compactMap(\.string) {
            #expect(seen.contains(RealPages.folded(text)), "\(page.path): \(type) \(property) “\(text)”")
          }
        }
      }
    }
  }

  @Test func extructAndRDFLibReadTheSameTriples() throws {
    let site = try RealPages(copying: Folders.project.appending(path: "examples/blog"))
    try site.includePartial()
    let files = try site.pages(below: site.build("public"))
    for (page, found) in try zip(site.export.pages, site.extract(files)) {
      let said = try PlainTriples.of(page.document)
      #expect(found.subtracting(said).sorted() == [], "\(page.path)")
      #expect(said.subtracting(found).sorted() == [], "\(page.path)")
    }
  }

  /// Titles, names and captions that end scripts elsewhere.
  @Test func noTextBreaksOut() throws {
    let texts = [
      "</script><script>alert(1)</script>", "<!--<script>", "]]> --> --!>", "\u{201C}q\u{201D} \" ' ` \\ \\u003c \\n",
      "a\u{2028}b\u{2029}c", "🎂 👩🏽‍💻 𝒳", "\u{200F}שלום\u{200E} \u{202E}x\u{202C}", "Q&A &amp; &lt; &#39;",
      "</SCRIPT\t>", "{{ .Site }} {% raw %} ${x}", "é e\u{301} \u{00A0}x", "x\u{7F}y",
    ]
    let site = try RealPages(texts: texts)
    let embedded = try site.build("embedded")
    _ = try PageEmbedder(export: site.folder.path("out")).run(over: embedded.path)
    try site.includePartial()
    let partial = try site.build("partial")
    #expect(site.export.pages.count == texts.count)
    for folder in [embedded, partial] {
      for (page, found) in try zip(site.export.pages, site.browse(site.pages(below: folder))) {
        #expect(found.data == page.document)
        let number = Int(page.path.split(separator: "/")[1].dropFirst()) ?? -1
        let text = texts[number]
        let article = found.data["@graph"]?.array?.first
        // White space of other kinds folds to a space in a title, as in any page.
        let expected =
          "t "
          + text.precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace).joined(
            separator: " ")
        #expect(article?["headline"]?.string == expected)
        #expect(article?["description"]?.string == expected)
        #expect(article?["keywords"]?.array?.first?.string == "t " + text.precomposedStringWithCanonicalMapping)
      }
    }
  }
}
