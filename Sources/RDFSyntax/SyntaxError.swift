/// Why a document is not what its format asks for, and where.
public struct SyntaxError: Error, Sendable, Hashable {
  /// What kind of fault it is. More may be added.
  public struct Code: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Something else than the grammar allows here.
    public static let unexpected = Code(rawValue: "unexpected")
    /// The document ends inside something.
    public static let unexpectedEnd = Code(rawValue: "unexpected-end")
    /// Bytes that are not UTF-8.
    public static let encoding = Code(rawValue: "encoding")
    /// A `\` with something that it does not escape, or an escape that names no character.
    public static let escape = Code(rawValue: "escape")
    /// An IRI with a character that may not stand in one.
    public static let iri = Code(rawValue: "iri")
    /// A relative IRI without a base, or where only absolute ones may stand.
    public static let relativeIRI = Code(rawValue: "relative-iri")
    public static let languageTag = Code(rawValue: "language-tag")
    public static let undefinedPrefix = Code(rawValue: "undefined-prefix")
    /// What the format's own parser library reported.
    public static let library = Code(rawValue: "library")
  }

  public var code: Code
  public var message: String
  public var file: String?
  /// From 1.
  public var line: Int
  /// In Unicode code points, from 1; 0 when it is not known.
  public var column: Int
  /// The line itself, without its end.
  public var sourceLine: String

  public init(code: Code, message: String, file: String? = nil, line: Int, column: Int, sourceLine: String) {
    self.code = code
    self.message = message
    self.file = file
    self.line = line
    self.column = column
    self.sourceLine = sourceLine
  }
}

extension SyntaxError: CustomStringConvertible {
  /// `file:line:column: message`, the line, and a caret under the column.
  public var description: String {
    var text = "\(file ?? "<input>"):\(line):"
    if column > 0 { text += "\(column):" }
    text += " \(message)\n  \(sourceLine)"
    if column > 0 {
      // Tabs are kept, so that the caret stands where the reader's terminal puts the character.
      let before = sourceLine.unicodeScalars.prefix(column - 1).map { $0 == "\t" ? "\t" : " " as Character }
      text += "\n  \(String(before))^"
    }
    return text
  }
}
