import KnowledgeGraph

/// A file of the export before, which the next one has too: as long as its state is that of then, nobody need read it.
struct KeptFile: Sendable, Equatable {
  /// Below the output folder.
  var path: String
  var state: FileState
  /// Lower-case hexadecimal.
  var sha256: String

  /// Whether the file that is there now is the one that was written.
  func isThere(in folder: String) -> Bool {
    FileState(folder + "/" + path)?.isSameFile(as: state) ?? false
  }

  init(path: String, state: FileState, sha256: String) {
    self.path = path
    self.state = state
    self.sha256 = sha256
  }

  init(from input: inout PackedReader) {
    path = input.text()
    state = FileState(from: &input)
    sha256 = input.text()
  }

  func write(to out: inout PackedWriter) {
    out.add(path)
    state.write(to: &out)
    out.add(sha256)
  }
}
