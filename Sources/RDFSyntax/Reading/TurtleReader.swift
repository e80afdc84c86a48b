internal import RDFModel

/// Turtle and TriG (RDF 1.1 Turtle §6.5, TriG §4.5). Nesting is kept in `frames` and not on the call stack, so that no
/// document can exhaust it.
struct TurtleReader {
  var scanner: TermScanner
  var quads: [IDQuad] = []
  var base: IRIResolution?
  var prefixes = PrefixTable()
  /// Whether graphs may be named: TriG.
  let namesGraphs: Bool
  var graph = TermID.none
  var frames: [Frame] = []
  lazy var type = scanner.terms.intern(.iri(RDF.type))
  lazy var first = scanner.terms.intern(.iri(RDF.first))
  lazy var rest = scanner.terms.intern(.iri(RDF.rest))
  lazy var emptyList = scanner.terms.intern(.iri(RDF.nil))

  init(_ input: InputBytes, terms: consuming TermTable, base: IRI?, namesGraphs: Bool) {
    scanner = TermScanner(input, terms: terms)
    // Under a base that is no IRI itself, nothing would come out that is one.
    self.base = base.flatMap { $0.isWritable ? IRIResolution(base: Array($0.string.utf8)) : nil }
    self.namesGraphs = namesGraphs
  }

  mutating func read() throws(Fault) {
    if scanner.byte == 0xEF, scanner.peek(1) == 0xBB, scanner.peek(2) == 0xBF { scanner.position = 3 }
    if let bad = scanner.input.firstMalformedByte(in: scanner.position..<scanner.input.count) {
      throw Fault(.encoding, "this is not UTF-8", at: bad)
    }
    skipSpace()
    while !scanner.isAtEnd {
      try readStatement()
      skipSpace()
    }
  }

  private mutating func readStatement() throws(Fault) {
    if try readDirective() { return }
    guard namesGraphs else {
      try readTriples()
      try scanner.expect(UInt8(ascii: "."))
      return
    }
    if scanner.byte == UInt8(ascii: "{") { return try readGraph(named: .none) }
    if takeKeyword("GRAPH") {
      skipSpace()
      guard let name = try readLabel() else { throw scanner.unexpected("the graph's name") }
      skipSpace()
      return try readGraph(named: name)
    }
    let start = scanner.position
    if let name = try readLabel() {
      skipSpace()
      if scanner.byte == UInt8(ascii: "{") { return try readGraph(named: name) }
      try readTriples(about: name)
    } else {
      scanner.position = start
      try readTriples()
    }
    try scanner.expect(UInt8(ascii: "."))
  }

  /// What may name a graph: an IRI, a blank node's label, or `[]`.
  private mutating func readLabel() throws(Fault) -> TermID? {
    if scanner.byte == UInt8(ascii: "[") {
      scanner.position += 1
      skipSpace()
      guard scanner.byte == UInt8(ascii: "]") else { return nil }
      scanner.position += 1
      return scanner.scope.fresh(in: &scanner.terms)
    }
    if scanner.byte == UInt8(ascii: "(") { return nil }
    return try readResource("a subject or a graph's name")
  }

  private mutating func readGraph(named name: TermID) throws(Fault) {
    try scanner.expect(UInt8(ascii: "{"))
    graph = name
    skipSpace()
    while scanner.byte != UInt8(ascii: "}") {
      try readTriples()
      guard scanner.byte == UInt8(ascii: ".") else { break }
      scanner.position += 1
      skipSpace()
    }
    guard scanner.byte == UInt8(ascii: "}") else { throw scanner.unexpected("'.' or '}'") }
    scanner.position += 1
    graph = .none
  }

  /// White space and comments.
  mutating func skipSpace() {
    while true {
      switch scanner.byte {
      case 0x20, 0x0A, 0x0D, 0x09: scanner.position += 1
      case UInt8(ascii: "#"):
        while !scanner.isAtEnd, scanner.byte != 0x0A, scanner.byte != 0x0D { scanner.position += 1 }
      default: return
      }
    }
  }

  mutating func emit(_ subject: TermID, _ predicate: TermID, _ object: TermID) {
    quads.append(IDQuad(IDTriple(subject, predicate, object), graph: graph))
  }
}
