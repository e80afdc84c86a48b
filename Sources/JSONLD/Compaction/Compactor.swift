/// The Compaction Algorithm (JSON-LD 1.1 API §6.1.2).
final class Compactor {
  let options: JSONLDProcessor.Options
  let contexts: ContextProcessor
  private var depth = 0

  init(options: JSONLDProcessor.Options, contexts: ContextProcessor? = nil) {
    self.options = options
    self.contexts = contexts ?? ContextProcessor(options: options)
  }

  /// The active context of a given context, as the API's compact makes it (§9.1).
  func activeContext(_ context: JSONValue) throws -> ActiveContext {
    let initial = ActiveContext(originalBase: options.base, is10: contexts.is10)
    let active = try contexts.process(initial, context, base: options.base)
    if options.compactsToRelative { return active }
    let absolute = active.copy()
    absolute.base = nil
    return absolute
  }

  func compact(_ active: ActiveContext, _ property: String?, _ element: JSONValue) throws -> JSONValue {
    depth += 1
    defer { depth -= 1 }
    if depth > options.maximumDepth {
      throw JSONLDError(.nestingTooDeep, "nested more than \(options.maximumDepth) levels deep")
    }
    switch element {
    case .null, .string, .number, .bool: return element
    case .array(let items):
      var result: [JSONValue] = []
      for item in items {
        let compacted = try compact(active, property, item)
        if !compacted.isNull { result.append(compacted) }
      }
      let keepsArray =
        !options.compactsArrays || property == "@graph" || property == "@set"
        || !active.container(of: property).isDisjoint(with: [.list, .set])
      return result.count == 1 && !keepsArray ? result[0] : .array(result)
    case .object(let object): return try compactMap(active, property, object)
    }
  }

  private func compactMap(_ given: ActiveContext, _ property: String?, _ element: JSONObject) throws -> JSONValue {
    let typeScoped = given
    var active = given
    if let previous = given.previous, !element.isValueObject, !(element.count == 1 && element.contains("@id")) {
      active = previous
    }
    if let property, let definition = given[property], let scoped = definition.context {
      active = try contexts.process(active, scoped, base: definition.baseURL, overrideProtected: true)
    }
    if element.contains("@value") || element.contains("@id") {
      let result = try active.compactValue(element, property: property)
      if result.isScalar || property.flatMap({ active[$0]?.type }) == "@json" && element.isValueObject { return result }
      if element.isValueObject { return result }
    }
    if let list = element["@list"], active.container(of: property).contains(.list) {
      return try compact(active, property, list)
    }
    if let types = element["@type"] {
      let terms = try types.items.compactMap(\.string).map { try typeScoped.compactIRI($0, vocab: true) }
      for term in terms.sorted(by: { $0.precedes($1) }) {
        if let definition = typeScoped[term], let scoped = definition.context {
          active = try contexts.process(active, scoped, base: definition.baseURL, propagate: false)
        }
      }
    }
    var entries = CompactedEntries(
      compactor: self, active: active, typeScoped: typeScoped, property: property)
    for (key, value) in element.members(ordered: options.isOrdered) { try entries.add(key, value) }
    return .object(entries.result)
  }
}

extension JSONObject {
  /// Adds a value to an entry (API §2.3 add value); the first one stands alone unless an array is asked for.
  mutating func add(_ value: JSONValue, to key: String, asArray: Bool) {
    if asArray, !contains(key) { self[key] = .array([]) }
    if case .array(let items) = value {
      for item in items { add(item, to: key, asArray: asArray) }
    } else if contains(key) {
      update(key, initial: .null) { $0.append([value]) }
    } else {
      self[key] = value
    }
  }
}
