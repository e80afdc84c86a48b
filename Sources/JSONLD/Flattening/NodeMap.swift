/// A node of a node map. A class, so that deep additions change it in its place.
final class MapNode {
  let id: String
  var object: JSONObject
  private var seen: [ExactString: Set<JSONValue>] = [:]

  init(_ id: String) {
    self.id = id
    object = ["@id": .string(id)]
  }

  /// Adds a value to a property unless it is there.
  func addUnique(_ value: JSONValue, to property: String) {
    let count: Int = object.update(property, initial: .array([])) { existing in
      guard case .array(let items) = existing else { return 0 }
      // Long arrays are searched by hash, so that a node with many values stays linear.
      if items.count <= 16, items.contains(value) { return -1 }
      return items.count
    }
    if count < 0 { return }
    if count > 16 {
      var known = seen.removeValue(forKey: ExactString(property)) ?? Set(object[property]?.items ?? [])
      let isNew = known.insert(value).inserted
      seen[ExactString(property)] = known
      if !isNew { return }
    }
    object.add(value, to: property)
  }
}

/// The nodes of one graph, in the order in which they came.
final class NodeGraph {
  private(set) var nodes: [MapNode] = []
  private var index: [ExactString: MapNode] = [:]

  subscript(id: String) -> MapNode? { index[ExactString(id)] }

  func node(_ id: String) -> MapNode {
    if let node = index[ExactString(id)] { return node }
    let node = MapNode(id)
    nodes.append(node)
    index[ExactString(id)] = node
    return node
  }

  func sorted() -> [MapNode] { nodes.sorted { $0.id.precedes($1.id) } }
}

/// A node map (JSON-LD 1.1 API §7.2): graphs by name.
final class NodeMap {
  /// Stands for an `@id` that expanded to null: what it holds is no part of any result.
  static let nameless = "@null"

  private(set) var names: [String] = ["@default"]
  private var graphs: [ExactString: NodeGraph] = [ExactString("@default"): NodeGraph()]

  subscript(name: String) -> NodeGraph? { graphs[ExactString(name)] }

  func graph(_ name: String) -> NodeGraph {
    if let graph = graphs[ExactString(name)] { return graph }
    let graph = NodeGraph()
    names.append(name)
    graphs[ExactString(name)] = graph
    return graph
  }

  var sortedNames: [String] { names.sorted { $0.precedes($1) } }

  /// Merge Node Maps (§7.3): all graphs in one.
  func merged() -> NodeGraph {
    let result = NodeGraph()
    for name in sortedNames {
      for node in graph(name).sorted() where node.id != Self.nameless {
        let target = result.node(node.id)
        for (property, value) in zip(node.object.keys, node.object.values) where property != "@id" {
          if property.utf8.first == UInt8(ascii: "@"), property != "@type" {
            target.object[property] = value
          } else {
            for item in value.items { target.addUnique(item, to: property) }
          }
        }
      }
    }
    return result
  }
}
