import Foundation
import Posts

/// The files of an export that a store is built from.
struct ExportFiles {
  /// Absolute, without symbolic links.
  let folder: String
  let states: [String: FileState]

  private static let names = ["dataset.nq", "evidence.nq", "graph.nq", "graph.ttl"]
  private static let needed = ["graph.nq", "graph.ttl"]

  init(_ output: String) throws(OutputError) {
    folder = URL(filePath: output).standardizedFileURL.resolvingSymlinksInPath().path
    var states: [String: FileState] = [:]
    for name in Self.names { states[name] = FileState(folder + "/" + name) }
    for name in Self.needed where states[name] == nil { throw OutputError(.noExport, path: folder + "/" + name) }
    self.states = states
  }

  func load(into store: String, with oxigraph: Oxigraph) throws {
    let present = Self.names.filter { states[$0] != nil }.map { folder + "/" + $0 }
    try oxigraph.load(present.filter { $0.hasSuffix(".nq") }, into: store)
    try oxigraph.load(present.filter { $0.hasSuffix(".ttl") }, into: store)
  }

  /// The layout of the store (which file goes where) has a number, so that a new one makes a new store.
  func key(_ oxigraph: Oxigraph) throws(OutputError) -> String {
    var parts = ["layout 1", oxigraph.identity]
    for name in Self.names where states[name] != nil {
      guard let data = FileManager.default.contents(atPath: folder + "/" + name) else {
        throw OutputError(.noExport, path: folder + "/" + name)
      }
      parts.append("\(name) \(SHA256.hexadecimal([UInt8](data)))")
    }
    return String(SHA256.hexadecimal(Array(parts.joined(separator: "\n").utf8)).prefix(32))
  }
}

/// Which files the store was built from, so that nobody needs to read them to know that they have not changed.
struct StoreStamp: Codable {
  var key: String
  private var engine: String
  private var folder: String
  private var files: [String: FileState]
  private var written: Int64

  init(_ files: ExportFiles, _ oxigraph: Oxigraph, key: String) {
    self.key = key
    engine = oxigraph.identity
    folder = files.folder
    self.files = files.states
    written = FileState.now
  }

  init?(file: String) {
    guard let data = FileManager.default.contents(atPath: file),
      let stamp = try? JSONDecoder().decode(StoreStamp.self, from: data)
    else { return nil }
    self = stamp
    // It names a folder: a path out of the cache is not followed.
    guard !key.isEmpty, key.allSatisfy(\.isHexDigit) else { return nil }
  }

  func describes(_ now: ExportFiles, _ oxigraph: Oxigraph) -> Bool {
    engine == oxigraph.identity && folder == now.folder && files == now.states
      && files.values.allSatisfy { $0.isSettled(at: written) }
  }

  /// A stamp that cannot be written costs the next run the hashing.
  func write(to file: String) {
    guard let data = try? JSONEncoder().encode(self) else { return }
    try? data.write(to: URL(filePath: file), options: .atomic)
  }
}
