import Testing

@testable import Mentions
@testable import Statements

/// `x:Kind+`.
@Suite struct PatternListTests {
  private func names(_ marked: String, line: String = "x:Person+ @at :Org") throws -> [String] {
    try MarkedText(marked).statements(try PatternFixture.set(line: line))
  }

  @Test(arguments: [
    ("{person:Ada} at {organization:Acme}", ["Ada"]),
    ("{person:Ada} and {person:Bo} at {organization:Acme}", ["Ada", "Bo"]),
    ("{person:Ada} & {person:Bo} at {organization:Acme}", ["Ada", "Bo"]),
    ("{person:Ada}, {person:Bo} and {person:Cy} at {organization:Acme}", ["Ada", "Bo", "Cy"]),
    ("{person:Ada}, {person:Bo}, and {person:Cy} at {organization:Acme}", ["Ada", "Bo", "Cy"]),
    ("{person:Ada} and {person:Bo} and {person:Cy} at {organization:Acme}", ["Ada", "Bo", "Cy"]),
    (
      "{person:Ada} (she), {person:Bo} (host of the day) et {person:Cy} (he) at {organization:Acme}",
      ["Ada", "Bo", "Cy"]
    ),
    // Behind the word, the list is over.
    (
      "{person:Ada} and {person:Bo}, {person:Cy} and {person:Di} at {organization:Acme}", ["Bo", "Cy", "Di"]
    ),
    // Without the word between the last two it is no list: the pattern holds for the last alone.
    ("{person:Ada}, {person:Bo} at {organization:Acme}", ["Bo"]),
    ("{person:Ada} and {person:Bo}, {person:Cy} at {organization:Acme}", ["Cy"]),
    // Longer than eight tokens.
    ("{person:Ada} (a b c d e f g h i) and {person:Bo} at {organization:Acme}", ["Bo"]),
    ("{person:Ada} (a b c d e f g h) and {person:Bo} at {organization:Acme}", ["Ada", "Bo"]),
    ("{person:Ada}; {person:Bo} at {organization:Acme}", ["Bo"]),
  ])
  func coordination(_ text: String, _ expected: [String]) throws {
    #expect(try names(text) == expected.map { "r(\($0))" })
  }

  @Test func aListGivesBackWhatTheRestOfTheLineNeeds() throws {
    #expect(try names("{person:Ada} and {person:Bo} left", line: "x:Person+ and :Person left") == ["r(Ada)"])
    #expect(try names("{person:Ada} ({organization:Acme})", line: "x:Person+ \"(\" :Org") == ["r(Ada)"])
    #expect(try names("{person:Ada}, {role:cook}", line: "x:Person+ \",\" :Role") == ["r(Ada)"])
    #expect(
      try names("{person:Ada} and {person:Bo}, {person:Cy} left", line: "x:Person+ \",\" :Person left")
        == ["r(Ada)", "r(Bo)"])
  }

  @Test func listsOfOtherKinds() throws {
    #expect(
      try names("with {project:Helm}, {product:Widget}, and {project:Flux}", line: "with x:Software+")
        == ["r(Helm)", "r(Widget)", "r(Flux)"])
    #expect(try names("in v1.2 and v1.3", line: "in x:Version+") == ["r(v1.2)", "r(v1.3)"])
  }

  @Test func aVariableThatIsBoundAgainGrows() throws {
    #expect(
      try names("by {person:Ada}, {person:Bo}, {person:Cy}.", line: "by x:Person ( \",\" x:Person )*")
        == ["r(Ada)", "r(Bo)", "r(Cy)"])
  }
}
