import Foundation

/// What of a blog's folder changes, by looking at it again and again: it works on every file system, network ones too, and a
/// look costs less than a tenth of a second for ten thousand posts.
public struct FolderWatch: Sendable {
  private let content: String
  private let others: [String]
  /// Left out: writing an export into the blog's folder is no change of the blog.
  private let output: String?
  private var seen: [String: FileState] = [:]

  /// - Parameter others: files and folders that an export reads beside the blog's.
  public init(content: String, output: OutputFolder?, others: [String] = []) {
    self.content = URL(filePath: content).standardizedFileURL.path
    self.others = others.map { URL(filePath: $0).standardizedFileURL.path }
    self.output = output?.path
    seen = look()
  }

  public struct Change: Sendable, Equatable {
    public enum Kind: String, Sendable { case added, changed, deleted }
    public var kind: Kind
    /// Relative to the blog's folder where it lies in it.
    public var file: String
  }

  /// Waits until something has changed and nothing does any longer (an editor writes in several steps).
  ///
  /// - Parameter interval: between two looks, in seconds.
  public mutating func next(interval: Double = 0.3) -> [Change] {
    while true {
      Thread.sleep(forTimeInterval: interval)
      var now = look()
      guard now != seen else { continue }
      while true {
        Thread.sleep(forTimeInterval: interval)
        let later = look()
        if later == now { break }
        now = later
      }
      // What changed and changed back is no change.
      let changes = Self.changes(from: seen, to: now, below: content)
      seen = now
      if !changes.isEmpty { return changes }
    }
  }

  /// By file, ascending.
  static func changes(from old: [String: FileState], to new: [String: FileState], below root: String) -> [Change] {
    Set(old.keys).union(new.keys).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { path in
      let file = path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path
      switch (old[path], new[path]) {
      case (nil, _?): return Change(kind: .added, file: file)
      case (_?, nil): return Change(kind: .deleted, file: file)
      case (let a?, let b?) where a != b: return Change(kind: .changed, file: file)
      default: return nil
      }
    }
  }

  private func look() -> [String: FileState] {
    var found: [String: FileState] = [:]
    for root in [content] + others {
      if FileSystem.isFolder(root) { visit(root, &found) } else { found[root] = FileState(root) }
    }
    // A content folder's configuration lies beside it.
    let parent = OutputFolder.parent(content)
    for name in (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    where ["hugo.", "config.", "_config.", "bloggraph."].contains(where: name.hasPrefix) {
      found[parent + "/" + name] = FileState(parent + "/" + name)
    }
    return found
  }

  private func visit(_ folder: String, _ found: inout [String: FileState]) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where !name.hasPrefix(".") {
      let path = folder + "/" + name
      switch FileSystem.kind(path) {
      case .folder where path != output && name != "node_modules": visit(path, &found)
      case .file, .link: found[path] = FileState(path)
      default: continue
      }
    }
  }
}
