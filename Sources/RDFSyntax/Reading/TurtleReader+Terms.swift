internal import RDFModel

extension TurtleReader {
  /// An IRI in either form, or a blank node's label.
  mutating func readResource(_ wanted: String) throws(Fault) -> TermID {
    switch scanner.byte {
    case UInt8(ascii: "<"): return try readIRI()
    case UInt8(ascii: "_"): return try scanner.scanBlankNodeLabel()
    default: return try readPrefixedName(wanted)
    }
  }

  mutating func readTerm() throws(Fault) -> TermID {
    switch scanner.byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return try readLiteral()
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), 0x30...0x39: return try readNumber()
    case UInt8(ascii: "t"), UInt8(ascii: "f"):
      if let boolean = readBoolean() { return boolean }
      return try readResource("an object")
    default: return try readResource("an object: an IRI, a blank node, a literal, '[' or '('")
    }
  }

  /// IRIREF, resolved against the base.
  mutating func readIRI() throws(Fault) -> TermID {
    let start = scanner.position
    let plain = try scanner.scanIRIReference()
    if plain {
      let inner = (start + 1)..<(scanner.position - 1)
      // Absolute and without dot segments: it resolves to itself.
      if unsafe IRIResolution.hasScheme(scanner.input[inner]), !hasDotSegment(inner) {
        return scanner.intern(start..<scanner.position)
      }
      scanner.scratch.removeAll(keepingCapacity: true)
      unsafe scanner.scratch.append(contentsOf: scanner.input[inner])
    }
    let target = try resolve(scanner.scratch, at: start)
    scanner.scratch.removeAll(keepingCapacity: true)
    scanner.scratch.append(UInt8(ascii: "<"))
    scanner.scratch.append(contentsOf: target)
    scanner.scratch.append(UInt8(ascii: ">"))
    return scanner.internScratch()
  }

  /// Whether a `/.` stands before the query: resolving may change the IRI then.
  private func hasDotSegment(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      switch scanner.input[index] {
      case UInt8(ascii: "/"): if scanner.input[index + 1] == UInt8(ascii: ".") { return true }
      case UInt8(ascii: "?"), UInt8(ascii: "#"): return false
      default: break
      }
      index += 1
    }
    return false
  }

  func resolve(_ reference: [UInt8], at start: Int) throws(Fault) -> [UInt8] {
    var target: [UInt8] = []
    if let base {
      base.resolve(reference, to: &target)
    } else if IRIResolution.hasScheme(reference) {
      IRIResolution(base: reference).resolve(reference, to: &target)
    } else {
      let text = String(decoding: reference, as: UTF8.self)
      throw Fault(.relativeIRI, "<\(text)> is relative, and there is no base to resolve it against", at: start)
    }
    return target
  }

  /// `true` or `false` (Turtle §2.5.3), unless it begins a prefixed name.
  private mutating func readBoolean() -> TermID? {
    let start = scanner.position
    let end = endOfPrefix(from: start)
    guard scanner.input[end] != UInt8(ascii: ":") else { return nil }
    let word = scanner.input.text(start..<end)
    guard word == "true" || word == "false" else { return nil }
    scanner.position = end
    return number(start..<end, XSD.boolean)
  }

  /// INTEGER, DECIMAL or DOUBLE, the longest that fits.
  private mutating func readNumber() throws(Fault) -> TermID {
    let start = scanner.position
    var at = start
    if scanner.input[at] == UInt8(ascii: "+") || scanner.input[at] == UInt8(ascii: "-") { at += 1 }
    func digits(from index: Int) -> Int {
      var index = index
      while CharacterClass.isDigit(scanner.input[index]) { index += 1 }
      return index
    }
    let wholeEnd = digits(from: at)
    let hasWhole = wholeEnd > at
    var end = wholeEnd
    var datatype = XSD.integer
    var fractionEnd = wholeEnd
    if scanner.input[wholeEnd] == UInt8(ascii: ".") {
      fractionEnd = digits(from: wholeEnd + 1)
      if fractionEnd > wholeEnd + 1 {
        end = fractionEnd
        datatype = XSD.decimal
      }
    }
    if hasWhole || fractionEnd > wholeEnd + 1, scanner.input[fractionEnd] | 0x20 == UInt8(ascii: "e") {
      var exponent = fractionEnd + 1
      if scanner.input[exponent] == UInt8(ascii: "+") || scanner.input[exponent] == UInt8(ascii: "-") { exponent += 1 }
      let exponentEnd = digits(from: exponent)
      if exponentEnd > exponent {
        end = exponentEnd
        datatype = XSD.double
      }
    }
    guard hasWhole || end > wholeEnd else { throw scanner.unexpected("an object") }
    scanner.position = end
    return number(start..<end, datatype)
  }

  private mutating func number(_ range: Range<Int>, _ datatype: IRI) -> TermID {
    scanner.scratch.removeAll(keepingCapacity: true)
    scanner.scratch.append(UInt8(ascii: "\""))
    unsafe scanner.scratch.append(contentsOf: scanner.input[range])
    scanner.scratch.append(contentsOf: "\"^^<".utf8)
    scanner.scratch.append(contentsOf: datatype.string.utf8)
    scanner.scratch.append(UInt8(ascii: ">"))
    return scanner.internScratch()
  }

  private mutating func readLiteral() throws(Fault) -> TermID {
    try scanner.scanString()
    switch scanner.byte {
    case UInt8(ascii: "@"):
      let tag = scanner.position
      try scanner.scanLanguageTag()
      unsafe scanner.scratch.append(contentsOf: scanner.input[tag..<scanner.position])
    case UInt8(ascii: "^"):
      scanner.position += 1
      try scanner.expect(UInt8(ascii: "^"))
      skipSpace()
      if scanner.byte == UInt8(ascii: "_") { throw scanner.unexpected("a datatype: an IRI") }
      let lexical = scanner.scratch
      let datatype = try readResource("a datatype: an IRI")
      scanner.scratch = lexical
      scanner.appendDatatype(datatype)
    default: break
    }
    return scanner.internScratch()
  }
}
