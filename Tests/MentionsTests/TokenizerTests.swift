import Posts
import Testing

@testable import Mentions

@Suite struct TokenizerTests {
  private func tokens(_ text: String, elisions: [String] = []) -> [String] {
    let plain = Ontology.plain(text)
    return Tokenizer(elisions: elisions).tokens(of: plain).map { plain.string($0.range) }
  }

  @Test func possessives() {
    #expect(tokens("Mara’s talk") == ["Mara", "’s", "talk"])
    #expect(tokens("Mara's talk") == ["Mara", "'s", "talk"])
    #expect(tokens("the teams' hosts") == ["the", "teams", "'", "hosts"])
    #expect(tokens("O'Brien isn’t here") == ["O'Brien", "isn’t", "here"])
  }

  @Test func elisions() {
    #expect(
      tokens("l’équipe d'Amélie qu’elle", elisions: ["l", "d", "qu"]) == [
        "l’", "équipe", "d'", "Amélie", "qu’", "elle",
      ])
    #expect(tokens("aujourd’hui", elisions: ["l", "d"]) == ["aujourd’hui"])
  }

  @Test func hyphensAndDotsInsideAWord() {
    #expect(tokens("Kitchener-Waterloo, co-founder.") == ["Kitchener-Waterloo", ",", "co-founder", "."])
    #expect(tokens("FD.io and Node.js.") == ["FD.io", "and", "Node.js", "."])
    #expect(tokens("a - b -c") == ["a", "-", "b", "-", "c"])
  }

  @Test func versions() {
    #expect(tokens("Envoy v1.14.0-rc.1 (1.9)") == ["Envoy", "v1.14.0-rc.1", "(", "1.9", ")"])
    #expect(tokens("CoreDNS-1.0.0") == ["CoreDNS", "-", "1.0.0"])
  }

  @Test func addressesAndHandles() {
    #expect(
      tokens("See https://blog.example/a?b=1, or @mara_l.") == [
        "See", "https://blog.example/a?b=1", ",", "or", "@mara_l", ".",
      ])
    #expect(tokens("(https://blog.example/).") == ["(", "https://blog.example/", ")", "."])
    #expect(tokens("at 5 @ noon") == ["at", "5", "@", "noon"])
  }

  @Test func tradeMarksAreNoTokens() {
    #expect(tokens("Quillmark™ Cloud®, ©Quillmark") == ["Quillmark", "Cloud", ",", "Quillmark"])
  }

  @Test func languagesWithMarks() { #expect(tokens("C++ or C# or Go") == ["C++", "or", "C#", "or", "Go"]) }

  @Test func shapes() {
    func shape(_ word: String) -> Token.Shape { Tokenizer.shape(word) }
    #expect(shape("Envoy") == [.word, .capital])
    #expect(shape("CNCF") == [.word, .capital, .allCaps])
    #expect(shape("eBPF") == [.word, .mixed])
    #expect(shape("CoreDNS") == [.word, .capital, .mixed])
    #expect(shape("2019") == [.digit])
    #expect(shape("Élan") == [.word, .capital])
    #expect(shape(",") == [])
  }

  @Test func nothingCrossesABlock() {
    let plain = Ontology.plain("co\n-founder\n’s")
    let tokens = Tokenizer(elisions: []).tokens(of: plain)
    #expect(tokens.map { plain.string($0.range) } == ["co", "-", "founder", "’", "s"])
    #expect(tokens.map(\.block) == [0, 1, 1, 2, 2])
  }

  @Test(arguments: [
    "", " ", "'", "’", "-", "h", "https://", "@", "a’", "é", "\u{200B}", "😀", "a\u{301}", "’’’", "1.", "v1.",
  ])
  func oddTextsAreCutIntoTheirOwnBytes(_ text: String) {
    let plain = Ontology.plain(text)
    for token in Tokenizer(elisions: ["l"]).tokens(of: plain) {
      #expect(!token.range.isEmpty && token.range.upperBound <= plain.utf8.count)
    }
  }
}
