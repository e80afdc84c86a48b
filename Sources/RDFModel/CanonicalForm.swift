/// The canonical N-Triples form of a term (RDF 1.2 N-Triples, canonical form): the one text by which terms are
/// interned, compared and written.
public enum CanonicalForm {
  public static func append(_ term: Term, to bytes: inout [UInt8]) {
    switch term {
    case .iri(let iri):
      bytes.append(UInt8(ascii: "<"))
      bytes.append(contentsOf: iri.string.utf8)
      bytes.append(UInt8(ascii: ">"))
    case .blankNode(let node):
      bytes.append(UInt8(ascii: "_"))
      bytes.append(UInt8(ascii: ":"))
      bytes.append(contentsOf: node.label.utf8)
    case .literal(let literal):
      bytes.append(UInt8(ascii: "\""))
      appendEscaped(literal.lexicalForm, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
      if let language = literal.language {
        bytes.append(UInt8(ascii: "@"))
        bytes.append(contentsOf: language.utf8)
      } else if literal.datatype != XSD.string {
        bytes.append(UInt8(ascii: "^"))
        bytes.append(UInt8(ascii: "^"))
        bytes.append(UInt8(ascii: "<"))
        bytes.append(contentsOf: literal.datatype.string.utf8)
        bytes.append(UInt8(ascii: ">"))
      }
    }
  }

  public static func bytes(of term: Term) -> [UInt8] {
    var bytes: [UInt8] = []
    append(term, to: &bytes)
    return bytes
  }

  /// Escapes what the canonical form escapes: the quotation mark, the backslash, the controls of ASCII, and the two
  /// noncharacters that XML 1.1 leaves out of `Char` (U+FFFE, U+FFFF).
  public static func appendEscaped(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { buffer in
      for index in buffer.indices {
        let byte = unsafe buffer[index]
        appendEscaped(byte, to: &bytes)
        // U+FFFE and U+FFFF end EF BF BE and EF BF BF.
        if byte >= 0xBE, bytes.count >= 3, byte <= 0xBF, bytes[bytes.count - 2] == 0xBF, bytes[bytes.count - 3] == 0xEF
        {
          bytes.removeLast(3)
          bytes.append(contentsOf: byte == 0xBE ? #"\uFFFE"#.utf8 : #"\uFFFF"#.utf8)
        }
      }
    }
  }

  /// One byte of a lexical form in UTF-8, escaped when it is an ASCII character that the canonical form escapes.
  package static func appendEscaped(_ byte: UInt8, to bytes: inout [UInt8]) {
    let letter: UInt8
    switch byte {
    case 0x08: letter = UInt8(ascii: "b")
    case 0x09: letter = UInt8(ascii: "t")
    case 0x0A: letter = UInt8(ascii: "n")
    case 0x0C: letter = UInt8(ascii: "f")
    case 0x0D: letter = UInt8(ascii: "r")
    case 0x22, 0x5C: letter = byte
    case 0...0x1F, 0x7F:
      bytes.append(contentsOf: #"\u00"#.utf8)
      bytes.append(hexDigit(byte >> 4))
      bytes.append(hexDigit(byte & 15))
      return
    default:
      bytes.append(byte)
      return
    }
    bytes.append(0x5C)
    bytes.append(letter)
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

  /// Reads back what `append` wrote. The bytes are trusted: only a term table or a reader calls this.
  public static func term(_ bytes: ArraySlice<UInt8>) -> Term {
    switch bytes.first {
    case UInt8(ascii: "<"): return .iri(IRI(String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)))
    case UInt8(ascii: "_"): return .blankNode(BlankNode(String(decoding: bytes.dropFirst(2), as: UTF8.self)))
    default:
      let end = endOfLexicalForm(bytes)
      let lexical = unescape(bytes[min(bytes.startIndex + 1, end)..<end])
      let tail = bytes[end...].dropFirst()
      switch tail.first {
      case UInt8(ascii: "@"):
        return .literal(Literal(lexical, language: String(decoding: tail.dropFirst(), as: UTF8.self)))
      case UInt8(ascii: "^"):
        return .literal(
          Literal(lexical, datatype: IRI(String(decoding: tail.dropFirst(3).dropLast(), as: UTF8.self))))
      default: return .literal(Literal(lexical))
      }
    }
  }

  /// Where a literal's closing quotation mark stands: the first one that is not escaped.
  package static func endOfLexicalForm(_ literal: ArraySlice<UInt8>) -> Int {
    var index = literal.startIndex + 1
    while index < literal.endIndex {
      switch literal[index] {
      case 0x22: return index
      case 0x5C: index += 2
      default: index += 1
      }
    }
    return literal.endIndex
  }

  private static func unescape(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(0x5C) else { return String(decoding: bytes, as: UTF8.self) }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      guard byte == 0x5C, index < bytes.endIndex else {
        out.append(byte)
        continue
      }
      let next = bytes[index]
      index += 1
      switch next {
      case UInt8(ascii: "b"): out.append(0x08)
      case UInt8(ascii: "t"): out.append(0x09)
      case UInt8(ascii: "n"): out.append(0x0A)
      case UInt8(ascii: "f"): out.append(0x0C)
      case UInt8(ascii: "r"): out.append(0x0D)
      case UInt8(ascii: "u"), UInt8(ascii: "U"):
        let end = min(index + (next == UInt8(ascii: "u") ? 4 : 8), bytes.endIndex)
        let value = UInt32(String(decoding: bytes[index..<end], as: UTF8.self), radix: 16)
        let scalar = value.flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
        out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        index = end
      default: out.append(next)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
