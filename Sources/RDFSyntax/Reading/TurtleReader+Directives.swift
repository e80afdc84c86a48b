internal import RDFModel

extension TurtleReader {
  /// `@prefix`, `@base`, `PREFIX` or `BASE`; false when something else is next.
  mutating func readDirective() throws(Fault) -> Bool {
    if scanner.byte == UInt8(ascii: "@") {
      let start = scanner.position
      scanner.position += 1
      if takeWord("prefix") {
        try readPrefix()
      } else if takeWord("base") {
        try readBase()
      } else {
        scanner.position = start
        throw scanner.unexpected("'@prefix' or '@base'")
      }
      skipSpace()
      try scanner.expect(UInt8(ascii: "."))
      return true
    }
    if takeKeyword("PREFIX") {
      try readPrefix()
      return true
    }
    if takeKeyword("BASE") {
      try readBase()
      return true
    }
    return false
  }

  /// A SPARQL keyword in any case of letters, unless it is a prefix.
  mutating func takeKeyword(_ keyword: StaticString) -> Bool {
    let end = endOfPrefix(from: scanner.position)
    guard end - scanner.position == keyword.utf8CodeUnitCount, scanner.input[end] != UInt8(ascii: ":") else {
      return false
    }
    guard scanner.input.text(scanner.position..<end).uppercased() == keyword.description else { return false }
    scanner.position = end
    return true
  }

  /// The word after `@`, whose case counts.
  private mutating func takeWord(_ word: StaticString) -> Bool {
    let end = endOfPrefix(from: scanner.position)
    guard scanner.input.text(scanner.position..<end) == word.description else { return false }
    scanner.position = end
    return true
  }

  private mutating func readPrefix() throws(Fault) {
    skipSpace()
    let start = scanner.position
    let colon = endOfPrefix(from: start)
    guard scanner.input[colon] == UInt8(ascii: ":") else { throw scanner.unexpected("a prefix and ':'") }
    scanner.position = colon + 1
    skipSpace()
    let namespace = try readReference()
    unsafe prefixes.define(scanner.input[start..<colon], as: namespace)
  }

  private mutating func readBase() throws(Fault) {
    skipSpace()
    base = IRIResolution(base: try readReference())
  }

  private mutating func readReference() throws(Fault) -> [UInt8] {
    guard scanner.byte == UInt8(ascii: "<") else { throw scanner.unexpected("an IRI between '<' and '>'") }
    let iri = try readIRI()
    return Array(scanner.terms.canonicalBytes(iri).dropFirst().dropLast())
  }
}
