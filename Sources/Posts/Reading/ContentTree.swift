import Foundation

/// The files below a content folder.
struct ContentTree {
  /// Relative paths of what may be posts, ascending by bytes.
  private(set) var files: [String] = []
  private(set) var skipped: [Blog.SkippedFile] = []
  private(set) var problems: [Problem] = []
  /// Folders with an `_index` file.
  private(set) var sections: Set<String> = []

  private let settings: SiteSettings
  private let isJekyllSite: Bool
  /// The content folder without symbolic links. A link must not lead out of it: a blog could publish any file of the machine.
  private let root: String
  /// Folders that a symbolic link led to: each is read once, or a few links could lead to millions of files.
  private var linked: Set<String> = []

  static let extensions: Set<String> = ["md", "markdown", "mdown", "html", "htm"]

  static func list(_ folder: URL, _ settings: SiteSettings) -> ContentTree {
    var tree = ContentTree(
      settings, isJekyllSite: settings.generator == .jekyll && folder.lastPathComponent != "_posts",
      root: folder.resolvingSymlinksInPath().path)
    tree.visit(folder, "", [folder.resolvingSymlinksInPath().path])
    tree.files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    tree.problems.sort { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
    return tree
  }

  private init(_ settings: SiteSettings, isJekyllSite: Bool, root: String) {
    self.root = root
    self.settings = settings
    self.isJekyllSite = isJekyllSite
  }

  private mutating func visit(_ folder: URL, _ prefix: String, _ ancestors: Set<String>) {
    let manager = FileManager.default
    guard let names = try? manager.contentsOfDirectory(atPath: folder.path) else {
      problems.append(Problem(.unreadable, "the folder cannot be read", file: prefix.trimmingSlashes))
      return
    }
    for name in names.sorted() where !name.hasPrefix(".") {
      let path = prefix + name
      let url = folder.appending(path: name)
      var isFolder: ObjCBool = false
      let isLink = (try? manager.destinationOfSymbolicLink(atPath: url.path)) != nil
      guard unsafe manager.fileExists(atPath: url.path, isDirectory: &isFolder) else {
        let message = isLink ? "the symbolic link leads nowhere or to itself" : "the file cannot be read"
        problems.append(Problem(isLink ? .symbolicLink : .unreadable, message, file: path))
        if !isLink || Self.isContent(name) { skipped.append(.init(file: path, reason: .problem)) }
        continue
      }
      if isLink, !isInside(url) {
        problems.append(Problem(.symbolicLink, "the symbolic link leads out of the content folder", file: path))
        if isFolder.boolValue || Self.isContent(name) { skipped.append(.init(file: path, reason: .problem)) }
        continue
      }
      if isFolder.boolValue {
        guard entersFolder(path, name) else { continue }
        let real = url.resolvingSymlinksInPath().path
        if isLink, ancestors.contains(real) {
          problems.append(Problem(.symbolicLink, "the symbolic link leads back to a folder it is in", file: path))
        } else if isLink, !linked.insert(real).inserted {
          problems.append(
            Problem(.symbolicLink, .note, "the symbolic link leads to a folder that was read before", file: path))
        } else {
          visit(url, path + "/", ancestors.union([real]))
        }
      } else if Self.isContent(name), !isJekyllSite || ("/" + path).contains("/_posts/") || path.hasPrefix("_drafts/") {
        if name.hasPrefix("_index.") {
          let folders = SourcePath(path, settings: settings).folders
          sections.insert(folders.joined(separator: "/"))
        }
        files.append(path)
      } else {
        skipped.append(.init(file: path, reason: .notContent))
      }
    }
  }

  private func isInside(_ url: URL) -> Bool {
    let real = url.resolvingSymlinksInPath().path
    return real == root || real.hasPrefix(root + "/")
  }

  private static func isContent(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    return extensions.contains(name[name.index(after: dot)...].lowercased())
  }

  private func entersFolder(_ path: String, _ name: String) -> Bool {
    if name == "node_modules" { return false }
    if isJekyllSite {
      // Templates, data and the finished site are no content.
      return name == "_posts" || name == "_drafts" || !name.hasPrefix("_") && name != "vendor"
        || ("/" + path).contains("/_posts/")
    }
    let folders = settings.contentFolders
    guard !folders.isEmpty, folders.allSatisfy({ !$0.folder.isEmpty }) else { return true }
    return folders.contains { (path + "/").hasPrefix($0.folder + "/") || ($0.folder + "/").hasPrefix(path + "/") }
  }
}
