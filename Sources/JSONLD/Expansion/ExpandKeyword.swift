/// Step 13.4 of the Expansion Algorithm: an entry whose name is a keyword.
extension Expander {
  func expandKeyword(_ name: String, _ value: JSONValue, _ scope: inout MapScope) throws {
    try checkReverse(name, scope)
    if scope.result.contains(name), name != "@included", name != "@type" || contexts.is10 {
      throw JSONLDError(.collidingKeywords, "\(name) is given twice")
    }
    switch name {
    case "@id": scope.result["@id"] = try expandIdentifier(value, scope)
    case "@type":
      let types = try expandTypes(value, scope)
      if let before = scope.result["@type"] {
        scope.result["@type"] = .array(before.items + types.items)
      } else {
        scope.result["@type"] = types
      }
    case "@graph":
      scope.result["@graph"] = .array(try expand(scope.active, "@graph", value, frame: scope.frame).items)
    case "@included": try expandIncluded(value, &scope)
    case "@value": try expandValueEntry(value, &scope)
    case "@language":
      guard value.string != nil || (scope.frame && isPattern(value) { $0.string != nil }) else {
        throw JSONLDError(.invalidLanguageTaggedString, "@language must be a string")
      }
      scope.result["@language"] = scope.frame ? .array(value.items) : value
    case "@direction":
      if contexts.is10 { return }
      let isDirection: (JSONValue) -> Bool = { $0 == "ltr" || $0 == "rtl" }
      guard isDirection(value) || (scope.frame && isPattern(value, isDirection)) else {
        throw JSONLDError(.invalidBaseDirection, "@direction must be \"ltr\" or \"rtl\"")
      }
      scope.result["@direction"] = scope.frame ? .array(value.items) : value
    case "@index":
      guard value.string != nil else { throw JSONLDError(.invalidIndexValue, "@index must be a string") }
      scope.result["@index"] = value
    case "@list":
      guard let property = scope.property, property != "@graph" else { return }
      let expanded = try expand(scope.active, property, value, frame: scope.frame)
      if contexts.is10, expanded.items.contains(where: \.isListObject) {
        throw JSONLDError(.listOfLists, "a list inside a list needs JSON-LD 1.1")
      }
      scope.result["@list"] = .array(expanded.isNull ? [] : expanded.items)
    case "@set":
      scope.result["@set"] = try expand(scope.active, scope.property, value, frame: scope.frame)
    case "@reverse": try expandReverse(value, &scope)
    case "@default", "@embed", "@explicit", "@omitDefault", "@requireAll":
      guard scope.frame else { return }
      scope.result[name] = .array(try expand(scope.active, name, value, frame: scope.frame).items)
    default: return
    }
  }

  /// In a frame: an empty map (anything matches), or an array of what the keyword allows.
  private func isPattern(_ value: JSONValue, _ allows: (JSONValue) -> Bool) -> Bool {
    if let object = value.object { return object.isEmpty }
    guard let items = value.array else { return false }
    if items.count == 1, let object = items[0].object { return object.isEmpty }
    return items.allSatisfy(allows)
  }

  private func expandIdentifier(_ value: JSONValue, _ scope: MapScope) throws -> JSONValue {
    let expand: (String) -> JSONValue = {
      scope.active.expandIRI($0, documentRelative: true).map { .string($0) } ?? .null
    }
    if let text = value.string { return scope.frame ? [expand(text)] : expand(text) }
    guard scope.frame, isPattern(value, { $0.string != nil }) else {
      throw JSONLDError(.invalidIdValue, "@id must be a string")
    }
    return .array(value.items.map { $0.string.map(expand) ?? $0 })
  }

  private func expandTypes(_ value: JSONValue, _ scope: MapScope) throws -> JSONValue {
    let expand: (String) -> JSONValue = {
      scope.typeScoped.expandIRI($0, documentRelative: true, vocab: true).map { .string($0) } ?? .null
    }
    if let text = value.string { return expand(text) }
    if scope.frame, let object = value.object {
      if object.isEmpty { return value }
      if object.count == 1, let standard = object["@default"] {
        return ["@default": .array(try standard.items.map { try expandTypes($0, scope) })]
      }
    }
    guard let items = value.array, items.allSatisfy({ $0.string != nil || (scope.frame && $0 == [:]) }) else {
      throw JSONLDError(.invalidTypeValue, "@type must be a string, or an array of strings")
    }
    return .array(items.map { $0.string.map(expand) ?? $0 })
  }

  private func expandIncluded(_ value: JSONValue, _ scope: inout MapScope) throws {
    if contexts.is10 { return }
    let expanded = try expand(scope.active, nil, value, frame: scope.frame)
    for item in expanded.isNull ? [.null] : expanded.items where !item.isNodeObject {
      throw JSONLDError(.invalidIncludedValue, "@included holds node objects")
    }
    scope.result.add(expanded, to: "@included")
  }

  private func expandValueEntry(_ value: JSONValue, _ scope: inout MapScope) throws {
    if scope.inputType == "@json" {
      if contexts.is10 { throw JSONLDError(.invalidValueObjectValue, "@json needs JSON-LD 1.1") }
    } else if !value.isScalar, !value.isNull {
      guard scope.frame, isPattern(value, \.isScalar) else {
        throw JSONLDError(.invalidValueObjectValue, "@value must be a scalar or null")
      }
    }
    scope.result["@value"] = scope.frame && !value.isNull ? .array(value.items) : value
  }

  /// Step 13.4.13.
  private func expandReverse(_ value: JSONValue, _ scope: inout MapScope) throws {
    guard value.object != nil else { throw JSONLDError(.invalidReverseValue, "@reverse must be a map") }
    guard let expanded = try expand(scope.active, "@reverse", value, frame: scope.frame).object else { return }
    if let twice = expanded["@reverse"]?.object {
      for (property, items) in zip(twice.keys, twice.values) { scope.result.add(items, to: property) }
    }
    var reverse = scope.result["@reverse"]?.object ?? [:]
    for (property, items) in zip(expanded.keys, expanded.values) where property != "@reverse" {
      for item in items.items {
        if item.isValueObject || item.isListObject {
          throw JSONLDError(.invalidReversePropertyValue, "a reverse property's values are nodes").inside(property)
        }
        reverse.add(item, to: property)
      }
    }
    if !reverse.isEmpty { scope.result["@reverse"] = .object(reverse) }
  }
}
