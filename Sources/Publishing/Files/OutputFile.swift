/// One file of an export.
public struct OutputFile: Sendable, Equatable {
  /// Below the output folder, `/` between folders.
  public var path: String
  let content: Content

  enum Content: Sendable, Equatable {
    case bytes([UInt8])
    /// One after the other: a big file, which nobody copies together.
    case parts([[UInt8]])
    /// As the former export in the output folder has it.
    case kept(KeptFile, folder: String)
  }

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    content = .bytes(bytes)
  }

  init(path: String, parts: [[UInt8]]) {
    self.path = path
    content = .parts(parts)
  }

  init(_ file: KeptFile, folder: String) {
    path = file.path
    content = .kept(file, folder: folder)
  }

  /// Of a file that is kept, they are read; none when it has gone.
  public var bytes: [UInt8] {
    switch content {
    case .bytes(let bytes): bytes
    case .parts(let parts): Array(parts.joined())
    case .kept(let file, let folder): FileSystem.read(folder + "/" + file.path) ?? []
    }
  }
}
