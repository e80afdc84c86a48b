internal import RDFModel

extension TermScanner {
  /// Moves over a string in any of the four quotings and leaves `"lexical form"` in canonical form in `scratch`.
  /// The line formats have the first quoting only.
  mutating func scanString() throws(Fault) {
    let quote = byte
    let start = position
    scratch.removeAll(keepingCapacity: true)
    scratch.append(UInt8(ascii: "\""))
    if peek(1) == quote, peek(2) == quote {
      position += 3
      try scanLongString(quote, from: start)
    } else {
      position += 1
      try scanShortString(quote, from: start)
    }
    scratch.append(UInt8(ascii: "\""))
  }

  mutating func scanShortString(_ quote: UInt8, from start: Int) throws(Fault) {
    while byte != quote {
      switch byte {
      case UInt8(ascii: "\\"): try scanStringEscape()
      case 0x0A, 0x0D: throw Fault(.unexpected, "the string is not closed on its line", at: start)
      case 0 where isAtEnd: throw Fault(.unexpectedEnd, "the string is not closed", at: start)
      default: appendStringByte()
      }
    }
    position += 1
  }

  private mutating func scanLongString(_ quote: UInt8, from start: Int) throws(Fault) {
    while true {
      if byte == quote {
        if peek(1) == quote, peek(2) == quote {
          position += 3
          return
        }
        appendStringByte()
      } else if byte == UInt8(ascii: "\\") {
        try scanStringEscape()
      } else if byte == 0, isAtEnd {
        throw Fault(.unexpectedEnd, "the string is not closed", at: start)
      } else {
        appendStringByte()
      }
    }
  }

  /// LANGTAG at its `@`; returns where it ends.
  mutating func scanLanguageTag() throws(Fault) {
    let start = position
    position += 1
    guard CharacterClass.isLetter(byte) else {
      throw Fault(.languageTag, "a language tag begins with a letter", at: start)
    }
    while CharacterClass.isLetter(byte) { position += 1 }
    while byte == UInt8(ascii: "-") {
      position += 1
      guard CharacterClass.isLetter(byte) || CharacterClass.isDigit(byte) else {
        throw Fault(.languageTag, "a subtag of a language tag is letters and digits", at: start)
      }
      while CharacterClass.isLetter(byte) || CharacterClass.isDigit(byte) { position += 1 }
    }
  }

  /// BLANK_NODE_LABEL at its `_`.
  mutating func scanBlankNodeLabel() throws(Fault) -> TermID {
    let start = position
    position += 1
    try expect(UInt8(ascii: ":"))
    let first = input.scalar(at: position)
    guard !isAtEnd, CharacterClass.isLabelStart(first.value) else { throw unexpected("a blank node's label") }
    position += first.length
    scanNameRest()
    return scope.node(intern(start..<position), in: &terms)
  }

  /// `(PN_CHARS | '.')* PN_CHARS`, which may be nothing: a final dot stays outside.
  mutating func scanNameRest() {
    while true {
      let byte = byte
      if CharacterClass.isLetter(byte) || CharacterClass.isDigit(byte) || byte == 0x5F || byte == 0x2D || byte == 0x2E {
        position += 1
      } else if byte >= 0x80 {
        let scalar = input.scalar(at: position)
        guard CharacterClass.isName(scalar.value) else { break }
        position += scalar.length
      } else {
        break
      }
    }
    while input[position - 1] == UInt8(ascii: ".") { position -= 1 }
  }
}

extension TermScanner {
  /// Ends the literal in `scratch` with its datatype; `xsd:string` is left out of the canonical form.
  mutating func appendDatatype(_ datatype: TermID) {
    let iri = terms.canonicalBytes(datatype)
    if iri.dropFirst().dropLast().elementsEqual(XSD.string.string.utf8) { return }
    scratch.append(UInt8(ascii: "^"))
    scratch.append(UInt8(ascii: "^"))
    scratch.append(contentsOf: iri)
  }
}
