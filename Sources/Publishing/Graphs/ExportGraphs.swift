import Foundation
public import RDFModel
import RDFSyntax

/// The named graphs of an export that lies in a folder: `graph.nq`, `evidence.nq` and `dataset.nq` together. Which graphs
/// there are, how big they are and what their content hashes to is known at once; statements are read when asked for.
public struct ExportGraphs: Sendable {
  public struct Graph: Sendable, Hashable {
    public var name: IRI
    public var statements: Int
    public var hash: ContentHash
  }

  /// By name, ascending.
  public let graphs: [Graph]
  /// The blog's base IRI, as the names of the export's own graphs tell it (`{base}id/dataset`, `{base}id/gazetteer`); nil when
  /// none is there.
  public let base: String?
  private let files: [QuadsFile]
  /// Where each graph's lines stand, by its place in `graphs`.
  private let runs: RunTable

  /// - Throws: `OutputError` for a folder that holds no export, `ExportGraphsError`, or a `SyntaxError` for a file that is
  ///   no N-Quads.
  public init(folder: String) throws {
    guard FileSystem.kind(folder + "/graph.nq") != nil else { throw OutputError(.noExport, path: folder + "/graph.nq") }
    files = try ["graph.nq", "evidence.nq", "dataset.nq"].map { folder + "/" + $0 }
      .filter { FileSystem.kind($0) != nil }.map(QuadsFile.init)
    var whole: [Graph] = []
    var numbers: [String: Int] = [:]
    var places: [[Int]] = []
    for file in files {
      var mapped: [Int] = []
      for (index, found) in file.scan.graphs.enumerated() {
        let text = String(decoding: file.scan.names[UInt32(index + 1)].dropFirst().dropLast(), as: UTF8.self)
        // Names go into requests before their graphs' lines are read.
        guard IRI(text).isWritable else { throw ExportGraphsError(.badName, path: folder) }
        if let known = numbers[text] {
          whole[known].statements += found.statements
          whole[known].hash = whole[known].hash + found.hash
          mapped.append(known)
        } else {
          numbers[text] = whole.count
          mapped.append(whole.count)
          whole.append(Graph(name: IRI(text), statements: found.statements, hash: found.hash))
        }
      }
      places.append(mapped)
    }
    let order = whole.indices.sorted { whole[$0].name < whole[$1].name }
    var ranks = [Int](repeating: 0, count: whole.count)
    for (rank, index) in order.enumerated() { ranks[index] = rank }
    let sorted = order.map { whole[$0] }
    graphs = sorted
    let scans = zip(files, places).map { file, places in (file.scan.runs, places.map { ranks[$0] }) }
    runs = RunTable(scans, graphs: whole.count)
    base = Self.base(sorted.map(\.name.string))
  }

  private static func base(_ names: [String]) -> String? {
    for suffix in ["id/dataset", "id/gazetteer"] {
      if let name = names.first(where: { $0.hasSuffix("/" + suffix) }) { return String(name.dropLast(suffix.count)) }
    }
    return nil
  }

  public var statements: Int { graphs.reduce(0) { $0 + $1.statements } }

  /// The place of a graph in `graphs`.
  public func index(of name: IRI) -> Int? {
    var (low, high) = (0, graphs.count)
    while low < high {
      let middle = (low + high) / 2
      if graphs[middle].name < name { low = middle + 1 } else { high = middle }
    }
    return low < graphs.count && graphs[low].name == name ? low : nil
  }

  /// A graph's statements as they stand in the files: lines of N-Quads, each of which ends in the graph's name, a space,
  /// a full stop and a line feed. The grammar was checked, and that they are this graph's.
  ///
  /// - Throws: `SyntaxError` for a line that is no N-Quads.
  public func lines(of index: Int) throws -> [UInt8] {
    let lines = rawLines(of: index)
    _ = try parsed(lines, index)
    return lines
  }

  /// A graph's statements.
  ///
  /// - Throws: `SyntaxError` for a line that is no N-Quads.
  public func dataset(of index: Int) throws -> Dataset { try parsed(rawLines(of: index), index) }

  private func rawLines(of index: Int) -> [UInt8] {
    var lines: [UInt8] = []
    for (file, offset, length) in runs.runs(of: index) {
      let bytes = files[file].bytes
      lines += bytes[(bytes.startIndex + offset)..<(bytes.startIndex + offset + length)]
    }
    return lines
  }

  private func parsed(_ lines: [UInt8], _ index: Int) throws -> Dataset {
    var dataset = Dataset()
    let name = graphs[index].name
    try RDFReader(format: .nQuads, file: name.string).read(lines, into: &dataset)
    let graph = dataset.terms.find(.iri(name)) ?? .none
    guard dataset.quads.count == graphs[index].statements, dataset.quads.allSatisfy({ $0.graph == graph }) else {
      throw ExportGraphsError(.unreadable, path: name.string)
    }
    return dataset
  }
}

/// Runs of lines by graph.
private struct RunTable: Sendable {
  /// `places[starts[g]..<starts[g + 1]]` are graph `g`'s.
  private var starts: [Int]
  private var places: [(file: Int, offset: Int, length: Int)]

  /// - Parameter files: each file's runs, and the graph of each number in them.
  init(_ files: [(runs: [GraphScan.Run], graphs: [Int])], graphs count: Int) {
    var counts = [Int](repeating: 0, count: count + 1)
    for (runs, graphs) in files { for run in runs { counts[graphs[Int(run.graph) - 1] + 1] += 1 } }
    for index in 0..<count { counts[index + 1] += counts[index] }
    starts = counts
    places = Array(repeating: (0, 0, 0), count: counts[count])
    for (file, (runs, graphs)) in files.enumerated() {
      for run in runs {
        let graph = graphs[Int(run.graph) - 1]
        places[counts[graph]] = (file, run.offset, Int(run.length))
        counts[graph] += 1
      }
    }
  }

  func runs(of graph: Int) -> ArraySlice<(file: Int, offset: Int, length: Int)> {
    places[starts[graph]..<starts[graph + 1]]
  }
}
