internal import RDFModel

/// Which of a dataset's terms a writer may write, found out once a term and not once a statement.
struct TermChecks {
  private enum State: UInt8 { case unknown, writable, refused }
  private var states: [State]
  private let dataset: Dataset

  init(_ dataset: Dataset) {
    self.dataset = dataset
    states = Array(repeating: .unknown, count: dataset.terms.count + 1)
  }

  /// Throws when the statement cannot stand in any of the formats, or names a graph where none may be named.
  mutating func check(_ quad: IDQuad, namedGraphs: Bool) throws(WriteError) {
    let triple = quad.triple
    guard isWritable(triple.subject), isWritable(triple.predicate), isWritable(triple.object),
      quad.graph == .none || isWritable(quad.graph)
    else { throw refusal(quad) }
    let terms = dataset.terms
    guard terms.kind(triple.predicate) == .iri, terms.kind(triple.subject) != .literal,
      quad.graph == .none || terms.kind(quad.graph) != .literal
    else {
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

  @inline(__always) private mutating func isWritable(_ id: TermID) -> Bool {
    let index = Int(id.rawValue)
    if states[index] == .unknown { states[index] = state(of: id) }
    return states[index] == .writable
  }

  private func state(of id: TermID) -> State {
    let form = dataset.terms.canonicalBytes(id)
    if form.first == UInt8(ascii: "<") {
      let isWritable = unsafe form.withUnsafeBufferPointer { form in
        let iri = unsafe InputBytes(form)
        // An IRI without a stop before the last bracket, and with a colon behind its first character.
        let colon = unsafe form.dropFirst(2).firstIndex(of: UInt8(ascii: ":"))
        return colon != nil && iri.endOfIRICharacters(from: 1) == iri.count - 1
      }
      return isWritable ? .writable : .refused
    }
    // Most literals have no datatype or tag that could be wrong.
    if form.first == UInt8(ascii: "\""), form.last == UInt8(ascii: "\"") { return .writable }
    return Self.fault(dataset.terms[id]) == nil ? .writable : .refused
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
