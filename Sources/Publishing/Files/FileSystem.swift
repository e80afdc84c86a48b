import CFileSystem
import Glibc

/// The few system calls that an export needs and Foundation does not have: what is written must be on the disk before a
/// name points at it, and two folders change places in one step.
enum FileSystem {
  /// Writes a new file and waits until its bytes are on the disk.
  static func write(_ bytes: [UInt8], to path: String) throws(OutputError) { try write([bytes], to: path) }

  /// The same for bytes in parts.
  ///
  /// - Parameter waits: for the disk; what can be told to be damaged and made again need not.
  static func write(_ parts: [[UInt8]], to path: String, waits: Bool = true) throws(OutputError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .system(path) }
    defer { close(descriptor) }
    for part in parts {
      var written = 0
      while written < part.count {
        let count = unsafe part[written...].withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
        if count < 0 {
          if errno == EINTR { continue }
          throw .system(path)
        }
        written += count
      }
    }
    guard !waits || fsync(descriptor) == 0 else { throw .system(path) }
  }

  /// The bytes of a regular file; `nil` for anything else, and for what cannot be read.
  static func read(_ path: String) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let size = Int(status.st_size)
    var isWhole = true
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = 0
      while count < size {
        let more = unsafe Glibc.read(descriptor, buffer.baseAddress.map { unsafe $0 + count }, size - count)
        if more < 0, errno == EINTR { continue }
        if more <= 0 { break }
        count += more
      }
      isWhole = count == size
    }
    return isWhole ? bytes : nil
  }

  /// Whether a file has exactly these bytes, one part after the other.
  static func holds(_ path: String, _ parts: [[UInt8]]) -> Bool {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    let size = parts.reduce(0) { $0 + $1.count }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, Int(status.st_size) == size else { return false }
    var buffer = [UInt8](repeating: 0, count: min(max(size, 1), 1 << 16))
    return parts.allSatisfy { continues(descriptor, $0, &buffer) }
  }

  /// Whether the next bytes of a file are these.
  private static func continues(_ descriptor: Int32, _ bytes: [UInt8], _ buffer: inout [UInt8]) -> Bool {
    var at = 0
    while at < bytes.count {
      let most = min(buffer.count, bytes.count - at)
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(descriptor, $0.baseAddress, most) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      let isSame = unsafe bytes.withUnsafeBytes { whole in
        unsafe buffer.withUnsafeBytes { part in
          guard let a = part.baseAddress, let b = whole.baseAddress else { return false }
          return unsafe memcmp(a, b + at, count) == 0
        }
      }
      guard isSame else { return false }
      at += count
    }
    return true
  }

  /// Waits until a folder's entries are on the disk.
  static func synchronizeFolder(_ path: String) {
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    // Some file systems refuse to synchronize a folder; they lose nothing that the rename did not.
    _ = fsync(descriptor)
    close(descriptor)
  }

  /// Two folders change places in one step (renameat2(2), RENAME_EXCHANGE). False where the file system cannot.
  static func exchange(_ a: String, _ b: String) -> Bool {
    unsafe bg_exchange(a, b) == 0
  }

  static func rename(_ a: String, to b: String) throws(OutputError) {
    guard unsafe Glibc.rename(a, b) == 0 else { throw .system(b) }
  }

  static func makeFolder(_ path: String) throws(OutputError) {
    guard unsafe mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .system(path) }
  }

  /// Holds a folder until the process ends or lets go; `nil` when another process holds it.
  static func lockFolder(_ path: String) -> Int32? {
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
    return descriptor
  }

  /// Holds a folder together with others who do; `nil` when it is not there or somebody holds it alone.
  static func shareFolder(_ path: String) -> Int32? {
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_SH | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
    return descriptor
  }

  /// Whether what is open is what stands at the path now.
  static func isSame(_ descriptor: Int32, _ path: String) -> Bool {
    var (open, there) = (stat(), stat())
    guard unsafe fstat(descriptor, &open) == 0, unsafe stat(path, &there) == 0 else { return false }
    return open.st_ino == there.st_ino && open.st_dev == there.st_dev
  }

  static func unlock(_ descriptor: Int32) { close(descriptor) }

  static func isWritableFolder(_ path: String) -> Bool { unsafe access(path, W_OK | X_OK) == 0 }

  enum Kind { case folder, file, link, other }

  /// What stands at a path, links not followed; `nil` for nothing.
  static func kind(_ path: String) -> Kind? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// What a folder holds, in no order; `nil` for what is no folder or cannot be read.
  static func entries(_ path: String) -> [(name: String, kind: Kind)]? {
    guard let folder = unsafe opendir(path) else { return nil }
    defer { unsafe closedir(folder) }
    var entries: [(name: String, kind: Kind)] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
        unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      switch unsafe Int(entry.pointee.d_type) {
      case Int(DT_DIR): entries.append((name, .folder))
      case Int(DT_REG): entries.append((name, .file))
      case Int(DT_LNK): entries.append((name, .link))
      // Some file systems do not say.
      default: if let kind = kind(path + "/" + name) { entries.append((name, kind)) }
      }
    }
    return entries
  }

  static func removeEmptyFolder(_ path: String) { _ = unsafe rmdir(path) }

  static func unlinkFile(_ path: String) { _ = unsafe unlink(path) }

  /// Links followed.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func mode(_ path: String) -> mode_t? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
  }

  static func setMode(_ mode: mode_t, _ path: String) { _ = unsafe chmod(path, mode) }

  static func hardLink(_ path: String, to new: String) throws(OutputError) {
    guard unsafe link(path, new) == 0 else { throw .system(new) }
  }
}
