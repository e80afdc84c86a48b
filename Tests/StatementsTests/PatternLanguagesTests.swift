import Foundation
import OntologyData
import TestSupport
import Testing

@testable import Mentions
@testable import Statements

@Suite struct PatternLanguagesTests {
  /// Every language of the project can be read, its patterns refer to lists that exist, and state something.
  @Test func thePatternsOfEachLanguageAreSound() throws {
    let ontology = try OntologyFolder(directory: Folders.project.appending(path: "ontology"))
    let files = try ontology.paths(below: "languages/").filter { $0.hasSuffix("/patterns.txt") }
    #expect(!files.isEmpty)
    for file in files {
      let tag = String(file.split(separator: "/")[1])
      let language = try #require(try LanguageData(tag: tag, ontology: ontology))
      #expect(!language.patternSource.isEmpty)
      let patterns = try PatternSet(source: language.patternSource, file: file, language: language)
      #expect(!patterns.ruleNames.isEmpty)
    }
  }
}
