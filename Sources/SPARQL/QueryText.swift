/// A SPARQL 1.1 query with its parameters.
///
/// A parameter is a block `VALUES ?name { … }` of one variable. Its terms are the default, so that the file is a query
/// which runs anywhere as it is; other values take the block's place as terms, never as text, so that nothing in a value
/// can become syntax.
public struct QueryText: Sendable, Equatable {
  public private(set) var text: String
  public let form: QueryForm
  /// In the order of the text.
  public let parameters: [Parameter]

  public struct Parameter: Sendable, Equatable {
    public var name: String
    public var kind: ParameterKind
    /// The default's terms as the query writes them.
    public var defaultText: String
    /// Bytes between the block's braces.
    var block: Range<Int>
  }

  /// - Throws: `QueryError` when a string does not end, or when it is no query (an update, a fragment).
  public init(_ text: String) throws(QueryError) {
    let tokens = try Tokenizer.tokens(of: text)
    guard let form = QueryForm(tokens) else {
      throw QueryError(.notAQuery, "this is no query: SELECT, ASK, CONSTRUCT or DESCRIBE is missing")
    }
    self.text = text
    self.form = form
    parameters = Self.parameters(tokens, text)
  }

  /// Puts values into the parameters' places; a name with several values gets all of them, and parameters without any keep
  /// their defaults.
  ///
  /// - Throws: `QueryError` for a name that is no parameter, or a value that has not the form of the default.
  public func binding(_ values: [(name: String, value: String)]) throws(QueryError) -> QueryText {
    for (name, _) in values where !parameters.contains(where: { $0.name == name }) {
      let known = Set(parameters.map(\.name)).sorted()
      let hint = known.isEmpty ? "it has none" : "it has \(known.joined(separator: ", "))"
      throw QueryError(.unknownParameter, "the query has no parameter \"\(name)\"; \(hint)")
    }
    var bytes = Array(text.utf8)
    for parameter in parameters.reversed() {
      let own = values.filter { $0.name == parameter.name }
      guard !own.isEmpty else { continue }
      var terms: [String] = []
      for (name, value) in own { terms.append(try parameter.kind.term(value, of: name)) }
      bytes.replaceSubrange(parameter.block, with: Array((" " + terms.joined(separator: " ") + " ").utf8))
    }
    return try QueryText(String(decoding: bytes, as: UTF8.self))
  }

  private static func parameters(_ tokens: [Token], _ text: String) -> [Parameter] {
    let bytes = Array(text.utf8)
    var found: [Parameter] = []
    for index in tokens.indices.dropLast(3)
    where tokens[index].kind == .word && tokens[index].text.uppercased() == "VALUES"
      && tokens[index + 1].kind == .variable && tokens[index + 2].text == "{"
    {
      guard let close = tokens[(index + 3)...].firstIndex(where: { $0.text == "}" }) else { continue }
      let block = tokens[index + 2].range.upperBound..<tokens[close].range.lowerBound
      let content = String(decoding: bytes[block], as: UTF8.self)
      found.append(
        Parameter(
          name: String(tokens[index + 1].text.dropFirst()), kind: ParameterKind(tokens[(index + 3)..<close]),
          defaultText: content.split { $0.isWhitespace }.joined(separator: " "), block: block))
    }
    return found
  }
}
