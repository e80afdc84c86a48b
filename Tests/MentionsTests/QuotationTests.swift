import Posts
import Testing

@testable import Mentions

@Suite struct QuotationTests {
  private func quotations(_ text: String) -> [String] {
    let plain = Ontology.plain(text)
    return QuotationFinder.find(plain).map { plain.string($0.range) }
  }

  @Test(arguments: [
    "“Deep Waters”", "\"Deep Waters\"", "‘Deep Waters’", "« Deep Waters »", "«Deep Waters»", "„Deep Waters“",
    "‹Deep Waters›",
  ])
  func allMarks(_ quoted: String) { #expect(quotations("She gave \(quoted) twice.") == ["Deep Waters"]) }

  @Test func anApostropheClosesNothing() {
    #expect(quotations("She gave ‘Envoy’s Deep Waters’ twice.") == ["Envoy’s Deep Waters"])
    #expect(quotations("Mara’s and Jonas’s teams").isEmpty)
  }

  @Test func quotationsInOrder() {
    #expect(quotations("“One Two” and “Three Four”\n“Five Six”") == ["One Two", "Three Four", "Five Six"])
  }

  @Test func anOpenOneEndsWithItsSentence() {
    #expect(quotations("She gave “Deep Waters of Envoy. Then she left.") == ["Deep Waters of Envoy"])
    #expect(quotations("A 5\" disk and nothing more").isEmpty)
    #expect(quotations("It begins \"here\nand ends\" there").isEmpty)
  }

  @Test func marksOfTheSentenceAreLeftOut() {
    #expect(quotations("“Deep Waters,” she said. “Deep Waters.”") == ["Deep Waters", "Deep Waters"])
  }

  @Test func noQuotations() {
    #expect(quotations("“”").isEmpty)
    #expect(quotations("“").isEmpty)
  }

  @Test func rangesLieInsideTheirMarks() {
    for quotation in QuotationFinder.find(Ontology.plain("«  » “ ” “a” ‘.’ \",\"")) {
      #expect(quotation.outer.lowerBound < quotation.range.lowerBound || quotation.range.isEmpty)
      #expect(quotation.range.upperBound <= quotation.outer.upperBound)
    }
  }
}
