/// The number that a `TermTable` gave a term. It means something in that table only.
public struct TermID: Hashable, Comparable, Sendable {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
  @inlinable public static func < (a: TermID, b: TermID) -> Bool { a.rawValue < b.rawValue }
  @inlinable public static func == (a: TermID, b: TermID) -> Bool { a.rawValue == b.rawValue }
  /// No term: the default graph's name, or nothing found.
  public static let none = TermID(rawValue: 0)
}

public enum TermKind: Sendable { case iri, blankNode, literal }

/// Terms to integers and back. Each distinct term is held once, as its canonical N-Triples bytes.
public struct TermTable: Sendable {
  private var strings = ByteStringTable()

  public init() {}

  /// How many distinct terms there are. Their numbers are `1...count`, in the order in which they came.
  public var count: Int { strings.count }

  public mutating func intern(_ term: Term) -> TermID { intern(canonical: CanonicalForm.bytes(of: term)) }

  /// The bytes must be a term's canonical form.
  public mutating func intern(canonical bytes: [UInt8]) -> TermID {
    unsafe bytes.withUnsafeBufferPointer { unsafe intern(canonical: $0) }
  }

  /// The bytes must be a term's canonical form: a reader hands over what stands in its input, uncopied.
  @unsafe public mutating func intern(canonical bytes: UnsafeBufferPointer<UInt8>) -> TermID {
    unsafe TermID(rawValue: strings.intern(bytes))
  }

  /// The term's number, if it is here.
  public func find(_ term: Term) -> TermID? { find(canonical: CanonicalForm.bytes(of: term)) }

  /// The number of the term with this canonical form, if it is here.
  public func find(canonical bytes: [UInt8]) -> TermID? {
    let number = unsafe bytes.withUnsafeBufferPointer { unsafe strings.find($0) }
    return number == 0 ? nil : TermID(rawValue: number)
  }

  public subscript(id: TermID) -> Term { CanonicalForm.term(canonicalBytes(id)) }

  /// The canonical N-Triples form of the term.
  public func canonicalBytes(_ id: TermID) -> ArraySlice<UInt8> { strings[id.rawValue] }

  public func kind(_ id: TermID) -> TermKind {
    switch strings.firstByte(id.rawValue) {
    case UInt8(ascii: "<"): .iri
    case UInt8(ascii: "_"): .blankNode
    default: .literal
    }
  }

  /// All terms' canonical bytes by number, for loops that would otherwise pay for a slice each.
  package func withCanonicalForms<Result>(_ body: (ByteStrings) throws -> Result) rethrows -> Result {
    try strings.withStrings(body)
  }
}
