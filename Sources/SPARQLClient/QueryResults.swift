internal import Foundation
public import RDFModel

/// The answer to a SELECT or ASK query.
public struct QueryResults: Sendable, Equatable {
  public var variables: [String]
  /// A solution binds some of the variables.
  public var solutions: [[String: Term]]
  /// What ASK says.
  public var boolean: Bool?

  /// Reads SPARQL 1.1 Query Results JSON Format.
  ///
  /// - Throws: what the JSON decoder throws, `ResultsError` for a term of an unknown kind.
  public init(json bytes: [UInt8]) throws {
    let document = try JSONDecoder().decode(Document.self, from: Data(bytes))
    variables = document.head.vars ?? []
    boolean = document.boolean
    solutions = try (document.results?.bindings ?? []).map { try $0.mapValues { try $0.term() } }
  }

  private struct Document: Decodable {
    struct Head: Decodable { var vars: [String]? }
    struct Results: Decodable { var bindings: [[String: Binding]] }
    var head: Head
    var results: Results?
    var boolean: Bool?
  }

  private struct Binding: Decodable {
    var type: String
    var value: String
    var datatype: String?
    var language: String?

    enum CodingKeys: String, CodingKey {
      case type, value, datatype
      case language = "xml:lang"
    }

    /// §3.2.2; `typed-literal` is the word of the specification's first version, which Virtuoso still says.
    func term() throws -> Term {
      switch type {
      case "uri": return .iri(value)
      case "bnode": return .blankNode(BlankNode(value))
      case "literal", "typed-literal":
        if let language { return .literal(Literal(value, language: language)) }
        return .literal(Literal(value, datatype: datatype.map(IRI.init) ?? XSD.string))
      default: throw ResultsError(kind: type)
      }
    }
  }

  public struct ResultsError: Error, CustomStringConvertible {
    public var kind: String
    public var description: String { "a term of the unknown kind '\(kind)'" }
  }
}
