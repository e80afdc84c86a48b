/// Cuts a SPARQL 1.1 query (§19.8) into tokens, as far as finding its form and its `VALUES` blocks asks for: what stands
/// in strings, IRIs and comments is never taken for syntax. It does not check the grammar; the engine does.
struct Tokenizer {
  private let bytes: [UInt8]
  private var at = 0
  private var tokens: [Token] = []

  static func tokens(of text: String) throws(QueryError) -> [Token] {
    var tokenizer = Tokenizer(bytes: Array(text.utf8))
    try tokenizer.run()
    return tokenizer.tokens
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func run() throws(QueryError) {
    while at < bytes.count {
      let start = at
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0D: at += 1
      case UInt8(ascii: "#"): skipComment()
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        try skipString()
        add(.string, from: start)
      case UInt8(ascii: "<"):
        if let end = endOfIRI() {
          at = end
          add(.iri, from: start)
        } else {
          at += 1
          add(.punctuation, from: start)
        }
      case UInt8(ascii: "?"), UInt8(ascii: "$"):
        at += 1
        skip(while: Self.isName)
        // A lone question mark is a path's.
        add(at - start > 1 ? .variable : .punctuation, from: start)
      case UInt8(ascii: "@"):
        at += 1
        skip { Self.isName($0) || $0 == UInt8(ascii: "-") }
        add(.languageTag, from: start)
      case let byte where Self.isWord(byte):
        skipWord()
        add(.word, from: start)
      default:
        at += 1
        add(.punctuation, from: start)
      }
    }
  }

  private mutating func add(_ kind: Token.Kind, from start: Int) {
    tokens.append(.init(kind: kind, range: start..<at, text: String(decoding: bytes[start..<at], as: UTF8.self)))
  }

  private mutating func skip(while belongs: (UInt8) -> Bool) {
    while at < bytes.count, belongs(bytes[at]) { at += 1 }
  }

  private mutating func skipComment() {
    skip { $0 != 0x0A && $0 != 0x0D }
  }

  /// §19.8 [156] to [159].
  private mutating func skipString() throws(QueryError) {
    let (start, quote) = (at, bytes[at])
    let isLong = bytes[at...].starts(with: [quote, quote, quote])
    at += isLong ? 3 : 1
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "\\") {
        at += 2
      } else if bytes[at] == quote, !isLong || bytes[at...].starts(with: [quote, quote, quote]) {
        at += isLong ? 3 : 1
        return
      } else if !isLong, bytes[at] == 0x0A || bytes[at] == 0x0D {
        break
      } else {
        at += 1
      }
    }
    throw QueryError(.syntax, "line \(line(of: start)): a string does not end")
  }

  /// §19.8 [139]; `nil` for a `<` that compares.
  private func endOfIRI() -> Int? {
    var end = at + 1
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: ">"): return end + 1
      case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"),
        UInt8(ascii: "^"), UInt8(ascii: "`"):
        return nil
      default: end += 1
      }
    }
    return nil
  }

  /// A word ends before a full stop that ends a triple.
  private mutating func skipWord() {
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.count {
        at += 2
      } else if Self.isWord(bytes[at]) || bytes[at] == UInt8(ascii: "-") || isInnerStop {
        at += 1
      } else {
        return
      }
    }
  }

  private var isInnerStop: Bool {
    bytes[at] == UInt8(ascii: ".") && at + 1 < bytes.count && Self.isWord(bytes[at + 1])
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xFF:
      true
    default: false
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    isName(byte) || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "%")
  }

  private func line(of offset: Int) -> Int { bytes[..<offset].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) } }
}
