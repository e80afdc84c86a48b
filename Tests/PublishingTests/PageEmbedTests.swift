import Foundation
import JSONLD
import TestSupport
import Testing

@testable import Publishing

/// `embed` touches nothing but its own element.
@Suite struct PageEmbedTests {
  private let address = "https://blog.example/sub/2024/été/"
  private var document: JSONValue {
    [
      "@context": "https://schema.org",
      "@graph": [
        ["@type": "BlogPosting", "@id": .string(address), "headline": "a </script> <!--<script> & b"],
        ["@type": "WebSite", "@id": "https://blog.example/sub/#website", "url": "https://blog.example/sub/"],
      ],
    ]
  }

  private func embed(_ html: String, path: String = "2024/été/index.html") throws -> (
    text: String, outcome: PageEmbedder.Outcome
  )? {
    let embedder = PageEmbedder(documents: [document])
    return embedder.embed(Array(html.utf8), path: path).map { (String(decoding: $0.bytes, as: UTF8.self), $0.outcome) }
  }

  @Test func theElementGoesBeforeTheEndOfTheHeadAndNothingElseMoves() throws {
    let html = "<!doctype html>\r\n<HTML><Head><title>t</title>\r\n\t</HEAD ><body>\u{FEFF}x</body></html>\r\n\r\n"
    let result = try #require(try embed(html))
    #expect(result.outcome == .embedded)
    let element = try #require(result.text.firstRange(of: "<script type=\"application/ld+json\" data-bloggraph>"))
    let end = try #require(result.text.firstRange(of: "</script>\n"))
    let without = String(result.text[..<element.lowerBound]) + String(result.text[end.upperBound...])
    #expect(Array(without.utf8) == Array(html.utf8))
    #expect(result.text[end.upperBound...].hasPrefix("</HEAD >"))
    let again = try #require(try embed(result.text))
    #expect(again.outcome == .unchanged)
    #expect(Array(again.text.utf8) == Array(result.text.utf8))
  }

  @Test func aFormerElementIsReplacedWhereItStands() throws {
    let html =
      "<head><script data-bloggraph type=\"application/ld+json\">{\"old\": 1}</script ><meta charset=utf-8></head><p>"
    let result = try #require(try embed(html))
    #expect(result.outcome == .replaced)
    #expect(result.text.hasPrefix("<head><script type=\"application/ld+json\" data-bloggraph>{\"@context\""))
    #expect(result.text.hasSuffix("</script><meta charset=utf-8></head><p>"))
    #expect(try embed(result.text)?.outcome == .unchanged)
  }

  @Test func aSecondElementOfOursGoes() throws {
    let own = "<script type=\"application/ld+json\" data-bloggraph>{}</script>"
    let result = try #require(try embed("<head>\(own)<i>\(own)</head>"))
    #expect(result.text.ranges(of: "data-bloggraph").count == 1)
    #expect(result.text.hasSuffix("</script><i></head>"))
  }

  @Test(arguments: [
    "{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\"}",
    "{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"WebPage\"},{\"@type\":[\"TechArticle\"]}]}",
    "[{\"@type\":\"https://schema.org/BlogPosting\"}]",
  ]) func anArticleOfSomebodyElseIsNamedAndNotDoubled(_ json: String) throws {
    let html = "<head>\n<script type=\"application/ld+json\">\(json)</script></head>"
    let result = try #require(try embed(html))
    #expect(result.outcome == .occupied(line: 2))
    #expect(result.text == html)
  }

  @Test func otherDataOfOthersStays() throws {
    let html = "<head><script type=\"application/ld+json\">{\"@type\":\"Organization\"}</script></head>"
    #expect(try embed(html)?.outcome == .embedded)
  }

  @Test func aHeadWithoutEndTagEndsWhereTheBodyBegins() throws {
    let result = try #require(try embed("<title>t</title><body class=x>y"))
    #expect(result.text.hasSuffix("</script>\n<body class=x>y"))
    #expect(try embed("<p>no head at all")?.outcome == .unfit("it has no head"))
    #expect(
      try embed("<title></head></title><head></head>")?.text.hasPrefix("<title></head></title><head><script") == true)
  }

  @Test func aPageIsKnownByItsPathOrItsCanonicalLink() throws {
    #expect(try embed("<head></head>", path: "sub/2024/été/index.html") != nil)
    #expect(try embed("<head></head>", path: "2024/e\u{301}te\u{301}.html") != nil)
    #expect(try embed("<head></head>", path: "other.html") == nil)
    let canonical = "<head><link rel=canonical href='https://blog.example/sub/2024/%C3%A9t%C3%A9'></head>"
    #expect(try embed(canonical, path: "elsewhere.html") != nil)
    // A preview under another host has the path; a copy that calls another page its original has not.
    let preview = "<head><link rel=canonical href='http://localhost:1313/sub/2024/%C3%A9t%C3%A9/'></head>"
    #expect(try embed(preview) != nil)
    #expect(try embed("<head><link rel=canonical href='https://other.example/x/'></head>") == nil)
  }

  @Test func anAliasIsNoPage() throws {
    let alias = "<head><link rel=canonical href='\(address)'><meta http-equiv=refresh content='0; url=x'></head>"
    #expect(try embed(alias, path: "old.html") == nil)
  }

  @Test func bytesThatAreNoUTF8StayAlone() throws {
    let html: [UInt8] = Array("<head></head>".utf8) + [0xE9]
    let result = PageEmbedder(documents: [document]).embed(html, path: "2024/été/index.html")
    #expect(result?.outcome == .unfit("it is not UTF-8"))
    #expect(result?.bytes == html)
  }

  @Test func aRunSaysWhatIsMissingAndKeepsTheModes() throws {
    let scratch = try ScratchFolder()
    try scratch.write("<head></head>x", to: "sub/2024/été/index.html")
    try scratch.write("<head></head>", to: "index.html")
    let page = scratch.path("sub/2024/été/index.html")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: page)
    var second = document
    if case .object(var object) = second {
      object["@graph"] = [["@type": "BlogPosting", "@id": "https://blog.example/sub/gone/"]]
      second = .object(object)
    }
    let report = try PageEmbedder(documents: [document, second]).run(over: scratch.url.path)
    #expect(report.embedded == 1 && report.others == 1)
    #expect(report.missing == ["https://blog.example/sub/gone/"])
    #expect(try FileManager.default.attributesOfItem(atPath: page)[.posixPermissions] as? Int == 0o640)
    #expect(try scratch.contents().keys.sorted() == ["index.html", "sub/2024/été/index.html"])
  }
}
