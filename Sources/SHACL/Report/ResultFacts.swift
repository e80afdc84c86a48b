import RDFModel

/// What a constraint needs to explain one of its results.
struct ResultFacts {
  let plan: Plan
  let result: RawResult
  /// The path of the property shape.
  let path: PropertyPath?
  let value: Term?

  func term(_ id: TermID) -> Term { plan.space[id] }

  var found: Int { result.found }
  var witness: Term? { result.witness == .none ? nil : plan.space[result.witness] }
  var witnessTerm: ResultMessage { witness.map { "\($0)" } ?? "" }

  /// What the shape calls its values, by `sh:name`; English first, since the sentences are.
  var noun: String {
    let names = plan.shapes.shapes[result.site.shape].names
    let best = names.first { $0.language.map { LanguageRange("en").matches(Array($0.utf8)[...]) } ?? true }
    return (best ?? names.first)?.lexicalForm ?? "value"
  }

  private var isNamed: Bool { !plan.shapes.shapes[result.site.shape].names.isEmpty }

  var valueOrNode: ResultMessage { value.map { "\($0)" } ?? "this node" }

  /// The value node as the subject of a sentence; in a node shape that is the focus node, which the reader knows.
  var subject: ResultMessage {
    guard path != nil else { return "this node" }
    return isNamed ? "\(noun) \(valueOrNode)" : "\(valueOrNode)"
  }

  /// " (value of PATH)" in a property shape.
  var place: ResultMessage { path.map { " (value of \($0))" } ?? "" }

  /// " of PATH" in a property shape.
  var ofPath: ResultMessage { path.map { " of \($0)" } ?? "" }

  /// A shape's name, or "a nested shape" when it has none.
  func shape(_ number: Int) -> ResultMessage {
    let node = plan.shapes.terms[plan.shapes.shapes[number].node]
    if case .iri = node { return "\(node)" }
    return "a nested shape"
  }

  /// Up to ten terms.
  func list(_ terms: [TermID]) -> ResultMessage {
    var message: ResultMessage = ""
    for (index, id) in terms.prefix(10).enumerated() {
      message = index == 0 ? "\(term(id))" : "\(message), \(term(id))"
    }
    return terms.count > 10 ? "\(message) and \(terms.count - 10) more" : message
  }
}
