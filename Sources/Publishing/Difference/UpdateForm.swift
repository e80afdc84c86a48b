import RDFModel

/// A difference as a SPARQL 1.1 Update request.
public struct UpdateForm: Sendable {
  /// Statements in one operation at most: some stores' compilers have limits.
  private static let most = 5000

  public init() {}

  public func bytes(_ difference: ExportDifference) -> [UInt8] {
    var out = Array("# \(difference.summary)\n".utf8)
    for change in difference.changes {
      let graph = "<\(change.graph.string)>"
      if change.isThere {
        append("DELETE DATA", graph, change.removed, to: &out)
      } else {
        // Not statement by statement: some stores would keep an empty graph.
        out += "DROP SILENT GRAPH \(graph) ;\n".utf8
      }
      append("INSERT DATA", graph, change.added, to: &out)
    }
    return out
  }

  private func append(_ operation: String, _ graph: String, _ statements: [ArraySlice<UInt8>], to out: inout [UInt8]) {
    for start in stride(from: 0, to: statements.count, by: Self.most) {
      out += "\(operation) { GRAPH \(graph) {\n".utf8
      for statement in statements[start..<min(start + Self.most, statements.count)] {
        out += statement
        out += " .\n".utf8
      }
      out += "} } ;\n".utf8
    }
  }
}
