import Testing

@testable import Mentions
@testable import Statements

@Suite struct PatternRelationTests {
  @Test func aRelationWithoutItsVariableIsLeftOut() throws {
    let patterns = try PatternFixture.set(
      """
      rule employed 0.9
        p:Person "," t:Role @at o:Org
        p:Person @at o:Org
        => worksFor(p, o); jobTitle(p, t)
      """)
    let text = try MarkedText("{person:Ada}, {role:cook} at {organization:Acme}. {person:Bo} at {organization:Beta}")
    let matches = text.matches(patterns)
    #expect(matches.map(text.describe) == ["worksFor(Ada, Acme)", "jobTitle(Ada, cook)", "worksFor(Bo, Beta)"])
    #expect(matches.map(\.matchID) == [0, 0, 1])
    #expect(matches.map(\.line) == [2, 2, 3])
    #expect(matches.allSatisfy { $0.rule == "employed" && $0.confidence == 0.9 })
    #expect(text.annotated.string(matches[0].tokens) == "Ada, cook at Acme")
    #expect(matches[0].triggers.map(text.annotated.string) == [",", "at"])
  }

  @Test func listsAreCombinedEachWithEach() throws {
    let patterns = try PatternFixture.set(line: "p:Person+ @at o:Org+", stating: "worksFor(p, o)")
    let text = try MarkedText("{person:Ada} and {person:Bo} at {organization:Acme} and {organization:Beta}")
    #expect(
      text.statements(patterns)
        == ["worksFor(Ada, Acme)", "worksFor(Ada, Beta)", "worksFor(Bo, Acme)", "worksFor(Bo, Beta)"])
  }

  @Test func respectivelyPairsOff() throws {
    let patterns = try PatternFixture.set(
      line: "p:Person+ @at o:Org+ respectively",
      stating: "respectively(worksFor(p, o)); respectively(r(p, event, \"x\"))")
    let text = try MarkedText(
      "{person:Ada} and {person:Bo} at {organization:Acme} and {organization:Beta}, respectively")
    #expect(text.statements(patterns) == [])
    let even = try MarkedText(
      "{person:Ada} and {person:Bo} at {organization:Acme} and {organization:Beta} respectively")
    #expect(
      even.statements(patterns)
        == ["worksFor(Ada, Acme)", "worksFor(Bo, Beta)", "r(Ada, <event>, \"x\")", "r(Bo, <event>, \"x\")"])
    let uneven = try MarkedText("{person:Ada} and {person:Bo} at {organization:Acme} respectively")
    #expect(uneven.statements(patterns) == ["r(Ada, <event>, \"x\")", "r(Bo, <event>, \"x\")"])
  }

  @Test func builtinsConstantsAndDates() throws {
    let patterns = try PatternFixture.set(
      line: "x:Project joined in d:Date",
      stating: "maturity(x, \"incubating\", d); about(post, x); author(post, author);")
    let text = try MarkedText("{project:Helm} joined in {date:2018}")
    #expect(
      text.statements(patterns)
        == ["maturity(Helm, \"incubating\", 2018)", "about(<post>, Helm)", "author(<post>, <author>)"])
    let match = try #require(text.matches(patterns).first)
    #expect(match.arguments == [.mention(0), .constant("incubating"), .date(text.annotated.dates[0])])
  }

  @Test func whatIsAbsentBindsNothing() throws {
    let patterns = try PatternFixture.set(line: "!x:Person a? x:Org", stating: "r(x)")
    #expect(try MarkedText("{organization:Acme}").statements(patterns) == ["r(Acme)"])
  }
}
