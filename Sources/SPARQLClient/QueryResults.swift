internal import Foundation
public import RDFModel
import SPARQL

/// The answer to a SELECT or ASK query.
public struct QueryResults: Sendable, Equatable {
  public var variables: [String]
  /// A solution binds some of the variables.
  public var solutions: [[String: Term]]
  /// What ASK says.
  public var boolean: Bool?

  /// Reads SPARQL 1.1 Query Results JSON Format.
  ///
  /// - Throws: what the JSON decoder throws, `QueryError` for a term of an unknown type.
  public init(json bytes: [UInt8]) throws {
    let document = try JSONDecoder().decode(ResultsDocument.self, from: Data(bytes))
    variables = document.head.vars ?? []
    boolean = document.boolean
    solutions = try (document.results?.bindings ?? []).map { try $0.mapValues { try $0.term() } }
  }
}
