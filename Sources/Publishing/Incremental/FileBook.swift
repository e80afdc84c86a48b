import Posts
import Synchronization

/// Answers for unchanged files, and notes the state of every file before it is read.
final class FileBook: KnownFiles {
  private let former: FormerExport?
  /// Files that have to be read though they have not changed.
  private let forced: Set<String>
  private let noted = Mutex<[String: FileState]>([:])

  init(former: FormerExport?, forced: Set<String>) {
    self.former = former
    self.forced = forced
  }

  func reading(of file: String, at path: String, setup: String) -> FileReading? {
    let state = FileState(path)
    noted.withLock { $0[file] = state }
    return forced.contains(file) ? nil : former?.reading(of: file, at: path, state, setup: setup)
  }

  func state(_ file: String) -> FileState? { noted.withLock { $0[file] } }
}
