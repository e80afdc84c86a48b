#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The calls of the operating system that reading and writing files take.
enum System {
  static func openForReading(_ path: String) throws(FileError) -> Int32 {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw FileError(.open, path: path, errorNumber: errno) }
    return descriptor
  }

  static func closeDescriptor(_ descriptor: Int32) { _ = close(descriptor) }

  /// The size of a regular file; nil for a pipe, a terminal or what else has none.
  static func sizeOfRegularFile(_ descriptor: Int32) -> Int? {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Where the next byte will be read.
  static func position(_ descriptor: Int32) -> Int { Int(lseek(descriptor, 0, SEEK_CUR)) }

  /// Reads up to `count` bytes behind what the array holds, from the offset or from where the descriptor stands; 0 is the
  /// end.
  static func read(
    _ descriptor: Int32, at offset: Int? = nil, upTo count: Int, appendingTo bytes: inout [UInt8], path: String
  ) throws(FileError) -> Int {
    let old = bytes.count
    // An exact reservation for each chunk would copy a big file as often as it has chunks.
    if bytes.capacity < old + count { bytes.reserveCapacity(max(old + count, 2 * bytes.capacity)) }
    bytes.append(contentsOf: repeatElement(0, count: count))
    while true {
      let got = unsafe bytes.withUnsafeMutableBytes { (buffer: UnsafeMutableRawBufferPointer) -> Int in
        let room = unsafe buffer.baseAddress.map { unsafe $0 + old }
        guard let offset else { return unsafe readInto(descriptor, room, count) }
        return unsafe pread(descriptor, room, count, off_t(offset))
      }
      if got < 0, errno == EINTR { continue }
      bytes.removeLast(count - max(got, 0))
      if got < 0 { throw FileError(.read, path: path, errorNumber: errno) }
      return got
    }
  }

  /// Writes all bytes.
  static func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe writeFrom(descriptor, buffer.baseAddress.map { unsafe $0 + written }, bytes.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileError(.write, path: path, errorNumber: errno)
      }
      written += count
    }
  }

  static func message(_ errorNumber: Int32) -> String { unsafe String(cString: strerror(errorNumber)) }

  private static func readInto(_ descriptor: Int32, _ address: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.read(descriptor, address, count)
    #elseif canImport(Musl)
      unsafe Musl.read(descriptor, address, count)
    #else
      unsafe Darwin.read(descriptor, address, count)
    #endif
  }

  private static func writeFrom(_ descriptor: Int32, _ address: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      unsafe Glibc.write(descriptor, address, count)
    #elseif canImport(Musl)
      unsafe Musl.write(descriptor, address, count)
    #else
      unsafe Darwin.write(descriptor, address, count)
    #endif
  }
}
