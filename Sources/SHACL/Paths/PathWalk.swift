import RDFModel

/// Finds the value nodes of a path (SHACL §2.3.1, §3.2): each once, in ascending order of number.
struct PathWalk {
  let data: DataGraph

  func values(of path: NumberedPath, from node: TermID, into values: inout [TermID]) {
    switch path {
    case .predicate(let predicate):
      for triple in data.objects(node, predicate) { values.append(triple.object) }
    case .inverse(.predicate(let predicate)):
      data.forEachSubject(predicate, node) { values.append($0) }
    default: values += reach(path, [node], inverse: false).sorted()
    }
  }

  /// All that the path reaches from some nodes. `inverse` walks it backwards (SPARQL 1.1 §18.1.7, `inv`).
  private func reach(_ path: NumberedPath, _ nodes: Set<TermID>, inverse: Bool) -> Set<TermID> {
    switch path {
    case .predicate(let predicate):
      var found: Set<TermID> = []
      for node in nodes {
        if inverse {
          data.forEachSubject(predicate, node) { found.insert($0) }
        } else {
          for triple in data.objects(node, predicate) { found.insert(triple.object) }
        }
      }
      return found
    case .inverse(let path): return reach(path, nodes, inverse: !inverse)
    case .sequence(let steps):
      return (inverse ? steps.reversed() : steps).reduce(nodes) { reach($1, $0, inverse: inverse) }
    case .alternative(let ways):
      return ways.reduce(into: Set<TermID>()) { $0.formUnion(reach($1, nodes, inverse: inverse)) }
    case .zeroOrOne(let path): return nodes.union(reach(path, nodes, inverse: inverse))
    case .zeroOrMore(let path): return closure(path, nodes, inverse: inverse)
    case .oneOrMore(let path):
      return closure(path, reach(path, nodes, inverse: inverse), inverse: inverse)
    }
  }

  /// The nodes and all that any number of steps reaches from them.
  private func closure(_ path: NumberedPath, _ nodes: Set<TermID>, inverse: Bool) -> Set<TermID> {
    var found = nodes
    var open = nodes
    while !open.isEmpty {
      open = reach(path, open, inverse: inverse).subtracting(found)
      found.formUnion(open)
    }
    return found
  }
}
