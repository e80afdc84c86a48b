package import RDFModel

/// The SPARQL 1.1 Query Results JSON Format as it is written (§3).
package struct ResultsDocument: Decodable {
  package struct Head: Decodable { package var vars: [String]? }
  package struct Results: Decodable { package var bindings: [[String: Value]] }
  package var head: Head
  package var results: Results?
  package var boolean: Bool?

  /// A term (§3.2.2).
  package struct Value: Decodable {
    var type: String
    var value: String
    var datatype: String?
    var language: String?

    enum CodingKeys: String, CodingKey {
      case type, value, datatype
      case language = "xml:lang"
    }

    /// - Throws: `QueryError` for a term of an unknown type.
    package func term() throws(QueryError) -> Term {
      switch type {
      case "uri": .iri(IRI(value))
      case "bnode": .blankNode(BlankNode(value))
      // `typed-literal` is the word of the specification's first version, which Virtuoso still says.
      case "literal", "typed-literal":
        .literal(
          language.map { Literal(value, language: $0) }
            ?? Literal(value, datatype: datatype.map { IRI($0) } ?? XSD.string))
      default: throw QueryError(.badResults, "the answer has a term of the unknown type \"\(type)\"")
      }
    }
  }
}
