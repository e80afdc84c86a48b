/// A file of the ontology that cannot be used: which, where and why.
public struct OntologyDataError: Error, Sendable, Equatable, CustomStringConvertible {
  public struct Code: Hashable, Sendable {
    let name: String
    public static let badList = Code(name: "bad-list")
    public static let badTable = Code(name: "bad-table")
    public static let badPattern = Code(name: "bad-pattern")
  }
  public var code: Code
  public var file: String
  public var line: Int
  public var message: String

  public init(_ code: Code, file: String, line: Int, _ message: String) {
    self.code = code
    self.file = file
    self.line = line
    self.message = message
  }

  public var description: String { "\(file):\(line): \(message)" }
}
