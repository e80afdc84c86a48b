import Publishing
import RDFModel

/// A graph on its way into a store.
struct GraphContent: Sendable {
  let graph: ExportGraphs.Graph
  /// N-Quads lines, each ` <name> .` at its end.
  private let lines: [UInt8]

  /// - Throws: `SyntaxError` for a line that is no N-Quads.
  init(_ index: Int, of export: ExportGraphs) throws {
    graph = export.graphs[index]
    lines = try export.lines(of: index)
  }

  var size: Int { lines.count }

  func appendQuads(to bytes: inout [UInt8]) { bytes.append(contentsOf: lines) }

  /// As N-Triples lines.
  func appendTriples(to bytes: inout [UInt8]) {
    let name = graph.name.string.utf8.count + 2
    var start = 0
    while let end = lines[start...].firstIndex(of: 0x0A) {
      bytes.append(contentsOf: lines[start..<(end - name - 2)])
      bytes.append(contentsOf: [UInt8(ascii: "."), 0x0A])
      start = end + 1
    }
  }
}
