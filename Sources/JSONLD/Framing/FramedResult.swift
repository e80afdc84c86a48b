/// What happens to a framed result before and after compaction (JSON-LD 1.1 Framing §5.1 frame, steps 16 to 21).
struct FramedResult {
  /// Blank nodes whose identifiers say nothing, since nothing else refers to them.
  let unneeded: Set<ExactString>

  /// Puts defaults in their places, and takes needless identifiers out.
  func clean(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let items): return .array(items.flatMap { item in spread(item) })
    case .object(let object):
      if object.isValueObject { return value }
      var result = JSONObject()
      for (key, value) in zip(object.keys, object.values) {
        if key == "@id", let id = value.string, unneeded.contains(ExactString(id)) { continue }
        result[key] = clean(value)
      }
      return .object(result)
    default: return value
    }
  }

  private func spread(_ item: JSONValue) -> [JSONValue] {
    guard let preserved = item["@preserve"] else { return [clean(item)] }
    return preserved.items.map(clean)
  }

  /// Replaces `@null` by null. In mode 1.0 no null stands beside other values.
  static func replaceNulls(_ value: JSONValue, is10: Bool) -> JSONValue {
    switch value {
    case .string("@null"): return .null
    case .array(let items):
      let replaced = items.map { replaceNulls($0, is10: is10) }
      if is10, items.count == 2, let other = replaced.first(where: { !$0.isNull }), replaced.contains(.null) {
        return other
      }
      return .array(replaced == [.null] ? [] : replaced)
    case .object(let object):
      var result = JSONObject()
      for (key, value) in zip(object.keys, object.values) { result[key] = replaceNulls(value, is10: is10) }
      return .object(result)
    default: return value
    }
  }
}
