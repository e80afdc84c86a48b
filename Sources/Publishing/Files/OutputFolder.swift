import Foundation

/// The folder of an export. Whenever a run is killed, the folder holds the former export or the new one, each file
/// whole: the new one is built beside it, and the two change places in one step. Files that no export wrote come along.
public struct OutputFolder: Sendable {
  /// Absolute, without symbolic links where it exists.
  public let path: String

  /// Finds out what can be known before any work is done; touches nothing.
  public init(_ path: String) throws(OutputError) {
    let absolute = URL(filePath: path).standardizedFileURL.path
    let resolved = URL(filePath: absolute).resolvingSymlinksInPath().path
    var existing = resolved
    while FileSystem.mode(existing) == nil, existing != "/" { existing = Self.parent(existing) }
    guard FileSystem.isFolder(existing) else {
      throw OutputError(.notAFolder, path: existing == resolved ? path : existing)
    }
    guard FileSystem.isWritableFolder(existing) else { throw OutputError(.notWritable, path: path) }
    self.path = resolved
  }

  /// Puts an export in the place of the former one.
  ///
  /// - Parameter spare: where the folder that is replaced goes, for the next export to be built in; without it, it is removed.
  /// - Returns: what its `manifest.json` says.
  @discardableResult
  public func replace(
    with files: [OutputFile], generator: String, spare: SpareFolder? = nil
  ) throws(OutputError) -> OutputManifest {
    let manifest = OutputManifest(generator: generator, files: files)
    let former = spare?.own(in: path) ?? Set(OutputManifest(folder: path)?.files.map(\.path) ?? [])
    var new = files
    if let spare {
      let hashes = Dictionary(manifest.files.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
      new = new.map { spare.same($0, hashes[$0.path] ?? "", in: path) }
    }
    new.append(manifest.file)
    let own = former.union(new.map(\.path))
    let parent = Self.parent(path)
    do {
      try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    } catch {
      throw OutputError(.notWritable, path: path, cause: error.localizedDescription)
    }
    removeAbandoned(in: parent)

    let isBeside = FileSystem.isWritableFolder(parent)
    var staging = try Staging(beside: path, inside: !isBeside, spare: isBeside ? spare : nil)
    defer { staging.remove() }
    try staging.write(new, former: path)
    if isBeside, FileSystem.kind(path) == nil {
      try FileSystem.rename(staging.path, to: path)
      FileSystem.synchronizeFolder(parent)
    } else if isBeside, staging.carryOver(from: path, except: own), FileSystem.exchange(staging.path, path) {
      FileSystem.synchronizeFolder(parent)
      if let spare { staging.retire(own, to: spare) }
    } else {
      try moveOneByOne(new, from: staging, former: former)
    }
    return manifest
  }

  /// For file systems that cannot exchange two folders, or when the folder around this one cannot be written to: each
  /// file is still whole at any moment, and the manifest, moved last, tells whether they belong together.
  private func moveOneByOne(_ files: [OutputFile], from staging: Staging, former: Set<String>) throws(OutputError) {
    for file in files {
      try Self.makeFolders(for: file.path, below: path)
      try FileSystem.rename(staging.path + "/" + file.path, to: path + "/" + file.path)
    }
    for gone in former.subtracting(files.map(\.path)).sorted() {
      try? FileManager.default.removeItem(atPath: path + "/" + gone)
      Self.removeEmptyFolders(above: gone, below: path)
    }
    FileSystem.synchronizeFolder(path)
  }

  /// What killed runs left behind. A run holds its folder as long as it lives.
  private func removeAbandoned(in parent: String) {
    for (folder, prefix) in [(parent, Staging.prefix(of: path)), (path, Staging.insidePrefix)] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for name in names.sorted() where name.hasPrefix(prefix) {
        guard let lock = FileSystem.lockFolder(folder + "/" + name) else { continue }
        try? FileManager.default.removeItem(atPath: folder + "/" + name)
        FileSystem.unlock(lock)
      }
    }
  }

  static func makeFolders(for file: String, below root: String) throws(OutputError) {
    var folder = root
    for part in file.split(separator: "/").dropLast() {
      folder += "/" + part
      try FileSystem.makeFolder(folder)
    }
  }

  private static func removeEmptyFolders(above file: String, below root: String) {
    var parts = file.split(separator: "/").dropLast()
    while !parts.isEmpty {
      let folder = root + "/" + parts.joined(separator: "/")
      guard (try? FileManager.default.contentsOfDirectory(atPath: folder))?.isEmpty == true else { return }
      try? FileManager.default.removeItem(atPath: folder)
      parts = parts.dropLast()
    }
  }

  static func parent(_ path: String) -> String {
    let parts = path.split(separator: "/").dropLast()
    return "/" + parts.joined(separator: "/")
  }
}
