import Foundation
import TestSupport

/// What the tests need to know of the engine.
enum Oxigraphs {
  static let executable = Folders.project.appending(path: ".venv/bin/oxigraph")
  static var isHere: Bool { FileManager.default.isExecutableFile(atPath: executable.path) }

  /// The names of the pack's queries, ascending.
  static func pack() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Folders.project.appending(path: "queries").path)
      .filter { $0.hasSuffix(".rq") }.map { String($0.dropLast(3)) }.sorted()
  }
}
