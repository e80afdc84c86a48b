import Testing

@testable import Mentions
@testable import Statements

@Suite struct PatternSetTests {
  @Test func theLongestOfThoseThatBeginTogether() throws {
    let patterns = try PatternFixture.set(
      """
      rule r 1
        a
        a b c
        a b
        => r(post)
      """)
    let text = try MarkedText("a b c a b a")
    let matches = text.matches(patterns)
    #expect(matches.map { text.annotated.string($0.tokens) } == ["a b c", "a b", "a"])
    #expect(matches.map(\.line) == [3, 4, 2])
  }

  @Test func matchesOfOneRuleDoNotOverlapButThoseOfTwoMay() throws {
    let patterns = try PatternFixture.set(
      """
      rule first 1
        a . a
        => one(post)
      rule second 0.5
        ( a | b ) a
        => two(post)
      rule third 0
        b
        => three(post); four(site)
      """)
    let text = try MarkedText("a b a b a")
    let matches = text.matches(patterns)
    #expect(
      matches.map { "\($0.relation) \($0.tokens.lowerBound)" } == [
        "one 0", "two 1", "three 1", "four 1", "two 3", "three 3", "four 3",
      ])
    #expect(matches.map(\.matchID) == [0, 1, 2, 2, 3, 4, 4])
    #expect(matches.map(\.confidence) == [1, 0.5, 0, 0, 0.5, 0, 0])
    #expect(patterns.ruleNames == ["first", "second", "third"])
  }

  @Test func equalLengthsGoToTheFirstLine() throws {
    let patterns = try PatternFixture.set("rule r 1\n  x:Any b\n  y:Person b\n  => x(x); y(y)\n")
    #expect(try MarkedText("{person:Ada} b").statements(patterns) == ["x(Ada)"])
  }

  @Test func whatBeginsWithSomethingOptionalIsFoundEitherWay() throws {
    for line in ["a? @the? ~fo? x:Person", "( a | @the | ~fo )* x:Person", "!b ^ ..1 x:Person", "..1 x:Person"] {
      for start in ["", "a ", "the ", "foo "] {
        #expect(
          try MarkedText("\(start){person:Ada}").matches(PatternFixture.set(line: line)).first?.tokens.lowerBound == 0,
          "\(line)")
      }
    }
  }

  @Test func anEmptyTextAndAnEmptyFile() throws {
    #expect(try MarkedText("").matches(PatternFixture.set(line: "a")).isEmpty)
    #expect(try MarkedText("a").matches(PatternFixture.set("# nothing\n\n")).isEmpty)
  }

  /// Nested repetition over a long run is given up rather than run through.
  @Test func aPatternCannotMakeATextExpensive() throws {
    let patterns = try PatternFixture.set(line: "( ( a | . ) ..40 a )* ( a | . )* ..40 b")
    let text = try MarkedText(String(repeating: "a ", count: 500))
    let clock = ContinuousClock()
    let time = clock.measure { #expect(text.matches(patterns).isEmpty) }
    #expect(time < .seconds(30))
  }

  /// The caller is asked for roles once per token, however many lines ask.
  @Test func closuresAreAskedOnce() throws {
    let patterns = try PatternFixture.set(
      "rule a 1\n  x:Role a\n  x:Role b\n  => r(x)\nrule b 1\n  x:Role\n  => r(x)\n")
    let text = try MarkedText("a b c d e")
    var asked: [Int: Int] = [:]
    _ = patterns.matches(
      in: text.annotated,
      context: MatchContext(role: { token in
        asked[token, default: 0] += 1
        return 0
      }))
    #expect(asked == [0: 1, 1: 1, 2: 1, 3: 1, 4: 1])
  }
}
