import Testing

@Suite("Value type (SHACL §4.1)")
struct ValueTypeTests {
  @Test("sh:class takes instances of subclasses, from data, shapes and ontology")
  func classes() throws {
    let data = """
      ex:a ex:p ex:direct, ex:sub, ex:deep, ex:far, ex:other, "text" .
      ex:direct a ex:C . ex:sub a ex:D . ex:D rdfs:subClassOf ex:C . ex:deep a ex:E . ex:far a ex:F . ex:other a ex:G .
      """
    let shapes = """
      ex:S sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:class ex:C ] . ex:E rdfs:subClassOf ex:D .
      """
    #expect(
      try results(data, shapes: shapes, ontology: "ex:F rdfs:subClassOf ex:E .")
        == ["ex:a ex:p text Class", "ex:a ex:p ex:other Class"])
    #expect(try results(data, shapes: shapes).contains("ex:a ex:p ex:far Class"))
  }

  @Test("several sh:class must all hold")
  func severalClasses() throws {
    #expect(
      try results(
        "ex:a ex:p ex:x . ex:x a ex:C .",
        shapes: "ex:S sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:class ex:C, ex:D ] .")
        == ["ex:a ex:p ex:x Class"])
  }

  @Test("a circle of subclasses ends")
  func circle() throws {
    #expect(
      try results(
        "ex:a ex:p ex:x . ex:x a ex:D . ex:D rdfs:subClassOf ex:C . ex:C rdfs:subClassOf ex:D .",
        shapes: "ex:S sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:class ex:C ] ."
      ).isEmpty)
  }

  @Test("sh:datatype wants the datatype and a value that it has")
  func datatype() throws {
    #expect(
      try failing(
        "sh:datatype xsd:date",
        """
        "2019-02-28"^^xsd:date, "2019-02-29"^^xsd:date, "2019-13-45"^^xsd:date, "2019-01-01", "2019-01-01"@en, ex:x,
        "2019-01-01T00:00:00"^^xsd:dateTime
        """)
        == ["2019-01-01", "2019-01-01@en", "2019-01-01T00:00:00", "2019-02-29", "2019-13-45", "ex:x"])
    #expect(try failing("sh:datatype rdf:langString", "\"a\", \"b\"@en") == ["a"])
    #expect(try failing("sh:datatype xsd:string", "\"a\", \"b\"@en, \"say \\\"c\\\"@x\"") == ["b@en"])
    #expect(try failing("sh:datatype ex:own", "\"any thing\"^^ex:own, \"a\"") == ["a"])
    #expect(try failing("sh:datatype xsd:token", "\"a\\\\ b\"^^xsd:token, \"a\\tb\"^^xsd:token").count == 1)
  }

  @Test(
    "sh:nodeKind",
    arguments: [
      ("sh:IRI", ["1", "_"]), ("sh:BlankNode", ["1", "ex:x"]), ("sh:Literal", ["ex:x", "_"]),
      ("sh:BlankNodeOrIRI", ["1"]), ("sh:BlankNodeOrLiteral", ["ex:x"]), ("sh:IRIOrLiteral", ["_"]),
    ])
  func nodeKind(kind: String, fails: [String]) throws {
    #expect(try failing("sh:nodeKind \(kind)", "1, ex:x, _:b") == fails)
  }
}
