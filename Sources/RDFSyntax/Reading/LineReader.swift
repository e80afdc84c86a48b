internal import RDFModel

/// N-Triples and N-Quads (RDF 1.1 N-Triples §2, N-Quads §2): one statement a line, every term written out.
struct LineReader {
  var scanner: TermScanner
  var quads: [IDQuad] = []
  /// Whether a fourth term may name the graph.
  let namesGraphs: Bool

  /// The number of the line at the position, from 1.
  private(set) var line = 1
  /// Whether a byte order mark may come.
  private var isAtStart: Bool
  private var subject = Seen()
  private var graph = Seen()

  init(terms: consuming TermTable, namesGraphs: Bool, isAtStart: Bool = true) {
    scanner = TermScanner(.none, terms: terms)
    self.namesGraphs = namesGraphs
    self.isAtStart = isAtStart
  }

  /// Reads the document or, from calls one after the other, its next lines as a whole. A fault ends the reading and is
  /// returned, unless something takes it; then it goes on with the next line.
  mutating func read(_ input: InputBytes, file: String?, onError: ((SyntaxError) -> Void)?) -> SyntaxError? {
    scanner.input = input
    scanner.position = 0
    // What was seen lies in bytes that are gone.
    subject = Seen()
    graph = Seen()
    if isAtStart, scanner.byte == 0xEF, scanner.peek(1) == 0xBB, scanner.peek(2) == 0xBF { scanner.position = 3 }
    isAtStart = false
    // One sweep tells whether any line needs a closer look.
    let malformed = input.firstMalformedByte(in: scanner.position..<input.count)
    while !scanner.isAtEnd {
      let start = scanner.position
      do throws(Fault) {
        if let malformed, malformed < endOfLine(from: start),
          let bad = input.firstMalformedByte(in: start..<endOfLine(from: start))
        {
          throw Fault(.encoding, "this is not UTF-8", at: bad)
        }
        try readLine()
      } catch {
        let located = error.located(in: input, fromLine: line, at: start, file: file)
        guard let onError else { return located }
        onError(located)
        scanner.position = endOfLine(from: start)
        _ = takeEndOfLine()
      }
    }
    return nil
  }

  private func endOfLine(from start: Int) -> Int {
    var end = start
    while end < scanner.input.count, scanner.input[end] != 0x0A, scanner.input[end] != 0x0D { end += 1 }
    return end
  }

  private mutating func readLine() throws(Fault) {
    skipSpaces()
    if endsLine() { return }
    let subject = try readRepeating(\.subject, "a subject: an IRI or a blank node")
    skipSpaces()
    guard scanner.byte == UInt8(ascii: "<") else { throw scanner.unexpected("a predicate: an IRI") }
    let predicate = try scanner.scanAbsoluteIRI()
    skipSpaces()
    let object =
      scanner.byte == UInt8(ascii: "\"")
      ? try readLiteral() : try readResource("an object: an IRI, a blank node or a literal")
    skipSpaces()
    var graph = TermID.none
    if namesGraphs, scanner.byte != UInt8(ascii: ".") {
      graph = try readRepeating(\.graph, "the graph's name or '.'")
      skipSpaces()
    }
    try scanner.expect(UInt8(ascii: "."))
    skipSpaces()
    guard endsLine() else { throw scanner.unexpected("the end of the line") }
    quads.append(IDQuad(IDTriple(subject, predicate, object), graph: graph))
  }

  @inline(__always) private mutating func skipSpaces() {
    while scanner.byte == 0x20 || scanner.byte == 0x09 { scanner.position += 1 }
  }

  /// Moves over a comment and the line's end, if they are next.
  private mutating func endsLine() -> Bool {
    if scanner.byte == UInt8(ascii: "#") {
      while !scanner.isAtEnd, scanner.byte != 0x0A, scanner.byte != 0x0D { scanner.position += 1 }
    }
    return scanner.isAtEnd || takeEndOfLine()
  }

  /// LF, CR LF or CR.
  @inline(__always) private mutating func takeEndOfLine() -> Bool {
    let byte = scanner.byte
    guard byte == 0x0A || byte == 0x0D else { return false }
    scanner.position += byte == 0x0D && scanner.peek(1) == 0x0A ? 2 : 1
    line += 1
    return true
  }

