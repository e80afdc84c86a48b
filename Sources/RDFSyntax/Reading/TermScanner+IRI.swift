internal import RDFModel

extension TermScanner {
  /// Moves over IRIREF from its `<` to behind its `>`. True when it had no escape, so that the bytes between stand for
  /// themselves; otherwise the IRI without its brackets is in `scratch`.
  mutating func scanIRIReference() throws(Fault) -> Bool {
    let start = position
    position = input.endOfIRICharacters(from: start + 1)
    if byte == UInt8(ascii: ">") {
      position += 1
      return true
    }
    position = start + 1
    scratch.removeAll(keepingCapacity: true)
    while byte != UInt8(ascii: ">") {
      if byte == UInt8(ascii: "\\") {
        try scanIRIEscape()
      } else if InputBytes.iriStops.contains(byte) {
        throw iriFault()
      } else {
        scratch.append(byte)
        position += 1
      }
    }
    position += 1
    return false
  }

  private mutating func scanIRIEscape() throws(Fault) {
    let start = position
    position += 1
    guard byte == UInt8(ascii: "u") || byte == UInt8(ascii: "U") else {
      throw Fault(.escape, "a backslash escapes only u and U in an IRI", at: start)
    }
    let scalar = try scanUnicodeEscape()
    if scalar.isASCII, InputBytes.iriStops.contains(UInt8(scalar.value)) {
      throw Fault(.iri, "\(input.text(start..<position)) may not stand in an IRI, not even escaped", at: start)
    }
    append(scalar)
  }

  private func iriFault() -> Fault {
    if isAtEnd { return Fault(.unexpectedEnd, "the IRI has no '>'", at: position) }
    return Fault(.iri, unexpected("'>' or a character of an IRI").message, at: position)
  }

  /// An absolute IRI, unchanged but for escapes: the line formats' IRIREF.
  mutating func scanAbsoluteIRI() throws(Fault) -> TermID {
    let start = position
    let plain = try scanIRIReference()
    let inner = (start + 1)..<(position - 1)
    guard plain ? unsafe IRIResolution.hasScheme(input[inner]) : IRIResolution.hasScheme(scratch) else {
      throw Fault(.relativeIRI, "<\(input.text(inner))> is relative: an IRI must be absolute here", at: start)
    }
    if plain { return intern(start..<position) }
    scratch.insert(UInt8(ascii: "<"), at: 0)
    scratch.append(UInt8(ascii: ">"))
    return internScratch()
  }
}
