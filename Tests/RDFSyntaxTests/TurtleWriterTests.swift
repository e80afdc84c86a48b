import RDFModel
import RDFSyntax
import Testing

/// Golden texts. Each is also read back.
@Suite struct TurtleWriterTests {
  private func expect(
    _ input: String, _ format: RDFFormat = .turtle, writes golden: String,
    prefixes: [(prefix: String, namespace: String)] = [("ex", "http://example.org/"), ("unused", "urn:unused/")],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let original = try dataset("@prefix ex: <http://example.org/> .\n" + input, .triG)
    let bytes = try write(original, format, prefixes: prefixes)
    #expect(String(decoding: bytes, as: UTF8.self) == golden, sourceLocation: sourceLocation)
    let again = try dataset(golden, format)
    #expect(try original.isIsomorphic(to: again), sourceLocation: sourceLocation)
  }

  @Test func subjectsTogetherTypeFirstObjectsOneALine() throws {
    try expect(
      """
      ex:b ex:z "later" ; a ex:T . ex:a ex:n "x"@en , "x"@fr , "x" . ex:b ex:p ex:a , ex:a .
      """,
      writes: """
        @prefix ex: <http://example.org/> .

        ex:a ex:n
            "x",
            "x"@en,
            "x"@fr .

        ex:b a ex:T ;
          ex:p ex:a ;
          ex:z "later" .

        """)
  }

  @Test func namesAreShortenedOnlyWithoutEscapes() throws {
    try expect(
      "<http://example.org/> ex:p <http://example.org/a/b> , <http://example.org/a.> , <http://example.org/a.b> , <http://example.org/-a> , <http://example.org/é%20> , <http://example.org/a%2> .",
      writes: """
        @prefix ex: <http://example.org/> .

        ex: ex:p
            <http://example.org/-a>,
            <http://example.org/a%2>,
            <http://example.org/a.>,
            ex:a.b,
            <http://example.org/a/b>,
            ex:é%20 .

        """)
  }

  @Test func theLongestNamespaceIsTaken() throws {
    try expect(
      "ex:a ex:p <http://example.org/deep/x> .",
      writes: """
        @prefix deep: <http://example.org/deep/> .
        @prefix ex: <http://example.org/> .

        ex:a ex:p deep:x .

        """, prefixes: [("ex", "http://example.org/"), ("deep", "http://example.org/deep/")])
  }

  @Test func onlyExactShorthandIsBare() throws {
    let xsd = "^^<http://www.w3.org/2001/XMLSchema#"
    try expect(
      """
      ex:a ex:p 1 , +1 , 1.0 , "1"\(xsd)decimal> , "1."\(xsd)decimal> , 1e0 , "1"\(xsd)double> , "NaN"\(xsd)double> ,
        "INF"\(xsd)double> , true , "1"\(xsd)boolean> , "TRUE"\(xsd)boolean> , " 1"\(xsd)integer> , "1"\(xsd)long> .
      """,
      writes: """
        @prefix ex: <http://example.org/> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

        ex:a ex:p
            " 1"^^xsd:integer,
            +1,
            "1"^^xsd:boolean,
            "1"^^xsd:decimal,
            "1"^^xsd:double,
            1,
            "1"^^xsd:long,
            "1."^^xsd:decimal,
            1.0,
            1e0,
            "INF"^^xsd:double,
            "NaN"^^xsd:double,
            "TRUE"^^xsd:boolean,
            true .

        """, prefixes: [("ex", "http://example.org/"), ("xsd", "http://www.w3.org/2001/XMLSchema#")])
  }

  @Test func controlsAndQuotationMarksAreEscaped() throws {
    try expect(
      #"ex:a ex:p "a\r\n\t\"b\"\\\u0000\u007F" ."#,
      writes: """
        @prefix ex: <http://example.org/> .

        ex:a ex:p "a\\r\\n\\t\\"b\\"\\\\\\u0000\\u007F" .

        """)
  }

