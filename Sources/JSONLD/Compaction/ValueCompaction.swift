/// Value compaction (JSON-LD 1.1 API §6.3).
extension ActiveContext {
  func compactValue(_ value: JSONObject, property: String?) throws -> JSONValue {
    let definition = property.flatMap { self[$0] }
    let type = definition?.type
    // An index that the container does not carry has to stay with the value.
    let keepsIndex = value.contains("@index") && !(definition?.container.contains(.index) ?? false)
    var result = value
    if !keepsIndex { result["@index"] = nil }
    if let id = value["@id"]?.string, value.keys.allSatisfy({ $0 == "@id" || $0 == "@index" }) {
      if !keepsIndex {
        if type == "@id" { return .string(try compactIRI(id)) }
        if type == "@vocab" { return .string(try compactIRI(id, vocab: true)) }
      }
      result["@id"] = .string(try compactIRI(id))
    } else if let content = value["@value"] {
      if let given = value["@type"] {
        if !keepsIndex, let type, given == .string(type) { return content }
        result["@type"] = try compactTypes(given)
      } else if type != "@none", !keepsIndex {
        if content.string == nil { return content }
        let language = definition?.language ?? defaultLanguage
        let direction = definition?.direction ?? defaultDirection
        if value["@language"]?.string?.lowercased() == language?.lowercased(),
          value["@direction"]?.string == direction?.rawValue
        {
          return content
        }
      }
    } else {
      return .object(value)
    }
    var named = JSONObject()
    for (key, value) in zip(result.keys, result.values) { named[try compactIRI(key, vocab: true)] = value }
    return .object(named)
  }

  func compactTypes(_ types: JSONValue) throws -> JSONValue {
    switch types {
    case .string(let type): return .string(try compactIRI(type, vocab: true))
    case .array(let items): return .array(try items.map(compactTypes))
    default: return types
    }
  }
}
