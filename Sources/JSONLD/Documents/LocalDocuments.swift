import Foundation

/// Bundled documents, and `file:` URLs below given folders.
public struct LocalDocuments: DocumentLoader {
  private let bundled: BundledDocuments
  private let folders: [String]

  /// - Parameter folders: absolute paths; a file elsewhere is refused, so that a document cannot read what its
  ///   author may not.
  public init(bundled: BundledDocuments = BundledDocuments(), folders: [String]) {
    self.bundled = bundled
    self.folders = folders.map { URL(filePath: $0).resolvingSymlinksInPath().path }
  }

  public func load(_ url: String) throws -> RemoteDocument {
    guard url.hasPrefix("file:"), let location = URL(string: url), location.isFileURL else {
      return try bundled.load(url)
    }
    let path = location.resolvingSymlinksInPath().path
    guard folders.contains(where: { path == $0 || path.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }) else {
      throw JSONLDError(.loadingDocumentFailed, "<\(url)> is outside the folders that may be read")
    }
    let data: Data
    do { data = try Data(contentsOf: location) } catch {
      throw JSONLDError(.loadingDocumentFailed, "<\(url)> cannot be read: \(error.localizedDescription)")
    }
    do { return RemoteDocument(try JSONValue(parsing: Array(data)), documentURL: url) } catch let error as JSONLDError {
      throw JSONLDError(error.code, "<\(url)>: \(error.message)", line: error.line, column: error.column)
    }
  }
}
