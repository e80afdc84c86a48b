/// Steps 13 and 14 of the Expansion Algorithm: the entries of a map, and those nested in it.
extension Expander {
  func expandEntries(_ element: JSONObject, _ scope: inout MapScope) throws {
    var nests: [(key: String, value: JSONValue)] = []
    for (key, value) in element.members(ordered: options.isOrdered) where key != "@context" {
      do {
        guard let name = scope.active.expandName(key), name.contains(":") || Keyword.isKeyword(name)
        else { continue }
        if name == "@nest" {
          try checkReverse(name, scope)
          nests.append((key, value))
        } else if Keyword.isKeyword(name) {
          try expandKeyword(name, value, &scope)
        } else {
          try expandProperty(key, name, value, &scope)
        }
      } catch let error as JSONLDError { throw error.inside(key) }
    }
    for (key, value) in nests {
      do {
        for nested in value.items {
          guard let map = nested.object,
            !map.keys.contains(where: { scope.active.expandName($0) == "@value" })
          else { throw JSONLDError(.invalidNestValue, "@nest holds maps that are no value objects") }
          let outer = scope.active
          if let definition = outer[key], let scoped = definition.context {
            scope.active = try contexts.process(
              outer, scoped, base: definition.baseURL, overrideProtected: true)
          }
          try expandEntries(map, &scope)
          scope.active = outer
        }
      } catch let error as JSONLDError { throw error.inside(key) }
    }
  }

  func checkReverse(_ keyword: String, _ scope: MapScope) throws {
    if scope.property == "@reverse" {
      throw JSONLDError(.invalidReversePropertyMap, "\(keyword) may not stand in @reverse")
    }
  }

  /// Steps 13.5 to 13.14: an entry that is no keyword.
  private func expandProperty(_ key: String, _ name: String, _ value: JSONValue, _ scope: inout MapScope) throws {
    let active = scope.active
    let definition = active[key]
    let container = definition?.container ?? []
    var expanded: JSONValue
    if definition?.type == "@json" {
      expanded = ["@value": value, "@type": "@json"]
    } else if container.contains(.language), let map = value.object {
      expanded = .array(try expandLanguageMap(map, definition, active))
    } else if !container.isDisjoint(with: [.index, .type, .id]), let definition, let map = value.object {
      expanded = .array(try expandIndexMap(map, key, definition, scope))
    } else {
      expanded = try expand(active, key, value, frame: scope.frame)
    }
    if expanded.isNull { return }
    if container.contains(.list), !expanded.isListObject { expanded = ["@list": .array(expanded.items)] }
    if container.contains(.graph), container.isDisjoint(with: [.id, .index]) {
      expanded = .array(expanded.items.map { ["@graph": .array([$0])] })
    }
    if definition?.isReverse == true {
      for item in expanded.items where item.isValueObject || item.isListObject {
        throw JSONLDError(.invalidReversePropertyValue, "a reverse property's values are nodes")
      }
      scope.result.update("@reverse", initial: .object([:])) { reverse in
        guard case .object(var map) = reverse else { return }
        reverse = .null
        map.add(expanded, to: name)
        reverse = .object(map)
      }
    } else {
      scope.result.add(expanded, to: name)
    }
  }

  /// Step 13.7.
  private func expandLanguageMap(_ map: JSONObject, _ definition: TermDefinition?, _ active: ActiveContext) throws
    -> [JSONValue]
  {
    let direction = definition?.direction ?? active.defaultDirection
    var result: [JSONValue] = []
    for (language, values) in map.members(ordered: options.isOrdered) {
      let hasNone = language == "@none" || active.expandIRI(language, vocab: true) == "@none"
      for value in values.items where !value.isNull {
        guard value.string != nil else {
          throw JSONLDError(.invalidLanguageMapValue, "a language map holds strings").inside(language)
        }
        var object: JSONObject = ["@value": value]
        if !hasNone { object["@language"] = .string(language) }
        if let direction { object["@direction"] = .string(direction.rawValue) }
        result.append(.object(object))
      }
    }
    return result
  }

  /// Step 13.8: index, id, type and graph maps.
  private func expandIndexMap(_ map: JSONObject, _ key: String, _ definition: TermDefinition, _ scope: MapScope) throws
    -> [JSONValue]
  {
    let active = scope.active
    let container = definition.container
    var result: [JSONValue] = []
    for (index, value) in map.members(ordered: options.isOrdered) {
      var mapContext = active
      if !container.isDisjoint(with: [.id, .type]) { mapContext = active.previous ?? active }
      if container.contains(.type), let typed = mapContext[index], let scoped = typed.context {
        mapContext = try contexts.process(mapContext, scoped, base: typed.baseURL)
      }
      let items: JSONValue
      do {
        items = try expand(mapContext, key, .array(value.items), frame: scope.frame, fromMap: true)
      } catch let error as JSONLDError { throw error.inside(index) }
      for item in items.items {
        var item = item
        if container.contains(.graph), !item.isGraphObject { item = ["@graph": .array([item])] }
        if case .object(var object) = item {
          try tag(&object, index, definition, active)
          item = .object(object)
        }
        result.append(item)
      }
    }
    return result
  }

  /// Steps 13.8.3.7: writes the key of the map into the item.
  private func tag(_ item: inout JSONObject, _ index: String, _ definition: TermDefinition, _ active: ActiveContext)
    throws
  {
    let expandedIndex = active.expandIRI(index, vocab: true)
    guard expandedIndex != "@none" else { return }
    let container = definition.container
    if container.contains(.index) {
      if let indexKey = definition.index, indexKey != "@index" {
        let value = active.expandValue(.string(index), property: indexKey)
        let name = active.expandIRI(indexKey, vocab: true) ?? indexKey
        item[name] = .array([value] + (item[name]?.items ?? []))
        if item.isValueObject, item.count > 1 {
          throw JSONLDError(.invalidValueObject, "a value cannot be indexed by the property <\(name)>")
        }
      } else if !item.contains("@index") {
        item["@index"] = .string(index)
      }
    }
    if container.contains(.id), !item.contains("@id") {
      item["@id"] = active.expandIRI(index, documentRelative: true).map { .string($0) } ?? .null
    }
    if container.contains(.type) {
      item["@type"] = .array([expandedIndex.map { .string($0) } ?? .null] + (item["@type"]?.items ?? []))
    }
  }
}
