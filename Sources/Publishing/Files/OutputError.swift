import Glibc

/// Why an export could not be written.
public struct OutputError: Error, Sendable, Equatable {
  /// Grows; a reader of codes must expect new ones.
  public struct Code: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The path of the folder is a file.
    public static let notAFolder = Code(rawValue: "not-a-folder")
    public static let notWritable = Code(rawValue: "not-writable")
    /// A folder that should hold an export does not.
    public static let noExport = Code(rawValue: "no-export")
    /// The system refused something in the midst of it (a full disk, a folder that went away).
    public static let system = Code(rawValue: "system")
  }

  public var code: Code
  public var path: String
  /// What the system said, in its words.
  public var cause: String?

  public init(_ code: Code, path: String, cause: String? = nil) {
    self.code = code
    self.path = path
    self.cause = cause
  }

  /// With the reason that the last system call left behind.
  static func system(_ path: String, _ number: Int32 = errno) -> OutputError {
    OutputError(.system, path: path, cause: unsafe String(cString: strerror(number)))
  }
}

extension OutputError: CustomStringConvertible {
  /// One plain sentence without a full stop.
  public var description: String {
    switch code {
    case .notAFolder: "\(path) is a file, not a folder to write an export into"
    case .notWritable: "\(path) cannot be written to" + (cause.map { ": \($0)" } ?? "")
    case .noExport: "\(path) cannot be read: is this the folder of an export?"
    default: "could not write \(path)" + (cause.map { ": \($0)" } ?? "")
    }
  }
}
