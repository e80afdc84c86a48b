/// Where a writer's bytes go: an array, a file, a socket. Chunks come in order, and a writer keeps nothing after one.
public protocol ByteSink {
  mutating func write(_ chunk: [UInt8]) throws
}

extension [UInt8]: ByteSink {
  public mutating func write(_ chunk: [UInt8]) { append(contentsOf: chunk) }
}

/// Gathers bytes and hands them on in chunks.
struct OutputBuffer {
  var bytes: [UInt8] = []
  private static let chunk = 1 << 18

  init() { bytes.reserveCapacity(Self.chunk + (1 << 14)) }

  /// To be called between statements.
  @inline(__always) mutating func flushIfFull(to sink: inout some ByteSink) throws {
    if bytes.count >= Self.chunk { try flush(to: &sink) }
  }

  mutating func flush(to sink: inout some ByteSink) throws {
    guard !bytes.isEmpty else { return }
    try sink.write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
