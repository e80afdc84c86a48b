/// Steps 12.8.3 to 12.8.10 of the Compaction Algorithm: one value of a property.
extension CompactedEntries {
  func compactItem(_ item: JSONValue, _ term: String) throws -> CompactedItem {
    let container = active.container(of: term)
    let asArray = container.contains(.set) || term == "@graph" || term == "@list" || !compactsArrays
    let object = item.object ?? [:]
    if let list = object["@list"] { return try compactList(object, list, term, container, asArray) }
    if object.isGraphObject { return try compactGraph(object, term, container, asArray) }
    let compacted = try compactor.compact(active, term, item)
    if !container.contains(.graph), !container.isDisjoint(with: [.language, .index, .id, .type]) {
      return try compactMapItem(object, compacted, term, container, asArray)
    }
    return CompactedItem(term: term, value: compacted, asArray: asArray)
  }

  private func compactList(
    _ object: JSONObject, _ list: JSONValue, _ term: String, _ container: Container, _ asArray: Bool
  ) throws -> CompactedItem {
    let items = JSONValue.array(try compactor.compact(active, term, list).items)
    if container.contains(.list) { return CompactedItem(term: term, value: items, asArray: asArray, replaces: true) }
    var result: JSONObject = [try alias("@list"): items]
    if let index = object["@index"] { result[try alias("@index")] = index }
    return CompactedItem(term: term, value: .object(result), asArray: asArray)
  }

  private func compactGraph(_ object: JSONObject, _ term: String, _ container: Container, _ asArray: Bool) throws
    -> CompactedItem
  {
    let content = object["@graph"] ?? []
    var compacted = try compactor.compact(active, term, content)
    if container.contains([.graph, .id]) {
      let key = try object["@id"]?.string.map { try active.compactIRI($0) } ?? alias("@none")
      return CompactedItem(term: term, value: try included(compacted), asArray: asArray, mapKey: key)
    }
    if container.contains([.graph, .index]), object.isSimpleGraphObject {
      let key = try object["@index"]?.string ?? alias("@none")
      return CompactedItem(term: term, value: try included(compacted), asArray: asArray, mapKey: key)
    }
    if container.contains(.graph), object.isSimpleGraphObject {
      return CompactedItem(term: term, value: try included(compacted), asArray: asArray)
    }
    if !compactsArrays || compacted.array != nil { compacted = .array(compacted.items) }
    var result: JSONObject = [try alias("@graph"): compacted]
    if let id = object["@id"]?.string { result[try alias("@id")] = .string(try active.compactIRI(id)) }
    if let index = object["@index"] { result[try alias("@index")] = index }
    return CompactedItem(term: term, value: .object(result), asArray: asArray)
  }

  /// Several nodes of one graph stand under `@included`: an array would be several graphs.
  private func included(_ compacted: JSONValue) throws -> JSONValue {
    guard let nodes = compacted.array, nodes.count > 1 else { return compacted }
    return [try alias("@included"): compacted]
  }

  /// Step 12.8.9.
  private func compactMapItem(
    _ object: JSONObject, _ compacted: JSONValue, _ term: String, _ container: Container, _ asArray: Bool
  ) throws -> CompactedItem {
    var value = compacted
    var key: String?
    if container.contains(.language) {
      key = object["@language"]?.string
      if let content = object["@value"] { value = content }
    } else if container.contains(.index) {
      if let property = active[term]?.index, property != "@index" {
        key = try takeFirst(of: propertyTerm(property), from: &value)
      } else {
        key = object["@index"]?.string
      }
    } else if container.contains(.id) {
      let name = try alias("@id")
      if var map = value.object {
        key = map[name]?.string
        map[name] = nil
        value = .object(map)
      }
    } else {
      key = try takeFirst(of: alias("@type"), from: &value)
      if let map = value.object, map.count == 1, let id = object["@id"],
        active.expandIRI(map.keys[0], vocab: true) == "@id"
      {
        value = try compactor.compact(active, term, ["@id": id])
      }
    }
    return CompactedItem(term: term, value: value, asArray: asArray, mapKey: try key ?? alias("@none"))
  }

  /// The name that a property-valued index has in a compacted node.
  private func propertyTerm(_ property: String) throws -> String {
    if active[property] != nil { return property }
    return try active.compactIRI(active.expandIRI(property, vocab: true) ?? property, vocab: true)
  }

  /// Takes the first of an entry's values out of a compacted node, if it is a string.
  private func takeFirst(of name: String, from value: inout JSONValue) throws -> String? {
    guard var map = value.object, let values = map[name]?.items, let first = values.first?.string else { return nil }
    let rest = Array(values.dropFirst())
    if rest.isEmpty {
      map[name] = nil
    } else {
      map[name] = rest.count == 1 && !(compactsArrays == false) ? rest[0] : .array(rest)
    }
    value = .object(map)
    return first
  }
}
