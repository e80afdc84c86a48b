/// The folder of the export before the last, kept to build the next one in. Its files are second names of files of the last
/// export and take no room of their own; to make ten thousand such names again takes longer than all else of a small change.
///
/// Nothing in it is trusted: each file is looked at before it counts, and what else lies there is taken out.
public struct SpareFolder: Sendable {
  let path: String
  private let files: [String: KeptFile]
  private let manifest: FileState?

  /// - Parameter known: the files of the export that lies in the output folder, and its manifest.
  init(path: String, known: (files: [KeptFile], manifest: FileState)?) {
    self.path = path
    files = Dictionary((known?.files ?? []).map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    manifest = known?.manifest
  }

  /// What the manifest that lies in an output folder names; `nil` where that is not known.
  func own(in folder: String) -> Set<String>? {
    guard let manifest, FileState(folder + "/" + OutputManifest.path)?.isSameFile(as: manifest) == true else {
      return nil
    }
    return Set(files.keys)
  }

  /// A file that the export in the output folder has with the same bytes is kept.
  func same(_ file: OutputFile, _ sha256: String, in folder: String) -> OutputFile {
    if case .kept = file.content { return file }
    guard let known = files[file.path], known.sha256 == sha256, known.isThere(in: folder) else { return file }
    return OutputFile(known, folder: folder)
  }

  /// Makes it the folder that has this name, and holds it. `nil` where there is none, or it lies on another file system.
  func take(as name: String) -> Int32? {
    guard let lock = FileSystem.lockFolder(path) else { return nil }
    guard FileSystem.isSame(lock, path), (try? FileSystem.rename(path, to: name)) != nil else {
      FileSystem.unlock(lock)
      return nil
    }
    return lock
  }

  /// Takes a folder away from its name; it stays where that cannot be done.
  func put(_ folder: String) { try? FileSystem.rename(folder, to: path) }
}
