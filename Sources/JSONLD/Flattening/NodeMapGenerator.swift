/// Node Map Generation (JSON-LD 1.1 API §7.2).
struct NodeMapGenerator {
  let map = NodeMap()
  var issuer: BlankNodeIssuer

  init(issuer: BlankNodeIssuer = BlankNodeIssuer()) { self.issuer = issuer }

  /// Where an element is referred to from.
  private struct Place {
    var graph: String
    var subject: String?
    /// The node that a reverse property refers to.
    var reverse: JSONValue?
    var property: String?
  }

  mutating func add(_ expanded: [JSONValue]) throws {
    for element in expanded { _ = try generate(element, Place(graph: "@default"), inList: false) }
  }

  /// What the element becomes inside a list; nil when it went into the map.
  private mutating func generate(_ element: JSONValue, _ place: Place, inList: Bool) throws -> [JSONValue] {
    if case .array(let items) = element {
      var list: [JSONValue] = []
      for item in items { list += try generate(item, place, inList: inList) }
      return list
    }
    guard case .object(var object) = element else { return [] }
    if let types = object["@type"], types.items.contains(where: { $0.string?.hasPrefix("_:") == true }) {
      let renamed = types.items.map { type -> JSONValue in
        guard let text = type.string, text.hasPrefix("_:") else { return type }
        return .string(issuer.issue(for: text))
      }
      object["@type"] = types.array == nil ? renamed[0] : .array(renamed)
    }
    if object.isValueObject { return refer(.object(object), place, inList) }
    if let list = object["@list"] {
      var inner = place
      inner.reverse = nil
      let items = try generate(list, inner, inList: true)
      var copy = object
      copy["@list"] = .array(items)
      return refer(.object(copy), place, inList)
    }
    return try generateNode(object, place, inList: inList)
  }

  private func refer(_ value: JSONValue, _ place: Place, _ inList: Bool) -> [JSONValue] {
    if inList { return [value] }
    if let subject = place.subject, let property = place.property {
      let node = map.graph(place.graph).node(subject)
      if value.isListObject { node.object.add(value, to: property) } else { node.addUnique(value, to: property) }
    }
    return []
  }

  /// Step 6: a node object.
  private mutating func generateNode(_ object: JSONObject, _ place: Place, inList: Bool) throws -> [JSONValue] {
    let id: String
    switch object["@id"] {
    case .string(let given)?: id = given.hasPrefix("_:") ? issuer.issue(for: given) : given
    case nil: id = issuer.issue()
    default: id = NodeMap.nameless
    }
    let graph = map.graph(place.graph)
    let node = graph.node(id)
    var list: [JSONValue] = []
    let reference: JSONValue = ["@id": .string(id)]
    if let reverse = place.reverse, let property = place.property {
      node.addUnique(reverse, to: property)
    } else if place.property != nil, id != NodeMap.nameless {
      list = refer(reference, place, inList)
    }
    if let types = object["@type"] {
      for type in types.items { node.addUnique(type, to: "@type") }
    }
    if let index = object["@index"] {
      if let existing = node.object["@index"], existing != index {
        throw JSONLDError(.conflictingIndexes, "the node <\(id)> has two indexes")
      }
      node.object["@index"] = index
    }
    if let reverse = object["@reverse"]?.object {
      for (property, values) in zip(reverse.keys, reverse.values) {
        let inner = Place(graph: place.graph, subject: nil, reverse: reference, property: property)
        for value in values.items { _ = try generate(value, inner, inList: false) }
      }
    }
    if let content = object["@graph"] {
      _ = map.graph(id)
      _ = try generate(content, Place(graph: id), inList: false)
    }
    if let included = object["@included"] {
      _ = try generate(included, Place(graph: place.graph), inList: false)
    }
    for (key, value) in object.sorted() {
      switch key {
      case "@id", "@type", "@index", "@reverse", "@graph", "@included": continue
      default: break
      }
      let property = key.hasPrefix("_:") ? issuer.issue(for: key) : key
      node.object.update(property, initial: .array([])) { _ in }
      _ = try generate(value, Place(graph: place.graph, subject: id, property: property), inList: false)
    }
    return list
  }
}
