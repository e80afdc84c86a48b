import RDFModel
import SHACL
import Testing

@Suite("Ill-formed and recursive shapes graphs are errors, not reports")
struct ShapesErrorTests {
  private func problems(_ shapes: String) throws -> [ShapesError.Problem] {
    let dataset = try turtle(shapes)
    do throws(ShapesError) {
      _ = try ShapesGraph(dataset)
      return []
    } catch {
      return error.problems
    }
  }

  @Test(
    "syntax rules (SHACL appendix B)",
    arguments: [
      ("a sh:PropertyShape", "no sh:path"),
      ("a sh:NodeShape ; sh:path ex:p", "declared a sh:NodeShape"),
      ("sh:path ex:p, ex:q ; sh:minCount 1", "sh:path has 2 values"),
      ("sh:path \"p\" ; sh:minCount 1", "is a literal"),
      ("sh:path ( ex:p ) ; sh:minCount 1", "fewer than two members"),
      ("sh:path [ sh:inversePath ex:p ; sh:zeroOrMorePath ex:q ] ; sh:minCount 1", "several paths"),
      ("sh:path [] ; sh:minCount 1", "no path of any kind"),
      ("sh:path _:x ; sh:minCount 1 . _:x sh:inversePath _:x", "recursive"),
      ("sh:targetNode _:b", "blank node"),
      ("sh:targetClass \"C\"", "no IRI"),
      ("sh:targetSubjectsOf _:b", "no IRI"),
      ("sh:targetObjectsOf 5", "no IRI"),
      ("sh:targetNode ex:a ; sh:severity \"high\"", "sh:severity"),
      ("sh:targetNode ex:a ; sh:severity sh:Info, sh:Warning", "2 values"),
      ("sh:targetNode ex:a ; sh:message 5", "sh:message"),
      ("sh:targetNode ex:a ; sh:deactivated \"yes\"", "sh:deactivated"),
      ("sh:class \"C\"", "no IRI"),
      ("sh:datatype xsd:date, xsd:dateTime", "2 values"),
      ("sh:datatype \"date\"", "no IRI"),
      ("sh:nodeKind sh:Iri", "six node kinds"),
      ("sh:minCount 1", "property shapes only"),
      ("sh:maxCount 1", "property shapes only"),
      ("sh:path ex:p ; sh:minCount \"1\"", "no literal of"),
      ("sh:path ex:p ; sh:minCount \"one\"^^xsd:integer", "no integer"),
      ("sh:path ex:p ; sh:maxCount 1, 2", "2 values"),
      ("sh:minInclusive ex:x", "no literal"),
      ("sh:minLength 1.5", "no literal of"),
      ("sh:pattern \"[\"", "regular expression"),
      ("sh:pattern \"a\" ; sh:flags \"g\"", "flag"),
      ("sh:pattern \"a\", \"b\"", "2 values"),
      ("sh:languageIn ( 5 )", "no string"),
      ("sh:languageIn \"en\"", "no well-formed list"),
      ("sh:uniqueLang true", "property shapes only"),
      ("sh:equals \"p\"", "no IRI"),
      ("sh:lessThan ex:p", "property shapes only"),
      ("sh:lessThanOrEquals ex:p", "property shapes only"),
      ("sh:and ex:x", "no well-formed list"),
      ("sh:or ( \"x\" )", "a shape is expected"),
      ("sh:xone _:l . _:l rdf:first ex:x ; rdf:rest _:l . ex:x sh:nodeKind sh:IRI", "no well-formed list"),
      ("sh:not 5", "a shape is expected"),
      ("sh:node ex:P . ex:P sh:path ex:p", "which is a property shape"),
      ("sh:property ex:N . ex:N sh:nodeKind sh:IRI", "has no sh:path"),
      ("sh:qualifiedValueShape [] ; sh:qualifiedMinCount 1", "property shapes only"),
      ("sh:closed 5", "sh:closed"),
      ("sh:closed \"maybe\"^^xsd:boolean", "no boolean"),
      ("sh:closed true ; sh:ignoredProperties ( 5 )", "no IRI"),
      ("sh:in 5", "no well-formed list"),
      ("sh:in ( 1 ), ( 2 )", "2 values"),
    ])
  func illFormed(shape: String, reason: String) throws {
    let found = try problems("ex:S \(shape) .")
    #expect(found.contains { $0.reason.contains(reason) }, "\(found)")
  }

  @Test("each problem names its shape, and all are reported")
  func several() throws {
    let found = try problems("ex:S sh:nodeKind 1 . ex:T sh:minCount 2 .")
    #expect(found.map(\.shape) == [.iri("http://example.org/S"), .iri("http://example.org/T")])
    #expect(found[0].description.hasPrefix("shape <http://example.org/S>: sh:nodeKind"))
  }

  @Test("a class and shape without an IRI")
  func blankClass() throws { #expect(try problems("[] a rdfs:Class, sh:NodeShape .").count == 1) }

  @Test(
    "recursion by every shape-expecting parameter",
    arguments: [
      "sh:node ex:S", "sh:not ex:S", "sh:and ( ex:S )", "sh:or ( ex:S )", "sh:xone ( ex:S )",
      "sh:property [ sh:path ex:p ; sh:node ex:S ]",
      "sh:property [ sh:path ex:p ; sh:qualifiedValueShape ex:S ; sh:qualifiedMinCount 1 ]",
    ])
  func recursion(reference: String) throws {
    let found = try problems("ex:S sh:targetNode ex:a ; \(reference) .")
    #expect(found.map(\.code) == [.recursiveShape])
    #expect(found.first?.reason.contains("<http://example.org/S>") == true)
  }

  @Test("the same shape in two places is no recursion")
  func shared() throws {
    #expect(
      try problems("ex:S sh:node ex:T, ex:U . ex:T sh:node ex:V . ex:U sh:node ex:V . ex:V sh:nodeKind sh:IRI .")
        .isEmpty)
  }

  @Test("an entailment regime is refused")
  func entailment() throws {
    #expect(
      try problems("<> sh:entailment <http://www.w3.org/ns/entailment/RDFS> .").map(\.code) == [.unsupportedEntailment])
  }

  @Test("a thousand shapes in one another are refused, not a crash")
  func deep() throws {
    let chain = (0..<1000).map { "ex:s\($0) sh:node ex:s\($0 + 1) ." }.joined(separator: "\n")
    #expect(try problems(chain + "ex:s1000 sh:nodeKind sh:IRI .").map(\.code) == [.tooDeep])
  }

  @Test("a path of a thousand levels is refused, not a crash")
  func deepPath() throws {
    let chain = (0..<1000).map { "_:p\($0) sh:inversePath _:p\($0 + 1) ." }.joined(separator: "\n")
    #expect(
      try problems(chain + "_:p1000 sh:inversePath ex:p . ex:S sh:path _:p0 ; sh:minCount 1 .").map(\.code)
        == [.illFormedPath])
  }

  @Test("what no shape uses is not looked at")
  func unused() throws {
    #expect(try problems("_:p sh:inversePath _:p . ex:x ex:y ( 1 ) . ex:S sh:nodeKind sh:IRI .").isEmpty)
  }
}
