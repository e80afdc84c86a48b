import Posts
import Testing

@testable import Mentions

@Suite struct WordListTests {
  private func language(_ lists: String) throws -> LanguageData { try LanguageData(tag: "xx", lists: lists) }

  private func length(_ list: WordList, _ text: String, at index: Int = 0) -> Int {
    list.match(Tokenizer(elisions: LanguageData.elisions).tokens(of: Ontology.plain(text)), index)
  }

  @Test func theLongestPhraseCounts() throws {
    let list = try language("[by]\nby | by way of | with # and nothing else\n").list("by")
    #expect(length(list, "by way of thanks") == 3)
    #expect(length(list, "By way to") == 1)
    #expect(length(list, "else") == 0)
    #expect(list.phrases == ["by", "by way of", "with"])
    #expect(list.singleWords == ["by", "with"])
    #expect(list.firstWords == ["by", "with"])
  }

  @Test func values() throws {
    let list = try language("[month]\nmärz = 3 | Jänner = 1\n").list("month")
    #expect(list.value("marz") == "3")
    #expect(list.value("janner") == "1")
    #expect(list.value("mai") == nil)
  }

  @Test func marksAndElisions() throws {
    let list = try language("[of]\nd' | 's | &\n").list("of")
    #expect(list.contains("d'"))
    #expect(list.contains("'s"))
    #expect(list.contains("&"))
  }

  @Test func aPhraseNeedsAList() {
    let failure = #expect(throws: OntologyDataError.self) { try language("# words\n\nby | with\n") }
    #expect(failure?.description.hasPrefix("languages/xx/lists.txt:3: ") == true)
    #expect(failure?.code == .badList)
  }

  @Test func anUnknownListIsEmpty() throws {
    #expect(try language("[a]\nb\n").list("c").phrases.isEmpty)
  }

  @Test func sortedWords() {
    let words = SortedWords(Array("a\nabbey\nzoo\néclair\n".utf8))
    for word in ["a", "abbey", "zoo", "éclair"] { #expect(words.contains(word)) }
    for word in ["", "ab", "abbeys", "b", "zooo", "é"] { #expect(!words.contains(word)) }
    #expect(!SortedWords([]).contains("a"))
  }
}
