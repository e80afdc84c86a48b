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
    let sorted = dataset.quads.sorted { a, b in
      key(a) < key(b)
    }
    var unique: [IDQuad] = []
    unique.reserveCapacity(sorted.count)
    for quad in sorted where quad != unique.last { unique.append(quad) }
    return unique
  }

  private func key(_ quad: IDQuad) -> (UInt32, UInt32, UInt32, UInt32) {
    (rank(quad.triple.subject), rank(quad.triple.predicate), rank(quad.triple.object), rank(quad.graph))
  }
}

/// Byte order, a prefix before what continues it.
func precedes(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
  unsafe a.lexicographicallyPrecedes(b)
}
