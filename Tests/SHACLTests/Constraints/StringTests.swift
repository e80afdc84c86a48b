import Testing

@Suite("Strings (SHACL §4.4)")
struct StringTests {
  @Test("lengths count characters of literals and IRIs; blank nodes fail")
  func lengths() throws {
    #expect(try failing("sh:minLength 4", "\"één\", \"zwölf\", \"a\\nb\\\"\", _:b, 123, 1234") == ["123", "één", "_"])
    #expect(try failing("sh:maxLength 3", "\"日本語\", \"日本語だ\"@ja, ex:x, _:b") == ["日本語だ@ja", "ex:x", "_"])
    #expect(try failing("sh:minLength 0", "\"\", _:b") == ["_"])
  }

  @Test("patterns search, in literals and IRIs; blank nodes fail")
  func pattern() throws {
    #expect(try failing("sh:pattern \"oh\"", "\"John\", \"Jane\", _:b") == ["Jane", "_"])
    #expect(try failing("sh:pattern \"^http://example\"", "ex:x, <https://example.org/>") == ["<https://example.org/>"])
    #expect(try failing("sh:pattern \"^JOHN$\" ; sh:flags \"i\"", "\"John\", \"Johns\"") == ["Johns"])
    #expect(try failing("sh:pattern \"^a.b$\" ; sh:flags \"s\"", "\"a\\nb\"").isEmpty)
    #expect(try failing("sh:pattern \"^a.b$\"", "\"a\\nb\"").count == 1)
  }

  @Test("language ranges are basic filtering")
  func languageIn() throws {
    #expect(
      try failing(
        "sh:languageIn (\"en\" \"zh-Hant\")",
        "\"a\"@en, \"b\"@en-GB, \"c\"@EN, \"d\"@eng, \"e\", \"f\"@zh-Hant-TW, \"g\"@zh, ex:x")
        == ["d@eng", "e", "g@zh", "ex:x"])
    #expect(try failing("sh:languageIn (\"*\")", "\"a\"@en, \"b\"") == ["b"])
    #expect(try failing("sh:languageIn ()", "\"a\"@en") == ["a@en"])
  }

  @Test("each language that several values share is one result")
  func uniqueLang() throws {
    #expect(
      try failing("sh:uniqueLang true", "\"a\"@en, \"b\"@EN, \"c\"@en, \"d\"@fr, \"e\"@fr, \"f\"@de, \"g\", \"h\"")
        .count == 2)
    #expect(try failing("sh:uniqueLang false", "\"a\"@en, \"b\"@en").isEmpty)
  }
}
