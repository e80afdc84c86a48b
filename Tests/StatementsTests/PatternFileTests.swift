import Testing

@testable import Mentions
@testable import Statements

/// Mistakes in a pattern file are told with their line and what was expected there.
@Suite struct PatternFileTests {
  private func mistake(_ source: String, relations: Set<String>? = nil) -> OntologyDataError? {
    do throws(OntologyDataError) {
      _ = try PatternSet(
        source: source, file: "languages/xx/patterns.txt",
        language: LanguageData(tag: "xx", lists: PatternFixture.lists), relations: relations)
      return nil
    } catch { return error }
  }

  @Test(arguments: [
    ("  p:Person", 1, "before the first pattern line"),
    ("\n# note\nrules a 1", 3, "expected 'rule NAME CONFIDENCE'"),
    ("rule", 1, "expected 'rule NAME CONFIDENCE'"),
    ("rule ( 1", 1, "expected the rule's name"),
    ("rule a", 1, "confidence, a number from 0 to 1, found the end of the line"),
    ("rule a 1.5", 1, "found '1.5'"),
    ("rule a nan", 1, "found 'nan'"),
    ("rule a 1 x", 1, "expected the end of the line, found 'x'"),
    ("rule a 1\n  a\n  => r(post)\nrule a 1", 4, "there is a rule 'a' already"),
    ("rule a 1\n  a\n\nrule b 1\n  b\n  => r(post)", 1, "has no '=>' line"),
    ("rule a 1\n  a", 1, "has no '=>' line"),
    ("rule a 1\n  => r(post)", 2, "expected a pattern line before"),
    ("rule a 1\n  a\n  => r(post)\n  b", 4, "the rule ended with its '=>' line"),
  ])
  func rules(_ source: String, _ line: Int, _ message: String) throws {
    let error = try #require(mistake(source))
    #expect(error.line == line)
    #expect(error.message.contains(message), "\(error.message)")
    #expect(error.code == .badPattern && error.file == "languages/xx/patterns.txt")
  }

  @Test(arguments: [
    ("\"a", "a quotation mark is not closed"),
    ("\"\"", "expected a word"),
    ("( a", "expected ')', found the end of the line"),
    ("( a | )", "expected an element, found ')'"),
    ("()", "expected an element"),
    ("a )", "this ')' closes nothing"),
    ("a | b", "alternatives with '|' stand in parentheses"),
    ("@", "expected the name of a word list"),
    ("@nowhere", "there is no word list 'nowhere'"),
    ("~ a", "expected the beginning of a word"),
    ("p:Persn", "expected a kind behind ':' (Person, Org,"),
    ("p:Person|Foo", "found 'Foo'"),
    ("p: a", "expected a kind"),
    ("author:Person", "'author' is a built-in name"),
    ("a ..", "from 1 to 40"),
    ("a ..41", "from 1 to 40"),
    ("a ..0", "from 1 to 40"),
    (".net", "is quoted"),
    ("a+", "'+' stands behind a kind only"),
    ("?", "has nothing before it"),
    ("a ^?", "may be empty already"),
    ("a ( ^ )?", "may be empty already"),
    ("a !b?", "may be empty already"),
    ("( a? )*", "may be empty already"),
    ("a ..3*", "may be empty already"),
    ("a? b*", "without taking a single token"),
    ("^ !a $", "without taking a single token"),
    ("!!a", "found another '!'"),
    ("a !..3", "a gap cannot be absent"),
    ("x ((((a b)* c)* d)* e)*", "too large"),
  ])
  func patternLines(_ line: String, _ message: String) throws {
    let error = try #require(mistake("rule a 1\n  b\n  \(line)\n  => r(post)\n"))
    #expect(error.line == 3)
    #expect(error.message.contains(message), "\(error.message)")
  }

  @Test(arguments: [
    ("=>", "expected a relation as in worksFor(p, o), found the end of the line"),
    ("=> r", "expected a relation"),
    ("=> r(", "expected a variable, a built-in name or a quoted word"),
    ("=> r()", "expected a variable"),
    ("=> r(p", "expected ',' or ')'"),
    ("=> r(p) r(p)", "expected ';' between two relations"),
    ("=> r(q)", "no pattern of the rule binds 'q'"),
    ("=> respectively(r(p)", "expected ')' behind r(…)"),
    ("=> respectively(p)", "expected a relation"),
    ("=> s(p)", "there is no relation 's'; there are r, t"),
  ])
  func relations(_ statement: String, _ message: String) throws {
    let error = try #require(mistake("rule a 1\n  p:Person\n  \(statement)\n", relations: ["t", "r"]))
    #expect(error.line == 3)
    #expect(error.message.contains(message), "\(error.message)")
  }

  @Test func aListNeedsTheWordAnd() throws {
    let language = try LanguageData(tag: "xx", lists: "[at]\nat\n")
    let error = #expect(throws: OntologyDataError.self) {
      try PatternSet(source: "rule a 1\n  x:Person+\n  => r(x)", file: "p", language: language)
    }
    #expect(error?.message.contains("word list 'and'") == true)
  }

  @Test func commentsAndLineEnds() throws {
    let source =
      "# head\r\nrule a 1 # one\r\n  \"#\" x:Any # two\r\n\r\n  => r(x) # three\r\nrule b 0.5\n\tc#\n\t=> r(post)\n"
    let patterns = try PatternFixture.set(source)
    #expect(try MarkedText("# {place:Paris} c#").statements(patterns) == ["r(Paris)", "r(<post>)"])
  }
}
