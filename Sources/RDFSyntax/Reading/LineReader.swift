internal import RDFModel

/// N-Triples and N-Quads (RDF 1.1 N-Triples §2, N-Quads §2): one statement a line, every term written out.
struct LineReader {
  var scanner: TermScanner
  var quads: [IDQuad] = []
  /// Whether a fourth term may name the graph.
  let namesGraphs: Bool

  init(_ input: InputBytes, terms: consuming TermTable, namesGraphs: Bool) {
    scanner = TermScanner(input, terms: terms)
    self.namesGraphs = namesGraphs
  }

  /// Reads to the end. A fault ends the reading unless `recover` takes it; then it goes on with the next line.
  mutating func read(recover: ((Fault) -> Void)?) throws(Fault) {
    skipByteOrderMark()
    // One sweep tells whether any line needs a closer look.
    let malformed = scanner.input.firstMalformedByte(in: scanner.position..<scanner.input.count)
    while !scanner.isAtEnd {
      let start = scanner.position
      do throws(Fault) {
        if let malformed, endOfLine(from: start) > malformed {
          if let bad = scanner.input.firstMalformedByte(in: start..<endOfLine(from: start)) {
            throw Fault(.encoding, "this is not UTF-8", at: bad)
          }
        }
        try readLine()
      } catch {
        guard let recover else { throw error }
        recover(error)
        scanner.position = endOfLine(from: start)
      }
    }
  }

  private mutating func skipByteOrderMark() {
    if scanner.byte == 0xEF, scanner.peek(1) == 0xBB, scanner.peek(2) == 0xBF { scanner.position = 3 }
  }

  private func endOfLine(from start: Int) -> Int {
    var end = start
    while end < scanner.input.count, scanner.input[end] != 0x0A, scanner.input[end] != 0x0D { end += 1 }
    return min(end + 1, scanner.input.count)
  }

  private mutating func readLine() throws(Fault) {
    skipSpaces()
    if try endsLine() { return }
    let subject = try readResource("a subject: an IRI or a blank node")
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
      graph = try readResource("the graph's name or '.'")
      skipSpaces()
    }
    try scanner.expect(UInt8(ascii: "."))
    skipSpaces()
    guard try endsLine() else { throw scanner.unexpected("the end of the line") }
    quads.append(IDQuad(IDTriple(subject, predicate, object), graph: graph))
  }

  @inline(__always) private mutating func skipSpaces() {
    while scanner.byte == 0x20 || scanner.byte == 0x09 { scanner.position += 1 }
  }

  /// Moves over a comment and the line's end, if they are next.
  private mutating func endsLine() throws(Fault) -> Bool {
    if scanner.byte == UInt8(ascii: "#") {
      while !scanner.isAtEnd, scanner.byte != 0x0A, scanner.byte != 0x0D { scanner.position += 1 }
    }
    guard !scanner.isAtEnd else { return true }
    guard scanner.byte == 0x0A || scanner.byte == 0x0D else { return false }
    scanner.position += 1
    return true
  }

  private mutating func readResource(_ wanted: String) throws(Fault) -> TermID {
    switch scanner.byte {
    case UInt8(ascii: "<"): return try scanner.scanAbsoluteIRI()
    case UInt8(ascii: "_"): return try scanner.scanBlankNodeLabel()
    default: throw scanner.unexpected(wanted)
    }
  }

  private mutating func readLiteral() throws(Fault) -> TermID {
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
