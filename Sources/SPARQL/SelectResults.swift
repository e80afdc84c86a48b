public import Foundation
public import RDFModel

/// The answer to SELECT or ASK, read from the SPARQL 1.1 Query Results JSON Format.
public struct SelectResults: Sendable, Equatable {
  /// Without question marks, in the query's order.
  public var variables: [String]
  /// A term for each variable, `nil` where it is unbound.
  public var rows: [[Term?]]
  /// The answer to ASK.
  public var boolean: Bool?

  public init(variables: [String], rows: [[Term?]], boolean: Bool? = nil) {
    self.variables = variables
    self.rows = rows
    self.boolean = boolean
  }

  /// - Throws: `QueryError` for what is not in the format.
  public init(json: Data) throws(QueryError) {
    let document: ResultsDocument
    do { document = try JSONDecoder().decode(ResultsDocument.self, from: json) } catch {
      throw QueryError(.badResults, "the answer is not in the SPARQL results format (JSON)")
    }
    variables = document.head.vars ?? []
    boolean = document.boolean
    rows = []
    for binding in document.results?.bindings ?? [] {
      var row: [Term?] = []
      for variable in variables {
        row.append(try binding[variable].map { value throws(QueryError) in try value.term() })
      }
      rows.append(row)
    }
    guard document.results != nil || boolean != nil else {
      throw QueryError(.badResults, "the answer has neither rows nor a truth value")
    }
  }
}
