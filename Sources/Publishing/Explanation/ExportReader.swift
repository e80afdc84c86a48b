import Foundation
public import RDFModel
import RDFSyntax

/// An export that lies in a folder, read back.
public struct ExportReader: Sendable {
  /// `graph.nq`.
  public let content: Dataset
  /// `evidence.nq`; empty when the file is not there.
  public let evidence: Dataset

  /// - Throws: `OutputError` for a folder that holds no export, `SyntaxError` for a file that is no N-Quads.
  public init(folder: String) throws {
    content = try Self.read(folder + "/graph.nq")
    evidence =
      FileSystem.kind(folder + "/evidence.nq") == nil ? Dataset() : try Self.read(folder + "/evidence.nq")
  }

  private static func read(_ path: String) throws -> Dataset {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw OutputError(.noExport, path: path)
    }
    var dataset = Dataset()
    try RDFReader(format: .nQuads, file: path).read([UInt8](data), into: &dataset)
    return dataset
  }
}
