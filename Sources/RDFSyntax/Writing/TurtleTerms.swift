internal import RDFModel

/// Terms as Turtle writes them: prefixed names, numbers and truth values where they are exact.
struct TurtleTerms {
  private let forms: ByteStrings
  private var prefixes: PrefixMap
  /// How a term is written, by its number.
  private var styles: [Style]
  /// The datatypes of literals, which need not be terms of the table themselves.
  private var datatypes = ByteStringTable()
  private var datatypeStyles: [Style] = [.unknown]

  private enum Style: Equatable {
    case unknown, asIs, shorthand, emptyList
    case prefixed(UInt16)
    /// A literal whose datatype is shortened by this entry.
    case typed(UInt16)
  }

  init(_ forms: ByteStrings, count: Int, prefixes: PrefixMap) {
    self.forms = forms
    self.prefixes = prefixes
    styles = Array(repeating: .unknown, count: count + 1)
  }

  /// Decides how the term is written, and marks the prefix that it takes.
  mutating func prepare(_ id: TermID) {
    let index = Int(id.rawValue)
    guard id != .none, styles[index] == .unknown else { return }
    let form = unsafe forms[id.rawValue]
    switch unsafe form[0] {
    case UInt8(ascii: "<"): styles[index] = unsafe iriStyle(form)
    case UInt8(ascii: "\""): styles[index] = unsafe literalStyle(form)
    default: styles[index] = .asIs
    }
  }

  /// The prefixes that the prepared terms take, by name.
  var usedPrefixes: [(prefix: [UInt8], namespace: [UInt8])] { prefixes.used }

  /// A predicate or a graph's name: an IRI that may not be written as the empty list.
  func appendName(_ id: TermID, to bytes: inout [UInt8]) {
    if styles[Int(id.rawValue)] == .emptyList {
      unsafe bytes.append(contentsOf: forms[id.rawValue])
    } else {
      append(id, to: &bytes)
    }
  }

  func append(_ id: TermID, to bytes: inout [UInt8]) {
    let form = unsafe forms[id.rawValue]
    switch styles[Int(id.rawValue)] {
    case .unknown, .asIs: unsafe bytes.append(contentsOf: form)
    case .emptyList:
      bytes.append(UInt8(ascii: "("))
      bytes.append(UInt8(ascii: ")"))
    case .prefixed(let index): unsafe prefixes.append(form, by: Int(index), to: &bytes)
    case .shorthand:
      let end = unsafe Self.endOfLexicalForm(form)
      unsafe bytes.append(contentsOf: form[1..<end])
    case .typed(let index):
      let datatype = unsafe Self.endOfLexicalForm(form) + 3
      unsafe bytes.append(contentsOf: form[..<datatype])
      unsafe prefixes.append(UnsafeBufferPointer(rebasing: form[datatype...]), by: Int(index), to: &bytes)
    }
  }

  private static let emptyList = Array("<http://www.w3.org/1999/02/22-rdf-syntax-ns#nil>".utf8)

  private mutating func iriStyle(_ iri: UnsafeBufferPointer<UInt8>) -> Style {
    if iri.count == Self.emptyList.count, unsafe iri.elementsEqual(Self.emptyList) { return .emptyList }
    guard let index = unsafe prefixes.index(shortening: iri) else { return .asIs }
    prefixes.markUsed(index)
    return .prefixed(UInt16(index))
  }

  private mutating func literalStyle(_ literal: UnsafeBufferPointer<UInt8>) -> Style {
    // Without a datatype the last byte is the quotation mark or part of a language tag.
    guard unsafe literal[literal.count - 1] == UInt8(ascii: ">") else { return .asIs }
    let end = unsafe Self.endOfLexicalForm(literal)
    let tail = unsafe UnsafeBufferPointer(rebasing: literal[(end + 1)...])
    if unsafe TurtleShorthand.applies(lexical: UnsafeBufferPointer(rebasing: literal[1..<end]), tail: tail) {
      return .shorthand
    }
    let datatype = unsafe UnsafeBufferPointer(rebasing: tail[2...])
    let number = unsafe Int(datatypes.intern(datatype))
    if number == datatypeStyles.count {
      if case .prefixed(let index) = unsafe iriStyle(datatype) {
        datatypeStyles.append(.typed(index))
      } else {
        datatypeStyles.append(.asIs)
      }
    }
    return datatypeStyles[number]
  }

  /// Where the closing quotation mark stands. From the back: a datatype or a language tag has none.
  private static func endOfLexicalForm(_ literal: UnsafeBufferPointer<UInt8>) -> Int {
    var end = literal.count - 1
    while unsafe literal[end] != UInt8(ascii: "\"") { end -= 1 }
    return end
  }
}
