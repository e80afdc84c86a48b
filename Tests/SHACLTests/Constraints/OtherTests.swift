import Testing

@Suite("Other constraints (SHACL §4.8)")
struct OtherTests {
  @Test("a closed shape names the predicate and the object")
  func closed() throws {
    #expect(
      try results(
        "ex:a a ex:C ; ex:p 1 ; ex:q 2, 3 ; ex:r 4 .",
        shapes: """
          ex:S sh:targetNode ex:a ; sh:closed true ; sh:ignoredProperties ( rdf:type ) ;
            sh:property [ sh:path ex:p ], [ sh:path [ sh:inversePath ex:r ] ] .
          """) == ["ex:a ex:q 2 Closed", "ex:a ex:q 3 Closed", "ex:a ex:r 4 Closed"])
  }

  @Test func hasValue() throws {
    #expect(try failing("sh:hasValue 1", "2, 3") == ["-"])
    #expect(try failing("sh:hasValue 1", "1, 3").isEmpty)
    #expect(try failing("sh:hasValue 1", "\"1\", 01") == ["-"])
  }

  @Test("members are terms: 01 is not 1")
  func isIn() throws {
    #expect(try failing("sh:in ( 1 ex:x \"a\"@en )", "1, 01, ex:x, \"a\", \"a\"@en") == ["01", "a"])
  }
}
