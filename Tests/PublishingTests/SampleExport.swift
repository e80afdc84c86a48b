import Foundation
import KnowledgeGraph
import Publishing
import TestSupport

/// The sample blog, exported once for all tests that look at an export.
enum SampleExport {
  static let tool = ToolDescription(name: "bloggraph", version: "0.0.0")

  static func export(
    _ folder: URL = Folders.project.appending(path: "examples/blog"), jobs: Int = 2, pages: Bool = true, explorer: Bool = false
  ) throws -> Export {
    try Exporter(
      options: ExportOptions(content: folder.path, jobs: jobs, writesPages: pages, writesExplorer: explorer),
      tool: tool
    ).run()
  }

  static let shared = Result { try export() }

  static func file(_ path: String) throws -> [UInt8] {
    guard let file = try shared.get().files.first(where: { $0.path == path }) else {
      throw CocoaError(.fileNoSuchFile)
    }
    return file.bytes
  }
}
