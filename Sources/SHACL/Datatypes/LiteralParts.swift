import RDFModel

/// A literal's canonical form taken apart, without making strings.
struct LiteralParts {
  private let bytes: ArraySlice<UInt8>
  private let quote: Int

  /// The bytes must be a literal's canonical N-Triples form.
  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    // Neither a tag nor an IRI holds a quotation mark.
    var at = bytes.endIndex - 1
    while at > bytes.startIndex, bytes[at] != UInt8(ascii: "\"") { at -= 1 }
    quote = at
  }

  /// The lexical form in UTF-8, with escapes resolved.
  var lexicalForm: ArraySlice<UInt8> {
    guard quote > bytes.startIndex else { return [] }
    let written = bytes[(bytes.startIndex + 1)..<quote]
    guard written.contains(0x5C) else { return written }
    return Array((CanonicalForm.term(bytes).literal?.lexicalForm ?? "").utf8)[...]
  }

  /// The datatype's IRI, or nil for a plain string and for a string with a language.
  var datatype: ArraySlice<UInt8>? {
    let tail = bytes[(quote + 1)...]
    return tail.first == UInt8(ascii: "^") ? tail.dropFirst(3).dropLast() : nil
  }

  var language: ArraySlice<UInt8>? {
    let tail = bytes[(quote + 1)...]
    return tail.first == UInt8(ascii: "@") ? tail.dropFirst() : nil
  }
}

/// How the canonical form of a datatype's literals ends, and what must stand before it.
struct LiteralTail: Sendable {
  private enum Form {
    case plain, tagged
    case typed([UInt8])
  }

  private let form: Form
  private let type: XSDType?

  init(datatype: IRI) {
    type = XSDType(datatype)
    switch datatype {
    case XSD.string: form = .plain
    case RDF.langString: form = .tagged
    default: form = .typed(Array("\"^^<\(datatype.string)>".utf8))
    }
  }

  /// Whether the term is a literal of this datatype, and one that the datatype has a value for.
  func matches(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, first == UInt8(ascii: "\"") else { return false }
    switch form {
    case .plain: return bytes[bytes.endIndex - 1] == UInt8(ascii: "\"")
    case .tagged: return bytes[bytes.endIndex - 1] != UInt8(ascii: "\"") && LiteralParts(bytes).language != nil
    case .typed(let tail):
      guard bytes.count > tail.count, bytes.suffix(tail.count).elementsEqual(tail) else { return false }
      guard let type else { return true }
      let written = bytes[(bytes.startIndex + 1)..<(bytes.endIndex - tail.count)]
      return type.accepts(written.contains(0x5C) ? LiteralParts(bytes).lexicalForm : written)
    }
  }
}
