public import RDFModel

/// What a validation found (SHACL §3.6).
public struct ValidationReport: Sendable {
  /// Whether there is no result at all, of whatever severity (SHACL §3.4). Constraints that could not be checked say
  /// nothing here: look at `unchecked` as well.
  public let conforms: Bool

  /// Ordered by focus node, then by the shapes graph's order of shapes and the specification's of components, then
  /// by value. The order does not depend on threads, nor on the order of the data.
  public let results: [ValidationResult]

  /// How many results there were before `Validator.Options.maxResults` cut them.
  public let resultCount: Int

  /// What was not checked, and why.
  public let unchecked: [UncheckedShape]
}

/// One validation result (SHACL §3.6.2).
public struct ValidationResult: Hashable, Sendable {
  public let focusNode: Term
  /// The path of the property shape; of a closed shape the offending predicate.
  public let path: PropertyPath?
  public let value: Term?
  /// A blank node here is one of the shapes graph.
  public let sourceShape: Term
  public let sourceConstraintComponent: IRI
  public let severity: IRI
  /// The shape's `sh:message`s.
  public let messages: [Literal]
  /// What the result means in words, for when the shape has no message.
  public let explanation: ResultMessage
  /// Results of nested shapes that led to this one.
  public let details: [ValidationResult]

  /// The shape's message in the first of the languages that it has one in, else one without a language or in any,
  /// else the explanation, and what the nested shapes say.
  public func message(languages: [String] = [], naming name: (Term) -> String? = { _ in nil }) -> String {
    for range in languages.map(LanguageRange.init) {
      for message in messages {
        if let language = message.language, range.matches(Array(language.utf8)[...]) { return message.lexicalForm }
      }
    }
    if let message = messages.first(where: { $0.language == nil }) ?? messages.first { return message.lexicalForm }
    let text = explanation.text(naming: name)
    guard !details.isEmpty else { return text }
    // More than a few reasons are no explanation any more; the report as RDF has them all.
    let reasons = details.prefix(3).map { detail in
      detail.focusNode == value
        ? detail.message(languages: languages, naming: name) : detail.sentence(languages: languages, naming: name)
    }
    return "\(text): \(reasons.joined(separator: "; "))\(details.count > 3 ? " …" : "")"
  }

  /// The focus node and the message: `Talk "Scaling": no speaker (…)`.
  public func sentence(languages: [String] = [], naming name: (Term) -> String? = { _ in nil }) -> String {
    "\(name(focusNode) ?? focusNode.text): \(message(languages: languages, naming: name))"
  }
}
