import Testing

@testable import Mentions
@testable import Statements

@Suite struct PatternElementTests {
  private func stretches(_ line: String, in marked: String) throws -> [String] {
    try PatternFixture.stretches(line, in: marked)
  }

  @Test func wordsAreComparedFolded() throws {
    #expect(try stretches("cafe", in: "Le Café et le cafe.") == ["Café", "cafe"])
    #expect(try stretches("\"works For\"", in: "She works for us, and works, for free.") == ["works for"])
    #expect(try stretches("works for", in: "She works for us.") == ["works for"])
    #expect(try stretches("co-founder", in: "Her co-founder, a co founder.") == ["co-founder"])
    #expect(
      try stretches(":Any 's boss", in: "{person:Ada}’s boss and {person:Ada}'s boss") == ["Ada’s boss", "Ada's boss"])
    #expect(try stretches("l' ~equip", in: "C'est l’équipe de nuit.") == ["l’équipe"])
    #expect(try stretches("\",\" \"(\"", in: "One, (two)") == [", ("])
  }

  @Test func listsMatchTheirLongestEntry() throws {
    #expect(try stretches("@at @the", in: "at the heart of the city") == ["at the heart of the"])
    #expect(try stretches("@at", in: "Chez Ada, at home") == ["Chez", "at"])
    #expect(try stretches("x @empty", in: "x x x") == [])
    #expect(try stretches("heart @at?", in: "my heart at") == ["heart at"])
  }

  @Test func stemsAreTheBeginningOfAToken() throws {
    #expect(try stretches("~Contribut", in: "contributors contribute; a contra") == ["contributors", "contribute"])
    #expect(try stretches("~émi", in: "émigré Emily emu") == ["émigré", "Emily"])
  }

  @Test(arguments: [
    ("Person", ["Ada"]), ("Org", ["Acme"]), ("Project", ["Helm"]), ("Product", ["Widget"]), ("Place", ["Paris"]),
    ("Event", ["Expo"]), ("Name", ["Zork"]), ("Software", ["Helm", "Widget"]), ("Thing", ["Acme", "Helm", "Widget"]),
    ("Any", ["Ada", "Acme", "Helm", "Widget", "Paris", "Expo", "Zork"]), ("Org|Person", ["Ada", "Acme"]),
    ("Date", ["2019"]), ("Role", ["chief gardener"]), ("Version", ["v1.14"]), ("Title", ["Growing Things"]),
    ("Quote", ["“so be it”"]), ("Place|Date|Quote", ["Paris", "2019", "“so be it”"]),
  ])
  func kinds(_ kind: String, _ expected: [String]) throws {
    let text = """
      {person:Ada} {organization:Acme} {project:Helm} {product:Widget} {place:Paris} {event:Expo} {name:Zork} \
      {date:2019} {role:chief gardener} v1.14 {title:Growing Things} “so be it” word
      """
    #expect(try stretches(":\(kind)", in: text) == expected)
    let marked = try MarkedText(text)
    #expect(marked.statements(try PatternFixture.set(line: "x:\(kind)")) == expected.map { "r(\($0))" })
  }

  @Test func aMentionIsTakenAsAWhole() throws {
    #expect(try stretches(":Person lovelace", in: "{person:Ada Lovelace}") == [])
    #expect(try stretches(":Person wrote", in: "{person:Ada King Lovelace} wrote") == ["Ada King Lovelace wrote"])
    #expect(try stretches("king :Person", in: "{person:Ada King Lovelace}") == [])
  }

  @Test func groupsTakeTheAlternativeWithTheLongestMatch() throws {
    #expect(try stretches("( a | a b ) c?", in: "a b c") == ["a b c"])
    #expect(try stretches("( a b | a ) b c", in: "a b c") == ["a b c"])
    #expect(try stretches("(a|b)(c|d)", in: "a d, b c, a b") == ["a d", "b c"])
    #expect(
      try stretches("( :Org|Name | :Place|x ) x", in: "{name:Zork} x, {place:Paris} x, x x") == [
        "Zork x", "Paris x", "x x",
      ])
    #expect(try stretches("( ( a | b ) c | d )", in: "b c d") == ["b c", "d"])
  }

  @Test func optionalAndRepeatedElements() throws {
    #expect(try stretches("a b? c", in: "a c a b c a b b c") == ["a c", "a b c"])
    #expect(try stretches("a \"b c\"? c", in: "a b c c; a c") == ["a b c c", "a c"])
    #expect(try stretches("a b* b", in: "a b b b") == ["a b b b"])
    #expect(try stretches("( a | b )* c", in: "a b a c, c") == ["a b a c", "c"])
    #expect(try stretches("a (..1)? b", in: "a b; a x b; a x x b") == ["a b", "a x b"])
    // Eight at most.
    #expect(try stretches("x a* y", in: "x a a a a a a a a y") == ["x a a a a a a a a y"])
    #expect(try stretches("x a* y", in: "x a a a a a a a a a y") == [])
  }

  @Test func gapsAreAsShortAsTheyCanBe() throws {
    #expect(try stretches("a ..3 b", in: "a b c b") == ["a b"])
    #expect(try stretches("a ..3 b", in: "a x y z b") == ["a x y z b"])
    #expect(try stretches("a ..2 b", in: "a x y z b") == [])
    #expect(try stretches("a ..3 b ..1 c", in: "a b x b c") == ["a b x b c"])
    #expect(try stretches("a ..9 b", in: "a; b") == [])
    #expect(try stretches("a ..9 b", in: "a: b") == [])
    #expect(try stretches("a ..9 b", in: "a, b") == ["a, b"])
    #expect(try stretches("a ..9 b", in: "a. B") == [])
    #expect(try stretches("a ..9 b", in: "a\nb") == [])
    #expect(try stretches("a . b", in: "a x b, a b, a ; b") == ["a x b", "a ; b"])
  }

  @Test func startAndEndOfTheSentence() throws {
    #expect(try stretches("^ a", in: "a a. A a\na") == ["a", "A", "a"])
    #expect(try stretches("a $", in: "a b a. A b a! (Or a.)") == ["a", "a", "a"])
    #expect(try stretches("^ so $", in: "so so. So. So") == ["So", "So"])
    #expect(try stretches("^ ..3 b", in: "x y b b") == ["x y b"])
    #expect(try stretches("a", in: "b a. a") == ["a", "a"])
  }

  @Test func whatIsAbsentTakesNothing() throws {
    #expect(try stretches("a !b", in: "a b a c a") == ["a", "a"])
    #expect(try stretches("a !@at .", in: "a at the a x") == ["a x"])
    #expect(try stretches("a !\"b c\" b", in: "a b c a b d") == ["a b"])
    #expect(try stretches("a !x:Person ..2 b", in: "a {person:Ada} b a {place:Paris} b") == ["a Paris b"])
    #expect(try stretches("!x:Person|Org :Any", in: "{person:Ada} {place:Paris}") == ["Paris"])
    #expect(try stretches("a !( b | c )", in: "a b a c a d") == ["a"])
    #expect(try stretches("a !$ .", in: "a b a.") == ["a b"])
    #expect(try stretches("a !~cont", in: "a contra a con") == ["a"])
  }

  @Test func aPatternStaysInItsSentence() throws {
    #expect(try stretches("a b", in: "a\nb") == [])
    #expect(try stretches("a :Person", in: "a. {person:Ada}") == [])
    #expect(try stretches("a @at", in: "a\nat") == [])
    #expect(try stretches("a .", in: "a\nb") == [])
  }
}
