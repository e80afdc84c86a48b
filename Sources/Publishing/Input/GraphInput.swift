import Foundation
import Glibc
import JSONLD
public import RDFModel
public import RDFSyntax

/// Reads RDF in any syntax, from files and from standard input, into one dataset.
public struct GraphInput {
  public private(set) var dataset = Dataset()
  /// What the documents call their namespaces, in the order in which they came.
  public private(set) var prefixes: [(prefix: String, namespace: String)] = []
  /// Stands in for what a file's name tells.
  private let format: RDFFormat?
  /// What relative IRIs are resolved against; by default a file's own address.
  private let base: IRI?

  public init(format: RDFFormat? = nil, base: IRI? = nil) {
    self.format = format
    self.base = base
  }

  /// - Parameter path: a file, or `-` for standard input.
  /// - Throws: `GraphInputError` for a file that cannot be read or whose syntax nobody can tell; the readers' own errors
  ///   for one that breaks its syntax.
  public mutating func read(_ path: String) throws {
    let isStandardInput = path == "-"
    let isPage = format == nil && Self.isPage(path)
    guard let format = isPage ? .jsonLD : format ?? (isStandardInput ? nil : RDFFormat(fileName: path)) else {
      throw GraphInputError(.unknownFormat, path: path)
    }
    let name = isStandardInput ? "<stdin>" : path
    let base = base ?? (isStandardInput ? nil : Self.address(of: path))
    do {
      switch format {
      case .turtle, .triG, .nTriples, .nQuads:
        // The reader opens files itself: it takes the line formats in parts, and never holds their whole text.
        let reader = RDFReader(format: format, base: base, file: name)
        keepPrefixes(
          of: isStandardInput
            ? try reader.read(fileDescriptor: STDIN_FILENO, into: &dataset)
            : try reader.read(contentsOf: path, into: &dataset))
      case .rdfXML, .jsonLD:
        let bytes = try Self.bytes(isStandardInput ? nil : path)
        if isPage {
          try readPage(bytes, name: name, base: base)
        } else {
          try read(bytes, as: format, name: name, base: base)
        }
      }
    } catch let error as FileError {
      throw GraphInputError(.unreadable, path: name, cause: unsafe String(cString: strerror(error.errorNumber)))
    }
  }

  /// A file's bytes; standard input's without a path.
  private static func bytes(_ path: String?) throws -> [UInt8] {
    do {
      guard let path else { return [UInt8](try FileHandle.standardInput.readToEnd() ?? Data()) }
      return [UInt8](try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw GraphInputError(.unreadable, path: path ?? "<stdin>", cause: error.localizedDescription)
    }
  }

  /// - Parameter name: for messages.
  public mutating func read(_ bytes: [UInt8], as format: RDFFormat, name: String, base: IRI? = nil) throws {
    switch format {
    case .jsonLD: try readJSONLD(name: name, base: base) { try JSONValue(parsing: bytes) }
    case .rdfXML: try RaptorReader(format: format, base: base, file: name).read(bytes, into: &dataset)
    case .turtle, .triG, .nTriples, .nQuads:
      keepPrefixes(of: try RDFReader(format: format, base: base, file: name).read(bytes, into: &dataset))
    }
  }

  private mutating func keepPrefixes(of outcome: RDFReader.Outcome) {
    for prefix in outcome.prefixes where !prefixes.contains(where: { $0.prefix == prefix.prefix }) {
      prefixes.append(prefix)
    }
  }

  /// The JSON-LD of a page's script elements.
  private mutating func readPage(_ bytes: [UInt8], name: String, base: IRI?) throws {
    try readJSONLD(name: name, base: base) { try HTMLScripts(bytes).document }
  }

  private mutating func readJSONLD(name: String, base: IRI?, _ parse: () throws -> JSONValue) throws {
    do {
      var options = JSONLDProcessor.Options(base: base?.string)
      options.rdfDirection = .i18nDatatype
      try JSONLDProcessor(options: options).toRDF(try parse(), into: &dataset)
    } catch {
      throw GraphInputError(.syntax, path: name, cause: "\(error)")
    }
  }

  private static func isPage(_ path: String) -> Bool {
    let suffix = path.split(separator: ".").last?.lowercased()
    return suffix == "html" || suffix == "htm"
  }

  private static func address(of path: String) -> IRI {
    IRI(URL(filePath: path).standardizedFileURL.absoluteString)
  }
}

/// Why a document could not be read.
public struct GraphInputError: Error, Sendable, CustomStringConvertible {
  /// Grows; a reader of codes must expect new ones.
  public struct Code: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static let unreadable = Code(rawValue: "unreadable")
    public static let unknownFormat = Code(rawValue: "unknown-format")
    public static let syntax = Code(rawValue: "syntax")
  }

  public var code: Code
  public var path: String
  public var cause: String?

  public init(_ code: Code, path: String, cause: String? = nil) {
    self.code = code
    self.path = path
    self.cause = cause
  }

  public var description: String {
    switch code {
    case .unknownFormat:
      URL(filePath: path).hasDirectoryPath
        || (try? URL(filePath: path).resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true
        ? "\(path) is a folder; name the files in it"
        : "cannot tell the syntax of \(path == "-" ? "standard input" : path) from its name; name it with --from"
    case .syntax: "\(path):\(cause ?? "")"
    default: "\(path) cannot be read" + (cause.map { ": \($0)" } ?? "")
    }
  }
}
