import Foundation

/// The files below a content folder.
struct ContentTree {
  /// Relative paths, ascending by bytes.
  var files: [String] = []
  var skipped: [Blog.SkippedFile] = []
  var problems: [Problem] = []

  static let extensions: Set<String> = ["md", "markdown", "mdown", "html", "htm"]

  static func list(_ folder: URL) -> ContentTree {
    var tree = ContentTree()
    tree.visit(folder, "", [folder.resolvingSymlinksInPath().path])
    tree.files.sort { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    tree.problems.sort { ($0.file, $0.message) < ($1.file, $1.message) }
    return tree
  }

  private mutating func visit(_ folder: URL, _ prefix: String, _ ancestors: [String]) {
    let manager = FileManager.default
    guard let names = try? manager.contentsOfDirectory(atPath: folder.path) else {
      problems.append(.init(.unreadable, "the folder cannot be read", file: prefix.trimmingSlashes))
      return
    }
    for name in names.sorted() where !name.hasPrefix(".") {
      let path = prefix + name
      let url = folder.appending(path: name)
      var isFolder: ObjCBool = false
      let isLink = (try? manager.destinationOfSymbolicLink(atPath: url.path)) != nil
      guard unsafe manager.fileExists(atPath: url.path, isDirectory: &isFolder) else {
        if isLink { problems.append(.init(.symbolicLink, "the symbolic link leads nowhere or to itself", file: path)) }
        continue
      }
      if isFolder.boolValue {
        let real = url.resolvingSymlinksInPath().path
        if isLink, ancestors.contains(real) {
          problems.append(.init(.symbolicLink, "the symbolic link leads back to a folder it is in", file: path))
          continue
        }
        visit(url, path + "/", ancestors + [real])
      } else if Self.extensions.contains(url.pathExtension.lowercased()) {
        files.append(path)
      } else {
        skipped.append(.init(file: path, reason: .notContent))
      }
    }
  }
}
