internal import RDFModel

/// Which blank nodes of a dataset Turtle may write without a label: as `[ … ]` where they are referred to, or as a
/// cell of a list `( … )`.
///
/// A node is nested when one statement of the dataset refers to it, all that is said of it stands in the same graph,
/// and going from node to referring node does not lead back to it.
struct BlankNodeNesting {
  enum Place: UInt8 { case labelled, unreferenced, nested, listCell }
  private var places: [Place]
  /// Where the statements about a nested node or a cell stand.
  private var ranges: [TermID: Range<Int>] = [:]

  private static let deepest: UInt8 = 24

  /// - Parameter quads: without doubles, and the statements about a node in one graph side by side.
  init(_ quads: [IDQuad], in terms: TermTable) {
    places = Array(repeating: .labelled, count: terms.count + 1)
    var links = Links(quads, in: terms)
    guard links.hasBlankNodes else { return }
    links.findListCells(quads, in: terms)
    links.settle()
    for node in links.nodes.indices where links.isBlank[node] {
      switch links.nodes[node].state {
      case .nested:
        places[node] = links.nodes[node].isCell ? .listCell : .nested
        let start = Int(links.nodes[node].start)
        ranges[TermID(rawValue: UInt32(node))] = start..<(start + Int(links.nodes[node].statements))
      default: places[node] = links.nodes[node].isUnreferenced ? .unreferenced : .labelled
      }
    }
  }

  subscript(id: TermID) -> Place { places[Int(id.rawValue)] }

  /// The places of the statements about a nested node or a cell.
  func statements(about id: TermID) -> Range<Int> { ranges[id] ?? 0..<0 }

  /// Who refers to whom.
  fileprivate struct Links {
    struct Node {
      enum State: UInt8 { case unknown, walking, nested, labelled }
      var state = State.unknown
      var references: UInt8 = 0
      var isGraphName = false
      /// Has the shape of a list's cell, down to `rdf:nil`.
      var isCell = false
      /// Referred to by the `rdf:rest` of a cell.
      var continuesList = false
      var depth: UInt8 = 0
      var statements: UInt32 = 0
      /// Where its first statement stands, and in which graph.
      var start: UInt32 = 0
      var graph = TermID.none
      var referringGraph = TermID.none
      var isInManyGraphs = false
      var parent = TermID.none

      var isUnreferenced: Bool { references == 0 && !isGraphName && !isInManyGraphs }
      var isCandidate: Bool {
        references == 1 && !isGraphName && !isInManyGraphs && (statements == 0 || graph == referringGraph)
      }
    }

    var nodes: [Node]
    let isBlank: [Bool]
    let hasBlankNodes: Bool

    init(_ quads: [IDQuad], in terms: TermTable) {
      let blankNodes = terms.withCanonicalForms { forms in
        (0...terms.count).map { number in
          guard number > 0 else { return false }
          return unsafe forms[UInt32(number)][0] == UInt8(ascii: "_")
        }
      }
      isBlank = blankNodes
      hasBlankNodes = blankNodes.contains(true)
      guard hasBlankNodes else {
        nodes = []
        return
      }
      nodes = Array(repeating: Node(), count: terms.count + 1)
      for (index, quad) in quads.enumerated() {
        let subject = Int(quad.triple.subject.rawValue)
        if isBlank[subject] { nodes[subject].add(at: index, in: quad.graph) }
        let object = Int(quad.triple.object.rawValue)
        if isBlank[object] { nodes[object].refer(from: quad) }
        if quad.graph != .none { nodes[Int(quad.graph.rawValue)].isGraphName = true }
      }
    }

    /// Marks the nodes that have an `rdf:first` and an `rdf:rest` and nothing else, and a rest that is such a node, or
    /// `rdf:nil`.
    mutating func findListCells(_ quads: [IDQuad], in terms: TermTable) {
      guard let first = terms.find(.iri(RDF.first)), let rest = terms.find(.iri(RDF.rest)),
        let emptyList = terms.find(.iri(RDF.nil))
      else { return }
      // The rest of each node that could be a cell.
      var rests: [Int: TermID] = [:]
      var ends: [Int] = []
      for node in nodes.indices where isBlank[node] && nodes[node].isCandidate && nodes[node].statements == 2 {
        let start = Int(nodes[node].start)
        let pair = [quads[start].triple, quads[start + 1].triple]
        guard pair.contains(where: { $0.predicate == first }),
          let tail = pair.first(where: { $0.predicate == rest })?.object
        else { continue }
        rests[node] = tail
        if tail == emptyList { ends.append(node) }
      }
      // From each list's end to its head: every cell has one referring node.
      for end in ends {
        var node = end
        nodes[node].isCell = true
        while true {
          let parent = Int(nodes[node].parent.rawValue)
          guard let tail = rests[parent], Int(tail.rawValue) == node, !nodes[parent].isCell else { break }
          nodes[node].continuesList = true
          nodes[parent].isCell = true
          node = parent
        }
      }
    }

    /// Settles for each node whether it is nested, the referring node before it.
    mutating func settle() {
      for start in nodes.indices where isBlank[start] && nodes[start].state == .unknown {
        var path: [Int] = []
        var node = start
        while isBlank[node], nodes[node].state == .unknown, nodes[node].isCandidate {
          nodes[node].state = .walking
          path.append(node)
          node = Int(nodes[node].parent.rawValue)
        }
        if isBlank[node], nodes[node].state == .unknown { nodes[node].state = .labelled }
        if isBlank[node], nodes[node].state == .walking, let entry = path.firstIndex(of: node) {
          path = opened(path, cycleFrom: entry)
        }
        for node in path.reversed() where nodes[node].state == .walking { settle(node) }
      }
    }

    /// The path, from child to referring node, with its cycle opened at one node, which gets a label. It is opened
    /// where that does not break a list: not every node of a cycle can continue one.
    private mutating func opened(_ path: [Int], cycleFrom entry: Int) -> [Int] {
      let cycle = path[entry...]
      guard let top = cycle.indices.filter({ !nodes[path[$0]].continuesList }).min(by: { path[$0] < path[$1] }) else {
        return path
      }
      nodes[path[top]].state = .labelled
      // The cycle turned so that the opened node comes last.
      return Array(path[..<entry] + cycle[(top + 1)...] + cycle[...top])
    }

    private mutating func settle(_ node: Int) {
      let parent = Int(nodes[node].parent.rawValue)
      let above = isBlank[parent] && nodes[parent].state == .nested ? nodes[parent].depth : 0
      let depth = nodes[node].continuesList ? above : above + 1
      nodes[node].state = depth > BlankNodeNesting.deepest ? .labelled : .nested
      nodes[node].depth = depth
    }
  }
}

extension BlankNodeNesting.Links.Node {
  fileprivate mutating func add(at index: Int, in graph: TermID) {
    if statements == 0 {
      start = UInt32(index)
      self.graph = graph
    } else if graph != self.graph {
      isInManyGraphs = true
    }
    statements += 1
  }

  fileprivate mutating func refer(from quad: IDQuad) {
    if references < 2 { references += 1 }
    parent = quad.triple.subject
    referringGraph = quad.graph
  }
}
