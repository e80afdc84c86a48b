import Testing

@testable import Posts

@Suite struct PartsTests {
  /// FIPS 180-4's examples.
  @Test func sha256() {
    #expect(SHA256.hexadecimal([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(SHA256.hexadecimal(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256.hexadecimal(Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8))
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    #expect(
      SHA256.hexadecimal([UInt8](repeating: 0x61, count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  /// RFC 3986, 5.4.
  @Test(arguments: [
    ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
    ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"),
    ("g#s", "http://a/b/c/g#s"), ("g?y#s", "http://a/b/c/g?y#s"), (";x", "http://a/b/c/;x"), ("", "http://a/b/c/d;p?q"),
    (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"), ("../g", "http://a/b/g"),
    ("../..", "http://a/"), ("../../g", "http://a/g"), ("../../../g", "http://a/g"), ("/./g", "http://a/g"),
    ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"),
    ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"), ("g?y/../x", "http://a/b/c/g?y/../x"),
    ("a b|c", "http://a/b/c/a%20b%7Cc"),
  ])
  func addresses(reference: String, absolute: String) {
    #expect(Address.resolve(reference, against: "http://a/b/c/d;p?q") == absolute)
  }

  @Test(arguments: [
    ("https://www.youtube.com/watch?v=abcdefghijk&t=3", "https://www.youtube.com/watch?v=abcdefghijk"),
    ("http://youtu.be/abcdefghijk?t=1", "https://www.youtube.com/watch?v=abcdefghijk"),
    ("//www.youtube-nocookie.com/embed/abcdefghijk", "https://www.youtube.com/watch?v=abcdefghijk"),
    ("https://youtube.com/live/abcdefghijk", "https://www.youtube.com/watch?v=abcdefghijk"),
    ("https://player.vimeo.com/video/123", "https://vimeo.com/123"), ("https://vimeo.com/123", "https://vimeo.com/123"),
    ("https://www.youtube.com/embed/videoseries?list=x", ""), ("https://www.youtube.com/@channel", ""),
    ("https://vimeo.com/channels/staffpicks", ""), ("https://youtube.com.evil.test/watch?v=abcdefghijk", ""),
    ("/watch", ""),
  ])
  func videos(address: String, watch: String) {
    #expect(VideoAddress(address)?.watch ?? "" == watch)
  }

  @Test func calendar() {
    #expect(CalendarDay(PostDate("2024-12-31")).ordinal == 366)
    #expect(CalendarDay(PostDate("2021-03-04")).weekday == 4)
    #expect(CalendarDay(PostDate("2021-01-03")).week == 53)
    #expect(CalendarDay(PostDate("2024-12-30")).week == 1)
    #expect(CalendarDay(PostDate("2020-12-31")).week == 53)
  }

  @Test func lines() {
    #expect(Bytes.lineStarts(Array("a\nb\r\nc\rd".utf8)) == [0, 2, 5, 7])
    #expect(Bytes.lineStarts([]) == [0])
    #expect(Bytes.lineText(Array("a\r\nbb\r\n".utf8), line: 2, starts: [0, 3, 7]) == "bb")
  }
}
