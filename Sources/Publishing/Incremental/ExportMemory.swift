import Foundation
import KnowledgeGraph
import Posts
import Statements
import Synchronization

/// Lets an export start from the one before it: what was kept of files that have not changed stands in for reading them
/// again. The same bytes come out as from nothing; what was kept by another program, with other options, or is damaged
/// is not used, and where nothing can be kept, nothing is.
///
/// It lies in the cache folder, one file for each output folder. The evidence of unchanged posts is taken from the export
/// itself, as long as that file is the one which was written.
public final class ExportMemory: Sendable {
  private let cache: CacheFolder
  private let name: String
  private let file: String
  let output: String
  private let kept = Mutex<MemoryFile?>(nil)

  /// `nil` where there is no cache folder that can be written to.
  public init?(cache: CacheFolder?, output: OutputFolder) {
    guard let cache, let folder = cache.folder("exports") else { return nil }
    self.cache = cache
    self.output = output.path
    name = String(SHA256.hexadecimal(Array(output.path.utf8)).prefix(32))
    file = folder + "/" + name
  }

  /// What the last export kept, if it was made with the same key.
  func former(key: String, jobs: Int) -> FormerExport? {
    guard let memory = last, memory.header.key == key else { return nil }
    return FormerExport(memory, output: output, jobs: jobs)
  }

  /// Read when it is first asked for.
  private var last: MemoryFile? {
    kept.withLock { kept in
      if kept == nil { kept = MemoryFile(path: file) }
      return kept
    }
  }

  /// Where the next export may be built.
  public var spare: SpareFolder? {
    guard let folder = cache.folder("exports", "spare") else { return nil }
    let known = last.flatMap { memory in memory.header.manifest.map { (memory.files, $0) } }
    return SpareFolder(path: folder + "/" + name, known: known)
  }

  /// Keeps an export that now lies in the output folder. What cannot be kept costs the next run its time.
  ///
  /// - Parameter manifest: what `OutputFolder.replace` wrote of it.
  public func keep(_ export: Export, _ manifest: OutputManifest) {
    guard var memory = export.memory, let evidence = FileState(output + "/evidence.nq") else { return forget() }
    memory.header.evidence = evidence
    memory.header.written = FileState.now
    memory.header.manifest = FileState(output + "/" + OutputManifest.path)
    var kept: [String: KeptFile] = [:]
    for case .kept(let file, _) in export.files.map(\.content) { kept[file.path] = file }
    memory.files = manifest.files.compactMap { file in
      kept[file.path]
        ?? FileState(output + "/" + file.path).map { KeptFile(path: file.path, state: $0, sha256: file.sha256) }
    }
    self.kept.withLock { $0 = memory }
    do { try memory.write(to: file) } catch { try? FileManager.default.removeItem(atPath: file) }
    removeForgotten()
  }

  /// What nobody came back for within a month.
  private func removeForgotten() {
    let folder = OutputFolder.parent(file)
    for (name, kind) in FileSystem.entries(folder) ?? [] where kind == .file {
      guard let state = FileState(folder + "/" + name) else { continue }
      let days = (FileState.now - state.modified) / 86_400_000_000_000
      if days > 30 { try? FileManager.default.removeItem(atPath: folder + "/" + name) }
    }
    for spare in FileSystem.entries(folder + "/spare") ?? [] where FileState(folder + "/" + spare.name) == nil {
      try? FileManager.default.removeItem(atPath: folder + "/spare/" + spare.name)
    }
  }

  private func forget() {
    kept.withLock { $0 = nil }
    try? FileManager.default.removeItem(atPath: file)
  }
}
