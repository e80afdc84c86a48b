import RDFModel
import SHACL
import Testing

@Suite("What cannot be checked is said")
struct UncheckedTests {
  @Test("sh:sparql, and not when it is deactivated")
  func sparql() throws {
    let shapes = """
      ex:S sh:targetNode ex:a ; sh:sparql [ sh:select "SELECT $this {}" ] .
      ex:T sh:targetNode ex:a ; sh:sparql [ sh:select "SELECT $this {}" ; sh:deactivated true ] .
      ex:U sh:targetNode ex:a ; sh:deactivated true ; sh:sparql [ sh:select "SELECT $this {}" ] .
      """
    let report = try validate("", shapes: shapes)
    #expect(report.unchecked.map(\.shape) == [.iri("http://example.org/S")])
    #expect(report.unchecked.map(\.feature) == [SH.sparql])
    #expect(
      report.unchecked.first?.description
        == "shape <http://example.org/S> was not checked: sh:sparql needs a SPARQL engine")
    #expect(report.conforms)
  }

  @Test("a component of the shapes graph's own, where its mandatory parameters are given")
  func component() throws {
    let shapes = """
      ex:Component a sh:ConstraintComponent ; sh:parameter [ sh:path ex:needed ], [ sh:path ex:spare ; sh:optional true ] ;
        sh:validator [ a sh:SPARQLAskValidator ; sh:ask "ASK {}" ] .
      ex:S sh:targetNode ex:a ; ex:needed 1 . ex:T sh:targetNode ex:a ; ex:spare 1 .
      """
    let report = try validate("", shapes: shapes)
    #expect(report.unchecked.map(\.shape) == [.iri("http://example.org/S")])
    #expect(report.unchecked.first?.feature == IRI("http://example.org/Component"))
  }

  @Test("targets of the advanced features")
  func target() throws {
    let report = try validate("", shapes: "ex:S sh:target [ sh:select \"\" ] ; sh:nodeKind sh:IRI .")
    #expect(report.unchecked.map(\.feature) == [SH.target])
  }

  @Test("the core's own description is no custom component")
  func core() throws {
    let report = try validate(
      "",
      shapes: """
        sh:MinCountConstraintComponent a sh:ConstraintComponent ; sh:parameter [ sh:path sh:minCount ] .
        ex:S sh:path ex:p ; sh:minCount 1 .
        """)
    #expect(report.unchecked.isEmpty)
  }
}
