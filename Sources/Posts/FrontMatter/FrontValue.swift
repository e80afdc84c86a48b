/// A value of a front matter or of a site's configuration, whatever the notation.
enum FrontValue: Equatable, Sendable {
  case null
  /// Numbers too: what a reader of a blog sees is the text.
  case string(String)
  case bool(Bool)
  case list([FrontValue])
  case map([Entry])

  struct Entry: Equatable, Sendable {
    var key: String
    var value: FrontValue
  }

  /// Keys count without case, as Hugo has it; of two equal ones the last.
  subscript(_ key: String) -> FrontValue? {
    guard case .map(let entries) = self else { return nil }
    let wanted = key.lowercased()
    return entries.last { $0.key.lowercased() == wanted }?.value
  }

  subscript(path path: [String]) -> FrontValue? {
    var value: FrontValue? = self
    for key in path { value = value?[key] }
    return value
  }

  /// The text of a scalar that is not empty.
  var text: String? {
    guard case .string(let s) = self else { return nil }
    let trimmed = s.trimmingWhitespace
    return trimmed.isEmpty ? nil : trimmed
  }

  /// A scalar's text, or a list's scalars.
  var texts: [String] {
    if case .list(let values) = self { return values.compactMap(\.text) }
    return text.map { [$0] } ?? []
  }

  /// Booleans in the forms of YAML 1.1.
  var flag: Bool? {
    switch self {
    case .bool(let b): return b
    case .string(let s):
      switch s.lowercased() {
      case "true", "yes", "on", "y": return true
      case "false", "no", "off", "n": return false
      default: return nil
      }
    default: return nil
    }
  }

  var entries: [Entry] {
    if case .map(let entries) = self { return entries }
    return []
  }

  /// This one's entries over `base`'s, maps into maps.
  func merged(over base: FrontValue) -> FrontValue {
    guard case .map(var result) = base, case .map(let own) = self else { return self }
    for entry in own {
      if let i = result.lastIndex(where: { $0.key.lowercased() == entry.key.lowercased() }) {
        result[i].value = entry.value.merged(over: result[i].value)
      } else {
        result.append(entry)
      }
    }
    return .map(result)
  }
}

extension String {
  var trimmingWhitespace: String {
    var s = Substring(self)
    while let c = s.first, c.isWhitespace { s.removeFirst() }
    while let c = s.last, c.isWhitespace { s.removeLast() }
    return s.count == count ? self : String(s)
  }
}
