import Testing

@Suite("Cardinality (SHACL §4.2)")
struct CardinalityTests {
  @Test func minCount() throws {
    #expect(try failing("sh:minCount 2", "1") == ["-"])
    #expect(try failing("sh:minCount 2", "1, 2").isEmpty)
    #expect(
      try results("", shapes: "ex:S sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:minCount 1 ] .")
        == ["ex:a ex:p - MinCount"])
  }

  @Test func maxCount() throws {
    #expect(try failing("sh:maxCount 1", "1, 2") == ["-"])
    #expect(try failing("sh:maxCount 1", "1").isEmpty)
    #expect(try failing("sh:maxCount 123456789012345678901234567890", "1, 2").isEmpty)
  }
}
