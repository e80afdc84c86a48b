import Foundation

extension PageEmbedder {
  /// What a run over a site did.
  public struct Report: Sendable {
    public var embedded = 0
    public var replaced = 0
    public var unchanged = 0
    /// Pages that were left alone although they are posts', with the reason.
    public var left: [(file: String, outcome: Outcome)] = []
    /// Addresses of posts of which the site has no page.
    public var missing: [String] = []
    /// HTML files that are no post's.
    public var others = 0
  }

  /// Goes over every HTML file below a folder. Each is replaced as a whole, so that a run that is killed leaves no half
  /// file.
  /// - Throws: `OutputError` for a folder or a file that cannot be read or written.
  public func run(over folder: String) throws(OutputError) -> Report {
    var report = Report()
    var found: Set<Int> = []
    let root = folder.hasSuffix("/") ? folder : folder + "/"
    guard FileSystem.isFolder(folder) else {
      throw OutputError(.system, path: folder, cause: "there is no such folder")
    }
    for file in try PageFiles.list(folder) {
      let bytes = try PageFiles.read(file)
      guard let result = embed(bytes, path: String(file.dropFirst(root.count))) else {
        report.others += 1
        continue
      }
      found.insert(result.page)
      switch result.outcome {
      case .embedded: report.embedded += 1
      case .replaced: report.replaced += 1
      case .unchanged: report.unchanged += 1
      case .occupied, .unfit: report.left.append((file, result.outcome))
      }
      if result.bytes != bytes { try Self.write(result.bytes, over: file) }
    }
    report.missing = addresses.indices.filter { !found.contains($0) }.map { addresses[$0] }
    return report
  }

  private static func write(_ bytes: [UInt8], over file: String) throws(OutputError) {
    let new = file + ".bloggraph-new"
    do {
      try FileSystem.write(bytes, to: new)
      if let mode = FileSystem.mode(file) { FileSystem.setMode(mode, new) }
      try FileSystem.rename(new, to: file)
    } catch {
      try? FileManager.default.removeItem(atPath: new)
      throw error
    }
  }
}
