import Foundation
import JSONLD
import TestSupport
import Testing

/// One case of a W3C suite, read from its manifest.
struct SuiteCase {
  let id: String
  let name: String
  let isNegative: Bool
  let isSyntaxOnly: Bool
  let folder: URL
  let baseIRI: String
  let entry: JSONValue
  var option: JSONValue { entry["option"] ?? [:] }

  func url(_ key: String) -> URL? { entry[key]?.string.map { folder.appending(path: $0) } }

  func json(_ key: String) throws -> JSONValue? {
    guard let url = url(key) else { return nil }
    return try JSONValue(parsing: Array(Data(contentsOf: url)))
  }
}

/// A W3C suite, when it is here: below `../shared/w3c`, or where `W3C_SUITES` says.
enum Suite: String, CaseIterable, CustomTestStringConvertible {
  case expand, compact, flatten, toRdf, fromRdf, frame

  var testDescription: String { rawValue }

  private static let root: URL? =
    ProcessInfo.processInfo.environment["W3C_SUITES"].map { URL(filePath: $0) } ?? Folders.shared("w3c")

  /// When the suites are absent, the conformance tests are skipped; the project's own cases run anywhere.
  static let arePresent =
    root.map { FileManager.default.fileExists(atPath: $0.appending(path: "json-ld-api").path) }
    ?? false

  func cases() throws -> [SuiteCase] {
    let name = self == .frame ? "json-ld-framing" : "json-ld-api"
    guard let folder = Self.root?.appending(path: name) else { return [] }
    let manifest = try JSONValue(
      parsing: Array(Data(contentsOf: folder.appending(path: "\(rawValue)-manifest.jsonld"))))
    let base = manifest["baseIri"]?.string ?? ""
    return (manifest["sequence"]?.array ?? []).map { entry in
      let types = entry["@type"]?.array ?? []
      return SuiteCase(
        id: entry["@id"]?.string ?? "", name: entry["name"]?.string ?? "",
        isNegative: types.contains("jld:NegativeEvaluationTest"),
        isSyntaxOnly: types.contains("jld:PositiveSyntaxTest"), folder: folder, baseIRI: base, entry: entry)
    }
  }
}

/// The suite's own files under the addresses that its documents call them by.
struct SuiteDocuments: DocumentLoader {
  let folder: URL
  let baseIRI: String

  func load(_ url: String) throws -> RemoteDocument {
    guard url.hasPrefix(baseIRI),
      let data = try? Data(contentsOf: folder.appending(path: String(url.dropFirst(baseIRI.count))))
    else { throw JSONLDError(.loadingDocumentFailed, "the suite has no <\(url)>") }
    return RemoteDocument(try JSONValue(parsing: Array(data)), documentURL: url)
  }
}
