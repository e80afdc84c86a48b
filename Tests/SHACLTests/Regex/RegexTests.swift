import Testing

@testable import SHACL

@Suite("XPath's regular expressions (Functions and Operators 3.1 §5.6)")
struct RegexTests {
  @Test(
    arguments: [
      // pattern, flags, texts that match, texts that do not
      ("abc", "", ["abc", "xabcx"], ["ab", ""]),
      ("^abc$", "", ["abc"], ["xabc", "abcx", "abc\n"]),
      ("", "", ["", "x"], []),
      ("a|b|", "", ["", "a"], []),
      ("^(a|bc)+$", "", ["a", "abc", "bcbc"], ["ab", ""]),
      ("^a?b*c+$", "", ["c", "abbcc", "ac"], ["ab", "aac"]),
      ("^a{3}$", "", ["aaa"], ["aa", "aaaa"]),
      ("^a{2,}$", "", ["aa", "aaaaaa"], ["a"]),
      ("^a{1,3}?b$", "", ["ab", "aaab"], ["b", "aaaab"]),
      ("^a{0}b$", "", ["b"], ["ab"]),
      ("^(a*)*$", "", ["", "aaa"], ["b"]),
      ("^(?:ab)+?$", "", ["abab"], ["aba"]),
      ("^.$", "", ["a", "é", "😀"], ["", "ab", "\n", "\r"]),
      ("^.$", "s", ["\n", "\r"], [""]),
      ("^[a-c]$", "", ["b"], ["d", "-"]),
      ("^[^a-c]$", "", ["d", "\n"], ["a", ""]),
      ("^[-a]$", "", ["-", "a"], ["b"]),
      ("^[a-]$", "", ["-", "a"], ["b"]),
      ("^[a-z-[aeiou]]+$", "", ["xyz"], ["xaz", "-"]),
      ("^[\\w-[\\d]]+$", "", ["abc"], ["a1"]),
      ("^[^a-z-[0-9]]$", "", ["A"], ["5", "b"]),
      ("^[a-z-[c-x-[m]]]+$", "", ["abmyz"], ["d"]),
      ("^[\\[\\]\\^\\-]+$", "", ["[]^-"], ["\\"]),
      ("^[a^]$", "", ["^", "a"], ["b"]),
      ("^[.?*$(){}|]+$", "", [".?*$(){}|"], ["a"]),
      ("^\\d+$", "", ["123", "٣"], ["", "1a", "½"]),
      ("^\\D$", "", ["a"], ["1"]),
      ("^\\s+$", "", [" \t\n\r"], ["\u{A0}", ""]),
      ("^\\S+$", "", ["a\u{A0}"], ["a b"]),
      ("^\\w+$", "", ["aé日1", "a+b", "$"], ["a b", "a.b", "_", "-"]),
      ("^\\W+$", "", [" .-_"], ["a"]),
      ("^\\i\\c*$", "", ["_a-1", "é:x", "a·b"], ["1a", "-a", "a b"]),
      ("^\\I\\C$", "", ["1 "], ["ab"]),
      ("^\\p{Lu}+$", "", ["ABÉ"], ["a", "1"]),
      ("^\\P{Lu}+$", "", ["ab1"], ["A"]),
      ("^\\p{L}\\p{Nd}\\p{Sc}\\p{Zs}\\p{P}$", "", ["a1€ ."], ["1a€ ."]),
      ("^\\p{IsGreek}+\\p{IsBasicLatin}$", "", ["αβγx"], ["abc"]),
      ("^\\p{IsGreekandCoptic}\\P{IsCyrillic}$", "", ["αx"], ["αж"]),
      ("^\\p{IsLatin-1Supplement}$", "", ["é"], ["e"]),
      ("^\\p{Cn}$", "", ["\u{378}"], ["a"]),
      ("^[\\p{Lu}\\d_]+$", "", ["A1_"], ["a"]),
      ("^\\n\\r\\t\\\\\\|\\.\\?\\*\\+\\(\\)\\{\\}\\-\\[\\]\\^\\$$", "", ["\n\r\t\\|.?*+(){}-[]^$"], [""]),
      ("JoHn", "i", ["john", "xJOHNx"], ["jon"]),
      ("^[a-c]+$", "i", ["ABC"], ["D"]),
      ("^[^a-c]+$", "i", ["D"], ["A", "b"]),
      ("^É$", "i", ["é"], ["e"]),
      ("^k$", "i", ["K", "\u{212A}"], ["x"]),
      ("^\u{212A}$", "i", ["K", "k"], ["x"]),
      ("^σ+$", "i", ["Σςσ"], ["s"]),
      ("^ß$", "i", ["ß", "ẞ"], ["ss"]),
      ("^\\p{Lu}$", "i", ["A"], ["a"]),
      ("^b$", "m", ["a\nb\nc", "b\nc", "a\nb"], ["a\nbc", "ab"]),
      ("^b$", "", ["b"], ["a\nb\nc"]),
      ("c$", "m", ["c\nd"], ["cd"]),
      ("a^", "m", [], ["a\n", "a\nb"]),
      ("\\n^$", "m", ["a\n\nb"], ["a\n"]),
      (" a b [ c] {2} ", "x", ["ab  ", "abcc"], ["a b cc"]),
      ("a.b$*[", "q", ["xa.b$*[y"], ["aXb"]),
      ("A.B", "qi", ["a.b"], ["aXb"]),
      ("^(a+)b\\1$", "", ["aba", "aabaa"], ["aaba", "abaa"]),
      ("^(.)(.)\\2\\1$", "", ["abba", "aaaa"], ["abab"]),
      ("^(a)?b\\1c$", "", ["bc", "abac"], ["abc"]),
      ("^(a)\\1$", "i", ["aA", "Aa"], ["ab"]),
      ("(['\"])[^'\"]*\\1", "", ["say 'x'", "say \"x\""], ["say 'x\""]),
      ("^(a)(b)(c)(d)(e)(f)(g)(h)(i)\\10$", "", ["abcdefghia0"], ["abcdefghia"]),
      (
        "^https?://([a-z0-9-]+[.])+[a-z]{2,}(/[^?#]*)?$", "", ["https://www.example.org/a/b", "http://a.io"],
        ["ftp://a.io", "https://a", "https://a.io/?q"]
      ),
    ] as [(String, String, [String], [String])])
  func matching(pattern: String, flags: String, matches: [String], misses: [String]) throws {
    let regex = try XPathRegex(pattern, flags: flags)
    for text in matches { #expect(regex.matches(text), "/\(pattern)/\(flags) should match \(text.debugDescription)") }
    for text in misses {
      #expect(!regex.matches(text), "/\(pattern)/\(flags) should not match \(text.debugDescription)")
    }
  }

  @Test(
    "what is no regular expression of XPath's",
    arguments: [
      "[", "[]", "[^]", "[b-a]", "(", ")", "a)", "(a", "*a", "a**", "+", "?", "{2}", "a{", "a{2", "a{3,2}", "a{,2}",
      "a{x}", "}", "]",
      "\\", "\\b", "\\x41", "\\/", "(?=a)", "(?i)a", "(?<n>a)", "\\1", "(a\\1)", "\\2(a)(b)", "[a-\\d]", "[[a]]",
      "[a-[b]c]", "\\p{Xx}",
      "\\p{IsNowhere}", "\\pL", "\\p{L", "\\u0041", "a{99999}", "((a{1000}){1000}){1000}",
    ])
  func faults(pattern: String) {
    #expect(throws: XPathRegex.Fault.self) { try XPathRegex(pattern) }
  }

  @Test("an unknown flag")
  func flag() { #expect(throws: XPathRegex.Fault.self) { try XPathRegex("a", flags: "g") } }

  @Test("a fault says where")
  func place() {
    #expect(throws: XPathRegex.Fault(reason: "the range z-a is the wrong way round", position: 4)) {
      try XPathRegex("[z-a]")
    }
  }

  @Test("what makes backtracking machines hang takes a moment", .timeLimit(.minutes(1)))
  func linear() throws {
    let text = String(repeating: "a", count: 20_000)
    #expect(!(try XPathRegex("^(a+)+$").matches(text + "b")))
    #expect(!(try XPathRegex("^(a|a)*$").matches(text + "b")))
    #expect(try XPathRegex("^(a?){40}a{40}$").matches(String(repeating: "a", count: 40)))
    #expect(!(try XPathRegex("^(a*)*\\1b$").matches(String(repeating: "a", count: 40))))
  }

  @Test("groups nested too deep are a fault, not a crash")
  func deep() {
    let pattern = String(repeating: "(", count: 100_000) + "a" + String(repeating: ")", count: 100_000)
    #expect(throws: XPathRegex.Fault.self) { try XPathRegex(pattern) }
    let classes = String(repeating: "[a-", count: 100_000)
    #expect(throws: XPathRegex.Fault.self) { try XPathRegex(classes) }
  }

  @Test("text that is no UTF-8 does no harm")
  func broken() throws {
    var scratch = RegexScratch()
    #expect(try XPathRegex("^..$").matches([0xFF, 0x61], &scratch))
  }
}
