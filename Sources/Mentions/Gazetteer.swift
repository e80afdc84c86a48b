public import OntologyData

/// One thing that the gazetteer knows.
public struct GazetteerEntry: Sendable {
  public enum Kind: String, Sendable, CaseIterable { case project, product, organization, place, event }
  public var kind: Kind
  /// The slug of its IRI.
  public var key: String
  public var name: String
  /// Other labels with the language they belong to, if to one.
  public var aliases: [(text: String, language: String?)]
  public var flags: Set<String>
  /// The other columns, empty ones left out.
  var columns: [Column]

  struct Column: Sendable {
    var name: String
    var value: String
  }

  public var isCommon: Bool { flags.contains("common") }
  /// A few columns: looking through them costs less than a table of them for each entry.
  public subscript(column: String) -> String? { columns.first { $0.name == column }?.value }
  public func list(_ column: String) -> [String] {
    self[column].map { $0.split(separator: "|").map(String.init) } ?? []
  }
}

/// The things of the field, and how they are called: `ontology/gazetteer`.
public struct Gazetteer: Sendable {
  public internal(set) var entries: [GazetteerEntry]
  var byKey: [GazetteerEntry.Kind: [String: Int]]
  var trie: NameTrie
  /// Folded given names.
  public let givenNames: Set<String>
  /// Folded given names that are ordinary words too.
  public let ambiguousGivenNames: Set<String>

  public init(ontology: OntologyFolder) throws(OntologyDataError) {
    var entries: [GazetteerEntry] = []
    for (file, kind) in [
      ("software", nil), ("organizations", GazetteerEntry.Kind.organization), ("places", .place), ("events", .event),
    ] {
      let path = "gazetteer/\(file).tsv"
      guard let bytes = (try? ontology.bytes(path)) else { continue }
      try GazetteerTable.read(bytes, path, kind, into: &entries)
    }
    var byKey: [GazetteerEntry.Kind: [String: Int]] = [:]
    var trie = NameTrie(capacity: entries.count * 2)
    let tokenizer = Tokenizer(elisions: [])
    for (index, entry) in entries.enumerated() {
      if byKey[entry.kind]?[entry.key] == nil { byKey[entry.kind, default: [:]][entry.key] = index }
      trie.insert(tokenizer.words(of: entry.name), entry: index, surface: entry.name)
      for alias in entry.aliases {
        trie.insert(tokenizer.words(of: alias.text), entry: index, surface: alias.text)
      }
    }
    self.entries = entries
    self.byKey = byKey
    self.trie = trie
    var names: Set<String> = []
    var ambiguous: Set<String> = []
    let table = (try? ontology.bytes("gazetteer/given-names.tsv")) ?? []
    names.reserveCapacity(table.count / 8)
    for line in table.split(separator: 0x0A).dropFirst() {
      let name = line.prefix { $0 != 0x09 }
      let folded = Folding.fold(String(decoding: name, as: UTF8.self))
      names.insert(folded)
      if String(decoding: line[name.endIndex...], as: UTF8.self).holds("common") { ambiguous.insert(folded) }
    }
    givenNames = names
    ambiguousGivenNames = ambiguous
  }

  public func entry(_ kind: GazetteerEntry.Kind, _ key: String) -> GazetteerEntry? {
    byKey[kind]?[key].map { entries[$0] }
  }

  /// Entries called so, by kind.
  public func entries(named name: String) -> [Int] {
    trie.entries(Tokenizer(elisions: []).words(of: name))
  }
}
