/// Why a file of the ontology could not be had.
public struct OntologyError: Error, CustomStringConvertible {
  public struct Code: Hashable, Sendable {
    private let name: String
    public static let missing = Code(name: "missing")
    public static let notAFolder = Code(name: "notAFolder")
    public static let unreadable = Code(name: "unreadable")
    public static let notUTF8 = Code(name: "notUTF8")
  }

  public let code: Code
  public let path: String
  public let cause: (any Error)?

  init(_ code: Code, path: String, cause: (any Error)? = nil) {
    self.code = code
    self.path = path
    self.cause = cause
  }

  public var description: String {
    switch code {
    case .missing: "\(path): there is no such file or folder in the ontology"
    case .notAFolder: "\(path): the ontology must be a folder"
    case .notUTF8: "\(path): not UTF-8"
    default: "\(path): cannot be read" + (cause.map { " (\($0))" } ?? "")
    }
  }
}
