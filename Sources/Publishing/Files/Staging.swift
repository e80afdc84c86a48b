import Foundation
import Glibc
import Posts

/// The folder in which the next export is built, beside the one that it will replace.
struct Staging {
  let path: String
  private let lock: Int32

  /// Where `path`'s staging folders lie, so that a later run finds what a killed one left.
  static func prefix(of path: String) -> String { "." + (path.split(separator: "/").last ?? "output") + ".bloggraph-" }
  static let insidePrefix = ".bloggraph-"

  init(beside output: String, inside: Bool) throws(OutputError) {
    let prefix = inside ? output + "/" + Self.insidePrefix : OutputFolder.parent(output) + "/" + Self.prefix(of: output)
    for attempt in 0... {
      let path = prefix + "\(getpid())-\(attempt)"
      if unsafe mkdir(path, 0o777) == 0 {
        // Taken at once: until then another run may think the folder abandoned, and then this one tries the next name.
        guard let lock = FileSystem.lockFolder(path) else { continue }
        self.path = path
        self.lock = lock
        return
      }
      guard errno == EEXIST, attempt < 100 else { throw .system(path) }
    }
    throw OutputError(.notWritable, path: output)
  }

  /// - Parameter former: the folder of an export; a file of it that has the same bytes gets a second name, which costs no
  ///   waiting for the disk.
  func write(_ files: [OutputFile], former: String) throws(OutputError) {
    var (folders, made): (Set<String>, Set<String>) = ([], [""])
    for file in files {
      let folder = file.path.split(separator: "/").dropLast().joined(separator: "/")
      if made.insert(folder).inserted { try OutputFolder.makeFolders(for: file.path, below: path) }
      // A folder of second names only is metadata, which a file system that can exchange folders writes in order.
      switch file.content {
      case .kept(let kept, let folder):
        if try link(kept, from: folder) { continue }
        try copy(kept, from: folder)
      case .bytes(let bytes):
        if link(file.path, bytes, from: former) { continue }
        try FileSystem.write(bytes, to: path + "/" + file.path)
      }
      var parts = file.path.split(separator: "/").dropLast()
      while !parts.isEmpty {
        folders.insert(parts.joined(separator: "/"))
        parts = parts.dropLast()
      }
    }
    for folder in folders.sorted() { FileSystem.synchronizeFolder(path + "/" + folder) }
    FileSystem.synchronizeFolder(path)
  }

  private func link(_ file: String, _ bytes: [UInt8], from former: String) -> Bool {
    let name = former + "/" + file
    guard FileSystem.kind(name) == .file, FileSystem.holds(name, bytes) else { return false }
    return (try? FileSystem.hardLink(name, to: path + "/" + file)) != nil
  }

  /// False where a file cannot have a second name.
  /// - Throws: when the file is no longer what was kept.
  private func link(_ kept: KeptFile, from folder: String) throws(OutputError) -> Bool {
    do { try FileSystem.hardLink(folder + "/" + kept.path, to: path + "/" + kept.path) } catch { return false }
    // Looked at under its new name: nobody else knows that one.
    guard kept.isThere(in: path) else { throw changed(kept, folder) }
    return true
  }

  private func copy(_ kept: KeptFile, from folder: String) throws(OutputError) {
    guard let bytes = FileSystem.read(folder + "/" + kept.path), SHA256.hexadecimal(bytes) == kept.sha256 else {
      throw changed(kept, folder)
    }
    try FileSystem.write(bytes, to: path + "/" + kept.path)
  }

  private func changed(_ kept: KeptFile, _ folder: String) -> OutputError {
    OutputError(.system, path: folder + "/" + kept.path, cause: "it was changed while the export ran")
  }

  /// Gives the new folder everything of the old one that no export wrote: the same files under a second name. False
  /// when something there has no second name (a socket, a file of somebody else's that the system protects, another file
  /// system).
  func carryOver(from old: String, except own: Set<String>) -> Bool {
    if let mode = FileSystem.mode(old) { FileSystem.setMode(mode, path) }
    return carryOver(from: old, below: "", except: own)
  }

  private func carryOver(from old: String, below folder: String, except own: Set<String>) -> Bool {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: old + "/" + folder) else { return false }
    for name in names.sorted() {
      let relative = folder.isEmpty ? name : folder + "/" + name
      let (from, to) = (old + "/" + relative, path + "/" + relative)
      switch FileSystem.kind(from) {
      case .folder:
        let isNew = FileSystem.kind(to) == nil
        if isNew {
          guard (try? FileSystem.makeFolder(to)) != nil else { return false }
          if let mode = FileSystem.mode(from) { FileSystem.setMode(mode, to) }
        }
        guard carryOver(from: old, below: relative, except: own) else { return false }
        // A folder that held nothing but files of the former export goes with them.
        if isNew, isEmptyNow(to), !isEmptyNow(from) { try? FileManager.default.removeItem(atPath: to) }
      case .file where !own.contains(relative):
        guard (try? FileSystem.hardLink(from, to: to)) != nil else { return false }
      case .link where !own.contains(relative):
        guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: from),
          unsafe symlink(target, to) == 0
        else { return false }
      case .file, .link, nil: continue
      case .other: return false
      }
    }
    return true
  }

  private func isEmptyNow(_ folder: String) -> Bool {
    (try? FileManager.default.contentsOfDirectory(atPath: folder))?.isEmpty ?? false
  }

  /// After an exchange this removes the former export.
  func remove() {
    try? FileManager.default.removeItem(atPath: path)
    FileSystem.unlock(lock)
  }
}
