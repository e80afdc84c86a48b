/// The kinds of objects in expanded form (JSON-LD 1.1 §9).
extension JSONObject {
  var isValueObject: Bool { contains("@value") }
  var isListObject: Bool { contains("@list") }

  /// A node object: none of `@value`, `@list` and `@set`.
  var isNodeObject: Bool { !contains("@value") && !contains("@list") && !contains("@set") }

  /// `@graph`, with at most `@id`, `@index` and `@context` beside it.
  var isGraphObject: Bool {
    contains("@graph") && keys.allSatisfy { $0 == "@graph" || $0 == "@id" || $0 == "@index" || $0 == "@context" }
  }

  /// A graph object without an identifier.
  var isSimpleGraphObject: Bool { isGraphObject && !contains("@id") }

  /// Adds a value to an entry that is an array (API §2.3 add value, as array).
  mutating func add(_ value: JSONValue, to key: String) {
    update(key, initial: .array([])) { $0.append(value.items) }
  }
}

extension JSONValue {
  /// Appends in place; anything but an array becomes one.
  mutating func append(_ more: [JSONValue]) {
    guard case .array(var items) = self else {
      self = .array([self] + more)
      return
    }
    // The array must have one owner while it grows.
    self = .null
    items.append(contentsOf: more)
    self = .array(items)
  }

  var isValueObject: Bool { object?.isValueObject ?? false }
  var isListObject: Bool { object?.isListObject ?? false }
  var isGraphObject: Bool { object?.isGraphObject ?? false }
  var isNodeObject: Bool { object?.isNodeObject ?? false }
}
