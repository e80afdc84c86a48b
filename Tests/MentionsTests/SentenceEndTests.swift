import Posts
import Testing

@testable import Mentions

@Suite struct SentenceEndTests {
  private func sentences(_ text: String, _ tag: String = "en") throws -> [String] {
    try Ontology.annotate(text, tag).sentenceTexts
  }

  @Test func fullStops() throws {
    #expect(try sentences("We met. It rained! Did it? Yes") == ["We met.", "It rained!", "Did it?", "Yes"])
    #expect(try sentences("We run 1.9 now. then nothing") == ["We run 1.9 now. then nothing"])
  }

  @Test func abbreviationsAndInitials() throws {
    #expect(try sentences("Dr. Solheim of Quillmark Inc. Toronto spoke.").count == 1)
    #expect(try sentences("J. R. Brandt spoke. He left.") == ["J. R. Brandt spoke.", "He left."])
    #expect(
      try sentences("Mme. Rousseau est venue. Elle a parlé.", "fr") == ["Mme. Rousseau est venue.", "Elle a parlé."])
  }

  @Test func quotedTitlesAreKept() throws {
    #expect(
      try sentences("She gave “Wait. What? A Story” and left. We stayed.") == [
        "She gave “Wait. What? A Story” and left.", "We stayed.",
      ])
    #expect(try sentences("She said “Yes.” We agreed.") == ["She said “Yes.”", "We agreed."])
  }

  @Test func blocksEndSentences() throws {
    #expect(try sentences("# Agenda\nMara speaks\nJonas listens") == ["Agenda", "Mara speaks", "Jonas listens"])
  }
}
