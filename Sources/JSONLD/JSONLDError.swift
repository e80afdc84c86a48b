/// Why a document could not be processed.
public struct JSONLDError: Error, Hashable, Sendable, CustomStringConvertible {
  /// An error code of JSON-LD 1.1 API §9.6.2 or Framing §5.2.2, or one of our own.
  public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    init(_ rawValue: String) { self.rawValue = rawValue }
    public var description: String { rawValue }
  }

  public var code: Code
  public var message: String
  /// Where in the text, from 1; columns count bytes. Only syntax errors know it.
  public var line: Int?
  public var column: Int?
  /// Where in the document, as a JSON Pointer (RFC 6901).
  public var pointer: String?

  public init(
    _ code: Code, _ message: String, line: Int? = nil, column: Int? = nil, pointer: String? = nil
  ) {
    self.code = code
    self.message = message
    self.line = line
    self.column = column
    self.pointer = pointer
  }

  public var description: String {
    var place = ""
    if let line, let column { place = "\(line):\(column): " }
    if let pointer, !pointer.isEmpty { place += "\(pointer): " }
    return "\(place)\(code.rawValue): \(message)"
  }

  /// The same error seen from one level further up.
  func inside(_ step: String) -> JSONLDError {
    // A place in a text says more, and belongs to another document.
    guard line == nil else { return self }
    var error = self
    var escaped = ""
    for scalar in step.unicodeScalars {
      switch scalar {
      case "~": escaped += "~0"
      case "/": escaped += "~1"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    error.pointer = "/" + escaped + (pointer ?? "")
    return error
  }
}
