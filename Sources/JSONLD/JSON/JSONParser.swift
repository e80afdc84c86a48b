/// Reads JSON text (RFC 8259) from UTF-8 bytes. A member that comes twice has its last value, as in ECMAScript; the
/// JSON-LD algorithms see the unique names of the internal representation.
struct JSONParser {
  private let bytes: [UInt8]
  private var at: Int
  private let end: Int
  private var depth = 0
  private let maximumDepth: Int

  /// - Parameter range: the part of the bytes that is the text; lines are counted from the bytes' start.
  /// - Throws: `JSONLDError` with the line and column (both from 1; columns count bytes) of the first fault:
  ///   `.loadingDocumentFailed` for what is not JSON or not UTF-8, `.nestingTooDeep` beyond `maximumDepth`.
  static func parse(_ bytes: [UInt8], in range: Range<Int>? = nil, maximumDepth: Int = 256) throws -> JSONValue {
    let range = range ?? bytes.indices
    var parser = JSONParser(bytes: bytes, range: range, maximumDepth: maximumDepth)
    if bytes[range].starts(with: [0xEF, 0xBB, 0xBF]) { parser.at += 3 }
    parser.skipSpace()
    let value = try parser.value()
    parser.skipSpace()
    guard parser.at == range.upperBound else { throw parser.fault("something follows the JSON value") }
    return value
  }

  private init(bytes: [UInt8], range: Range<Int>, maximumDepth: Int) {
    self.bytes = bytes
    at = range.lowerBound
    end = range.upperBound
    self.maximumDepth = maximumDepth
  }

  private var next: UInt8? { at < end ? bytes[at] : nil }

  private mutating func skipSpace() {
    while at < end {
      switch bytes[at] {
      case 0x20, 0x09, 0x0A, 0x0D: at += 1
      default: return
      }
    }
  }

  private mutating func value() throws -> JSONValue {
    switch next {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case .some(let byte) where byte == UInt8(ascii: "-") || byte &- UInt8(ascii: "0") <= 9: return try number()
    case nil: throw fault("the text ends where a JSON value should be")
    default: throw fault("no JSON value can start here")
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws -> JSONValue {
    for byte in word.description.utf8 {
      guard next == byte else { throw fault("expected \(word)") }
      at += 1
    }
    return value
  }

  private mutating func enter() throws {
    depth += 1
    if depth > maximumDepth {
      throw fault("nested more than \(maximumDepth) levels deep", code: .nestingTooDeep)
    }
    at += 1
    skipSpace()
  }

  private mutating func object() throws -> JSONValue {
    try enter()
    defer { depth -= 1 }
    var object = JSONObject()
    if next == UInt8(ascii: "}") {
      at += 1
      return .object(object)
    }
    while true {
      guard next == UInt8(ascii: "\"") else { throw fault("expected a member's name in quotation marks") }
      let key = try string()
      skipSpace()
      guard next == UInt8(ascii: ":") else { throw fault("expected ':' after a member's name") }
      at += 1
      skipSpace()
      object[key] = try value()
      skipSpace()
      switch next {
      case UInt8(ascii: ","):
        at += 1
        skipSpace()
      case UInt8(ascii: "}"):
        at += 1
        return .object(object)
      default: throw fault("expected ',' or '}' in an object")
      }
    }
  }

  private mutating func array() throws -> JSONValue {
    try enter()
    defer { depth -= 1 }
    var array: [JSONValue] = []
    if next == UInt8(ascii: "]") {
      at += 1
      return .array(array)
    }
    while true {
      array.append(try value())
      skipSpace()
      switch next {
      case UInt8(ascii: ","):
        at += 1
        skipSpace()
      case UInt8(ascii: "]"):
        at += 1
        return .array(array)
      default: throw fault("expected ',' or ']' in an array")
      }
    }
  }

  private mutating func digits() throws {
    let start = at
    while at < end, bytes[at] &- UInt8(ascii: "0") <= 9 { at += 1 }
    guard at > start else { throw fault("expected a digit") }
  }

  private mutating func number() throws -> JSONValue {
    let start = at
    if next == UInt8(ascii: "-") { at += 1 }
    if next == UInt8(ascii: "0") {
      at += 1
      if let byte = next, byte &- UInt8(ascii: "0") <= 9 { throw fault("a number may not start with 0") }
    } else {
      try digits()
    }
    if next == UInt8(ascii: ".") {
      at += 1
      try digits()
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      at += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { at += 1 }
      try digits()
    }
    return .number(JSONNumber(trusted: String(decoding: bytes[start..<at], as: UTF8.self)))
  }

  private mutating func string() throws -> String {
    at += 1
    let start = at
    var text: [UInt8]?
    while at < end {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "\""):
        let read = text.map { String(validating: $0, as: UTF8.self) }
        guard let string = read ?? String(validating: bytes[start..<at], as: UTF8.self) else {
          at = start
          throw fault("a string that is not valid UTF-8")
        }
        at += 1
        return string
      case UInt8(ascii: "\\"):
        if text == nil { text = Array(bytes[start..<at]) }
        let escaped = try escape()
        text?.append(contentsOf: String(escaped).utf8)
      case 0..<0x20: throw fault("a control character inside a string")
      default:
        text?.append(byte)
        at += 1
      }
    }
    throw fault("a string that does not end")
  }

  private mutating func escape() throws -> Unicode.Scalar {
    let start = at
    at += 1
    let letter = next
    at += 1
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let unit = try hexadecimal()
      if let scalar = Unicode.Scalar(unit) { return scalar }
      // A pair of surrogates is one character; half a pair is none.
      if unit < 0xDC00, next == UInt8(ascii: "\\"), at + 1 < end, bytes[at + 1] == UInt8(ascii: "u") {
        at += 2
        let low = try hexadecimal()
        if (0xDC00..<0xE000).contains(low),
          let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
        {
          return scalar
        }
      }
      at = start
      throw fault("half of a surrogate pair")
    default:
      at = start
      throw fault("an escape that JSON does not have")
    }
  }

  private mutating func hexadecimal() throws -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      switch next {
      case .some(let byte) where byte &- UInt8(ascii: "0") <= 9: value = value << 4 + UInt32(byte & 15)
      case .some(let byte) where (byte | 0x20) &- UInt8(ascii: "a") <= 5: value = value << 4 + UInt32(byte & 15) + 9
      default: throw fault("expected four hexadecimal digits")
      }
      at += 1
    }
    return value
  }

  private func fault(_ message: String, code: JSONLDError.Code = .loadingDocumentFailed) -> JSONLDError {
    var line = 1
    var lineStart = 0
    for index in 0..<min(at, end) where bytes[index] == 0x0A {
      line += 1
      lineStart = index + 1
    }
    return JSONLDError(code, message, line: line, column: min(at, end) - lineStart + 1)
  }
}

extension JSONValue {
  /// Reads JSON text.
  /// - Throws: `JSONLDError` with line and column: not JSON, not UTF-8, or nested deeper than `maximumDepth`.
  public init(parsing bytes: [UInt8], maximumDepth: Int = 256) throws {
    self = try JSONParser.parse(bytes, maximumDepth: maximumDepth)
  }
}
