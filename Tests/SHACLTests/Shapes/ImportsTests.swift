import RDFModel
import SHACL
import Testing

@Suite("owl:imports")
struct ImportsTests {
  @Test("imports are merged however far, each once, and the missing named")
  func importing() throws {
    let documents = [
      "http://example.org/one":
        "<http://example.org/one> owl:imports ex:two, ex:three . ex:S sh:property [ sh:path ex:p ; sh:minCount 1 ] .",
      "http://example.org/two":
        "<http://example.org/two> owl:imports ex:one . ex:S sh:property [ sh:path ex:q ; sh:minCount 1 ] .",
    ]
    var asked: [String] = []
    let (shapes, missing) = try ShapesGraph.importing(
      try turtle("<> owl:imports ex:one . ex:S sh:targetNode ex:a ; sh:property [ sh:path ex:r ; sh:minCount 1 ] .")
    ) { iri in
      asked.append(iri.string)
      return try documents[iri.string].map(turtle)
    }
    #expect(missing == [IRI("http://example.org/three")])
    #expect(asked.sorted() == ["http://example.org/one", "http://example.org/three", "http://example.org/two"])
    let report = Validator(shapes: try ShapesGraph(shapes)).validate(try turtle(""))
    #expect(
      report.results.map(line).sorted() == ["ex:a ex:p - MinCount", "ex:a ex:q - MinCount", "ex:a ex:r - MinCount"])
  }
}
