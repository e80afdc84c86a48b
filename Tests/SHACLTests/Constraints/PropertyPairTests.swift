import Testing

@Suite("Property pairs (SHACL §4.5)")
struct PropertyPairTests {
  @Test func equals() throws {
    #expect(
      try results(
        "ex:a ex:p 1, 2 ; ex:q 2, 3 . ex:b ex:p 1 ; ex:q 1 .",
        shapes: "ex:S sh:targetNode ex:a, ex:b ; sh:property [ sh:path ex:p ; sh:equals ex:q ] .")
        == ["ex:a ex:p 1 Equals", "ex:a ex:p 3 Equals"])
  }

  @Test func disjoint() throws {
    #expect(
      try results(
        "ex:a ex:p 1, 2 ; ex:q 2, 3 .",
        shapes: "ex:S sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:disjoint ex:q ] .")
        == ["ex:a ex:p 2 Disjoint"])
  }

  @Test("one result for each pair out of order or not comparable")
  func lessThan() throws {
    let data = "ex:a ex:p 1, 2, 3, \"x\" ; ex:q 2, 3 ."
    #expect(
      try results(data, shapes: "ex:S sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:lessThan ex:q ] .")
        == [
          "ex:a ex:p 2 LessThan", "ex:a ex:p 3 LessThan", "ex:a ex:p 3 LessThan", "ex:a ex:p x LessThan",
          "ex:a ex:p x LessThan",
        ])
    #expect(
      try results(data, shapes: "ex:S sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:lessThanOrEquals ex:q ] .")
        == ["ex:a ex:p 3 LessThanOrEquals", "ex:a ex:p x LessThanOrEquals", "ex:a ex:p x LessThanOrEquals"])
  }
}
