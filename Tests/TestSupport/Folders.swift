public import Foundation

/// Where the tests find files: the project's own, and the material outside it that not everybody has.
public enum Folders {
  /// The project's top folder.
  public static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// `../shared/NAME`, or nil when it is absent. `BLOGGRAPH_SHARED` names another place for `../shared`.
  public static func shared(_ name: String) -> URL? {
    let base =
      ProcessInfo.processInfo.environment["BLOGGRAPH_SHARED"].map { URL(filePath: $0) }
      ?? project.deletingLastPathComponent().appending(path: "shared")
    let url = base.appending(path: name)
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
  }

  /// A file or folder of a test target's `Fixtures`.
  public static func fixture(_ target: String, _ path: String) -> URL {
    project.appending(path: "Tests/\(target)/Fixtures/\(path)")
  }
}
