/// The members of a JSON object in the order in which they came. Names are compared by their code points, so that two
/// spellings of one letter stay two names.
public struct JSONObject: Sendable {
  public private(set) var keys: [String] = []
  public private(set) var values: [JSONValue] = []
  // Small objects are searched from the front; the index is built when that gets slow.
  private var index: [ExactString: Int] = [:]
  private static let indexedFrom = 12

  public init() {}

  public var count: Int { keys.count }
  public var isEmpty: Bool { keys.isEmpty }

  public func contains(_ key: String) -> Bool { position(of: key) != nil }

  /// The member's value. Setting nil removes the member; a new member goes to the end.
  public subscript(key: String) -> JSONValue? {
    get { position(of: key).map { values[$0] } }
    set {
      guard let newValue else { return remove(key) }
      if let at = position(of: key) {
        values[at] = newValue
      } else {
        append(key, newValue)
      }
    }
  }

  /// Changes a member in its place, or a new member that starts as `initial`.
  mutating func update<T>(_ key: String, initial: JSONValue, _ body: (inout JSONValue) throws -> T) rethrows -> T {
    if let at = position(of: key) { return try body(&values[at]) }
    append(key, initial)
    return try body(&values[values.count - 1])
  }

  /// The members sorted by name in code point order.
  func sorted() -> [(key: String, value: JSONValue)] {
    zip(keys, values).map { (key: $0, value: $1) }
      .sorted { $0.key.precedes($1.key) }
  }

  /// The members, sorted by name if asked.
  func members(ordered: Bool) -> [(key: String, value: JSONValue)] {
    ordered ? sorted() : zip(keys, values).map { (key: $0, value: $1) }
  }

  private mutating func append(_ key: String, _ value: JSONValue) {
    keys.append(key)
    values.append(value)
    if keys.count == Self.indexedFrom {
      for (at, key) in keys.enumerated() { index[ExactString(key)] = at }
    } else if keys.count > Self.indexedFrom {
      index[ExactString(key)] = keys.count - 1
    }
  }

  private mutating func remove(_ key: String) {
    guard let at = position(of: key) else { return }
    keys.remove(at: at)
    values.remove(at: at)
    index = [:]
    if keys.count >= Self.indexedFrom {
      for (at, key) in keys.enumerated() { index[ExactString(key)] = at }
    }
  }

  private func position(of key: String) -> Int? {
    if keys.count >= Self.indexedFrom { return index[ExactString(key)] }
    for at in keys.indices where keys[at].isExactly(key) { return at }
    return nil
  }
}

extension JSONObject: Hashable {
  /// Members in any order, as JSON has it.
  public static func == (a: JSONObject, b: JSONObject) -> Bool {
    guard a.count == b.count else { return false }
    for (key, value) in zip(a.keys, a.values) where b[key] != value { return false }
    return true
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    var members = 0
    for (key, value) in zip(keys, values) {
      var hasher = Hasher()
      hasher.combine(ExactString(key))
      hasher.combine(value)
      members ^= hasher.finalize()
    }
    hasher.combine(members)
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    for (key, value) in elements { self[key] = value }
  }
}
