import Foundation

/// Where a blog's content is, and what configures it.
struct SiteLocation {
  /// Source files are relative to it.
  var content: URL

  static func find(_ folder: URL) throws(Problem) -> SiteLocation {
    var isFolder: ObjCBool = false
    let path = folder.path
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Problem(.noFolder, "the folder \(path) does not exist", file: path)
    }
    guard isFolder.boolValue else { throw Problem(.noFolder, "\(path) is a file, not a folder", file: path) }
    guard (try? FileManager.default.contentsOfDirectory(atPath: path)) != nil else {
      throw Problem(.unreadable, "the folder \(path) cannot be read", file: path)
    }
    return SiteLocation(content: folder)
  }

  func settings(baseURL: String?, problems: inout [Problem]) -> SiteSettings {
    SiteSettings(site: Site(baseURL: baseURL ?? "https://example.org/"))
  }
}
