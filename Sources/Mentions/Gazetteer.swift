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
  /// The other columns by name, empty ones left out.
  public var columns: [String: String]

  public var isCommon: Bool { flags.contains("common") }
  public subscript(column: String) -> String? { columns[column] }
  public func list(_ column: String) -> [String] {
    columns[column].map { $0.split(separator: "|").map(String.init) } ?? []
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
      try Self.read(bytes, path, kind, into: &entries)
    }
    var byKey: [GazetteerEntry.Kind: [String: Int]] = [:]
    var trie = NameTrie()
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
    for line in String(decoding: (try? ontology.bytes("gazetteer/given-names.tsv")) ?? [], as: UTF8.self)
      .split(separator: "\n").dropFirst()
    {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      let folded = Folding.fold(cells[0])
      names.insert(folded)
      if cells.count > 1, cells[1].contains("common") { ambiguous.insert(folded) }
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

  private static func read(
    _ bytes: [UInt8], _ path: String, _ fixedKind: GazetteerEntry.Kind?, into entries: inout [GazetteerEntry]
  ) throws(OntologyDataError) {
    var header: [String] = []
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty { continue }
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
      if number == 0 {
        header = cells.map { String(decoding: $0, as: UTF8.self) }
        continue
      }
      var columns: [String: String] = [:]
      for (column, cell) in zip(header, cells) where !cell.isEmpty {
        columns[column] = String(decoding: cell, as: UTF8.self)
      }
      guard let key = columns["key"], let name = columns["name"],
        let kind = fixedKind ?? columns["type"].flatMap(GazetteerEntry.Kind.init(rawValue:))
      else {
        throw OntologyDataError(.badTable, file: path, line: number + 1, "a row needs key, name and a known type")
      }
      let aliases = (columns["aliases"] ?? "").split(separator: "|").map { alias -> (text: String, language: String?) in
        guard let at = alias.lastIndex(of: "@"), alias.distance(from: at, to: alias.endIndex) == 3 else {
          return (String(alias), nil)
        }
        return (String(alias[..<at]), String(alias[alias.index(after: at)...]))
      }
      let flags = Set((columns["flags"] ?? "").split { $0 == " " || $0 == "|" }.map(String.init))
      columns["key"] = nil
      columns["name"] = nil
      columns["aliases"] = nil
      columns["flags"] = nil
      entries.append(
        GazetteerEntry(kind: kind, key: key, name: name, aliases: aliases, flags: flags, columns: columns))
    }
  }
}

/// Names by their folded tokens; one step a token, so that matching is linear in the text.
struct NameTrie: Sendable {
  private var words: [String: UInt32] = [:]
  private var next: [UInt64: UInt32] = [:]
  private var ends: [UInt32: [Int]] = [:]
  private var surfaces: [UInt32: [String]] = [:]
  private var nodes: UInt32 = 1

  mutating func insert(_ tokens: [String], entry: Int, surface: String) {
    guard !tokens.isEmpty else { return }
    var node: UInt32 = 0
    for token in tokens {
      let word = words[token] ?? UInt32(words.count)
      words[token] = word
      let key = UInt64(node) << 32 | UInt64(word)
      if let known = next[key] {
        node = known
      } else {
        next[key] = nodes
        node = nodes
        nodes += 1
      }
    }
    if !(ends[node]?.contains(entry) ?? false) {
      ends[node, default: []].append(entry)
      surfaces[node, default: []].append(surface)
    }
  }

  func entries(_ tokens: [String]) -> [Int] {
    var node: UInt32 = 0
    for token in tokens {
      guard let word = words[token], let known = next[UInt64(node) << 32 | UInt64(word)] else { return [] }
      node = known
    }
    return ends[node] ?? []
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
      if let entries = ends[node] { found.append((index - start, entries, surfaces[node] ?? [])) }
    }
    return found
  }
}
