public import RDFModel

/// What must leave one export and come to it so that it becomes another, graph by graph.
public struct ExportDifference: Sendable {
  public struct Change: Sendable {
    public var graph: IRI
    /// Statements as canonical N-Triples without the final " .", ascending.
    public var removed: [ArraySlice<UInt8>]
    public var added: [ArraySlice<UInt8>]
    /// Whether the graph is there before and after.
    public var wasThere: Bool
    public var isThere: Bool
  }

  /// By graph, ascending.
  public let changes: [Change]
  public let old: ExportGraphs
  public let new: ExportGraphs

  /// Only graphs whose hashes differ are read.
  ///
  /// - Throws: `SyntaxError` for a line that is no N-Quads.
  public init(from old: ExportGraphs, to new: ExportGraphs) throws {
    self.old = old
    self.new = new
    var changes: [Change] = []
    for graph in Set(old.graphs.map(\.name)).union(new.graphs.map(\.name)).sorted() {
      let (before, after) = (old.index(of: graph), new.index(of: graph))
      if let before, let after, old.graphs[before].hash == new.graphs[after].hash { continue }
      let (a, b) = (try Self.statements(before, of: old), try Self.statements(after, of: new))
      let (removed, added) = Self.difference(a, b)
      changes.append(
        Change(graph: graph, removed: removed, added: added, wasThere: before != nil, isThere: after != nil))
    }
    self.changes = changes
  }

  private static func statements(_ index: Int?, of export: ExportGraphs) throws -> [ArraySlice<UInt8>] {
    guard let index else { return [] }
    // Behind each statement: a space, the graph's name in brackets, a space and a full stop.
    let end = export.graphs[index].name.string.utf8.count + 5
    let lines = try export.lines(of: index).split(separator: 0x0A).map { $0.dropLast(end) }
    // Each file is in order already.
    return lines.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// What only one of two ascending lists has.
  private static func difference(
    _ a: [ArraySlice<UInt8>], _ b: [ArraySlice<UInt8>]
  ) -> (removed: [ArraySlice<UInt8>], added: [ArraySlice<UInt8>]) {
    var (removed, added): ([ArraySlice<UInt8>], [ArraySlice<UInt8>]) = ([], [])
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      if j == b.count || i < a.count && a[i].lexicographicallyPrecedes(b[j]) {
        removed.append(a[i])
        i += 1
      } else if i == a.count || b[j].lexicographicallyPrecedes(a[i]) {
        added.append(b[j])
        j += 1
      } else {
        i += 1
        j += 1
      }
    }
    return (removed, added)
  }
}
