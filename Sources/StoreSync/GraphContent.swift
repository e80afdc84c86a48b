import Publishing
import RDFModel
import RDFSyntax

/// A graph on its way into a store.
struct GraphContent: Sendable {
  let graph: ExportGraphs.Graph
  /// Whether the store holds something under that name already.
  let isReplacement: Bool
  /// N-Triples lines.
  let triples: [UInt8]

  init(_ index: Int, of export: ExportGraphs, isReplacement: Bool) throws {
    graph = export.graphs[index]
    self.isReplacement = isReplacement
    let named = try export.dataset(of: index)
    var dataset = Dataset(terms: named.terms)
    dataset.insert(contentsOf: named.quads.map { IDQuad($0.triple) })
    var lines: [UInt8] = []
    try NTriplesWriter(sorted: false).write(dataset, to: &lines)
    triples = lines
  }

  /// N-Quads lines.
  var quads: [UInt8] { Self.quads(triples, in: graph.name) }

  /// Triples with a graph's name behind them.
  static func quads(_ triples: [UInt8], in graph: IRI) -> [UInt8] {
    let name = Array("<\(graph.string)> .\n".utf8)
    var lines: [UInt8] = []
    lines.reserveCapacity(triples.count * 2)
    var start = 0
    while let end = triples[start...].firstIndex(of: 0x0A) {
      lines.append(contentsOf: triples[start..<(end - 1)])
      lines.append(contentsOf: name)
      start = end + 1
    }
    return lines
  }
}
