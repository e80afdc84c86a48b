/// Yoast's rule: a node that lacks what it must have is left out, and every reference to it.
enum PageCompletion {
  /// Leaves out what lacks a required part, then every reference to it, until nothing more falls; then what the root no
  /// longer reaches. The root stays first, the others follow by `@id`.
  /// - Returns: the nodes, and how many were left out because they lack something.
  static func complete(_ nodes: [PageNode], root: String) -> (nodes: [PageNode], incomplete: Int) {
    // Each name is looked up once; all that follows is about numbers.
    var indexes: [String: Int] = [:]
    indexes.reserveCapacity(nodes.count)
    for (index, node) in nodes.enumerated() { indexes[node.id] = index }
    let targets = nodes.map { node in node.references.map { $0.targets.map { indexes[$0] ?? -1 } } }
    var stays = [Bool](repeating: true, count: nodes.count)
    func isKept(_ target: Int) -> Bool { target >= 0 && stays[target] }

    var incomplete = 0
    var isDone = false
    while !isDone {
      isDone = true
      for (index, node) in nodes.enumerated() where stays[index] {
        let has = node.required.allSatisfy { property in
          node.values.contains { $0.property == property }
            || node.references.indices.contains { reference in
              node.references[reference].property == property && targets[index][reference].contains(where: isKept)
            }
        }
        guard !has else { continue }
        stays[index] = false
        incomplete += 1
        isDone = false
      }
    }

    guard let first = indexes[root], stays[first] else { return ([], incomplete) }
    var isReached = [Bool](repeating: false, count: nodes.count)
    isReached[first] = true
    var order = [first]
    var next = 0
    while next < order.count {
      for target in targets[order[next]].joined() where isKept(target) && !isReached[target] {
        isReached[target] = true
        order.append(target)
      }
      next += 1
    }
    order[1...].sort { nodes[$0].id.utf8.lexicographicallyPrecedes(nodes[$1].id.utf8) }
    let kept = order.map { index in
      var node = nodes[index]
      for reference in node.references.indices where !targets[index][reference].allSatisfy(isKept) {
        node.references[reference].targets = zip(node.references[reference].targets, targets[index][reference])
          .filter { isKept($1) }.map(\.0)
      }
      return node
    }
    return (kept, incomplete)
  }
}
