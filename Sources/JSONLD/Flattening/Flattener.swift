/// The Flattening Algorithm (JSON-LD 1.1 API §7.1).
struct Flattener {
  let options: JSONLDProcessor.Options

  /// - Parameter expanded: a document in expanded form.
  func flatten(_ expanded: [JSONValue]) throws -> [JSONValue] {
    var generator = NodeMapGenerator()
    try generator.add(expanded)
    let map = generator.map
    let standard = map.graph("@default")
    for name in map.sortedNames where name != "@default" {
      standard.node(name).object["@graph"] = .array(output(map.graph(name)))
    }
    return output(standard)
  }

  private func output(_ graph: NodeGraph) -> [JSONValue] {
    graph.sorted().filter { $0.object.count > 1 && $0.id != NodeMap.nameless }.map { .object($0.object) }
  }
}
