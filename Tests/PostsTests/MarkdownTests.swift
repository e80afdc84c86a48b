import Posts
import Testing

@Suite struct MarkdownTests {
  @Test func blocksAndSpans() throws {
    let post = try readBody(
      """
      # Head *one*

      First line
      second **strong [link](/a/b "t")** end.

      - item
        - inner `code`
      - last

      3. three
      4. four

      > Quoted
      > on two lines
      """)
    #expect(
      post.blocks == [
        "h1: Head one", "p: First line second strong link end.", "li 1.1: item", "li 2.1: inner code", "li 1.2: last",
        "li 1.1: three", "li 1.2: four", "quote: Quoted on two lines",
      ])
    #expect(
      post.spans == [
        "emphasis: one", "strong: strong link", "link https://example.org/a/b: link", "code: code",
      ])
    #expect(post.line(of: "second") == 7)
    #expect(post.line(of: "inner") == 10)
    #expect(post.line(of: "on two lines") == 17)
  }

  @Test func aParagraphRightAboveATableHasItsLine() throws {
    let post = try readBody("One.\n\nTwo words here\nand there:\n| Name | Meaning |\n|---|---|\n| Cell | Room |\n")
    #expect(post.blocks.prefix(2) == ["p: One.", "p: Two words here and there:"])
    #expect(["Two", "words", "there", "Meaning", "Room"].map { post.line(of: $0) } == [6, 6, 7, 8, 10])
  }

  @Test func everyWordIsFoundExactly() throws {
    // Words that repeat before and after markup, so that a search alone would find the wrong ones.
    let body = """
      a a [a](http://a/a "a") a *a* `a` a &amp; a \\* a <b>a</b> a <http://a.a/a> a
        a indented a
      > a in a quotation a
      > a [a][a] a ![a](a.png) a
      >
      > 1. a a
      >    a a
      lazy a

      [a]: http://a.test/ "a"
      """
    let post = try readBody(body)
    let source = Array(("---\ntitle: T\n---\n" + body).utf8)
    var last = -1
    var words = 0
    for i in post.text.utf8.indices where post.text.utf8[i] == 0x61 {
      let offset = try #require(post.sourceOffset(ofPlain: i))
      #expect(source[offset] == 0x61)
      #expect(offset > last)
      last = offset
      words += 1
    }
    #expect(words > 20)
    #expect(post.line(of: "indented") == 5)
    #expect(post.line(of: "in a quotation") == 6)
    #expect(post.line(of: "lazy") == 11)
  }

  @Test func entitiesAndEscapes() throws {
    let post = try readBody("AT&amp;T &copy; &#233;t&eacute; &hellip; 1 \\< 2 &nbsp;x & y &bogus; a\u{A0}b\n")
    #expect(post.blocks == ["p: AT&T © été … 1 < 2 x & y &bogus; a b"])
  }

  @Test func tables() throws {
    let post = try readBody("| A | B |\n|---|---|\n| a \\| x | [b](c) |\n| d | `e` |\n\nAfter\n")
    #expect(
      post.blocks == [
        "th 0.0.0: A", "th 0.0.1: B", "td 0.1.0: a | x", "td 0.1.1: b", "td 0.2.0: d", "td 0.2.1: e", "p: After",
      ])
    #expect(post.line(of: "d") == 7)
  }

  @Test func footnotes() throws {
    let post = try readBody("Text[^1] goes on.\n\n[^1]: The *note*.\n\nEnd.\n")
    #expect(post.blocks == ["p: Text goes on.", "p: End.", "footnote: The note."])
    #expect(post.line(of: "The note") == 6)
  }

  @Test func codeIsNoProse() throws {
    let post = try readBody(
      "Before\n\n```go\nfunc main() {}\n```\n\n    indented code\n\nAfter `name` <kbd>Ctrl</kbd>\n")
    #expect(post.blocks == ["p: Before", "p: After name Ctrl"])
    #expect(post.spans == ["code: name", "code: Ctrl"])
  }

  @Test func markdownInHTMLInMarkdown() throws {
    let post = try readBody(
      "<div class=\"box\">\n\nSome *text* and 25<sup>th</sup>.\n\n</div>\n\n<p>HTML <b>bold</b><br>\nnext</p>\n")
    #expect(post.blocks == ["p: Some text and 25th.", "p: HTML bold\nnext"])
    #expect(post.spans == ["emphasis: text", "superscript: th", "strong: bold"])
    #expect(post.line(of: "next") == 11)
  }

  @Test func lineBreaks() throws {
    let post = try readBody("one  \ntwo\\\nthree\nfour<br/>five<br><br>six\n")
    #expect(post.blocks == ["p: one\ntwo\nthree four\nfive", "p: six"])
  }

  @Test func autolinks() throws {
    let post = try readBody("See https://a.test/x?y=1, www.b.test and <mailto:c@d.test>. ~~gone~~\n")
    #expect(
      post.spans == [
        "link https://a.test/x?y=1: https://a.test/x?y=1", "link http://www.b.test: www.b.test",
        "link mailto:c@d.test: mailto:c@d.test",
      ])
  }

  @Test func pictures() throws {
    let post = try readBody("Before ![Alt *text*](img/a.png \"A & caption\") after\n\n![](/b.jpg)\n")
    #expect(post.pictures.map(\.absolute) == ["https://example.org/posts/x/img/a.png", "https://example.org/b.jpg"])
    #expect(post.pictures.map(\.alternateText) == ["Alt text", nil])
    #expect(post.pictures.map(\.line) == [4, 6])
    #expect(post.blocks == ["p: Before after", "caption 0: A & caption"])
    let caption = try #require(post.pictures[0].captionBlock)
    #expect(post.text.string(post.text.blocks[caption].range) == "A & caption")
  }

  @Test func referencesDoNotDisturbPositions() throws {
    let post = try readBody("[x]: http://x.test/\n[y]: http://y.test/\nText with [x] and\nmore [y][] here.\n")
    #expect(post.blocks == ["p: Text with x and more y here."])
    #expect(post.line(of: "more") == 7)
    #expect(post.line(of: "Text") == 6)
  }

  @Test func alertsLoseTheirMark() throws {
    #expect(try readBody("> [!NOTE]\n> Mind this.\n").blocks == ["quote: Mind this."])
  }

  @Test func crlfAndCR() throws {
    for end in ["\r\n", "\r"] {
      let post = try read(
        ["---", "title: T", "date: 2020-01-02", "---", "One", "two.", "", "Three"].joined(separator: end))
      #expect(post.blocks == ["p: One two.", "p: Three"])
      #expect(post.line(of: "Three") == 8)
      #expect(post.date?.lexicalForm == "2020-01-02")
    }
  }
}
