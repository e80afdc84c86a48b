import Foundation
import TestSupport
import Testing

@testable import Mentions
@testable import Statements

/// What `ontology/languages/README.md` shows is what works.
@Suite struct PatternReadmeTests {
  private func readme() throws -> String {
    try String(contentsOf: Folders.project.appending(path: "ontology/languages/README.md"), encoding: .utf8)
  }

  /// The fenced block that begins so.
  private func block(_ start: String) throws -> String {
    let blocks = try readme().components(separatedBy: "```\n")
    return try #require(blocks.first { $0.hasPrefix(start) })
  }

  @Test func theGermanExampleWorks() throws {
    let language = try LanguageData(tag: "de", lists: block("# A comment."))
    let patterns = try PatternSet(source: block("rule "), file: "README.md", language: language)
    let text = try MarkedText(
      """
      {person:Ada Lovelace}, {role:leitende Entwicklerin} bei {organization:Acme}, kam an.
      {person:Bo Li}, {person:Cy Orr} sowie {person:Di Abt} arbeiten seit gestern bei der {name:Zorkmann}.
      """)
    #expect(
      text.statements(patterns) == [
        "worksFor(Ada Lovelace, Acme)", "jobTitle(Ada Lovelace, leitende Entwicklerin)", "worksFor(Bo Li, Zorkmann)",
        "worksFor(Cy Orr, Zorkmann)", "worksFor(Di Abt, Zorkmann)",
      ])
  }

  @Test func everyKindIsDescribed() throws {
    let readme = try readme()
    for (name, _) in PatternKind.named { #expect(readme.contains("`\(name)`"), "\(name)") }
    for name in PatternSet.builtins.sorted() { #expect(readme.contains("`\(name)`"), "\(name)") }
    #expect(readme.contains("\(PatternElement.longestGap) at most"))
  }
}
