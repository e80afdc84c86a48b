/// The order of a dataset's terms by the bytes of their canonical forms, and of its statements by it.
///
/// No term's form continues another's with a character below a space's, so the order of lines of N-Quads is the order
/// of their terms, one after the other, with the default graph before all named ones.
public struct CanonicalOrder: Sendable {
  /// The rank of each term by its number, from 1; 0 for `TermID.none`.
  public let ranks: [UInt32]
  /// The term of each rank; `TermID.none` for 0.
  public let terms: [TermID]
  private let dataset: Dataset

  public init(_ dataset: Dataset) {
    self.dataset = dataset
    let order = dataset.terms.withCanonicalForms { forms in ByteStringSorter(forms).sortedNumbers() }
    var ranks = [UInt32](repeating: 0, count: order.count + 1)
    for (index, id) in order.enumerated() { ranks[Int(id)] = UInt32(index + 1) }
    self.ranks = ranks
    terms = [.none] + order.map { TermID(rawValue: $0) }
  }

  public func rank(_ id: TermID) -> UInt32 { ranks[Int(id.rawValue)] }

  /// The statements in canonical order, each once: that of the lines of canonical N-Quads.
  public func quads() -> [IDQuad] {
    sorted(by: [\.graph, \.triple.object, \.triple.predicate, \.triple.subject], first: .none)
  }

  /// The statements by graph first, each once, then in canonical order; `rdf:type` may come before all other predicates.
  public func groupedQuads(typeFirst: Bool) -> [IDQuad] {
    let type = typeFirst ? dataset.terms.find(.iri(RDF.type)) ?? .none : .none
    return sorted(by: [\.triple.object, \.triple.predicate, \.triple.subject, \.graph], first: type)
  }

  /// - Parameters:
  ///   - components: the least one first.
  ///   - first: a predicate that comes before all others.
  private func sorted(by components: [KeyPath<IDQuad, TermID>], first: TermID) -> [IDQuad] {
    // The quads by their terms' ranks: integers sort without a look at the terms.
    func ranked(_ id: TermID) -> TermID { TermID(rawValue: ranks[Int(id.rawValue)]) }
    var sorter = RadixSorter(
      dataset.quads.map { quad in
        let predicate = quad.triple.predicate
        return IDQuad(
          IDTriple(
            ranked(quad.triple.subject), predicate == first ? .none : ranked(predicate), ranked(quad.triple.object)),
          graph: ranked(quad.graph))
      })
    for component in components {
      switch component {
      case \.graph: sorter.sort { $0.graph.rawValue }
      case \.triple.subject: sorter.sort { $0.triple.subject.rawValue }
      case \.triple.predicate: sorter.sort { $0.triple.predicate.rawValue }
      default: sorter.sort { $0.triple.object.rawValue }
      }
    }
    sorter.removeDoubles()
    return sorter.elements.map { quad in
      let predicate = quad.triple.predicate
      return IDQuad(
        IDTriple(
          terms[Int(quad.triple.subject.rawValue)], predicate == .none ? first : terms[Int(predicate.rawValue)],
          terms[Int(quad.triple.object.rawValue)]), graph: terms[Int(quad.graph.rawValue)])
    }
  }
}
