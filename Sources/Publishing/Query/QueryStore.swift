import Foundation
import Posts

/// An export as a store that Oxigraph opens: built once and reused as long as the export's content stays.
///
/// The default graph holds what the posts say (`graph.ttl`), each triple once; the named graphs are those of `graph.nq`,
/// `evidence.nq` and `dataset.nq`. It lies in the cache folder, by a hash of the export's files and of the engine.
public final class QueryStore: Sendable {
  /// The folder for Oxigraph's `--location`.
  public let path: String
  /// Whether it goes when this object does, because there is no cache folder to keep it in.
  public let isTemporary: Bool
  /// Held as long as the store is used, so that nobody clears it away.
  public let lock: Int32

  private init(path: String, isTemporary: Bool, lock: Int32) {
    self.path = path
    self.isTemporary = isTemporary
    self.lock = lock
  }

  deinit {
    if isTemporary { try? FileManager.default.removeItem(atPath: path) }
    if lock >= 0 { FileSystem.unlock(lock) }
  }

  /// - Parameter building: told once, before a store is built.
  /// - Throws: `OutputError` when the folder holds no export, `StoreError` when Oxigraph refuses it.
  public static func open(
    _ output: String, with oxigraph: Oxigraph, in cache: CacheFolder?, building: () -> Void = {}
  ) throws -> QueryStore {
    let files = try ExportFiles(output)
    let id = String(SHA256.hexadecimal(Array(files.folder.utf8)).prefix(16))
    guard let folder = cache?.folder("stores", id) else {
      building()
      let path = FileManager.default.temporaryDirectory.appending(path: "bloggraph-store-\(UUID().uuidString)").path
      try files.load(into: path, with: oxigraph)
      return QueryStore(path: path, isTemporary: true, lock: -1)
    }
    let stampFile = folder + "/stamp.json"
    let stamp = StoreStamp(file: stampFile)
    if let stamp, stamp.describes(files, oxigraph), let store = held(folder + "/" + stamp.key) { return store }
    let key = try files.key(oxigraph)
    let path = folder + "/" + key
    for _ in 0..<3 {
      if FileSystem.kind(path) == nil {
        building()
        try build(path, files, oxigraph)
      }
      guard let store = held(path) else { continue }
      StoreStamp(files, oxigraph, key: key).write(to: stampFile)
      removeOthers(in: folder, except: key)
      return store
    }
    throw StoreError(.engine, "\(path) is cleared away again and again: is another run at work?")
  }

  /// Holds a store against being cleared away; `nil` when it is gone.
  private static func held(_ path: String) -> QueryStore? {
    guard let lock = FileSystem.shareFolder(path) else { return nil }
    // Between opening and locking it may have been removed.
    guard FileSystem.kind(path) == .folder, FileSystem.isSame(lock, path) else {
      FileSystem.unlock(lock)
      return nil
    }
    return QueryStore(path: path, isTemporary: false, lock: lock)
  }

  /// Beside its place first: a run that is killed leaves nothing that looks like a store.
  private static func build(_ path: String, _ files: ExportFiles, _ oxigraph: Oxigraph) throws {
    let staging = try Staging(beside: path, inside: false)
    defer { staging.remove() }
    try files.load(into: staging.path + "/store", with: oxigraph)
    // Another run that was faster built the same.
    guard FileSystem.kind(path) == nil else { return }
    do { try FileSystem.rename(staging.path + "/store", to: path) } catch {
      guard FileSystem.kind(path) == .folder else { throw error }
    }
  }

  /// Stores of former contents, and what killed runs left.
  private static func removeOthers(in folder: String, except key: String) {
    for name in ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    where name != key && name != "stamp.json" {
      guard let lock = FileSystem.lockFolder(folder + "/" + name) else { continue }
      try? FileManager.default.removeItem(atPath: folder + "/" + name)
      FileSystem.unlock(lock)
    }
  }
}
