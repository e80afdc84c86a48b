internal import RDFModel

/// A dataset's statements by graph (the default graph first), subject, predicate (`rdf:type` first) and object, all in
/// the byte order of canonical forms, each once. Linear but for the sorting of distinct names.
struct StatementOrder {
  private(set) var quads: [IDQuad]
  /// The rank of each predicate by its term number.
  private var predicateRanks: [UInt32]

  init(_ dataset: Dataset) {
    let count = dataset.terms.count + 1
    let type = dataset.terms.find(.iri(RDF.type))
    let subjects = Self.ranks(dataset, count) { $0.triple.subject }
    let graphs = Self.ranks(dataset, count) { $0.graph }
    predicateRanks = Self.ranks(dataset, count) { $0.triple.predicate }
    if let type { predicateRanks[Int(type.rawValue)] = 0 }
    quads = Self.counted(dataset.quads, ranks: subjects) { $0.triple.subject }
    if quads.contains(where: { $0.graph != .none }) { quads = Self.counted(quads, ranks: graphs) { $0.graph } }
    sortNodes(dataset)
  }

  /// Ranks from 1 in byte order of the terms in one place of the statements; 0 for all others.
  private static func ranks(_ dataset: Dataset, _ count: Int, _ place: (IDQuad) -> TermID) -> [UInt32] {
    var ranks = [UInt32](repeating: 0, count: count)
    var ids: [UInt32] = []
    for quad in dataset.quads {
      let id = place(quad)
      if id != .none, ranks[Int(id.rawValue)] == 0 {
        ranks[Int(id.rawValue)] = 1
        ids.append(id.rawValue)
      }
    }
    let sorted = dataset.terms.withCanonicalForms { ByteOrder(forms: $0).sorted(ids) }
    for (index, id) in sorted.enumerated() { ranks[Int(id)] = UInt32(index + 1) }
    return ranks
  }

  /// A counting sort, which keeps the order of equals.
  private static func counted(_ quads: [IDQuad], ranks: [UInt32], _ place: (IDQuad) -> TermID) -> [IDQuad] {
    var starts = [Int](repeating: 0, count: Int(ranks.max() ?? 0) + 2)
    for quad in quads { starts[Int(ranks[Int(place(quad).rawValue)]) + 1] += 1 }
    for rank in starts.indices.dropFirst() { starts[rank] += starts[rank - 1] }
    var result = quads
    for quad in quads {
      let rank = Int(ranks[Int(place(quad).rawValue)])
      result[starts[rank]] = quad
      starts[rank] += 1
    }
    return result
  }

  /// Sorts the statements of each node, and drops doubles.
  private mutating func sortNodes(_ dataset: Dataset) {
    let ranks = predicateRanks
    dataset.terms.withCanonicalForms { forms in
      let isBefore: (IDQuad, IDQuad) -> Bool = { a, b in
        let x = ranks[Int(a.triple.predicate.rawValue)]
        let y = ranks[Int(b.triple.predicate.rawValue)]
        if x != y { return x < y }
        if a.triple.object == b.triple.object { return false }
        return unsafe forms[a.triple.object.rawValue].lexicographicallyPrecedes(forms[b.triple.object.rawValue])
      }
      var kept = 0
      var first = 0
      while first < quads.count {
        let (subject, graph) = (quads[first].triple.subject, quads[first].graph)
        var end = first + 1
        while end < quads.count, quads[end].triple.subject == subject, quads[end].graph == graph { end += 1 }
        Self.sort(&quads, first..<end, isBefore)
        for at in first..<end where kept == 0 || quads[at] != quads[kept - 1] {
          quads[kept] = quads[at]
          kept += 1
        }
        first = end
      }
      quads.removeLast(quads.count - kept)
    }
  }

  private static func sort(_ quads: inout [IDQuad], _ range: Range<Int>, _ isBefore: (IDQuad, IDQuad) -> Bool) {
    guard range.count <= 24 else { return quads[range].sort(by: isBefore) }
    for at in range.dropFirst() {
      let quad = quads[at]
      var place = at
      while place > range.lowerBound, isBefore(quad, quads[place - 1]) {
        quads[place] = quads[place - 1]
        place -= 1
      }
      quads[place] = quad
    }
  }
}