  private mutating func readResource(_ wanted: String) throws(Fault) -> TermID {
    switch scanner.byte {
    case UInt8(ascii: "<"): return try scanner.scanAbsoluteIRI()
    case UInt8(ascii: "_"): return try scanner.scanBlankNodeLabel()
    default: throw scanner.unexpected(wanted)
    }
  }

  /// An IRI's text in the input and its number.
  struct Seen {
    var range = 0..<0
    var id = TermID.none
  }

  /// Most lines have the subject and the graph of the line before: they are compared and not looked up.
  @inline(__always)
  private mutating func readRepeating(_ seen: WritableKeyPath<Self, Seen>, _ wanted: String) throws(Fault) -> TermID {
    let last = self[keyPath: seen]
    if last.id != .none, scanner.input.repeats(last.range, at: scanner.position) {
      scanner.position += last.range.count
      return last.id
    }
    let start = scanner.position
    let isIRI = scanner.byte == UInt8(ascii: "<")
    let id = try readResource(wanted)
    if isIRI { self[keyPath: seen] = Seen(range: start..<scanner.position, id: id) }
    return id
  }

  /// A literal that stands in the input as in canonical form is interned from there.
  private mutating func readLiteral() throws(Fault) -> TermID {
    let start = scanner.position
    guard let end = endOfCanonicalString(from: start + 1) else { return try readUncommonLiteral() }
    scanner.position = end + 1
    switch scanner.byte {
    case UInt8(ascii: "@"): try scanner.scanLanguageTag()
    case UInt8(ascii: "^"): return try readTypedLiteral(start..<(end + 1))
    default: break
    }
    return scanner.intern(start..<scanner.position)
  }

  /// Where the closing quotation mark stands, when no byte before it is written otherwise in canonical form.
  @inline(__always)
  private func endOfCanonicalString(from start: Int) -> Int? {
    var at = start
    while true {
      at = scanner.input.endOfStringCharacters(from: at)
      switch scanner.input[at] {
      case UInt8(ascii: "\""): return at
      case UInt8(ascii: "\\") where Self.canonicalEscapes.contains(scanner.input[at + 1]): at += 2
      default: return nil
      }
    }
  }

  private static let canonicalEscapes = ByteSet("btnfr\"\\")

  private mutating func readTypedLiteral(_ quoted: Range<Int>) throws(Fault) -> TermID {
    scanner.position = quoted.upperBound + 1
    try scanner.expect(UInt8(ascii: "^"))
    guard scanner.byte == UInt8(ascii: "<") else { throw scanner.unexpected("a datatype: an IRI") }
    let datatype = try scanner.scanAbsoluteIRI()
    scanner.scratch.removeAll(keepingCapacity: true)
    unsafe scanner.scratch.append(contentsOf: scanner.input[quoted])
    scanner.appendDatatype(datatype)
    return scanner.internScratch()
  }

  /// A literal with escapes or characters that the canonical form writes otherwise.
  private mutating func readUncommonLiteral() throws(Fault) -> TermID {
    let start = scanner.position
    scanner.scratch.removeAll(keepingCapacity: true)
    scanner.scratch.append(UInt8(ascii: "\""))
    scanner.position += 1
    try scanner.scanShortString(UInt8(ascii: "\""), from: start)
    scanner.scratch.append(UInt8(ascii: "\""))
    switch scanner.byte {
    case UInt8(ascii: "@"):
      let tag = scanner.position
      try scanner.scanLanguageTag()
      unsafe scanner.scratch.append(contentsOf: scanner.input[tag..<scanner.position])
    case UInt8(ascii: "^"):
      scanner.position += 1
      try scanner.expect(UInt8(ascii: "^"))
      guard scanner.byte == UInt8(ascii: "<") else { throw scanner.unexpected("a datatype: an IRI") }
      let lexical = scanner.scratch
      let datatype = try scanner.scanAbsoluteIRI()
      scanner.scratch = lexical
      scanner.appendDatatype(datatype)
    default: break
    }
    return scanner.internScratch()
  }
}
