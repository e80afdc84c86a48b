import Entities
import Posts
import Testing

@testable import Statements

@Suite struct CurationReaderTests {
  private func read(_ yaml: String) -> (curation: Curation, problems: [Problem]) {
    CurationReader.read(Array(yaml.utf8), file: "bloggraph.yaml")
  }

  /// `line severity message`
  private func complaints(_ yaml: String) -> [String] {
    read(yaml).problems.map { "\($0.line ?? 0) \($0.severity.rawValue) \($0.message)" }
  }

  @Test func everyKindOfEntry() {
    let (curation, problems) = read(
      """
      site:
        theme: mine
      curation:
        - merge: [A. Lovelace, person/ada-lovelace]
          into: https://blog.example/id/person/ada
        - rename: organization/united-code
          to: United Code Ltd
        - split: Ada
          into: person/ada-two
          posts: [en/a.md, fr/]
        - retype: Coyote
          to: organization
        - ignore: person/lorem
          note: no such person
        - ignore: {subject: post, relation: author, object: Ada}
        - aliases: Halyard Health
          type: organization
          names: Halyard
        - sameAs: person/ada
          urls: https://example.org/ada
      """)
    #expect(problems == [])
    let ada = EntityReference.id(EntityID(.person, "ada"))
    #expect(
      curation.entries == [
        .init(.merge([.name("A. Lovelace"), .id(EntityID(.person, "ada-lovelace"))], into: ada), line: 4),
        .init(.rename(.id(EntityID(.organization, "united-code")), to: "United Code Ltd"), line: 6),
        .init(.split(.name("Ada"), into: .id(EntityID(.person, "ada-two"))), posts: ["en/a.md", "fr/"], line: 8),
        .init(.retype(.name("Coyote"), to: .organization), line: 11),
        .init(.ignore(.id(EntityID(.person, "lorem"))), line: 13),
        .init(.ignoreFact(FactReference(isOfPost: true, relation: .author, object: "Ada")), line: 15),
        .init(.alias(.name("Halyard Health"), names: ["Halyard"], type: .organization), line: 16),
        .init(.sameAs(ada, ["https://example.org/ada"]), line: 19),
      ])
  }

  @Test func whatCannotBeUnderstoodHasItsLineAndTheRestCounts() {
    let yaml = """
      curation:
        - ignore: person/a
        - polish: person/a
        - merge: person/a
        - retype: person/a
          to: wizard
        - ignore: {relation: likes}
        - rename: person/a
          too: B
        - sameAs: person/a
          urls: example.org
        - split: person/a
          into: person/b
        - just words
      other: 1
      """
    #expect(read(yaml).curation.entries.map(\.line) == [2])
    let found = complaints(yaml)
    #expect(
      found.map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
        == [
          "15 warning", "3 error", "4 error", "6 error", "7 error", "9 error", "11 error", "12 error", "14 error",
        ])
    #expect(found[1].contains("nobody knows how to polish"))
    #expect(found[3].contains("wizard") && found[3].contains("organization"))
    #expect(found[4].contains("no relation likes"))
  }

  @Test func noYAML() {
    #expect(complaints("curation: [\n").first?.contains("error the file cannot be read") == true)
    #expect(complaints("- a\n") == ["1 error the file is no list of keys and values"])
    #expect(complaints("curation:\n  merge: a\n") == ["2 error curation is a list: each entry begins with a hyphen"])
    #expect(complaints("") == [])
    #expect(complaints("curation:\n") == [])
    let bomb =
      "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
      + zip("bcdefgh", "abcdefg").map {
        "\($0): &\($0) [\(Array(repeating: "*\($1)", count: 10).joined(separator: ","))]\n"
      }.joined()
    #expect(complaints(bomb).first?.contains("aliases of aliases") == true)
  }
}
