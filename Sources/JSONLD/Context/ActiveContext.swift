/// An active context (JSON-LD 1.1 API §4.1). Built by context processing, not changed after that.
final class ActiveContext {
  var terms: [ExactString: TermDefinition] = [:]
  var base: String?
  let originalBase: String?
  var vocabulary: String?
  var defaultLanguage: String?
  var defaultDirection: Direction?
  var previous: ActiveContext?
  private var inverse: InverseContext?
  private var expandedNames: [ExactString: String?] = [:]

  /// In 1.0, IRIs that look like compact ones were written all the same.
  let is10: Bool

  init(originalBase: String?, is10: Bool) {
    self.base = originalBase
    self.originalBase = originalBase
    self.is10 = is10
  }

  func copy() -> ActiveContext {
    let copy = ActiveContext(originalBase: originalBase, is10: is10)
    copy.terms = terms
    copy.base = base
    copy.vocabulary = vocabulary
    copy.defaultLanguage = defaultLanguage
    copy.defaultDirection = defaultDirection
    copy.previous = previous
    return copy
  }

  subscript(term: String) -> TermDefinition? {
    get { terms[ExactString(term)] }
    set { terms[ExactString(term)] = newValue }
  }

  func container(of term: String?) -> Container { term.flatMap { self[$0]?.container } ?? [] }

  /// Expands an entry's name (`expandIRI` relative to the vocabulary) and remembers it: documents use few names, and
  /// those over and over. For finished contexts only.
  func expandName(_ name: String) -> String? {
    let key = ExactString(name)
    if let known = expandedNames[key] { return known }
    let expanded = expandIRI(name, vocab: true)
    if expandedNames.count < 1024 { expandedNames[key] = .some(expanded) }
    return expanded
  }

  /// The inverse context, made when first asked for (§4.3).
  func inverseContext() -> InverseContext {
    if let inverse { return inverse }
    let made = InverseContext(of: self)
    inverse = made
    return made
  }
}
