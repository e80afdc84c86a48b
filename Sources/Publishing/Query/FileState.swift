import Glibc

/// What the file system knows of a file: as long as it stays, so does the content.
struct FileState: Equatable, Codable {
  var size: Int64
  var inode: UInt64
  /// Nanoseconds since 1970.
  var modified: Int64
  var changed: Int64

  init?(_ path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    size = Int64(status.st_size)
    inode = UInt64(status.st_ino)
    modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    changed = Int64(status.st_ctim.tv_sec) * 1_000_000_000 + Int64(status.st_ctim.tv_nsec)
  }

  /// A file that changed within a clock tick of being looked at could change again and bear the same times.
  func isSettled(at now: Int64) -> Bool { now - max(modified, changed) > 1_000_000_000 }

  static var now: Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
