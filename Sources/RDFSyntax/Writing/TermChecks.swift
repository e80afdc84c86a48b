internal import RDFModel

/// Which of a dataset's terms a writer may write, and where, found out once a term and not once a statement.
struct TermChecks {
  private enum State: UInt8 { case unknown, iri, blankNode, literal, refused }
  private var states: [State]
  private let dataset: Dataset

  init(_ dataset: Dataset) {
    self.dataset = dataset
    states = Array(repeating: .unknown, count: dataset.terms.count + 1)
  }

  /// Throws when the statement cannot stand in any of the formats, or names a graph where none may be named.
  mutating func check(_ quad: IDQuad, namedGraphs: Bool) throws(WriteError) {
    let subject = state(quad.triple.subject)
    let predicate = state(quad.triple.predicate)
    let object = state(quad.triple.object)
    let graph = quad.graph == .none ? .iri : state(quad.graph)
    guard subject != .refused, predicate != .refused, object != .refused, graph != .refused else {
      throw refusal(quad)
    }
    guard predicate == .iri, subject != .literal, graph != .literal else {
      throw WriteError(
        code: .misplacedTerm,
        message: "a predicate must be an IRI, and a subject or a graph's name no literal: \(text(quad))",
        quad: dataset.decode(quad))
    }
    if !namedGraphs, quad.graph != .none {
      throw WriteError(
        code: .namedGraph, message: "the format has no named graphs, and this stands in one: \(text(quad))",
        quad: dataset.decode(quad))
    }
  }

  @inline(__always) private mutating func state(_ id: TermID) -> State {
    let index = Int(id.rawValue)
    if states[index] == .unknown { states[index] = newState(id) }
    return states[index]
  }

  private func newState(_ id: TermID) -> State {
    let form = dataset.terms.canonicalBytes(id)
    switch form.first {
    case UInt8(ascii: "<"):
      let isWritable = unsafe form.withUnsafeBufferPointer { form in
        let iri = unsafe InputBytes(form)
        // A scheme, and no stop before the closing bracket.
        let text = unsafe UnsafeBufferPointer(rebasing: form.dropFirst())
        return unsafe IRIResolution.hasScheme(text) && iri.endOfIRICharacters(from: 1) == iri.count - 1
      }
      return isWritable ? .iri : .refused
    case UInt8(ascii: "_"): return Self.fault(dataset.terms[id]) == nil ? .blankNode : .refused
    default:
      // Most literals have no datatype or tag that could be wrong.
      if CanonicalForm.endOfLexicalForm(form) == form.endIndex - 1 { return .literal }
      return Self.fault(dataset.terms[id]) == nil ? .literal : .refused
    }
  }

  private func refusal(_ quad: IDQuad) -> WriteError {
    let ids = [quad.triple.subject, quad.triple.predicate, quad.triple.object, quad.graph]
    for id in ids where id != .none {
      if let (code, message) = Self.fault(dataset.terms[id]) {
        return WriteError(code: code, message: message, quad: dataset.decode(quad))
      }
    }
    return WriteError(code: .misplacedTerm, message: text(quad), quad: dataset.decode(quad))
  }

  private func text(_ quad: IDQuad) -> String {
    [quad.triple.subject, quad.triple.predicate, quad.triple.object, quad.graph].filter { $0 != .none }
      .map { String(decoding: dataset.terms.canonicalBytes($0), as: UTF8.self) }.joined(separator: " ")
  }

  static func fault(_ term: Term) -> (WriteError.Code, String)? {
    switch term {
    case .iri(let iri): return iriFault(iri)
    case .blankNode(let node):
      return isLabel(node.label) ? nil : (.invalidLabel, "'_:\(node.label)' is no blank node label")
    case .literal(let literal):
      if let language = literal.language {
        return isLanguageTag(language) ? nil : (.invalidLanguageTag, "'\(language)' is no language tag")
      }
      return iriFault(literal.datatype)
    }
  }

  private static func iriFault(_ iri: IRI) -> (WriteError.Code, String)? {
    iri.isWritable ? nil : (.invalidIRI, "<\(iri.string)> is no absolute IRI that RDF can write")
  }

  /// LANGTAG without its `@`.
  static func isLanguageTag(_ tag: String) -> Bool {
    let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = parts.first, !first.isEmpty, first.allSatisfy(CharacterClass.isLetter) else { return false }
    return parts.dropFirst().allSatisfy { part in
      !part.isEmpty && part.allSatisfy { CharacterClass.isLetter($0) || CharacterClass.isDigit($0) }
    }
  }

  /// BLANK_NODE_LABEL without its `_:`.
  static func isLabel(_ label: String) -> Bool {
    guard let first = label.unicodeScalars.first, CharacterClass.isLabelStart(first.value) else { return false }
    return label.unicodeScalars.last != "."
      && label.unicodeScalars.allSatisfy { CharacterClass.isName($0.value) || $0 == "." }
  }
}
