/// Why an export could not be asked.
public struct StoreError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Grows; a reader of codes must expect new ones.
  public struct Code: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Oxigraph is not installed.
    public static let noEngine = Code(rawValue: "no-engine")
    /// The engine refused the query (its syntax, a function that it does not have).
    public static let refused = Code(rawValue: "refused")
    /// The engine ended with an error of its own.
    public static let engine = Code(rawValue: "engine")
  }

  public var code: Code
  /// One plain sentence without a full stop, perhaps with the engine's own words.
  public var message: String

  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  public var description: String { message }
}
