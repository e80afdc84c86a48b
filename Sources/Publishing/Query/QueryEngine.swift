public import Foundation
import RDFModel
import RDFSyntax
public import SPARQL

/// Something that answers SPARQL queries.
public protocol QueryEngine {
  /// Hands over the answer in pieces, in the form asked for; `mediaType` and `fileExtension` name the same form.
  func answer(
    _ query: QueryText, fileExtension: String, mediaType: String, _ piece: (Data) throws -> Void) throws
}

extension QueryEngine {
  /// Asks, and hands over the answer as a person or a program wants it.
  ///
  /// - Parameter width: columns of the terminal that a table must fit into.
  /// - Returns: the number of rows of a table, where the answer is one.
  /// - Throws: `StoreError`, `QueryError` for an answer that is not in its format, and what `write` throws.
  @discardableResult
  public func ask(
    _ query: QueryText, as syntax: ResultSyntax, width: Int? = nil, _ write: ([UInt8]) throws -> Void
  ) throws -> Int? {
    if let direct = try syntax.direct(query.form) {
      try answer(query, fileExtension: direct.fileExtension, mediaType: direct.mediaType) { try write([UInt8]($0)) }
      return nil
    }
    var whole = Data()
    guard !query.form.givesGraph else {
      try answer(query, fileExtension: "nt", mediaType: "application/n-triples") { whole += $0 }
      var graph = Dataset()
      try RDFReader(format: .nTriples, file: "the answer").read([UInt8](whole), into: &graph)
      var bytes: [UInt8] = []
      try GraphOutput(format: syntax.graphFormat, prefixes: Prefixes.all).write(graph, to: &bytes)
      try write(bytes)
      return nil
    }
    try answer(query, fileExtension: "json", mediaType: "application/sparql-results+json") { whole += $0 }
    let results = try SelectResults(json: whole)
    if let boolean = results.boolean {
      try write(Array("\(boolean)\n".utf8))
      return nil
    }
    try write(Array(ResultTable(results).text(width: width).utf8))
    return results.rows.count
  }
}
