/// Step 12 of the Compaction Algorithm: the entries of one map.
struct CompactedEntries {
  let compactor: Compactor
  let active: ActiveContext
  let typeScoped: ActiveContext
  let property: String?
  var result = JSONObject()

  init(compactor: Compactor, active: ActiveContext, typeScoped: ActiveContext, property: String?) {
    self.compactor = compactor
    self.active = active
    self.typeScoped = typeScoped
    self.property = property
  }

  var compactsArrays: Bool { compactor.options.compactsArrays }

  func alias(_ keyword: String) throws -> String { try active.compactIRI(keyword, vocab: true) }

  mutating func add(_ key: String, _ value: JSONValue) throws {
    switch key {
    case "@id":
      result[try alias("@id")] = try value.string.map { .string(try active.compactIRI($0)) } ?? value
    case "@type":
      let name = try alias("@type")
      let isArray =
        (!compactor.contexts.is10 && active.container(of: name).contains(.set)) || !compactsArrays
      var types = try typeScoped.compactTypes(value)
      if case .array(let items) = types, items.count == 1, !isArray { types = items[0] }
      if value == [] { result[name] = .array([]) } else { result.add(types, to: name, asArray: isArray) }
    case "@reverse": try addReverse(value)
    case "@preserve":
      let compacted = try compactor.compact(active, property, value)
      if compacted != [] { result["@preserve"] = compacted }
    case "@index" where active.container(of: property).contains(.index): return
    case "@direction", "@index", "@language", "@value": result[try alias(key)] = value
    default: try addProperty(key, value)
    }
  }

  private mutating func addReverse(_ value: JSONValue) throws {
    guard let compacted = try compactor.compact(active, "@reverse", value).object else { return }
    var rest = JSONObject()
    for (term, value) in zip(compacted.keys, compacted.values) {
      if let definition = active[term], definition.isReverse {
        result.add(value, to: term, asArray: definition.container.contains(.set) || !compactsArrays)
      } else {
        rest[term] = value
      }
    }
    if !rest.isEmpty { result[try alias("@reverse")] = .object(rest) }
  }

  /// Steps 12.7 and 12.8.
  private mutating func addProperty(_ key: String, _ value: JSONValue) throws {
    let isReverse = property == "@reverse"
    if value == [] {
      let term = try active.compactIRI(key, value: value, vocab: true, reverse: isReverse)
      try change(term) { $0.add(.array([]), to: term, asArray: true) }
      return
    }
    for item in value.items {
      let term = try active.compactIRI(key, value: item, vocab: true, reverse: isReverse)
      let entry = try compactItem(item, term)
      try change(term) { entry.add(to: &$0) }
    }
  }

  /// Runs on the map that the term's values stand in: this one, or one nested in it.
  private mutating func change(_ term: String, _ body: (inout JSONObject) -> Void) throws {
    guard let nest = active[term]?.nest else { return body(&result) }
    guard nest == "@nest" || active.expandIRI(nest, vocab: true) == "@nest" else {
      throw JSONLDError(.invalidNestValue, "\"\(nest)\" is no alias of @nest")
    }
    result.update(nest, initial: .object([:])) { value in
      guard case .object(var object) = value else { return }
      value = .null
      body(&object)
      value = .object(object)
    }
  }
}

/// A compacted item, and where it goes.
struct CompactedItem {
  let term: String
  let value: JSONValue
  let asArray: Bool
  /// The key in a language, index, id, type or graph map.
  var mapKey: String?
  /// A list container's value takes the whole entry.
  var replaces = false

  func add(to object: inout JSONObject) {
    if replaces {
      object[term] = value
    } else if let mapKey {
      object.update(term, initial: .object([:])) { entry in
        guard case .object(var map) = entry else { return }
        entry = .null
        map.add(value, to: mapKey, asArray: asArray)
        entry = .object(map)
      }
    } else {
      object.add(value, to: term, asArray: asArray)
    }
  }
}
