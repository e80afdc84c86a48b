/// Frame Matching (JSON-LD 1.1 Framing §4.3).
struct FrameMatching {
  let graph: NodeGraph
  let options: JSONLDProcessor.Options

  func matches(_ node: MapNode, _ frame: JSONObject, requireAll: Bool) throws -> Bool {
    var isWildcard = true
    var matchesAny = false
    for (key, pattern) in zip(frame.keys, frame.values) {
      let values = node.object[key]?.items ?? []
      let isMatch: Bool
      switch key {
      case "@id":
        isMatch = pattern.items.first.map { $0 == [:] } ?? true || pattern.items.contains(.string(node.id))
        if !requireAll { return isMatch }
      case "@type":
        isWildcard = false
        if pattern.items.isEmpty, !values.isEmpty { return false }
        isMatch = matchesType(values, pattern.items)
        if !requireAll { return isMatch }
      default:
        if Keyword.isKeyword(key) { continue }
        isWildcard = false
        if values.isEmpty, pattern.items.first?.object?.contains("@default") == true { continue }
        if !values.isEmpty, pattern.items.isEmpty { return false }
        isMatch = try pattern.items.isEmpty || matchesProperty(values, pattern.items[0], requireAll)
      }
      if !isMatch, requireAll { return false }
      matchesAny = matchesAny || isMatch
    }
    return isWildcard || matchesAny
  }

  private func matchesType(_ types: [JSONValue], _ pattern: [JSONValue]) -> Bool {
    if pattern.isEmpty { return types.isEmpty }
    if pattern == [[:]] { return !types.isEmpty }
    return pattern.contains { $0.object?.contains("@default") == true || types.contains($0) }
  }

  private func matchesProperty(_ values: [JSONValue], _ pattern: JSONValue, _ requireAll: Bool) throws -> Bool {
    guard let object = pattern.object else { return false }
    if let list = object["@list"] {
      guard let wanted = list.items.first?.object, let items = values.first?["@list"]?.items else { return false }
      return try items.contains { item in
        wanted.isValueObject ? Self.matchesValue(wanted, item) : try matchesNode(item, wanted, requireAll)
      }
    }
    if object.isValueObject { return values.contains { Self.matchesValue(object, $0) } }
    if object.count == 1, object.contains("@id") {
      return try values.contains { try matchesNode($0, object, requireAll) }
    }
    return !values.isEmpty
  }

  private func matchesNode(_ value: JSONValue, _ pattern: JSONObject, _ requireAll: Bool) throws -> Bool {
    guard let id = value["@id"]?.string, let node = graph[id] else { return false }
    return try matches(node, pattern, requireAll: requireAll)
  }

  /// Value Pattern Matching (§4.3.1).
  static func matchesValue(_ pattern: JSONObject, _ value: JSONValue) -> Bool {
    let wanted = ["@value", "@type", "@language"].map { pattern[$0]?.items ?? [] }
    if wanted.allSatisfy(\.isEmpty) { return true }
    func matches(_ wanted: [JSONValue], _ found: JSONValue?) -> Bool {
      guard let found else { return wanted.isEmpty }
      return wanted == [[:]] || wanted.contains(found)
    }
    func lower(_ value: JSONValue) -> JSONValue { value.string.map { .string($0.lowercased()) } ?? value }
    guard let content = value["@value"] else { return false }
    return matches(wanted[0], content) && matches(wanted[1], value["@type"])
      && matches(wanted[2].map(lower), value["@language"].map(lower))
  }
}
