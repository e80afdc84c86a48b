/// One file of an export.
public struct OutputFile: Sendable, Equatable {
  /// Below the output folder, `/` between folders.
  public var path: String
  public var bytes: [UInt8]
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
