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
  private let file: String
  let output: String
  private let kept = Mutex<MemoryFile?>(nil)

  /// `nil` where there is no cache folder that can be written to.
  public init?(cache: CacheFolder?, output: OutputFolder) {
    guard let folder = cache?.folder("exports") else { return nil }
    self.output = output.path
    file = folder + "/" + SHA256.hexadecimal(Array(output.path.utf8)).prefix(32)
  }

  /// What the last export kept, if it was made with the same key.
  func former(key: String, jobs: Int) -> FormerExport? {
    let memory = kept.withLock { $0 } ?? MemoryFile(path: file)
    guard let memory, memory.header.key == key else { return nil }
    return FormerExport(memory, output: output, jobs: jobs)
  }

  /// Keeps an export that now lies in the output folder. What cannot be kept costs the next run its time.
  ///
  /// - Parameter manifest: what `OutputFolder.replace` wrote of it.
  public func keep(_ export: Export, _ manifest: OutputManifest) {
    guard var memory = export.memory, let evidence = FileState(output + "/evidence.nq") else { return forget() }
    memory.header.evidence = evidence
    memory.header.written = FileState.now
    memory.files = manifest.files.compactMap { file in
      FileState(output + "/" + file.path).map { KeptFile(path: file.path, state: $0, sha256: file.sha256) }
    }
    kept.withLock { $0 = memory }
    do { try memory.write(to: file) } catch { try? FileManager.default.removeItem(atPath: file) }
    removeForgotten()
  }

  /// What nobody came back for within a month.
  private func removeForgotten() {
    let folder = OutputFolder.parent(file)
    for name in ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() {
      guard let state = FileState(folder + "/" + name) else { continue }
      let days = (FileState.now - state.modified) / 86_400_000_000_000
      if days > 30 { try? FileManager.default.removeItem(atPath: folder + "/" + name) }
    }
  }

  private func forget() {
    kept.withLock { $0 = nil }
    try? FileManager.default.removeItem(atPath: file)
  }
}
