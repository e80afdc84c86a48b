import SHACL
import Testing

@Suite("Logical (SHACL §4.6)")
struct LogicalTests {
  @Test func not() throws {
    #expect(try failing("sh:not [ sh:datatype xsd:integer ]", "1, \"a\"") == ["1"])
  }

  @Test func and() throws {
    #expect(try failing("sh:and ( [ sh:datatype xsd:integer ] [ sh:minInclusive 5 ] )", "1, 5, \"a\"") == ["1", "a"])
  }

  @Test func or() throws {
    #expect(try failing("sh:or ( [ sh:datatype xsd:integer ] [ sh:minLength 3 ] )", "1, \"ab\", \"abc\"") == ["ab"])
    #expect(try failing("sh:or ()", "1") == ["1"])
  }

  @Test func xone() throws {
    #expect(
      try failing("sh:xone ( [ sh:datatype xsd:integer ] [ sh:minLength 2 ] )", "1, 12, \"a\", \"ab\"") == ["12", "a"])
  }

  @Test("what the nested shapes say goes into the details")
  func details() throws {
    let report = try validate(
      "ex:a ex:p \"x\" .",
      shapes: """
        ex:S sh:targetNode ex:a ; sh:property [ sh:path ex:p ;
          sh:or ( [ sh:datatype xsd:integer ] [ sh:node [ sh:minLength 3 ] ] ) ] .
        """)
    let result = try #require(report.results.first)
    #expect(report.results.count == 1)
    #expect(result.details.map(line) == ["x - x Datatype", "x - x Node"])
    #expect(result.details.last?.details.map(line) == ["x - x MinLength"])
  }
}