  @Test func blankNodesNestWhereTheyAreReferredToOnce() throws {
    try expect(
      """
      ex:a ex:p [ ex:q [ a ex:T ; ex:r 1 ] , [] ] ; ex:s _:shared . ex:b ex:s _:shared . _:shared ex:r 2 .
      _:top ex:p 3 .
      """,
      writes: """
        @prefix ex: <http://example.org/> .

        ex:a ex:p [
            ex:q
              [
                a ex:T ;
                ex:r 1
              ],
              []
          ] ;
          ex:s _:shared .

        ex:b ex:s _:shared .

        _:shared ex:r 2 .

        [] ex:p 3 .

        """)
  }

  @Test func cyclesOfBlankNodesKeepALabel() throws {
    try expect(
      "_:a ex:p _:b . _:b ex:p _:c . _:c ex:p _:a . _:self ex:p _:self .",
      writes: """
        @prefix ex: <http://example.org/> .

        _:a ex:p [
            ex:p [
              ex:p _:a
            ]
          ] .

        _:self ex:p _:self .

        """)
  }

  @Test func listsAreWrittenAsLists() throws {
    try expect(
      "ex:a ex:p ( 1 ( ex:b ) [ ex:q () ] ) .",
      writes: """
        @prefix ex: <http://example.org/> .

        ex:a ex:p ( 1 ( ex:b ) [
              ex:q ()
            ] ) .

        """)
  }

  @Test func aListThatCarriesMoreIsNoList() throws {
    try expect(
      """
      @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
      ex:a ex:p _:head . _:head rdf:first 1 ; rdf:rest ( 2 3 ) ; ex:more true .
      ex:b ex:p _:two . _:two rdf:first 1 , 2 ; rdf:rest () .
      ex:c ex:p _:open . _:open rdf:first 1 ; rdf:rest ex:elsewhere .
      ex:d ex:p _:loop . _:loop rdf:first 1 ; rdf:rest _:loop .
      ( 9 ) ex:p 1 .
      """,
      writes: """
        @prefix ex: <http://example.org/> .
        @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .

        ex:a ex:p [
            ex:more true ;
            rdf:first 1 ;
            rdf:rest ( 2 3 )
          ] .

        ex:b ex:p [
            rdf:first
              1,
              2 ;
            rdf:rest ()
          ] .

        ex:c ex:p [
            rdf:first 1 ;
            rdf:rest ex:elsewhere
          ] .

        ex:d ex:p _:loop .

        [] ex:p 1 ;
          rdf:first 9 ;
          rdf:rest () .

        _:loop rdf:first 1 ;
          rdf:rest _:loop .

        """, prefixes: [("ex", "http://example.org/"), ("rdf", RDF.namespace)])
  }

  @Test func theEmptyListIsNoPredicate() throws {
    try expect(
      "<http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> () .",
      writes: """
        () <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> () .

        """)
  }

  @Test func triGHasTheDefaultGraphFirst() throws {
    try expect(
      """
      ex:g { ex:a ex:p _:x , [ ex:q 1 ] . ex:b ex:p 2 } ex:a ex:p _:named . _:named { _:x ex:p 3 } GRAPH ex:f { ex:a a ex:T }
      """, .triG,
      writes: """
        @prefix ex: <http://example.org/> .

        ex:a ex:p _:named .

        ex:f {
          ex:a a ex:T .
        }

        ex:g {
          ex:a ex:p
              [
                ex:q 1
              ],
              _:x .

          ex:b ex:p 2 .
        }

        _:named {
          _:x ex:p 3 .
        }

        """)
  }

  @Test func inTheOrderOfTheStatementsNothingIsNested() throws {
    let original = try dataset("<urn:b> <urn:p> [ <urn:q> 1 ] . <urn:a> <urn:p> ( 2 ) .", .turtle)
    let text = String(decoding: try write(original, .turtle, sorted: false), as: UTF8.self)
    #expect(!text.contains("[") && !text.contains("( "))
    #expect(try original.isIsomorphic(to: dataset(text, .turtle)))
  }
}
