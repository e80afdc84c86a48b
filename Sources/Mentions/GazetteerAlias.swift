/// A name that an editor adds to what the gazetteer knows.
public struct GazetteerAlias: Sendable, Equatable {
  public var kind: GazetteerEntry.Kind
  public var key: String
  public var names: [String]

  public init(kind: GazetteerEntry.Kind, key: String, names: [String]) {
    self.kind = kind
    self.key = key
    self.names = names
  }
}

extension Gazetteer {
  /// Adds names to an entry, or an entry of these names when there is none with that key.
  public mutating func add(_ alias: GazetteerAlias) {
    let tokenizer = Tokenizer(elisions: [])
    let index = index(alias)
    for name in alias.names {
      if entries[index].name != name, !entries[index].aliases.contains(where: { $0.text == name }) {
        entries[index].aliases.append((name, nil))
      }
      trie.insert(tokenizer.words(of: name), entry: index, surface: name)
    }
  }

  private mutating func index(_ alias: GazetteerAlias) -> Int {
    if let known = byKey[alias.kind]?[alias.key] { return known }
    entries.append(
      GazetteerEntry(
        kind: alias.kind, key: alias.key, name: alias.names.first ?? alias.key, aliases: [], flags: [], columns: []))
    byKey[alias.kind, default: [:]][alias.key] = entries.count - 1
    return entries.count - 1
  }

  /// The entries that bear a name, each with its kind and key; ascending.
  public func entries(called name: String) -> [GazetteerEntry] { entries(named: name).sorted().map { entries[$0] } }
}
