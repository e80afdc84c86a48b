import RDFModel

/// Whether two graphs are the same but for the names of their blank nodes (RDF 1.1 Concepts §3.6). For the small graphs
/// of tests: blank nodes are told apart by what surrounds them, and ties are tried out.
struct GraphIsomorphism {
  private typealias Colours = [BlankNode: Int]

  static func areIsomorphic(_ a: Set<Quad>, _ b: Set<Quad>) -> Bool {
    guard a.count == b.count else { return false }
    let start = { (quads: Set<Quad>) in
      Dictionary(uniqueKeysWithValues: blankNodes(quads).map { ($0, 0) })
    }
    return match(a, start(a), b, start(b))
  }

  private static func match(_ a: Set<Quad>, _ aStart: Colours, _ b: Set<Quad>, _ bStart: Colours) -> Bool {
    let left = refined(a, aStart)
    let right = refined(b, bStart)
    let leftGroups = Dictionary(grouping: left.keys) { left[$0] ?? 0 }
    let rightGroups = Dictionary(grouping: right.keys) { right[$0] ?? 0 }
    guard leftGroups.mapValues(\.count) == rightGroups.mapValues(\.count) else { return false }
    guard let tie = leftGroups.filter({ $0.value.count > 1 }).min(by: { $0.value.count < $1.value.count }) else {
      let names = Dictionary(uniqueKeysWithValues: rightGroups.map { ($0.key, $0.value[0]) })
      return Set(a.map { renamed($0) { names[left[$0] ?? 0] ?? $0 } }) == b
    }
    // Any one of the group will do on the left; each is tried on the right.
    guard let chosen = tie.value.min() else { return false }
    let mark = (left.values.max() ?? 0) &+ 1
    var leftMarked = left
    leftMarked[chosen] = mark
    return (rightGroups[tie.key] ?? []).sorted().contains { candidate in
      var rightMarked = right
      rightMarked[candidate] = mark
      return match(a, leftMarked, b, rightMarked)
    }
  }

  /// Colours each blank node by its own colour and its neighbours', again and again.
  private static func refined(_ quads: Set<Quad>, _ start: Colours) -> Colours {
    var colours = start
    var count = Set(colours.values).count
    while true {
      var signatures: [BlankNode: [String]] = [:]
      for quad in quads {
        let subject = shown(quad.subject, colours)
        let object = shown(quad.object, colours)
        if case .blankNode(let node) = quad.subject {
          signatures[node, default: []].append("> \(quad.predicate) \(object)")
        }
        if case .blankNode(let node) = quad.object {
          signatures[node, default: []].append("< \(quad.predicate) \(subject)")
        }
      }
      var next: Colours = [:]
      for (node, colour) in colours {
        next[node] = stableHash("\(colour)|" + (signatures[node] ?? []).sorted().joined(separator: "|"))
      }
      let distinct = Set(next.values).count
      colours = next
      if distinct == count { return colours }
      count = distinct
    }
  }

  private static func shown(_ term: Term, _ colours: Colours) -> String {
    if case .blankNode(let node) = term { return "_\(colours[node] ?? 0)" }
    return String(decoding: CanonicalForm.bytes(of: term), as: UTF8.self)
  }

  private static func stableHash(_ text: String) -> Int {
    Int(
      truncatingIfNeeded: text.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 } >> 2)
  }

  private static func blankNodes(_ quads: Set<Quad>) -> Set<BlankNode> {
    var nodes: Set<BlankNode> = []
    for quad in quads {
      for case .blankNode(let node) in [quad.subject, quad.object] { nodes.insert(node) }
    }
    return nodes
  }

  private static func renamed(_ quad: Quad, _ name: (BlankNode) -> BlankNode) -> Quad {
    func rename(_ term: Term) -> Term {
      if case .blankNode(let node) = term { .blankNode(name(node)) } else { term }
    }
    return Quad(rename(quad.subject), quad.predicate, rename(quad.object))
  }
}
