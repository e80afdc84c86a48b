import Foundation
import KnowledgeGraph
import OntologyData
import Posts
import Statements

/// What two exports must have in common for one to start from the other, but for the blog itself.
enum ExportKey {
  /// `nil` where it cannot be told.
  static func of(_ options: ExportOptions, tool: ToolDescription, ontology: OntologyFolder, curation: Curation)
    -> String?
  {
    // Another build may find other things, whatever its version says.
    guard let program = programState() else { return nil }
    var parts = ["memory 2", tool.name, tool.version, "\(program.size) \(program.inode) \(program.modified)"]
    parts.append(URL(filePath: options.content).standardizedFileURL.resolvingSymlinksInPath().path)
    parts.append("\(options.baseURL ?? "-") \(options.includesDrafts) \(options.minimumConfidence)")
    parts.append("\(curation)")
    if options.ontology != nil {
      guard let paths = try? ontology.paths() else { return nil }
      for path in paths {
        guard let bytes = try? ontology.bytes(path) else { return nil }
        parts.append(path + " " + SHA256.hexadecimal(bytes))
      }
    }
    return SHA256.hexadecimal(Array(parts.joined(separator: "\n").utf8))
  }

  private static func programState() -> FileState? {
    FileState((try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "")
  }
}
