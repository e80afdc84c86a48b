/// The files of the export before, each as long as it is what was written.
struct FormerFiles: Sendable {
  private let files: [String: KeptFile]
  private let folder: String

  init(_ files: [KeptFile], folder: String) {
    self.files = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    self.folder = folder
  }

  /// The file for the next export; `nil` when it is not there, or somebody changed it.
  subscript(path: String) -> OutputFile? {
    guard let file = files[path], file.isThere(in: folder) else { return nil }
    return OutputFile(file, folder: folder)
  }
}
