import Foundation
import JSONLD
import Posts

/// `manifest.json`: which files of the folder are the export's own. Whatever else lies there is somebody else's, and
/// stays.
public struct OutputManifest: Sendable, Equatable, Codable {
  public static let path = "manifest.json"

  public var generator: String
  /// By path, ascending.
  public var files: [Entry]

  public struct Entry: Sendable, Equatable, Codable {
    public var path: String
    public var bytes: Int
    public var sha256: String
  }

  init(generator: String, files: [OutputFile]) {
    self.generator = generator
    self.files = files.parallelMap(jobs: 2, Self.entry).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private static func quoted(_ text: String) -> [UInt8] { JSONSerializer().bytes(of: .string(text)) }

  @Sendable private static func entry(_ file: OutputFile) -> Entry {
    switch file.content {
    case .bytes(let bytes): Entry(path: file.path, bytes: bytes.count, sha256: SHA256.hexadecimal(bytes))
    case .parts(let parts):
      Entry(path: file.path, bytes: parts.reduce(0) { $0 + $1.count }, sha256: SHA256.hexadecimal(parts: parts))
    case .kept(let kept, _): Entry(path: file.path, bytes: Int(kept.state.size), sha256: kept.sha256)
    }
  }

  /// The manifest of an export that lies in the folder; `nil` when there is none or it is none of ours.
  public init?(folder: String) {
    guard let data = FileManager.default.contents(atPath: folder + "/" + Self.path),
      let manifest = try? JSONDecoder().decode(OutputManifest.self, from: data)
    else { return nil }
    self = manifest
    // Written by us, but lying where anybody may write: a path out of the folder is not followed.
    files.removeAll { !Self.isInside($0.path) }
  }

  var file: OutputFile {
    var bytes = Array("{\n  \"files\" : [".utf8)
    for (index, file) in files.enumerated() {
      bytes += index > 0 ? ",\n".utf8 : "\n".utf8
      bytes += "    {\n      \"bytes\" : \(file.bytes),\n      \"path\" : ".utf8
      bytes += Self.quoted(file.path)
      bytes += ",\n      \"sha256\" : \"\(file.sha256)\"\n    }".utf8
    }
    bytes += (files.isEmpty ? "\n\n  ],\n" : "\n  ],\n").utf8
    bytes += "  \"generator\" : ".utf8
    bytes += Self.quoted(generator)
    bytes += "\n}\n".utf8
    return OutputFile(path: Self.path, bytes: bytes)
  }

  /// Whether a path stays below the folder.
  static func isInside(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return !path.contains("\0") && !parts.contains { $0.isEmpty || $0 == "." || $0 == ".." }
  }
}
