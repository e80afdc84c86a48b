/// The number that a `TermTable` gave a term. It means something in that table only.
public struct TermID: Hashable, Comparable, Sendable {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
  @inlinable public static func < (a: TermID, b: TermID) -> Bool { a.rawValue < b.rawValue }
  /// No term: the default graph's name, or nothing found.
  public static let none = TermID(rawValue: 0)
}

public enum TermKind: Sendable { case iri, blankNode, literal }

/// Terms to integers and back. Each distinct term is held once, as its canonical N-Triples bytes.
public struct TermTable: Sendable {
  private var arena: [UInt8] = []
  private var starts: [Int] = [0, 0]
  private var slots: [UInt32] = Array(repeating: 0, count: 1024)

  public init() {}

  /// How many distinct terms there are.
  public var count: Int { starts.count - 2 }

  public mutating func intern(_ term: Term) -> TermID { intern(canonical: CanonicalForm.bytes(of: term)) }

  /// The bytes must be a term's canonical form.
  public mutating func intern(canonical bytes: [UInt8]) -> TermID {
    var slot = Self.hash(bytes) & (slots.count - 1)
    while slots[slot] != 0 {
      if holds(slots[slot], bytes) { return TermID(rawValue: slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    arena.append(contentsOf: bytes)
    starts.append(arena.count)
    let id = UInt32(starts.count - 2)
    slots[slot] = id
    if starts.count * 2 > slots.count { grow() }
    return TermID(rawValue: id)
  }

  /// The term's number, if it is here.
  public func find(_ term: Term) -> TermID? {
    let bytes = CanonicalForm.bytes(of: term)
    var slot = Self.hash(bytes) & (slots.count - 1)
    while slots[slot] != 0 {
      if holds(slots[slot], bytes) { return TermID(rawValue: slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  public subscript(id: TermID) -> Term { CanonicalForm.term(canonicalBytes(id)) }

  /// The canonical N-Triples form of the term.
  public func canonicalBytes(_ id: TermID) -> ArraySlice<UInt8> {
    arena[starts[Int(id.rawValue)]..<starts[Int(id.rawValue) + 1]]
  }

  public func kind(_ id: TermID) -> TermKind {
    switch arena[starts[Int(id.rawValue)]] {
    case UInt8(ascii: "<"): .iri
    case UInt8(ascii: "_"): .blankNode
    default: .literal
    }
  }

  private func holds(_ id: UInt32, _ bytes: [UInt8]) -> Bool {
    let start = starts[Int(id)]
    let end = starts[Int(id) + 1]
    return end - start == bytes.count && arena[start..<end].elementsEqual(bytes)
  }

  private mutating func grow() {
    var larger = [UInt32](repeating: 0, count: slots.count * 2)
    for id in 1..<UInt32(starts.count - 1) {
      var slot = Self.hash(Array(canonicalBytes(TermID(rawValue: id)))) & (larger.count - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = id
    }
    slots = larger
  }

  /// FNV-1a: the same in every process, so that nothing depends on a seed.
  private static func hash(_ bytes: [UInt8]) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: (hash ^ (hash >> 29)) & 0x7fff_ffff_ffff_ffff)
  }
}
