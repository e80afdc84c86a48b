import Posts
import Testing

@Suite struct ShortcodeTests {
  @Test func figure() throws {
    let post = try readBody(
      """
      Before

      {{< figure src="images/a.png" alt="Alt" title="Title" caption="A *fine* [picture](/p)" >}}

      After {{<figure src="/b.png" caption="In line">}} text
      """)
    #expect(
      post.blocks == [
        "p: Before", "caption 0: Title", "caption 0: A fine picture", "p: After", "caption 1: In line", "p: text",
      ])
    #expect(post.pictures.map(\.absolute) == ["https://example.org/posts/x/images/a.png", "https://example.org/b.png"])
    #expect(post.pictures.map(\.alternateText) == ["Alt", "In line"])
    #expect(post.pictures.map(\.line) == [6, 8])
    #expect(post.spans.contains("link https://example.org/p: picture"))
  }

  @Test func figureOverManyLines() throws {
    let post = try readBody("{{< figure\n  src=\"a.png\"\n  caption=`Raw \"caption\"`\n>}}\n\nAfter\n")
    #expect(post.blocks == ["caption 0: Raw \"caption\"", "p: After"])
    #expect(post.line(of: "After") == 9)
  }

  @Test func videos() throws {
    let post = try readBody(
      "{{< youtube abcdefghijk >}}\n\n{{< youtube id=\"lmnopqrstuv\" title=\"Talk\" >}}\n\n{{< vimeo 55 >}}\n\nhttps://youtu.be/ABCDEFGHIJK\n\nText\n"
    )
    #expect(
      post.videos.map(\.watchURL) == [
        "https://www.youtube.com/watch?v=abcdefghijk", "https://www.youtube.com/watch?v=lmnopqrstuv",
        "https://vimeo.com/55", "https://www.youtube.com/watch?v=ABCDEFGHIJK",
      ])
    #expect(post.videos.map(\.title) == [nil, "Talk", nil, nil])
    #expect(post.videos.map(\.line) == [4, 6, 8, 10])
    #expect(post.blocks == ["p: Text"])
  }

  @Test func pairsKeepTheirInside() throws {
    let post = try readBody(
      "{{% alert color=\"info\" %}}\nInner *text*.\n{{% /alert %}}\n\n{{< note >}}Short{{< /note >}} and {{< icon name=x />}}more\n"
    )
    #expect(post.blocks == ["p: Inner text.", "p: Short and more"])
  }

  @Test func codeIsCode() throws {
    let post = try readBody(
      "Use `{{< youtube id >}}` so.\n\n```\n{{< figure src=\"x.png\" >}}\n```\n\n{{< highlight go \"linenos=table\" >}}\nfunc x() {}\n{{< /highlight >}}\n\nEnd {{</* youtube abc */>}}\n"
    )
    #expect(post.blocks.first == "p: Use {{< youtube id >}} so.")
    #expect(post.blocks.count == 2)
    #expect(post.pictures.isEmpty && post.videos.isEmpty)
  }

  @Test func unfinishedOnesAreText() throws {
    let post = try readBody("A {{< figure and {{% more.\n")
    #expect(post.blocks == ["p: A {{< figure and {{% more."])
  }

  @Test func liquid() throws {
    let post = try read(
      "---\ntitle: T\n---\nA {% include x.html %}b {{ site.url }} c\n\n{% highlight ruby %}\nputs 1\n{% endhighlight %}\n\n[x]({{ site.url }}/y) {% raw %}kept{% endraw %}\n"
    )
    #expect(post.blocks == ["p: A b c", "p: x kept"])
  }

  @Test func formulas() throws {
    let post = try readBody("Price is $5 or $10.\n\n$$\nx = y_1 * z_2\n$$\n\nEnd \\\\(a_b\\\\) here.\n")
    #expect(post.blocks == ["p: Price is $5 or $10.", "p: End here."])
  }

  @Test func references() throws {
    let site = try TemporaryFolder([
      "hugo.toml": "baseURL = 'https://blog.test/'\n",
      "content/posts/one/index.md":
        "---\ntitle: One\n---\n[two]({{< relref \"two.md#part\" >}}) [three]({{< ref \"/notes/three\" >}}) [none]({{< ref \"gone\" >}})\n",
      "content/posts/two.md": "---\ntitle: Two\nslug: zwei\n---\nx\n",
      "content/notes/three.md": "---\ntitle: Three\n---\nx\n",
    ])
    let blog = try BlogReader().read(folder: site.url)
    let post = try #require(blog.posts.first { $0.title == "One" })
    #expect(
      post.spans == [
        "link https://blog.test/posts/zwei/#part: two", "link https://blog.test/notes/three/: three",
        "link https://blog.test/posts/one/gone: none",
      ])
  }

  @Test func manyShortcodes() throws {
    let body = (0..<3000).map { "w\($0) {{< icon i\($0) >}}" }.joined(separator: "\n")
    let post = try readBody(body)
    #expect(post.blocks.count == 1)
    #expect(post.line(of: "w2999") == 3003)
  }

  @Test func privateUseCharactersOfTheAuthorStay() throws {
    let post = try readBody("Icon \u{E000}\u{E800}\u{F8FF} {{< icon name >}} end\n")
    #expect(post.blocks == ["p: Icon \u{E000}\u{E800}\u{F8FF} end"])
  }
}
