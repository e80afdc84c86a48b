import RDFModel
import SHACL
import Testing

@Suite("Reports (SHACL §3.6)")
struct ReportTests {
  private static let shapes = """
    ex:S sh:targetClass ex:C ; sh:severity sh:Warning ; sh:message "wrong"@en, "falsch"@de, "incorrect"@fr-CA ;
      sh:nodeKind sh:Literal ;
      sh:property [ sh:path ( ex:p [ sh:inversePath ex:q ] ) ; sh:minCount 1 ; sh:severity ex:own ; sh:name "Name"@de, "speaker"@en ] .
    """

  @Test func severityAndMessages() throws {
    let report = try validate("ex:a a ex:C .", shapes: Self.shapes)
    #expect(!report.conforms)
    #expect(report.results.map(\.severity) == [SH.warning, IRI("http://example.org/own")])
    let node = report.results[0]
    #expect(node.message(languages: ["de"]) == "falsch")
    #expect(node.message(languages: ["it", "fr"]) == "incorrect")
    #expect(Set(node.messages.map(\.lexicalForm)) == ["wrong", "falsch", "incorrect"])
    let property = report.results[1]
    #expect(property.message(languages: ["en"]) { short($0) } == "no speaker (at least 1 value of ex:p/^ex:q, found 0)")
  }

