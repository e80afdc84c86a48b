import Entities
import Foundation
import Posts
import Testing

@testable import Statements

/// What sentences of a blog state, and what they do not: `Fixtures/sentences`.
@Suite struct SentenceTests {
  @Test func thereAreCasesOfEveryLanguage() throws {
    for tag in try Extraction.extractor.languageTags {
      #expect(SentenceCase.all.contains { $0.language == tag }, "no case of \(tag)")
    }
    for sentence in SentenceCase.all {
      #expect(
        !(sentence.facts + sentence.absent + sentence.without).isEmpty, "\(sentence.testDescription) expects nothing")
    }
  }

  @Test(arguments: SentenceCase.all)
  func statesItsFacts(_ sentence: SentenceCase) throws {
    let extraction = try #require(try Extraction.run(sentence.markdown, language: sentence.language))
    let (facts, things) = (extraction.facts, extraction.things)
    let wantedThings = sentence.facts.filter { $0.contains(" | is | ") }
    #expect(wantedThings.filter { !things.contains($0) } == [], "found \(things)")
    #expect(sentence.absent.filter { things.contains($0) || facts.contains($0) } == [])
    let wanted = sentence.facts.filter { !$0.contains(" | is | ") }
    let relations = Set((wanted.map(relation) + sentence.without))
    for name in relations { #expect(Relation(rawValue: name) != nil, "no relation \(name)") }
    #expect(facts.filter { relations.contains(relation($0)) } == wanted.sorted(), "found \(facts), \(things)")
  }

  private func relation(_ fact: String) -> String {
    let parts = fact.components(separatedBy: " | ")
    return parts.count == 3 ? parts[1] : "?"
  }
}
