internal import RDFModel

/// What all four text formats share: the terminals of their grammars, read from bytes into term numbers.
///
/// A term without escapes is its own canonical form and is interned where it stands; any other is put together in
/// `scratch`.
struct TermScanner {
  var input: InputBytes
  var position = 0
  var terms: TermTable
  var scope: BlankNodeScope
  var scratch: [UInt8] = []

  init(_ input: InputBytes, terms: consuming TermTable) {
    self.input = input
    scope = BlankNodeScope(after: terms.count)
    self.terms = terms
  }

  @inline(__always) var byte: UInt8 { input[position] }
  @inline(__always) func peek(_ ahead: Int) -> UInt8 { input[position + ahead] }
  var isAtEnd: Bool { position >= input.count }

  @inline(__always) mutating func intern(_ range: Range<Int>) -> TermID {
    unsafe terms.intern(canonical: input[range])
  }

  mutating func internScratch() -> TermID { terms.intern(canonical: scratch) }

  /// The fault that something else stands at the position than what is named.
  func unexpected(_ wanted: String) -> Fault {
    if isAtEnd { return Fault(.unexpectedEnd, "expected \(wanted), found the end", at: position) }
    let value = input.scalar(at: position).value
    let found: String
    switch value {
    case 0x0A, 0x0D: found = "the end of the line"
    case 0...0x20, 0x7F:
      let hex = String(value, radix: 16, uppercase: true)
      found = "U+" + String(repeating: "0", count: 4 - hex.count) + hex
    default: found = Unicode.Scalar(value).map { "'\($0)'" } ?? "?"
    }
    return Fault(.unexpected, "expected \(wanted), found \(found)", at: position)
  }

  mutating func expect(_ wanted: UInt8) throws(Fault) {
    guard byte == wanted, !isAtEnd else { throw unexpected("'\(Character(Unicode.Scalar(wanted)))'") }
    position += 1
  }
}
