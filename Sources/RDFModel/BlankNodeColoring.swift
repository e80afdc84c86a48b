/// Colours of a dataset's terms: an IRI's or a literal's is fixed, a blank node's comes from what is said of it. Nodes of
/// different colours cannot be mapped to each other by an isomorphism.
struct BlankNodeColoring {
  private let quads: [IDQuad]
  /// By the term's number.
  private(set) var colors: [UInt64]
  let nodes: [TermID]

  /// - Parameter quads: without doubles, in any order.
  /// - Parameter fixedColor: of a term that is no blank node; the same in both datasets that are compared.
  init(_ quads: [IDQuad], terms: TermTable, fixedColor: (TermID) -> UInt64) {
    var nodes: [TermID] = []
    var colors: [UInt64] = [0]
    colors.reserveCapacity(terms.count + 1)
    for number in 0..<terms.count {
      let id = TermID(rawValue: UInt32(number + 1))
      if terms.kind(id) == .blankNode {
        nodes.append(id)
        colors.append(1)
      } else {
        colors.append(Self.mix(fixedColor(id), 2))
      }
    }
    // Nodes that no statement has are no part of the dataset.
    var isUsed = [Bool](repeating: false, count: colors.count)
    for quad in quads {
      for id in [quad.triple.subject, quad.triple.object, quad.graph] { isUsed[Int(id.rawValue)] = true }
    }
    self.nodes = nodes.filter { isUsed[Int($0.rawValue)] }
    let marks = Set(self.nodes)
    // The others' colours never change, so only statements with nodes matter for refining.
    self.quads = quads.filter { quad in
      marks.contains(quad.triple.subject) || marks.contains(quad.triple.object) || marks.contains(quad.graph)
    }
    self.colors = colors
  }

  func color(_ id: TermID) -> UInt64 { colors[Int(id.rawValue)] }

  /// Gives one node a colour of its own.
  mutating func single(out node: TermID, as color: UInt64) { colors[Int(node.rawValue)] = color }

  /// Refines until no colour splits further.
  mutating func refine() {
    var classes = countOfColors
    while true {
      refineOnce()
      let now = countOfColors
      if now <= classes { return }
      classes = now
    }
  }

  /// How many nodes have each colour.
  func histogram() -> [UInt64: Int] {
    nodes.reduce(into: [:]) { counts, node in counts[color(node), default: 0] += 1 }
  }

  private var countOfColors: Int { Set(nodes.map(color)).count }

  private mutating func refineOnce() {
    // Sums do not depend on the order of statements.
    var sums = [UInt64](repeating: 0, count: colors.count)
    for quad in quads {
      let s = color(quad.triple.subject)
      let p = color(quad.triple.predicate)
      let o = color(quad.triple.object)
      let g = color(quad.graph)
      sums[Int(quad.triple.subject.rawValue)] &+= Self.mix(Self.mix(p, o), Self.mix(g, 3))
      sums[Int(quad.triple.object.rawValue)] &+= Self.mix(Self.mix(s, p), Self.mix(g, 5))
      sums[Int(quad.graph.rawValue)] &+= Self.mix(Self.mix(s, p), Self.mix(o, 7))
    }
    for node in nodes { colors[Int(node.rawValue)] = Self.mix(color(node), sums[Int(node.rawValue)]) }
  }

  /// Not symmetric, and spreads small numbers.
  static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let x = (a ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: b &+ 0xD1B5_4A32_D192_ED03 | 1)
    var z = (x.high ^ x.low) &+ a &* 0xBF58_476D_1CE4_E5B9
    z ^= z >> 31
    return z &* 0x94D0_49BB_1331_11EB
  }
}
