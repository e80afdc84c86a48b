/// Comparing took more guesses than were allowed: the datasets have many blank nodes that look alike.
public struct SearchLimitExceeded: Error, Sendable, Hashable {
  public let limit: Int
  public init(limit: Int) { self.limit = limit }
}

extension Dataset {
  /// Whether some renaming of blank nodes makes this dataset the other one (RDF 1.1 Concepts §3.6, §4.1). Doubles
  /// count once.
  ///
  /// Blank nodes are told apart by refining colours; where that does not separate them, one is tried after the other.
  ///
  /// - Parameter searchLimit: how many times a node may be tried for another.
  /// - Throws: `SearchLimitExceeded` when that was not enough to tell.
  public func isIsomorphic(to other: Dataset, searchLimit: Int = 10_000) throws(SearchLimitExceeded) -> Bool {
    let mine = Set(quads)
    let theirs = Set(other.quads)
    guard mine.count == theirs.count else { return false }
    // The order of a set does not show: colours are made by sums.
    // One numbering for what is no blank node.
    var joint = terms
    let jointIDs = (0...other.terms.count).map { number -> TermID in
      let id = TermID(rawValue: UInt32(number))
      guard number > 0, other.terms.kind(id) != .blankNode else { return .none }
      return joint.intern(canonical: Array(other.terms.canonicalBytes(id)))
    }
    var search = IsomorphismSearch(
      target: mine, source: Array(theirs), groundIDs: jointIDs, limit: searchLimit)
    return try search.run(
      BlankNodeColoring(Array(mine), terms: terms) { UInt64($0.rawValue) },
      BlankNodeColoring(Array(theirs), terms: other.terms) { UInt64(jointIDs[Int($0.rawValue)].rawValue) })
  }
}

private struct IsomorphismSearch {
  /// What the source must become.
  let target: Set<IDQuad>
  let source: [IDQuad]
  /// The source's terms that are no blank nodes, by the target's numbers.
  let groundIDs: [TermID]
  let limit: Int
  var guesses = 0

  mutating func run(_ a: BlankNodeColoring, _ b: BlankNodeColoring) throws(SearchLimitExceeded) -> Bool {
    var a = a
    var b = b
    a.refine()
    b.refine()
    let classes = a.histogram()
    guard classes == b.histogram() else { return false }
    // The smallest class that is not settled; ties by colour, so that a run can be repeated.
    let open = classes.filter { $0.value > 1 }.min { ($0.value, $0.key) < ($1.value, $1.key) }
    guard let color = open?.key, let node = a.nodes.first(where: { a.color($0) == color }) else {
      return maps(b, onto: a)
    }
    for candidate in b.nodes where b.color(candidate) == color {
      guesses += 1
      if guesses > limit { throw SearchLimitExceeded(limit: limit) }
      var tryA = a
      var tryB = b
      let single = BlankNodeColoring.mix(color, UInt64(guesses))
      tryA.single(out: node, as: single)
      tryB.single(out: candidate, as: single)
      if try run(tryA, tryB) { return true }
    }
    return false
  }

  /// Every colour is one node's on either side: the mapping is known and is checked.
  private func maps(_ b: BlankNodeColoring, onto a: BlankNodeColoring) -> Bool {
    let byColor = Dictionary(a.nodes.map { (a.color($0), $0) }) { first, _ in first }
    var mapped = groundIDs
    for node in b.nodes { mapped[Int(node.rawValue)] = byColor[b.color(node)] ?? .none }
    return source.allSatisfy { quad in
      target.contains(
        IDQuad(
          IDTriple(
            mapped[Int(quad.triple.subject.rawValue)], mapped[Int(quad.triple.predicate.rawValue)],
            mapped[Int(quad.triple.object.rawValue)]), graph: mapped[Int(quad.graph.rawValue)]))
    }
  }
}
