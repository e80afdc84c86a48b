/// Why there is no explorer.
public struct ExplorerError: Error, Sendable, CustomStringConvertible {
  /// Grows; a reader of codes must expect new ones.
  public struct Code: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    /// A defect of the build: a template or a language's texts cannot be read.
    public static let badData = Code(rawValue: "bad-data")
  }

  public var code: Code
  /// Below the project's `explorer/` folder.
  public var file: String
  public var cause: String

  public init(_ code: Code, file: String, cause: String) {
    self.code = code
    self.file = file
    self.cause = cause
  }

  public var description: String { "explorer/\(file): \(cause)" }
}
