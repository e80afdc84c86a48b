/// Value expansion (JSON-LD 1.1 API §5.3).
extension ActiveContext {
  func expandValue(_ value: JSONValue, property: String) -> JSONValue {
    let definition = self[property]
    if case .string(let text) = value {
      switch definition?.type {
      case "@id": return ["@id": expandIRI(text, documentRelative: true).map { .string($0) } ?? .null]
      case "@vocab": return ["@id": expandIRI(text, documentRelative: true, vocab: true).map { .string($0) } ?? .null]
      default: break
      }
    }
    var result: JSONObject = ["@value": value]
    if let type = definition?.type, type != "@id", type != "@vocab", type != "@none" {
      result["@type"] = .string(type)
    } else if value.string != nil {
      if let language = definition?.language ?? defaultLanguage { result["@language"] = .string(language) }
      if let direction = definition?.direction ?? defaultDirection {
        result["@direction"] = .string(direction.rawValue)
      }
    }
    return .object(result)
  }
}
