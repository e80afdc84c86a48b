/// Yoast's rule: a node that lacks what it must have is left out, and every reference to it.
enum PageCompletion {
  /// Leaves out what lacks a required part, then every reference to it, until nothing more falls; then what the root no
  /// longer reaches. The root stays first, the others follow by `@id`.
  /// - Returns: the nodes, and how many were left out because they lack something.
  static func complete(_ nodes: [PageNode], root: String) -> (nodes: [PageNode], incomplete: Int) {
    var nodes = nodes
    var incomplete = 0
    while true {
      let ids = Set(nodes.map(\.id))
      var kept: [PageNode] = []
      kept.reserveCapacity(nodes.count)
      for var node in nodes {
        for index in node.references.indices {
          node.references[index].targets.removeAll { !ids.contains($0) }
        }
        if node.required.allSatisfy(node.has) { kept.append(node) }
      }
      incomplete += nodes.count - kept.count
      let isDone = kept.count == nodes.count
      nodes = kept
      if isDone { break }
    }
    return (reached(nodes, from: root), incomplete)
  }

  private static func reached(_ nodes: [PageNode], from root: String) -> [PageNode] {
    var indexes: [String: Int] = [:]
    for (index, node) in nodes.enumerated() { indexes[node.id] = index }
    guard let first = indexes[root] else { return [] }
    var isReached = [Bool](repeating: false, count: nodes.count)
    isReached[first] = true
    var open = [first]
    while let index = open.popLast() {
      for (_, targets) in nodes[index].references {
        for target in targets {
          guard let next = indexes[target], !isReached[next] else { continue }
          isReached[next] = true
          open.append(next)
        }
      }
    }
    let others = nodes.indices.filter { isReached[$0] && $0 != first }.map { nodes[$0] }
    return [nodes[first]] + others.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }
}
