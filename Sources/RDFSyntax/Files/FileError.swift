/// A file that could not be opened, read or written.
public struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Operation: String, Sendable { case open, read, write }
  public var operation: Operation
  /// As it was given; empty for a descriptor without a name.
  public var path: String
  /// The system's error number.
  public var errorNumber: Int32

  public init(_ operation: Operation, path: String, errorNumber: Int32) {
    self.operation = operation
    self.path = path
    self.errorNumber = errorNumber
  }

  public var description: String { "cannot \(operation.rawValue) '\(path)': \(System.message(errorNumber))" }
}
