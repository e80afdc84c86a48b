import SHACL
import Testing

@Suite("Shape-based (SHACL §4.7)")
struct ShapeBasedTests {
  @Test("sh:node gives one result a value; why is in its details")
  func node() throws {
    let report = try validate(
      "ex:a ex:p ex:x, ex:y . ex:x ex:q 1 .",
      shapes: """
        ex:S sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:node ex:T ] .
        ex:T a sh:NodeShape ; sh:property [ sh:path ex:q ; sh:minCount 1 ; sh:maxCount 3 ] .
        """)
    #expect(report.results.map(line) == ["ex:a ex:p ex:y Node"])
    #expect(report.results.first?.details.map(line) == ["ex:y ex:q - MinCount"])
  }

  @Test("sh:property gives the property shape's own results, once for each way there")
  func property() throws {
    #expect(
      try results(
        "ex:a ex:p ex:x ; ex:q ex:x .",
        shapes: """
          ex:S sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:property ex:T ], [ sh:path ex:q ; sh:property ex:T ] .
          ex:T sh:path ex:r ; sh:minCount 1 .
          """) == ["ex:x ex:r - MinCount", "ex:x ex:r - MinCount"])
  }

  @Test("qualified counts")
  func qualified() throws {
    let shape = "sh:qualifiedValueShape [ sh:datatype xsd:integer ]"
    #expect(try failing("\(shape) ; sh:qualifiedMinCount 2", "1, \"a\"") == ["-"])
    #expect(try failing("\(shape) ; sh:qualifiedMinCount 2", "1, 2, \"a\"").isEmpty)
    #expect(try failing("\(shape) ; sh:qualifiedMaxCount 1", "1, 2, \"a\"") == ["-"])
    #expect(try failing("\(shape) ; sh:qualifiedMinCount 3 ; sh:qualifiedMaxCount 1", "1, 2") == ["-", "-"])
    #expect(try failing("sh:qualifiedMinCount 3", "1").isEmpty)
  }

  @Test("disjoint qualified shapes do not share values")
  func siblings() throws {
    let shapes = """
      ex:S sh:targetNode ex:a ;
        sh:property [ sh:path ex:p ; sh:qualifiedValueShape [ sh:class ex:C ] ; sh:qualifiedMinCount 1 ;
          sh:qualifiedValueShapesDisjoint true ] ,
        [ sh:path ex:p ; sh:qualifiedValueShape [ sh:class ex:D ] ; sh:qualifiedMinCount 1 ;
          sh:qualifiedValueShapesDisjoint true ] .
      """
    #expect(try results("ex:a ex:p ex:x . ex:x a ex:C, ex:D .", shapes: shapes).count == 2)
    #expect(try results("ex:a ex:p ex:x, ex:y . ex:x a ex:C . ex:y a ex:D .", shapes: shapes).isEmpty)
  }

  @Test("deactivated shapes say nothing, wherever they stand")
  func deactivated() throws {
    #expect(
      try results(
        "ex:a ex:p 1 .",
        shapes: """
          ex:S sh:targetNode ex:a ; sh:property ex:P ; sh:node ex:N .
          ex:P sh:path ex:p ; sh:maxCount 0 ; sh:deactivated true . ex:N sh:nodeKind sh:Literal ; sh:deactivated true .
          ex:T sh:targetNode ex:a ; sh:nodeKind sh:Literal ; sh:deactivated true .
          """
      ).isEmpty)
  }
}
