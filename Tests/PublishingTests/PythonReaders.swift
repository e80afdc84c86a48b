import Foundation
import TestSupport

/// Readers that are not ours, from PyPI, in the project's `.venv` (`make deps`).
enum PythonReaders {
  static let python: URL? = {
    let url = Folders.project.appending(path: ".venv/bin/python")
    return FileManager.default.isExecutableFile(atPath: url.path) ? url : nil
  }()

  /// Every triple of a file, its graph's name dropped, as canonical N-Triples lines.
  static func triples(_ file: URL, with reader: String) throws -> Set<String> {
    let script = Folders.project.appending(path: "Tests/PublishingTests/Fixtures/readers/\(reader).py")
    let outcome = try Program(executable: python ?? URL(filePath: "/nonexistent")).run([script.path, file.path])
    guard outcome.status == 0 else { throw ReaderFailure(text: outcome.errors) }
    return Set(outcome.output.split(separator: "\n").map(String.init))
  }

  struct ReaderFailure: Error { let text: String }
}
