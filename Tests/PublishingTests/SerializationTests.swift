import Foundation
import Publishing
import RDFModel
import RDFSyntax
import TestSupport
import Testing

/// `graph.nq`, `graph.ttl` and `graph.jsonld` hold the same triples, as readers find that are not ours.
@Suite struct SerializationTests {
  static let files = ["graph.nq", "graph.ttl", "graph.jsonld"]

  private func written() throws -> ScratchFolder {
    let scratch = try ScratchFolder()
    for file in Self.files { try scratch.write(String(decoding: SampleExport.file(file), as: UTF8.self), to: file) }
    return scratch
  }

  @Test(
    .enabled(if: PythonReaders.python != nil, "no .venv: make deps installs the readers"),
    arguments: [
      "oxigraph", "rdflib_reader",
    ])
  func threeFilesHoldTheSameTriples(_ reader: String) throws {
    let scratch = try written()
    let found = try Self.files.map { try PythonReaders.triples(scratch.url.appending(path: $0), with: reader) }
    #expect(found[0].count > 500)
    #expect(found[0].symmetricDifference(found[1]).sorted() == [])
    #expect(found[0].symmetricDifference(found[2]).sorted() == [])
  }

  @Test(.enabled(if: PythonReaders.python != nil, "no .venv: make deps installs the readers"))
  func twoReadersAgree() throws {
    let scratch = try written()
    let file = scratch.url.appending(path: "graph.ttl")
    let (one, other) = try (
      PythonReaders.triples(file, with: "oxigraph"), PythonReaders.triples(file, with: "rdflib_reader")
    )
    #expect(one.symmetricDifference(other).sorted() == [])
  }

  @Test func raptorReadsTheSameTriplesFromTurtleAndNQuads() throws {
    func triples(_ file: String, _ format: RDFFormat) throws -> Set<Quad> {
      var dataset = Dataset()
      try RaptorReader(format: format).read(SampleExport.file(file), into: &dataset)
      return Set(dataset.quads.map(dataset.decode).map { Quad($0.subject, $0.predicate, $0.object) })
    }
    let (quads, turtle) = try (triples("graph.nq", .nQuads), triples("graph.ttl", .turtle))
    #expect(quads.count > 500)
    #expect(quads == turtle)
  }

  @Test(arguments: ["graph.nq", "evidence.nq", "dataset.nq", "graph.ttl", "graph.jsonld", "report.ttl"])
  func noNodeIsBlank(_ file: String) throws {
    let bytes = try SampleExport.file(file)
    let format = try #require(RDFFormat(fileName: file))
    var input = GraphInput()
    try input.read(bytes, as: format, name: file)
    for id in input.dataset.quads {
      let quad = input.dataset.decode(id)
      for case .blankNode(let node) in [quad.subject, quad.object] { Issue.record("\(file): _:\(node.label)") }
    }
  }

  @Test func theNQuadsAreSortedAndUnique() throws {
    for file in ["graph.nq", "evidence.nq", "dataset.nq"] {
      let lines = try SampleExport.file(file).split(separator: 0x0A)
      for (a, b) in zip(lines, lines.dropFirst()) where !a.lexicographicallyPrecedes(b) {
        Issue.record("\(String(decoding: a, as: UTF8.self)) before \(String(decoding: b, as: UTF8.self))")
      }
    }
  }
}
