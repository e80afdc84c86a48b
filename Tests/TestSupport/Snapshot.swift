import Foundation

/// Texts that are kept in the repository and compared whole. `BLOGGRAPH_RECORD=1` writes them anew, and fails the test
/// that did, so that no recording passes for a check.
public enum Snapshot {
  public enum Difference: Error, CustomStringConvertible {
    case recorded(String)
    case missing(String)
    case different(String, String)

    public var description: String {
      switch self {
      case .recorded(let path): "recorded \(path): look at it, and run again without BLOGGRAPH_RECORD"
      case .missing(let path): "no \(path): record it with BLOGGRAPH_RECORD=1"
      case .different(let path, let lines): "not as in \(path):\n\(lines)"
      }
    }
  }

  /// - Throws: `Difference` unless the file holds exactly this text.
  public static func check(_ text: String, _ target: String, _ path: String) throws {
    let file = Folders.fixture(target, path)
    let name = "Tests/\(target)/Fixtures/\(path)"
    if ProcessInfo.processInfo.environment["BLOGGRAPH_RECORD"] == "1" {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      throw Difference.recorded(name)
    }
    guard let data = try? Data(contentsOf: file) else { throw Difference.missing(name) }
    let known = String(decoding: data, as: UTF8.self)
    guard known != text else { return }
    throw Difference.different(name, lines(known, text))
  }

  /// The lines that only one side has, in order.
  private static func lines(_ known: String, _ found: String) -> String {
    let (a, b) = (known.components(separatedBy: "\n"), found.components(separatedBy: "\n"))
    return b.difference(from: a).prefix(40).map { change in
      switch change {
      case .remove(let offset, let line, _): "- \(offset + 1): \(line)"
      case .insert(let offset, let line, _): "+ \(offset + 1): \(line)"
      }
    }.joined(separator: "\n")
  }
}
