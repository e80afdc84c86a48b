public import Foundation

/// Where the vocabulary, the shapes, the gazetteer and the languages come from: the program itself, or a folder that
/// stands in for it as a whole (`--ontology DIR`), so that a new field or language needs no new build.
public struct OntologyFolder: Sendable, Equatable {
  /// nil for what is built into the program.
  public let directory: URL?

  public static let builtIn = OntologyFolder()

  private init() { directory = nil }

  /// - Parameter directory: A folder laid out as the project's `ontology/`.
  /// - Throws: `OntologyError` when it is not a folder that can be read.
  public init(directory: URL) throws(OntologyError) {
    guard let isFolder = Self.isFolder(directory) else { throw OntologyError(.missing, path: directory.path) }
    guard isFolder else { throw OntologyError(.notAFolder, path: directory.path) }
    // The walk does not follow a symbolic link at its root.
    self.directory = directory.resolvingSymlinksInPath()
  }

  /// Relative paths of all files below `prefix` (`"languages/en/"`), ascending by their bytes; hidden files are left out.
  public func paths(below prefix: String = "") throws(OntologyError) -> [String] {
    guard let directory else { return OntologyData.paths.filter { $0.hasPrefix(prefix) } }
    do {
      let all = try FileManager.default.subpathsOfDirectory(atPath: directory.path)
      return all.filter { path in
        path.hasPrefix(prefix) && !path.split(separator: "/").contains { $0.hasPrefix(".") } && isFile(path)
      }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    } catch {
      throw OntologyError(.unreadable, path: directory.path, cause: error)
    }
  }

  /// - Parameter path: Relative to the folder, as `paths` gives it.
  /// - Throws: `OntologyError` when the file is missing or cannot be read.
  public func bytes(_ path: String) throws(OntologyError) -> [UInt8] {
    guard let directory else {
      guard let bytes = OntologyData.bytes(path) else { throw OntologyError(.missing, path: path) }
      return bytes
    }
    let file = directory.appending(path: path)
    guard isFile(path) else { throw OntologyError(.missing, path: file.path) }
    do {
      return try [UInt8](Data(contentsOf: file))
    } catch {
      throw OntologyError(.unreadable, path: file.path, cause: error)
    }
  }

  /// - Throws: `OntologyError` when the file is missing, cannot be read, or is not UTF-8.
  public func text(_ path: String) throws(OntologyError) -> String {
    guard let text = String(validating: try bytes(path), as: UTF8.self) else {
      throw OntologyError(.notUTF8, path: directory?.appending(path: path).path ?? path)
    }
    return text
  }

  private func isFile(_ path: String) -> Bool {
    guard let directory else { return false }
    return Self.isFolder(directory.appending(path: path)) == false
  }

  /// nil when there is nothing; follows symbolic links.
  private static func isFolder(_ url: URL) -> Bool? {
    var isDirectory: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory) else { return nil }
    return isDirectory.boolValue
  }
}
