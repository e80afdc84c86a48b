/// The order of a dataset's terms by the bytes of their canonical forms, and of its statements by it.
///
/// No term's form continues another's with a character below a space's, so the order of lines of N-Quads is the order
/// of their terms, one after the other, with the default graph before all named ones.
public struct CanonicalOrder: Sendable {
  /// The rank of each term by its number, from 1; 0 for `TermID.none`.
  public let ranks: [UInt32]
  private let dataset: Dataset

  public init(_ dataset: Dataset) {
    self.dataset = dataset
    let terms = dataset.terms
    let order = terms.withCanonicalForms { forms in
      (1...UInt32(max(terms.count, 1))).prefix(terms.count).sorted { a, b in
        unsafe precedes(forms[a], forms[b])
      }
    }
    var ranks = [UInt32](repeating: 0, count: terms.count + 1)
    for (rank, id) in order.enumerated() { ranks[Int(id)] = UInt32(rank + 1) }
    self.ranks = ranks
  }

  @inline(__always) public func rank(_ id: TermID) -> UInt32 { ranks[Int(id.rawValue)] }

  /// The statements in canonical order, each once: that of the lines of canonical N-Quads.
  public func quads() -> [IDQuad] {
    unique(
      dataset.quads.sorted { a, b in
        (rank(a.triple.subject), rank(a.triple.predicate), rank(a.triple.object), rank(a.graph))
          < (rank(b.triple.subject), rank(b.triple.predicate), rank(b.triple.object), rank(b.graph))
      })
  }

  /// The statements by graph first, each once, then in canonical order; `rdf:type` may come before all other predicates.
  public func groupedQuads(typeFirst: Bool) -> [IDQuad] {
    let type = typeFirst ? dataset.terms.find(.iri(RDF.type)) ?? .none : .none
    func predicate(_ id: TermID) -> UInt32 { id == type ? 0 : rank(id) }
    return unique(
      dataset.quads.sorted { a, b in
        (rank(a.graph), rank(a.triple.subject), predicate(a.triple.predicate), rank(a.triple.object))
          < (rank(b.graph), rank(b.triple.subject), predicate(b.triple.predicate), rank(b.triple.object))
      })
  }

  private func unique(_ sorted: [IDQuad]) -> [IDQuad] {
    var unique: [IDQuad] = []
    unique.reserveCapacity(sorted.count)
    for quad in sorted where quad != unique.last { unique.append(quad) }
    return unique
  }
}

/// Byte order, a prefix before what continues it.
func precedes(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
  unsafe a.lexicographicallyPrecedes(b)
}
