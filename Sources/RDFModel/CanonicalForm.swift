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
      bytes.append(contentsOf: [UInt8(ascii: "_"), UInt8(ascii: ":")])
      bytes.append(contentsOf: node.label.utf8)
    case .literal(let literal):
      bytes.append(UInt8(ascii: "\""))
      appendEscaped(literal.lexicalForm, to: &bytes)
      bytes.append(UInt8(ascii: "\""))
      if let language = literal.language {
        bytes.append(UInt8(ascii: "@"))
        bytes.append(contentsOf: language.utf8)
      } else if literal.datatype != XSD.string {
        bytes.append(contentsOf: [UInt8(ascii: "^"), UInt8(ascii: "^"), UInt8(ascii: "<")])
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

  /// Escapes what the canonical form escapes: the quotation mark, the backslash and the controls.
  public static func appendEscaped(_ text: String, to bytes: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case 0x08: bytes.append(contentsOf: [0x5C, UInt8(ascii: "b")])
      case 0x09: bytes.append(contentsOf: [0x5C, UInt8(ascii: "t")])
      case 0x0A: bytes.append(contentsOf: [0x5C, UInt8(ascii: "n")])
      case 0x0C: bytes.append(contentsOf: [0x5C, UInt8(ascii: "f")])
      case 0x0D: bytes.append(contentsOf: [0x5C, UInt8(ascii: "r")])
      case 0x22: bytes.append(contentsOf: [0x5C, 0x22])
      case 0x5C: bytes.append(contentsOf: [0x5C, 0x5C])
      case 0...0x1F, 0x7F:
        let hex = Array("0123456789ABCDEF".utf8)
        bytes.append(contentsOf: [0x5C, UInt8(ascii: "u"), 0x30, 0x30, hex[Int(byte >> 4)], hex[Int(byte & 15)]])
      default: bytes.append(byte)
      }
    }
  }

  /// Reads back what `append` wrote. The bytes are trusted: only a term table or a reader calls this.
  public static func term(_ bytes: ArraySlice<UInt8>) -> Term {
    guard let first = bytes.first else { return .literal(Literal("")) }
    switch first {
    case UInt8(ascii: "<"): return .iri(IRI(String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)))
    case UInt8(ascii: "_"): return .blankNode(BlankNode(String(decoding: bytes.dropFirst(2), as: UTF8.self)))
    default:
      guard let end = bytes.lastIndex(of: UInt8(ascii: "\"")) else { return .literal(Literal("")) }
      let lexical = unescape(bytes[(bytes.startIndex + 1)..<end])
      let tail = bytes[(end + 1)...]
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
      case UInt8(ascii: "u"):
        let digits = String(decoding: bytes[index..<min(index + 4, bytes.endIndex)], as: UTF8.self)
        out.append(UInt8(digits, radix: 16) ?? 0x3F)
        index += 4
      default: out.append(next)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
