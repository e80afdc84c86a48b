import RDFModel

/// Whether two datasets are the same but for the labels of blank nodes (RDF 1.1 Concepts §3.6, §4.1).
enum Isomorphism {
  static func areIsomorphic(_ a: Dataset, _ b: Dataset) -> Bool {
    let left = Array(Set(a.quads.map(a.decode)))
    let right = Array(Set(b.quads.map(b.decode)))
    guard left.count == right.count else { return false }
    return match(left, colours(left, [:]), right, colours(right, [:]))
  }

  static func text(_ dataset: Dataset) -> String {
    dataset.quads.map { quad in
      [quad.triple.subject, quad.triple.predicate, quad.triple.object, quad.graph].filter { $0 != .none }
        .map { String(decoding: dataset.terms.canonicalBytes($0), as: UTF8.self) }.joined(separator: " ")
    }.sorted().joined(separator: "\n")
  }

  private typealias Colours = [BlankNode: Int]

  private static func match(_ a: [Quad], _ x: Colours, _ b: [Quad], _ y: Colours) -> Bool {
    let classes = Dictionary(grouping: x.keys) { x[$0]! }
    let others = Dictionary(grouping: y.keys) { y[$0]! }
    guard classes.mapValues(\.count) == others.mapValues(\.count) else { return false }
    guard let tie = classes.filter({ $0.value.count > 1 }).min(by: { $0.value.count < $1.value.count }) else {
      return Set(a.map { describe($0, x) }) == Set(b.map { describe($0, y) })
    }
    // One node of a tie is told apart, and each of its likes on the other side tried.
    let chosen = tie.value[0]
    return others[tie.key]!.contains { other in
      match(a, colours(a, x, mark: chosen), b, colours(b, y, mark: other))
    }
  }

  private static func colours(_ quads: [Quad], _ start: Colours, mark: BlankNode) -> Colours {
    var marked = start
    marked[mark] = (start[mark] ?? 0) &* 31 &+ 7
    return colours(quads, marked)
  }

  /// Refines until the number of classes stays.
  private static func colours(_ quads: [Quad], _ start: Colours) -> Colours {
    var colours = start
    for quad in quads {
      for case .blankNode(let node)? in [quad.subject, quad.object, quad.graph] where colours[node] == nil {
        colours[node] = 0
      }
    }
    var classes = Set(colours.values).count
    while true {
      var next: [BlankNode: [String]] = [:]
      for quad in quads {
        let text = describe(quad, colours)
        for (place, term) in [("s", quad.subject), ("o", quad.object), ("g", quad.graph)] {
          if case .blankNode(let node)? = term { next[node, default: []].append(place + text) }
        }
      }
      for (node, parts) in next {
        var hasher = Hasher()
        hasher.combine(colours[node])
        hasher.combine(parts.sorted())
        colours[node] = hasher.finalize()
      }
      let count = Set(colours.values).count
      if count <= classes { return colours }
      classes = count
    }
  }

  private static func describe(_ quad: Quad, _ colours: Colours) -> String {
    func text(_ term: Term?) -> String {
      switch term {
      case nil: ""
      case .blankNode(let node)?: "_:\(colours[node] ?? 0)"
      case .literal(let literal)?:
        // Language tags are the same in any case of letters.
        "\(literal.lexicalForm)\u{1}\(literal.datatype.string)\u{1}\(literal.language?.lowercased() ?? "")"
      case .iri(let iri)?: iri.string
      }
    }
    return [text(quad.subject), quad.predicate.string, text(quad.object), text(quad.graph)].joined(separator: "\u{0}")
  }
}
