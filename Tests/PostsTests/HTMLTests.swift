import Foundation
import Posts
import Testing

@Suite struct HTMLTests {
  private func body(_ html: String, place: SourceLocation = #_sourceLocation) throws -> Post {
    try readBody(html, file: "posts/x.html", place: place)
  }

  @Test func blocks() throws {
    let post = try body(
      """
      <h2>Head</h2>Bare text <p>One
      two<p>Three</p>
      <ul><li>a<ol><li>b</li><li>c</li></ol></li><li><p>d</p><p>e</p></li></ul>
      <blockquote><p>q</p></blockquote>
      <dl><dt>term</dt><dd>meaning</dd></dl>
      <table><caption>Cap</caption><tr><th>H</th></tr><tr><td>x</td><td>y</td></tr></table>
      <address>Street</address>
      """)
    #expect(
      post.blocks == [
        "h2: Head", "p: Bare text", "p: One two", "p: Three", "li 1.1: a", "li 2.1: b", "li 2.2: c", "li 1.2: d",
        "li 1.2: e", "quote: q", "term: term", "other: meaning", "caption -: Cap", "th 0.0.0: H", "td 0.1.0: x",
        "td 0.1.1: y", "p: Street",
      ])
  }

  @Test func whatIsNoProse() throws {
    let post = try body(
      """
      <p>Seen</p><!-- comment --><script>var a = "<p>no</p>";</script><style>p { }</style>
      <pre><code>code</code></pre><noscript>no</noscript><svg><text>no</text></svg><template><p>no</p></template>
      <math><mi>x</mi></math><iframe src="https://example.com/x">no</iframe><p>too</p>
      """)
    #expect(post.blocks == ["p: Seen", "p: too"])
  }

  @Test func entities() throws {
    let post = try body("<p>AT&amp;T &eacute;t&#233; &#x41; a&nbsp;b &lt;tag&gt; &hellip; 5 < 6 & 7 &bogus; R&D</p>")
    #expect(post.blocks == ["p: AT&T été A a b <tag> … 5 < 6 & 7 &bogus; R&D"])
  }

  @Test func figures() throws {
    let post = try body(
      """
      <figure><img src="a.png" alt="A"><figcaption>First <b>cap</b></figcaption></figure>
      <figure><figcaption>Second</figcaption><a href="/big"><img src="/b.png"></a></figure>
      <div class="wp-caption"><img src="/c.png"><p class="wp-caption-text">Third</p></div>
      <p>Text</p>
      """)
    #expect(post.blocks == ["caption 0: First cap", "caption 1: Second", "caption 2: Third", "p: Text"])
    #expect(post.pictures.map(\.captionBlock) == [1, 2, 3])
    #expect(post.pictures.map(\.line) == [4, 5, 6])
  }

  @Test func videos() throws {
    let post = try body(
      """
      <p>Before</p>
      <iframe title="Talk" src="https://www.youtube.com/embed/abcdefghijk?rel=0"></iframe>
      <p>Between</p><iframe src="//player.vimeo.com/video/1234"></iframe>
      """)
    #expect(post.videos.map(\.watchURL) == ["https://www.youtube.com/watch?v=abcdefghijk", "https://vimeo.com/1234"])
    #expect(post.videos.map(\.title) == ["Talk", nil])
    #expect(post.videos.map(\.line) == [5, 6])
    #expect(post.text.string(post.videos[0].position..<post.text.utf8.count).hasPrefix("Between"))
    #expect(post.videos[1].position == post.text.utf8.count)
  }

  @Test func spansAcrossBlocks() throws {
    let post = try body("<p><b>one<br><br>two <i>three</i></b></p><p>a<a href='x'> b </a>c</p>")
    #expect(
      post.spans == ["strong: one", "strong: two three", "emphasis: three", "link https://example.org/posts/x/x: b"])
    #expect(post.blocks.last == "p: a b c")
  }

  @Test func unknownAndNestedMarkup() throws {
    let post = try body("<custom-tag>x <foo>y</foo></custom-tag><p>a</div>b</p></p>c <b>d")
    #expect(post.blocks.joined(separator: "|").contains("x y"))
    #expect(post.blocks.last?.hasSuffix("d") == true)
  }

  @Test func nothingIsFetched() throws {
    // Reading must end at once and without the named things in the text, whatever they are.
    let post = try body(
      """
      <!DOCTYPE html PUBLIC "-//X//DTD X//EN" "http://127.0.0.1:9/x.dtd" [<!ENTITY a "AAAA"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
      <link rel="stylesheet" href="http://127.0.0.1:9/a.css"><object data="file:///etc/passwd"></object>
      <p>Text &b; &f;</p>
      """)
    #expect(post.blocks.last?.contains("Text &b; &f;") == true)
    #expect(!post.text.string(0..<post.text.utf8.count).contains("root:"))
    #expect(!post.text.string(0..<post.text.utf8.count).contains("AAAA"))
  }

  @Test func whitespaceOfUnicode() throws {
    let post = try body("<p>a\u{2009}b\u{202F}c\u{200B}d\u{AD}e \u{A0} f\t\n g</p>")
    #expect(post.blocks == ["p: a b cde f g"])
  }

  @Test func normalization() throws {
    let post = try body("<p>cafe\u{301} <b>re\u{301}sume\u{301}</b> x \u{212B}</p><p>e\u{301}nd</p>")
    #expect(post.blocks == ["p: café résumé x Å", "p: énd"])
    #expect(post.spans == ["strong: résumé"])
    #expect(post.text.utf8.elementsEqual("T\ncafé résumé x Å\nénd".precomposedStringWithCanonicalMapping.utf8))
  }
}
