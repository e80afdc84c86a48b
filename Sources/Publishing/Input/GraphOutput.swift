import Foundation
import Glibc
import JSONLD
public import RDFModel
public import RDFSyntax

/// Writes a dataset in any syntax that has a writer.
public struct GraphOutput: Sendable {
  public var format: RDFFormat
  public var prefixes: [(prefix: String, namespace: String)]

  public init(format: RDFFormat, prefixes: [(prefix: String, namespace: String)] = []) {
    self.format = format
    self.prefixes = prefixes
  }

  /// The syntaxes that can be written. RDF/XML cannot: it has no form for every predicate.
  public static let formats = RDFFormat.allCases.filter { $0 != .rdfXML }

  public func write(_ dataset: Dataset, to sink: inout some ByteSink) throws {
    switch format {
    case .turtle: try TurtleWriter(prefixes: prefixes).write(dataset, to: &sink)
    case .triG: try TriGWriter(prefixes: prefixes).write(dataset, to: &sink)
    case .nTriples: try NTriplesWriter().write(dataset, to: &sink)
    case .nQuads: try NQuadsWriter().write(dataset, to: &sink)
    case .jsonLD:
      let named = prefixes.filter { !$0.prefix.isEmpty }.map { (name: $0.prefix, namespace: $0.namespace) }
      try JSONLDWriter(context: try .init(prefixes: named)).write(dataset) { try sink.write($0) }
    case .rdfXML: throw GraphInputError(.unknownFormat, path: format.name)
    }
  }

  /// All graphs as one, without names.
  public static func union(_ dataset: Dataset) -> Dataset {
    var union = Dataset(terms: dataset.terms)
    for quad in dataset.quads { union.insert(IDQuad(quad.triple)) }
    return union
  }

  public static func hasNamedGraphs(_ dataset: Dataset) -> Bool { dataset.quads.contains { $0.graph != .none } }
}

/// A file that appears under its name only when it is whole.
public struct FileSink: ByteSink {
  private let path: String
  private let partial: String
  private let descriptor: Int32

  public init(_ path: String) throws(OutputError) {
    self.path = path
    let url = URL(filePath: path).standardizedFileURL
    partial = OutputFolder.parent(url.path) + "/.\(url.lastPathComponent).bloggraph-\(getpid())"
    descriptor = unsafe open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw OutputError(.notWritable, path: path, cause: unsafe String(cString: strerror(errno)))
    }
  }

  public mutating func write(_ chunk: [UInt8]) throws {
    var sink = FileDescriptorSink(descriptor, path: path)
    do { try sink.write(chunk) } catch { throw OutputError.system(path, error.errorNumber) }
  }

  public func finish() throws {
    close(descriptor)
    try FileSystem.rename(partial, to: path)
  }

  public func discard() {
    close(descriptor)
    _ = unsafe unlink(partial)
  }
}
