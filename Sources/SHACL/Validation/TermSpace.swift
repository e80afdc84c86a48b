import RDFModel

/// The terms of one validation: the data's table, and after it those terms of the shapes that the data does not have.
/// The data's table is neither copied nor changed.
struct TermSpace: Sendable {
  private let data: TermTable
  private let base: UInt32
  private var extra = TermTable()

  init(_ data: TermTable) {
    self.data = data
    base = UInt32(data.count)
  }

  /// How many terms there are; their numbers are `1...count`.
  var count: Int { Int(base) + extra.count }

  func isInData(_ id: TermID) -> Bool { id.rawValue <= base }

  /// The number of another graph's term. Its blank nodes are nobody else's (RDF 1.1 Semantics §4.1), whatever
  /// their labels.
  mutating func number(_ term: Term) -> TermID {
    if case .blankNode = term {} else if let id = data.find(term) { return id }
    return TermID(rawValue: base + extra.intern(term).rawValue)
  }

  subscript(_ id: TermID) -> Term { isInData(id) ? data[id] : extra[local(id)] }

  func bytes(_ id: TermID) -> ArraySlice<UInt8> {
    isInData(id) ? data.canonicalBytes(id) : extra.canonicalBytes(local(id))
  }

  func kind(_ id: TermID) -> TermKind { isInData(id) ? data.kind(id) : extra.kind(local(id)) }

  private func local(_ id: TermID) -> TermID { TermID(rawValue: id.rawValue - base) }
}

extension TermSpace {
  /// The string that SPARQL's `str` gives (SPARQL 1.1 §17.4.2.5), or nil for a blank node.
  func text(_ id: TermID) -> ArraySlice<UInt8>? {
    let bytes = bytes(id)
    switch bytes[bytes.startIndex] {
    case UInt8(ascii: "<"): return bytes.dropFirst().dropLast()
    case UInt8(ascii: "_"): return nil
    default: return LiteralParts(bytes).lexicalForm
    }
  }

  /// The number of characters of `text`.
  func length(_ id: TermID) -> Int? {
    text(id)?.count { $0 & 0xC0 != 0x80 }
  }

  /// The language tag as written, or nil when there is none.
  func language(_ id: TermID) -> ArraySlice<UInt8>? {
    let bytes = bytes(id)
    guard bytes[bytes.startIndex] == UInt8(ascii: "\"") else { return nil }
    return LiteralParts(bytes).language
  }
}
