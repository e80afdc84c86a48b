/// Names by their folded tokens; one step a token, so that matching is linear in the text.
struct NameTrie: Sendable {
  /// What ends at a node, as a list through `names`.
  private struct Name: Sendable {
    var entry: Int
    var surface: String
    /// The next one of the same node; -1 at the end.
    var next: Int32
  }

  private var words: [String: UInt32] = [:]
  private var next: [UInt64: UInt32] = [:]
  /// For each node its first name, -1 for none. The root is node 0.
  private var first: [Int32] = [-1]
  private var names: [Name] = []

  /// - Parameter capacity: how many names are to be expected.
  init(capacity: Int = 0) {
    words.reserveCapacity(capacity)
    next.reserveCapacity(capacity)
    first.reserveCapacity(capacity)
    names.reserveCapacity(capacity)
  }

  mutating func insert(_ tokens: [String], entry: Int, surface: String) {
    guard !tokens.isEmpty else { return }
    var node: UInt32 = 0
    for token in tokens {
      let word = Self.number(of: token, in: &words)
      let fresh = UInt32(first.count)
      let known = Self.number(fresh, of: UInt64(node) << 32 | UInt64(word), in: &next)
      if known == fresh { first.append(-1) }
      node = known
    }
    var last: Int32 = -1
    var at = first[Int(node)]
    while at >= 0 {
      if names[Int(at)].entry == entry { return }
      last = at
      at = names[Int(at)].next
    }
    let added = Int32(names.count)
    names.append(Name(entry: entry, surface: surface, next: -1))
    if last >= 0 { names[Int(last)].next = added } else { first[Int(node)] = added }
  }

  /// Looks up and inserts with one hash.
  private static func number(of word: String, in words: inout [String: UInt32]) -> UInt32 {
    let fresh = UInt32(words.count)
    return number(fresh, of: word, in: &words)
  }

  private static func number<Key>(_ fresh: UInt32, of key: Key, in table: inout [Key: UInt32]) -> UInt32 {
    // A default that is read through an inout access is stored.
    func same(_ value: inout UInt32) -> UInt32 { value }
    return same(&table[key, default: fresh])
  }

  func entries(_ tokens: [String]) -> [Int] {
    var node: UInt32 = 0
    for token in tokens {
      guard let word = words[token], let known = next[UInt64(node) << 32 | UInt64(word)] else { return [] }
      node = known
    }
    return ended(node).entries
  }

  private func ended(_ node: UInt32) -> (entries: [Int], surfaces: [String]) {
    var found: (entries: [Int], surfaces: [String]) = ([], [])
    var at = first[Int(node)]
    while at >= 0 {
      found.entries.append(names[Int(at)].entry)
      found.surfaces.append(names[Int(at)].surface)
      at = names[Int(at)].next
    }
    return found
  }

  /// All names that begin at a token, shortest first: how many tokens, which entries, and how each writes the name.
  func matches(_ tokens: [Token], _ start: Int) -> [(length: Int, entries: [Int], surfaces: [String])] {
    var node: UInt32 = 0
    var found: [(length: Int, entries: [Int], surfaces: [String])] = []
    var index = start
    while index < tokens.count, tokens[index].sentence == tokens[start].sentence || index == start {
      guard let word = words[tokens[index].folded], let known = next[UInt64(node) << 32 | UInt64(word)] else { break }
      node = known
      index += 1
      if first[Int(node)] >= 0 {
        let ended = ended(node)
        found.append((index - start, ended.entries, ended.surfaces))
      }
    }
    return found
  }
}
