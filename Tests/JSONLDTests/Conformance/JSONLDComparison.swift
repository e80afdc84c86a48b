import JSONLD

/// The suites' JSON-LD object comparison: arrays are sets except under `@list`, and blank nodes may have other labels.
enum JSONLDComparison {
  static func areEqual(_ a: JSONValue, _ b: JSONValue) -> Bool {
    if matches(a, b, ordered: false) { return true }
    // With other labels, the one-to-one mapping between them is searched for.
    let (left, right) = (labels(a), labels(b))
    guard !left.isEmpty, left.count == right.count, left.count <= 7 else { return false }
    return permutations(right).contains { candidate in
      let mapping = Dictionary(uniqueKeysWithValues: zip(left, candidate))
      return matches(rename(a, mapping), b, ordered: false)
    }
  }

  private static func matches(_ a: JSONValue, _ b: JSONValue, ordered: Bool) -> Bool {
    switch (a, b) {
    case (.object(let x), .object(let y)):
      guard x.count == y.count else { return false }
      return zip(x.keys, x.values).allSatisfy { key, value in
        // A processor may write language tags in lower case; this one keeps them.
        if key == "@language", let tag = value.string { return tag.lowercased() == y[key]?.string?.lowercased() }
        return y[key].map { matches(value, $0, ordered: key == "@list") } ?? false
      }
    case (.array(let x), .array(let y)):
      guard x.count == y.count else { return false }
      if ordered { return zip(x, y).allSatisfy { matches($0, $1, ordered: false) } }
      var rest = y
      for item in x {
        guard let at = rest.firstIndex(where: { matches(item, $0, ordered: false) }) else { return false }
        rest.remove(at: at)
      }
      return true
    case (.number(let x), .number(let y)): return x.double == y.double
    default: return a == b
    }
  }

  private static func labels(_ value: JSONValue) -> [String] {
    var found: Set<String> = []
    func visit(_ value: JSONValue) {
      switch value {
      case .string(let text): if text.hasPrefix("_:") { found.insert(text) }
      case .array(let items): for item in items { visit(item) }
      case .object(let object):
        for (key, value) in zip(object.keys, object.values) {
          visit(.string(key))
          visit(value)
        }
      default: break
      }
    }
    visit(value)
    return found.sorted()
  }

  private static func rename(_ value: JSONValue, _ mapping: [String: String]) -> JSONValue {
    switch value {
    case .string(let text): return .string(mapping[text] ?? text)
    case .array(let items): return .array(items.map { rename($0, mapping) })
    case .object(let object):
      var result = JSONObject()
      for (key, value) in zip(object.keys, object.values) { result[mapping[key] ?? key] = rename(value, mapping) }
      return .object(result)
    default: return value
    }
  }

  private static func permutations(_ items: [String]) -> [[String]] {
    guard let first = items.first else { return [[]] }
    return permutations(Array(items.dropFirst())).flatMap { rest in
      (0...rest.count).map { at in
        var next = rest
        next.insert(first, at: at)
        return next
      }
    }
  }
}
