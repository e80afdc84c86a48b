import Mentions
import OntologyData
import Testing

@testable import Statements

@Suite struct ConfidenceTableTests {
  private func table(_ rows: String) throws -> ConfidenceTable {
    try ConfidenceTable(bytes: Array(("# remark\nrule\trelation\tright\twrong\tconfidence\n" + rows).utf8))
  }

  @Test func aMeasuredRuleHasItsShareAndAnotherThePriorOfItsRelation() throws {
    let table = try table("*\t*\t9\t1\t0.9\n*\tuses\t7\t3\t0.7\nuse-verb\tuses\t1\t1\t0.6\n")
    #expect(table.confidence("use-verb", "uses", written: 0.99) == 0.6)
    #expect(table.confidence("new-rule", "uses", written: 0.99) == 0.7)
    #expect(table.confidence("new-rule", "uses", written: 0.5) == 0.5)
    #expect(table.confidence("new-rule", "host", written: 0.99) == 0.9)
  }

  @Test func withoutMeasurementsWhatIsWrittenCounts() throws {
    #expect(try ConfidenceTable(bytes: []).confidence("a", "uses", written: 0.42) == 0.42)
  }

  @Test(arguments: ["a\tuses\t1\t1", "a\tuses\t1\t1\tx", "a\tuses\t1\t1\t1.5"]) func aBadRowHasItsLine(_ row: String) {
    #expect { try table("*\t*\t1\t1\t0.5\n" + row + "\n") } throws: { ($0 as? OntologyDataError)?.line == 4 }
  }

  @Test func whatLeavesIsMeasured() throws {
    let extraction = try #require(
      try Extraction.run("---\ntitle: T\n---\n\nAda Example, Architect at Zorbital Inc., spoke.\n", language: "en"))
    let table = try ConfidenceTable(ontology: .builtIn)
    let fact = try #require(extraction.statements.first { $0.relation == .worksFor })
    #expect(fact.confidence == table.confidence(fact.rule, "worksFor", written: fact.confidence))
    #expect((0.8...1).contains(fact.confidence))
  }
}
