internal import RDFModel

/// The blank nodes of one document. A label is kept when nothing in the dataset bears it yet, and else replaced, so that
/// two documents never share a node.
struct BlankNodeScope {
  /// Terms up to this number were there before the document.
  private let floor: UInt32
  /// Nodes that the document did not name itself.
  private var made: Set<TermID> = []
  private var replaced: [TermID: TermID] = [:]
  private var next: Int
  private var label: [UInt8] = []

  /// For a document read into a table that holds so many terms already.
  init(after count: Int) {
    floor = UInt32(count)
    // Beyond what earlier documents can have made, so that finding a free label takes one try.
    next = count
  }

  /// The node for a label's canonical form, `_:label`.
  mutating func node(_ id: TermID, in terms: inout TermTable) -> TermID {
    if id.rawValue > floor, made.isEmpty || !made.contains(id) { return id }
    if let other = replaced[id] { return other }
    let other = fresh(in: &terms)
    replaced[id] = other
    return other
  }

  mutating func fresh(in terms: inout TermTable) -> TermID {
    while true {
      label.removeAll(keepingCapacity: true)
      label.append(contentsOf: "_:b".utf8)
      label.append(contentsOf: String(next).utf8)
      next += 1
      let before = terms.count
      let id = terms.intern(canonical: label)
      if terms.count > before {
        made.insert(id)
        return id
      }
    }
  }
}
