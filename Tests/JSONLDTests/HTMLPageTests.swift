import JSONLD
import Testing

/// Where the parts of a page and of its JSON stand.
@Suite struct HTMLPageTests {
  @Test func scriptsHaveTheirPlaces() throws {
    let html =
      "<head>\n<script>var a = '<script type=\"application/ld+json\">'</script>\n<SCRIPT Data-X type='application/ld+json; charset=utf-8'>\n{\"a\": [1,\n{\"b\": 2}]}</Script >\n</head>"
    let bytes = Array(html.utf8)
    let page = HTMLPage(bytes)
    #expect(page.scripts.count == 1)
    let script = try #require(page.scripts.first)
    #expect(script.line == 3 && script.attributes == ["data-x", "type"])
    let element = String(decoding: bytes[script.element], as: UTF8.self)
    #expect(element.hasPrefix("<SCRIPT Data-X") && element.hasSuffix("</Script >"))
    #expect(try page.document(of: script)["a"]?.array?.count == 2)
    let places = try #require(page.places(of: script))
    #expect(places.line == 4 && places.member("a")?.line == 4)
    guard case .array(_, let items)? = places.member("a")?.value else { throw Missing() }
    #expect(items[1].line == 5 && items[1].member("b")?.line == 5)
    #expect(String(decoding: bytes[(page.headEnd ?? 0)...], as: UTF8.self) == "</head>")
  }

  struct Missing: Error {}

  @Test func aScriptThatIsNoJSONHasItsLineInThePage() throws {
    let page = HTMLPage(Array("<p>\n\n<script type=application/ld+json>\n{\"a\": \n,}</script>".utf8))
    #expect { try page.document(of: page.scripts[0]) } throws: { ($0 as? JSONLDError)?.line == 5 }
    #expect(page.places(of: page.scripts[0]) == nil)
  }

  @Test func whatThePageTellsOfItself() {
    let page = HTMLPage(
      Array(
        "<title></head></title><base href=/b/><link rel='x CANONICAL' href=c><link rel=canonical href=d><meta http-equiv=Refresh><body>"
          .utf8))
    #expect(page.canonical == "c" && page.base == "/b/" && page.isRedirect)
    #expect(page.headEnd != nil && page.scripts.isEmpty)
    #expect(HTMLPage(Array("<p>x".utf8)).headEnd == nil)
    // An unclosed script runs to the page's end.
    #expect(HTMLPage(Array("<script type=application/ld+json>{}".utf8)).scripts.first?.element.upperBound == 35)
  }

  @Test(arguments: ["[]", "{}", "[[],{\"a\":{}}]", "\u{FEFF}{\"a\\u0062\":\"x\\\"y\"}", "  1e5 ", "\"\""])
  func everyTextThatParsesHasPlaces(_ json: String) {
    #expect(JSONPlaces(Array(json.utf8)) != nil)
  }

  @Test func ofTwoMembersTheLastCounts() {
    let places = JSONPlaces(Array("{\"ab\": 1,\n\"a\\u0062\": [\n]}".utf8))
    #expect(places?.member("ab")?.line == 2)
  }
}
