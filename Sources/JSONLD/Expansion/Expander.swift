/// The Expansion Algorithm (JSON-LD 1.1 API §5.1.2).
final class Expander {
  let options: JSONLDProcessor.Options
  let contexts: ContextProcessor
  /// Frames allow values that documents do not (Framing §4.2).
  let isFrame: Bool
  private var depth = 0

  init(options: JSONLDProcessor.Options, isFrame: Bool = false, contexts: ContextProcessor? = nil) {
    self.options = options
    self.isFrame = isFrame
    self.contexts = contexts ?? ContextProcessor(options: options)
  }

  /// The API's expand (§9.1): a whole document.
  func expandDocument(_ document: JSONValue) throws -> [JSONValue] {
    var active = ActiveContext(originalBase: options.base, is10: contexts.is10)
    if let given = options.expandContext {
      active = try contexts.process(active, given["@context"] ?? given, base: options.base)
    }
    let expanded = try expand(active, nil, document, frame: isFrame)
    if let object = expanded.object, object.count == 1, let graph = object["@graph"] { return graph.items }
    return expanded.isNull ? [] : expanded.items
  }

  /// Null for what expands to nothing.
  func expand(
    _ active: ActiveContext, _ property: String?, _ element: JSONValue, frame: Bool, fromMap: Bool = false
  ) throws -> JSONValue {
    depth += 1
    defer { depth -= 1 }
    if depth > options.maximumDepth {
      throw JSONLDError(.nestingTooDeep, "nested more than \(options.maximumDepth) levels deep")
    }
    let frame = frame && property != "@default"
    switch element {
    case .null: return .null
    case .string, .number, .bool:
      guard let property, property != "@graph" else { return .null }
      var context = active
      if let definition = active[property], let scoped = definition.context {
        context = try contexts.process(active, scoped, base: definition.baseURL)
      }
      return context.expandValue(element, property: property)
    case .array(let items):
      let isList = active.container(of: property).contains(.list)
      var result: [JSONValue] = []
      result.reserveCapacity(items.count)
      for (index, item) in items.enumerated() {
        do {
          let expanded = try expand(active, property, item, frame: frame, fromMap: fromMap)
          if isList, case .array = expanded {
            if contexts.is10 { throw JSONLDError(.listOfLists, "a list inside a list needs JSON-LD 1.1") }
            result.append(["@list": expanded])
          } else if case .array(let more) = expanded {
            result.append(contentsOf: more)
          } else if !expanded.isNull {
            if isList, contexts.is10, expanded.isListObject {
              throw JSONLDError(.listOfLists, "a list inside a list needs JSON-LD 1.1")
            }
            result.append(expanded)
          }
        } catch let error as JSONLDError { throw error.inside(String(index)) }
      }
      return .array(result)
    case .object(let object):
      return try expandMap(active, property, object, frame: frame, fromMap: fromMap)
    }
  }

  /// Steps 6 to 20.
  private func expandMap(
    _ given: ActiveContext, _ property: String?, _ element: JSONObject, frame: Bool, fromMap: Bool
  ) throws -> JSONValue {
    var active = given
    if let previous = given.previous, !fromMap {
      let keywords = element.keys.map { given.expandName($0) }
      if !keywords.contains("@value"), !(element.count == 1 && keywords[0] == "@id") { active = previous }
    }
    if let property, let definition = given[property], let scoped = definition.context {
      active = try contexts.process(active, scoped, base: definition.baseURL, overrideProtected: true)
    }
    if let local = element["@context"] {
      do { active = try contexts.process(active, local, base: options.base) } catch let error as JSONLDError {
        throw error.inside("@context")
      }
    }
    let typeScoped = active
    var typeKeys = element.keys.filter { active.expandName($0) == "@type" }
    if typeKeys.count > 1 { typeKeys.sort { $0.precedes($1) } }
    for key in typeKeys {
      let types = (element[key]?.items ?? []).compactMap(\.string)
      for type in types.sorted(by: { $0.precedes($1) }) {
        if let definition = typeScoped[type], let scoped = definition.context {
          active = try contexts.process(active, scoped, base: definition.baseURL, propagate: false)
        }
      }
    }
    var inputType: String?
    if let last = typeKeys.first.flatMap({ element[$0]?.items.last })?.string {
      inputType = active.expandName(last)
    }
    var scope = MapScope(
      active: active, typeScoped: typeScoped, property: property, inputType: inputType, frame: frame)
    try expandEntries(element, &scope)
    return try finish(scope)
  }

  /// Steps 15 to 20: what the whole map comes to.
  private func finish(_ scope: MapScope) throws -> JSONValue {
    var result = scope.result
    let isTop = scope.property == nil || scope.property == "@graph"
    if let value = result["@value"] {
      try checkValueObject(result, value, frame: scope.frame)
      if result["@type"] != "@json", value.isNull || value == [] { return .null }
    } else if let type = result["@type"] {
      if type.array == nil { result["@type"] = .array([type]) }
    } else if result.contains("@set") || result.contains("@list") {
      guard result.count == 1 || (result.count == 2 && result.contains("@index")) else {
        throw JSONLDError(.invalidSetOrListObject, "@set and @list go with @index only")
      }
      if let set = result["@set"] { return set }
    }
    if result.count == 1, result.contains("@language") { return .null }
    if isTop, !scope.frame || result.isValueObject {
      if result.isEmpty || result.contains("@value") || result.contains("@list") { return .null }
      if result.count == 1, result.contains("@id") { return .null }
    }
    return .object(result)
  }

  private func checkValueObject(_ result: JSONObject, _ value: JSONValue, frame: Bool) throws {
    let allowed = ["@direction", "@index", "@language", "@type", "@value"]
    if let other = result.keys.first(where: { !allowed.contains($0) }) {
      throw JSONLDError(.invalidValueObject, "a value object has no entry \"\(other)\"")
    }
    let type = result["@type"]
    if type != nil, result.contains("@language") || result.contains("@direction") {
      throw JSONLDError(.invalidValueObject, "a value has @type, or @language and @direction, not both")
    }
    if type == "@json" || frame { return }
    if value.isNull || value == [] { return }
    if value.string == nil, result.contains("@language") {
      throw JSONLDError(.invalidLanguageTaggedValue, "only a string has a language")
    }
    if let type {
      guard let iri = type.string, RDFDeserializer.iri(iri) != nil else {
        throw JSONLDError(.invalidTypedValue, "a value's @type must be an IRI")
      }
    }
  }
}

/// One map while its entries are expanded.
struct MapScope {
  var active: ActiveContext
  let typeScoped: ActiveContext
  let property: String?
  let inputType: String?
  let frame: Bool
  var result = JSONObject()
}
