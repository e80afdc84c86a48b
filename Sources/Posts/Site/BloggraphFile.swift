import Foundation
import Yams

/// `bloggraph.yaml` beside a site's configuration: what the site's own configuration has no place for.
///
/// Each top-level key has a reader of its own; a key that nobody reads is a warning, so that a slip is not silence.
struct BloggraphFile {
  static let name = "bloggraph.yaml"
  /// The keys that some reader knows.
  static let sections = ["site", "curation"]

  var site = SiteSection()
  var problems: [Problem] = []

  /// The file of a site's folder, or of the site that a content folder lies in; without one, nothing is said.
  static func find(for folder: URL) -> BloggraphFile {
    let own = folder.appending(path: name)
    if FileManager.default.fileExists(atPath: own.path) { return BloggraphFile(own) }
    let parent = folder.standardizedFileURL.deletingLastPathComponent()
    let above = parent.appending(path: name)
    // A folder of posts that belongs to no site says nothing about what lies around it.
    guard FileManager.default.fileExists(atPath: above.path),
      ConfigurationFiles.hugo(in: parent).exists || ConfigurationFiles.jekyll(in: parent).exists
    else { return BloggraphFile() }
    return BloggraphFile(above)
  }

  init() {}

  init(_ url: URL) {
    guard let data = try? Data(contentsOf: url) else {
      problems = [Problem(.unreadable, "the file cannot be read", file: Self.name)]
      return
    }
    let bytes = [UInt8](data)
    let reader = BloggraphReader(bytes)
    do throws(FrontNotation.Failure) {
      guard let root = try reader.root() else { return }
      let problem = { (text: String, node: Node?) in reader.problem(text, at: node) }
      for (key, value) in root where !Self.sections.contains(key.string ?? "") {
        problems.append(
          problem("no reader knows the key \(key.string ?? "") (known: \(Self.sections.joined(separator: ", ")))", key))
        _ = value
      }
      if let section = root["site"] { problems += site.read(section, problem: problem) }
    } catch {
      problems.append(
        Problem(
          .configuration, "the file cannot be read: \(error.message)", file: Self.name, line: error.line,
          column: error.column, sourceLine: error.line.flatMap(reader.lineText)))
    }
  }
}

/// The file as YAML nodes, which know their lines.
struct BloggraphReader {
  private let bytes: [UInt8]
  private let lineStarts: [Int]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lineStarts = Bytes.lineStarts(bytes)
  }

  /// The top-level mapping; `nil` for an empty file.
  func root() throws(FrontNotation.Failure) -> Node.Mapping? {
    let text = Bytes.string(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...])
    // The front matter's reader bounds what a few lines can stand for.
    guard case .map = try FrontNotation.yaml.parse(text) else {
      throw FrontNotation.Failure(message: "expected keys at the top", line: 1)
    }
    guard case .mapping(let root)? = try? Yams.compose(yaml: text) else { return nil }
    return root
  }

  func problem(_ message: String, at node: Node?) -> Problem {
    let line = node?.mark?.line
    return Problem(
      .unknownKey, .warning, message, file: BloggraphFile.name, line: line, column: node?.mark?.column,
      sourceLine: line.flatMap(lineText))
  }

  func lineText(_ line: Int) -> String? { Bytes.lineText(bytes, line: line, starts: lineStarts) }
}
