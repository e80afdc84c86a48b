/// Something that is wrong with a blog's files: what, where, and the line itself.
public struct Problem: Error, Sendable, Equatable, Codable {
  /// Grows; a reader of codes must expect new ones.
  public struct Code: RawRepresentable, Hashable, Sendable, Codable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
  }
  public enum Severity: String, Sendable, Comparable, Codable {
    case note, warning, error
    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
  }
  public var code: Code
  public var severity: Severity
  /// One plain sentence without a full stop.
  public var message: String
  /// Relative to the content folder.
  public var file: String
  /// From 1; `nil` when the whole file is meant.
  public var line: Int?
  /// From 1, in characters.
  public var column: Int?
  /// The line itself, cut to a readable length.
  public var sourceLine: String?

  public init(
    _ code: Code, _ severity: Severity = .error, _ message: String, file: String, line: Int? = nil,
    column: Int? = nil, sourceLine: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.file = file
    self.line = line
    self.column = column
    self.sourceLine = sourceLine
  }
}
