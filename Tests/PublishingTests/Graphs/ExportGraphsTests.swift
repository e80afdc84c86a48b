import Foundation
import RDFModel
import RDFSyntax
import TestSupport
import Testing

@testable import Publishing

@Suite struct ExportGraphsTests {
  private func graphs(_ text: String, dataset: String? = nil) throws -> ExportGraphs {
    let scratch = try ScratchFolder()
    try scratch.write(text, to: "graph.nq")
    if let dataset { try scratch.write(dataset, to: "dataset.nq") }
    return try ExportGraphs(folder: scratch.url.path)
  }

  /// The reference implementation's values, seed 0.
  @Test(arguments: [
    ("", "00000000000000000000000000000000"), ("hello", "cbd8a7b341bd9b025b1e906a48ae1d19"),
    ("The quick brown fox jumps over the lazy dog", "e34bbc7bbc071b6c7a433ca9c49a9347"),
  ])
  func murmur(_ text: String, _ hexadecimal: String) {
    var hash = ContentHash()
    let bytes = Array(text.utf8)
    unsafe bytes.withUnsafeBytes { unsafe hash.add($0) }
    #expect(hash.hexadecimal == hexadecimal)
  }

  /// The scan sees what the grammar sees.
  @Test func theSampleExport() throws {
    let scratch = try ScratchFolder()
    var expected: [String: Int] = [:]
    for file in ["graph.nq", "evidence.nq", "dataset.nq"] {
      let bytes = try SampleExport.file(file)
      try scratch.write(String(decoding: bytes, as: UTF8.self), to: file)
      var dataset = Dataset()
      try RDFReader(format: .nQuads).read(bytes, into: &dataset)
      for quad in dataset.quads { expected[dataset.decode(quad).graph?.iri?.string ?? "", default: 0] += 1 }
    }
    let graphs = try ExportGraphs(folder: scratch.url.path)
    #expect(Dictionary(uniqueKeysWithValues: graphs.graphs.map { ($0.name.string, $0.statements) }) == expected)
    #expect(graphs.graphs.map(\.name) == graphs.graphs.map(\.name).sorted())
    #expect(graphs.base == "https://blog.example.org/")
    for index in graphs.graphs.indices {
      #expect(try graphs.dataset(of: index).quads.count == graphs.graphs[index].statements)
    }
  }

  @Test func anyOrderAndAnyFormHashAlike() throws {
    let canonical = "<urn:a> <urn:p> \"é\"@fr <urn:g> .\n<urn:b> <urn:p> <urn:c> <urn:g> .\n"
    let other =
      "# no export\n<urn:b>\t<urn:p> <urn:c> <urn:g>.\n\n<urn:a> <urn:p> \"\\u00E9\"@fr <urn:g> . # x\n<urn:b> <urn:p> <urn:c> <urn:g> .\n"
    let (a, b) = (try graphs(canonical), try graphs(other))
    #expect(a.graphs == b.graphs)
    #expect(try b.lines(of: 0) == Array(canonical.utf8))
    #expect(try graphs(canonical.replacing("é", with: "è")).graphs[0].hash != a.graphs[0].hash)
    #expect(try graphs(canonical.replacing("urn:g", with: "urn:h")).graphs[0].hash == a.graphs[0].hash)
  }

  @Test func partsGiveWhatTheWholeGives() throws {
    // Graphs alternate, so that each has lines in every part.
    let lines = (0..<90_000).map { number in
      let digits = String(number)
      let subject = String(repeating: "0", count: 6 - digits.count) + digits
      return "<urn:s:\(subject)> <urn:p> \"\(String(repeating: "x", count: number % 150))\" <urn:g:\(number % 7)> .\n"
    }
    let whole = try graphs(lines.joined())
    #expect(whole.statements == 90_000)
    for index in 0..<7 {
      let own = lines.indices.filter { $0 % 7 == index }.map { lines[$0] }.joined()
      #expect(String(decoding: try whole.lines(of: index), as: UTF8.self) == own)
      #expect(try graphs(own).graphs == [whole.graphs[index]])
    }
  }

  @Test(arguments: [
    ("<urn:a> <urn:p> <urn:c> .\n", ExportGraphsError.Code.defaultGraph),
    ("<urn:a> <urn:p> \"x\" .\n", .defaultGraph), ("<urn:a> <urn:p> \"x\"^^<urn:t> .\n", .defaultGraph),
    ("_:a <urn:p> <urn:c> <urn:g> .\n", .blankNode), ("<urn:a> <urn:p> _:c <urn:g> .\n", .blankNode),
    ("<urn:a> <urn:p> <urn:c> _:g .\n", .blankNode),
  ])
  func whatAnExportNeverHas(_ text: String, _ code: ExportGraphsError.Code) throws {
    let error = #expect(throws: ExportGraphsError.self) { try graphs("<urn:Z> <urn:p> <urn:c> <urn:g> .\n" + text) }
    #expect(error?.code == code)
  }

  @Test(arguments: [
    "x\n", "<urn:a> <urn:p> <urn:c> <urn:g>\n", "<urn:a> <urn:p> \"x <urn:g> .\n",
    "<urn:a> <urn:p> <urn:c> <urn:g> .\n<",
  ])
  func whatIsNoNQuads(_ text: String) throws {
    #expect(throws: (any Error).self) {
      let graphs = try graphs(text)
      for index in graphs.graphs.indices { _ = try graphs.lines(of: index) }
    }
  }

  @Test func aFolderWithoutAnExport() throws {
    let scratch = try ScratchFolder()
    let error = #expect(throws: OutputError.self) { try ExportGraphs(folder: scratch.url.path) }
    #expect(error?.code == .noExport)
    #expect(try graphs("").graphs.isEmpty)
  }
}
