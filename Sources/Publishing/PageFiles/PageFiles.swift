import Foundation

/// The pages of a built site.
public enum PageFiles {
  static func isHTML(_ path: String) -> Bool {
    let suffix = path.split(separator: ".").last?.lowercased()
    return suffix == "html" || suffix == "htm"
  }

  /// The HTML files below a folder, and its `.jsonld` files if asked for; ascending, hidden ones left out. A file is given
  /// back as it is.
  /// - Throws: `OutputError` for what is not there.
  public static func list(_ path: String, withJSONLD: Bool = false) throws(OutputError) -> [String] {
    switch FileSystem.isFolder(path) {
    case false:
      guard FileSystem.mode(path) != nil else { throw OutputError(.system, path: path, cause: "there is no such file") }
      return [path]
    case true:
      let root = path.hasSuffix("/") ? path : path + "/"
      let all: [String]
      do {
        all = try FileManager.default.subpathsOfDirectory(atPath: path)
      } catch {
        throw OutputError(.system, path: path, cause: error.localizedDescription)
      }
      return all.filter { file in
        (isHTML(file) || withJSONLD && file.hasSuffix(".jsonld"))
          && !file.split(separator: "/").contains { $0.hasPrefix(".") } && FileSystem.kind(root + file) == .file
      }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { root + $0 }
    }
  }

  public static func read(_ path: String) throws(OutputError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw OutputError(.system, path: path, cause: "the file cannot be read")
    }
    return [UInt8](data)
  }
}
