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

  /// It holds files of the export before the last.
  private let isSpare: Bool
  /// Files that the former export has too: the same under a second name.
  private var shared: Set<String> = []
  /// Files of others, of which it has second names.
  private var carried: [String] = []

  init(beside output: String, inside: Bool, spare: SpareFolder? = nil) throws(OutputError) {
    let prefix = inside ? output + "/" + Self.insidePrefix : OutputFolder.parent(output) + "/" + Self.prefix(of: output)
    for attempt in 0... {
      let path = prefix + "\(getpid())-\(attempt)"
      if attempt == 0, let lock = spare?.take(as: path) {
        self.path = path
        self.lock = lock
        isSpare = true
        return
      }
      if unsafe mkdir(path, 0o777) == 0 {
        // Taken at once: until then another run may think the folder abandoned, and then this one tries the next name.
        guard let lock = FileSystem.lockFolder(path) else { continue }
        self.path = path
        self.lock = lock
        isSpare = false
        return
      }
      guard errno == EEXIST, attempt < 100 else { throw .system(path) }
    }
    throw OutputError(.notWritable, path: output)
  }

  /// - Parameter former: the folder of an export; a file of it that has the same bytes gets a second name, which costs no
  ///   waiting for the disk.
  mutating func write(_ files: [OutputFile], former: String) throws(OutputError) {
    let there = isSpare ? tidy(files) : []
    var (folders, made): (Set<String>, Set<String>) = ([], [""])
    var new: [(path: String, parts: [[UInt8]])] = []
    for file in files {
      if there.contains(file.path) {
        shared.insert(file.path)
        continue
      }
      let folder = file.path.lastIndex(of: "/").map { String(file.path[..<$0]) } ?? ""
      if made.insert(folder).inserted { try OutputFolder.makeFolders(for: file.path, below: path) }
      // A folder of second names only is metadata, which a file system that can exchange folders writes in order.
      switch file.content {
      case .kept(let kept, let folder):
        if try link(kept, from: folder) {
          shared.insert(file.path)
        } else {
          new.append((file.path, [try read(kept, folder)]))
        }
      case .bytes(let bytes): add(file.path, [bytes], former: former, to: &new)
      case .parts(let parts): add(file.path, parts, former: former, to: &new)
      }
    }
    try write(new)
    for (file, _) in new {
      var parts = file.split(separator: "/").dropLast()
      while !parts.isEmpty, folders.insert(parts.joined(separator: "/")).inserted { parts = parts.dropLast() }
    }
    for folder in folders.sorted() { FileSystem.synchronizeFolder(path + "/" + folder) }
    FileSystem.synchronizeFolder(path)
  }

  private mutating func add(
    _ file: String, _ parts: [[UInt8]], former: String, to new: inout [(path: String, parts: [[UInt8]])]
  ) {
    if link(file, parts, from: former) { shared.insert(file) } else { new.append((file, parts)) }
  }

  /// Several at once: they wait for the disk together.
  private func write(_ files: [(path: String, parts: [[UInt8]])]) throws(OutputError) {
    let results = files.parallelMap(jobs: 8) { file in
      Result { () throws(OutputError) in try FileSystem.write(file.parts, to: path + "/" + file.path) }
    }
    for result in results { try result.get() }
  }

  /// Takes everything out of a spare folder that the next export does not have in this very file.
  ///
  /// - Returns: what is left.
  private func tidy(_ files: [OutputFile]) -> Set<String> {
    var wanted: [String: KeptFile] = [:]
    for file in files {
      if case .kept(let kept, _) = file.content { wanted[file.path] = kept }
    }
    var there: Set<String> = []
    _ = tidy("", wanted, &there)
    return there
  }

  /// Whether nothing is left of a folder.
  private func tidy(_ folder: String, _ wanted: [String: KeptFile], _ there: inout Set<String>) -> Bool {
    var isEmpty = true
    for entry in FileSystem.entries(path + "/" + folder) ?? [] {
      let relative = folder.isEmpty ? entry.name : folder + "/" + entry.name
      switch entry.kind {
      case .folder:
        if tidy(relative, wanted, &there) {
          FileSystem.removeEmptyFolder(path + "/" + relative)
        } else {
          isEmpty = false
        }
      case .file where wanted[relative]?.isThere(in: path) == true:
        there.insert(relative)
        isEmpty = false
      default: FileSystem.unlinkFile(path + "/" + relative)
      }
    }
    return isEmpty
  }

  private func link(_ file: String, _ parts: [[UInt8]], from former: String) -> Bool {
    let name = former + "/" + file
    guard FileSystem.kind(name) == .file, FileSystem.holds(name, parts) else { return false }
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

  private func read(_ kept: KeptFile, _ folder: String) throws(OutputError) -> [UInt8] {
    guard let bytes = FileSystem.read(folder + "/" + kept.path), SHA256.hexadecimal(bytes) == kept.sha256 else {
      throw changed(kept, folder)
    }
    return bytes
  }

  private func changed(_ kept: KeptFile, _ folder: String) -> OutputError {
    OutputError(.system, path: folder + "/" + kept.path, cause: "it was changed while the export ran")
  }

  /// Gives the new folder everything of the old one that no export wrote: the same files under a second name. False
  /// when something there has no second name (a socket, a file of somebody else's that the system protects, another file
  /// system).
  mutating func carryOver(from old: String, except own: Set<String>) -> Bool {
    if let mode = FileSystem.mode(old) { FileSystem.setMode(mode, path) }
    return carryOver(from: old, below: "", except: own)
  }

  private mutating func carryOver(from old: String, below folder: String, except own: Set<String>) -> Bool {
    guard let entries = FileSystem.entries(old + "/" + folder) else { return false }
    for entry in entries.sorted(by: { $0.name < $1.name }) {
      let relative = folder.isEmpty ? entry.name : folder + "/" + entry.name
      let (from, to) = (old + "/" + relative, path + "/" + relative)
      switch entry.kind {
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
        carried.append(relative)
      case .link where !own.contains(relative):
        guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: from),
          unsafe symlink(target, to) == 0
        else { return false }
      case .file, .link: continue
      case .other: return false
      }
    }
    return true
  }

  private func isEmptyNow(_ folder: String) -> Bool { FileSystem.entries(folder)?.isEmpty ?? false }

  /// After an exchange the former export is here. What only it has goes, so that a spare folder takes no room on the disk.
  func retire(_ own: Set<String>, to spare: SpareFolder) {
    for file in own.subtracting(shared).union(carried) { FileSystem.unlinkFile(path + "/" + file) }
    spare.put(path)
  }

  /// After an exchange this removes the former export.
  func remove() {
    if FileSystem.kind(path) != nil { try? FileManager.default.removeItem(atPath: path) }
    FileSystem.unlock(lock)
  }
}
