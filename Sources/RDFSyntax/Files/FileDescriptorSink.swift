/// A sink that writes to an open file descriptor, which it does not close.
public struct FileDescriptorSink: ByteSink {
  private let descriptor: Int32
  private let path: String

  /// - Parameter path: for messages.
  public init(_ descriptor: Int32, path: String = "") {
    self.descriptor = descriptor
    self.path = path
  }

  public mutating func write(_ chunk: [UInt8]) throws(FileError) {
    try System.write(chunk, to: descriptor, path: path)
  }
}
