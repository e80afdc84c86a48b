/// Why a query cannot be asked as it is.
public struct QueryError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Grows; a reader of codes must expect new ones.
  public struct Code: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static let syntax = Code(rawValue: "syntax")
    /// Neither SELECT, ASK, CONSTRUCT nor DESCRIBE.
    public static let notAQuery = Code(rawValue: "not-a-query")
    /// A value is given for something that the query does not ask for.
    public static let unknownParameter = Code(rawValue: "unknown-parameter")
    /// A value has not the form that the parameter's default has.
    public static let badValue = Code(rawValue: "bad-value")
    /// Results that are not what the format says.
    public static let badResults = Code(rawValue: "bad-results")
  }

  public var code: Code
  /// One plain sentence without a full stop.
  public var message: String

  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  public var description: String { message }
}