  @Test("what every component says where a shape has no message")
  func explanations() throws {
    let data = """
      ex:a ex:p ex:x, ex:y, "a"@en, "b"@en, 5 ; ex:q 5 ; ex:r ex:z .
      """
    func says(_ constraint: String) throws -> [String] {
      try validate(
        data, shapes: "ex:S sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:name \"part\" ; \(constraint) ] ."
      )
      .results.map { $0.message { short($0) } }
    }
    #expect(try says("sh:maxCount 1") == ["more than one part (at most 1 value of ex:p, found 5)"])
    #expect(try says("sh:minCount 6") == ["too few: part (at least 6 values of ex:p, found 5)"])
    #expect(try says("sh:uniqueLang true") == ["more than one part in the language en (found 2 values of ex:p)"])
    #expect(try says("sh:hasValue 7").first?.hasPrefix("part \"7\"") == true)
    #expect(try says("sh:class ex:C").last == "part ex:y is not a ex:C (value of ex:p)")
    #expect(try says("sh:nodeKind sh:IRI").first == "part \"5\"^^<\(XSD.integer)> is not an IRI (value of ex:p)")
    for constraint in [
      "sh:datatype xsd:date", "sh:minExclusive 9", "sh:minInclusive 9", "sh:maxExclusive 1", "sh:maxInclusive 1",
      "sh:minLength 99",
      "sh:maxLength 0", "sh:pattern \"^never$\"", "sh:languageIn (\"fr\")", "sh:equals ex:q", "sh:disjoint ex:q",
      "sh:lessThan ex:q",
      "sh:lessThanOrEquals ex:r", "sh:not [ sh:nodeKind sh:IRI ]", "sh:and ( [ sh:nodeKind sh:IRI ] )",
      "sh:or ( [ sh:nodeKind sh:IRI ] )",
      "sh:xone ( [ sh:nodeKind sh:IRI ] )", "sh:node [ sh:nodeKind sh:IRI ]",
      "sh:qualifiedValueShape [ sh:nodeKind sh:IRI ] ; sh:qualifiedMinCount 3",
      "sh:qualifiedValueShape [ sh:nodeKind sh:IRI ] ; sh:qualifiedMaxCount 1",
      "sh:in ( 1 2 3 4 5 6 7 8 9 10 11 12 )",
    ] {
      for sentence in try says(constraint) {
        #expect(sentence.contains("part"), "\(constraint): \(sentence)")
        #expect(sentence.contains("ex:p"), "\(constraint): \(sentence)")
      }
      #expect(try !says(constraint).isEmpty, "\(constraint)")
    }
    let closed = try validate(
      data, shapes: "ex:S sh:targetNode ex:a ; sh:closed true ; sh:property [ sh:path ex:p ], [ sh:path ex:q ] .")
    #expect(
      closed.results.map { $0.message { short($0) } } == [
        "the shape is closed and has no such property: ex:z (value of ex:r)"
      ])
  }

  @Test("a sentence names the focus node and why nested shapes fail")
  func sentences() throws {
    let report = try validate(
      "ex:a ex:place ex:x . ex:x ex:country \"Spain\" .",
      shapes: """
        ex:S sh:targetNode ex:a ; sh:property [ sh:path ex:place ; sh:node ex:Place ] .
        ex:Place sh:property [ sh:path ex:country ; sh:maxLength 2 ], [ sh:path ex:name ; sh:minCount 1 ; sh:message "no name"@en ] .
        """)
    let names = ["http://example.org/a": "Talk \"Scaling\"", "http://example.org/x": "Barcelona"]
    #expect(
      report.results.map { $0.sentence(languages: ["en"]) { term in names[term.iri?.string ?? ""] ?? short(term) } }
        == [
          "Talk \"Scaling\": Barcelona does not conform to ex:Place (value of ex:place): "
            + "\"Spain\" is longer than 2 characters (value of ex:country); no name"
        ])
  }

  @Test("as RDF, with paths, details and the messages' languages")
  func graph() throws {
    let report = try validate(
      "ex:a ex:p _:x . _:x ex:q 1 .",
      shapes: """
        ex:S sh:targetNode ex:a ; sh:property ex:P .
        ex:P sh:path [ sh:alternativePath ( ex:p ex:r ) ] ; sh:message "wrong"@en ;
          sh:node [ sh:property ex:Q ] . ex:Q sh:path ex:q ; sh:maxCount 0 ; sh:message "none" .
        """)
    var written = Dataset()
    report.write(into: &written)
    let expected = try turtle(
      """
      [] a sh:ValidationReport ; sh:conforms false ; sh:result [ a sh:ValidationResult ; sh:focusNode ex:a ; sh:value _:x ;
        sh:resultPath [ sh:alternativePath ( ex:p ex:r ) ] ; sh:resultSeverity sh:Violation ; sh:resultMessage "wrong"@en ;
        sh:sourceShape ex:P ; sh:sourceConstraintComponent sh:NodeConstraintComponent ;
        sh:detail [ a sh:ValidationResult ; sh:focusNode _:x ; sh:resultPath ex:q ; sh:resultSeverity sh:Violation ;
          sh:resultMessage "none" ; sh:sourceShape ex:Q ; sh:sourceConstraintComponent sh:MaxCountConstraintComponent ] ] .
      """)
    let actual = Set(written.quads.map(written.decode))
    let wanted = Set(expected.quads.map(expected.decode))
    #expect(try dataset(actual).isIsomorphic(to: dataset(wanted)))
    // The comparison itself must be able to fail.
    let without = dataset(wanted.filter { $0.predicate != SH.value })
    #expect(try !dataset(actual.filter { $0.predicate != SH.detail }).isIsomorphic(to: without))
  }

  @Test("a conforming graph's report says so")
  func conforming() throws {
    let quads = try validate("", shapes: Self.shapes).quads(graph: .iri("http://example.org/report"))
    #expect(quads.count == 2)
    #expect(
      quads.contains { $0.predicate == SH.conforms && $0.object == .literal(Literal("true", datatype: XSD.boolean)) })
    #expect(quads.allSatisfy { $0.graph == .iri("http://example.org/report") })
  }

  @Test("blank nodes of data and shapes are not taken for one another")
  func blankNodes() throws {
    var shapes = Dataset()
    var data = Dataset()
    let node = Term.blankNode(BlankNode("same"))
    shapes.insert(Quad(node, SH.targetSubjectsOf, .iri("http://example.org/p")))
    shapes.insert(Quad(node, SH.nodeKind, .iri(SH.iri)))
    shapes.insert(Quad(node, SH.hasValue, node))
    data.insert(Quad(node, IRI("http://example.org/p"), .blankNode(BlankNode("report-1"))))
    let report = Validator(shapes: try ShapesGraph(shapes)).validate(data)
    #expect(report.results.count == 2)
    let quads = report.quads()
    let focus = Set(quads.filter { $0.predicate == SH.focusNode }.map(\.object))
    let source = Set(quads.filter { $0.predicate == SH.sourceShape }.map(\.object))
    #expect(focus == [node])
    #expect(focus.isDisjoint(with: source))
  }

  @Test("the order of results depends on the data, not on how it came or who worked")
  func order() throws {
    let nodes = (0..<2200).map { "ex:n\($0) a ex:C ; ex:p ex:n\(($0 * 7) % 2200), \($0) ." }
    let shapes = try ShapesGraph(
      try turtle(
        """
        ex:S sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:nodeKind sh:IRI ], [ sh:path ex:p ; sh:node [ sh:property [ sh:path ex:p ; sh:maxCount 1 ] ] ] .
        """))
    let data = try turtle(nodes.joined(separator: "\n"))
    let one = Validator(shapes: shapes).validate(data)
    #expect(one.results.count == 4400)
    for jobs in [2, 3, 8] {
      #expect(Validator(shapes: shapes, options: .init(jobs: jobs)).validate(data).results == one.results)
    }
    let reversed = Validator(shapes: shapes).validate(try turtle(nodes.reversed().joined(separator: "\n")))
    #expect(reversed.results == one.results)
    let cut = Validator(shapes: shapes, options: .init(maxResults: 7, jobs: 2)).validate(data)
    #expect(cut.results == Array(one.results.prefix(7)))
    #expect(cut.resultCount == 4400)
    #expect(!cut.conforms)
    #expect(!Validator(shapes: shapes, options: .init(maxResults: 0)).validate(data).conforms)
  }

  @Test("as deep as shapes may nest, on threads with small stacks")
  func deep() throws {
    let chain = (0..<199).map { "ex:s\($0) sh:not [ sh:not ex:s\($0 + 1) ] ." }.prefix(66).joined(separator: "\n")
    let data = (0..<3000).map { "ex:n\($0) a ex:C ." }.joined(separator: "\n")
    let shapes = try ShapesGraph(try turtle("ex:s0 sh:targetClass ex:C .\n\(chain)\nex:s66 sh:nodeKind sh:Literal ."))
    let report = Validator(shapes: shapes, options: .init(maxResults: 1, jobs: 2)).validate(try turtle(data))
    #expect(report.resultCount == 3000)
  }

  @Test("shapes that share shapes do not multiply the work", .timeLimit(.minutes(1)))
  func shared() throws {
    let logic = (0..<60).map {
      "ex:s\($0) sh:or ( [ sh:node ex:s\($0 + 1) ] [ sh:node ex:s\($0 + 1) ] ) ; sh:and ( ex:s\($0 + 1) ex:s\($0 + 1) ) ."
    }
    let report = try validate(
      "", shapes: "ex:s0 sh:targetNode ex:a . \(logic.joined()) ex:s60 sh:nodeKind sh:Literal .")
    #expect(report.results.count == 2)
    let properties = (0..<60).map {
      "ex:t\($0) sh:property [ sh:path ex:p ; sh:node ex:t\($0 + 1) ], [ sh:path ex:q ; sh:property ex:u\($0 + 1) ] . ex:u\($0) sh:path ex:p ; sh:property ex:u\($0 + 1) ; sh:node ex:t\($0 + 1) ."
    }
    let conforming = try validate(
      "ex:a ex:p ex:a ; ex:q ex:a .",
      shapes:
        "ex:t0 sh:targetNode ex:a . \(properties.joined()) ex:t60 sh:nodeKind sh:IRI . ex:u60 sh:path ex:p ; sh:nodeKind sh:IRI ."
    )
    #expect(conforming.conforms)
  }
}
