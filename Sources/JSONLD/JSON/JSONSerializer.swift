/// Writes JSON text (RFC 8259) in UTF-8.
public struct JSONSerializer: Sendable {
  /// Line breaks and two spaces a level; otherwise no space at all.
  public var isPretty: Bool
  /// Writes `<`, `>`, `&`, U+2028 and U+2029 as `\u` escapes, so that no text can end an HTML script element.
  public var escapesForHTML: Bool

  public init(isPretty: Bool = false, escapesForHTML: Bool = false) {
    self.isPretty = isPretty
    self.escapesForHTML = escapesForHTML
  }

  public func bytes(of value: JSONValue) -> [UInt8] {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return bytes
  }

  public func string(of value: JSONValue) -> String { String(decoding: bytes(of: value), as: UTF8.self) }

  public func append(_ value: JSONValue, to bytes: inout [UInt8]) { append(value, 0, &bytes) }

  private func append(_ value: JSONValue, _ level: Int, _ bytes: inout [UInt8]) {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .number(let number): bytes.append(contentsOf: number.lexicalForm.utf8)
    case .string(let string): appendString(string, to: &bytes)
    case .array(let items):
      bytes.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        breakLine(level + 1, &bytes)
        append(item, level + 1, &bytes)
      }
      if !items.isEmpty { breakLine(level, &bytes) }
      bytes.append(UInt8(ascii: "]"))
    case .object(let object):
      bytes.append(UInt8(ascii: "{"))
      for index in object.keys.indices {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        breakLine(level + 1, &bytes)
        appendString(object.keys[index], to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        if isPretty { bytes.append(0x20) }
        append(object.values[index], level + 1, &bytes)
      }
      if !object.isEmpty { breakLine(level, &bytes) }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private func breakLine(_ level: Int, _ bytes: inout [UInt8]) {
    guard isPretty else { return }
    bytes.append(0x0A)
    for _ in 0..<(2 * level) { bytes.append(0x20) }
  }

  private func appendString(_ string: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    if escapesForHTML {
      Self.appendForHTML(Array(string.utf8), to: &bytes)
    } else {
      for byte in string.utf8 { JSONEscape.append(byte, to: &bytes) }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

extension JSONSerializer {
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x1F, 0xE2, UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "&"):
      false
    default: true
    }
  }

  /// In stretches of bytes: a page is written for every post, and most of it needs no escape.
  private static func appendForHTML(_ text: [UInt8], to bytes: inout [UInt8]) {
    var at = 0
    while at < text.count {
      let start = at
      while at < text.count, isPlain(text[at]) { at += 1 }
      bytes.append(contentsOf: text[start..<at])
      guard at < text.count else { return }
      let byte = text[at]
      switch byte {
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): JSONEscape.appendUnicode(UInt16(byte), to: &bytes)
      // U+2028 and U+2029 are E2 80 A8 and E2 80 A9.
      case 0xE2 where at + 2 < text.count && text[at + 1] == 0x80 && text[at + 2] & 0xFE == 0xA8:
        JSONEscape.appendUnicode(0x2000 | UInt16(text[at + 2] & 0x3F), to: &bytes)
        at += 2
      default: JSONEscape.append(byte, to: &bytes)
      }
      at += 1
    }
  }
}

/// The escapes of JSON strings, in the choice that RFC 8785 §3.2.2.2 fixes.
enum JSONEscape {
  @inline(__always)
  static func append(_ byte: UInt8, to bytes: inout [UInt8]) {
    if byte >= 0x20 && byte != 0x22 && byte != 0x5C { return bytes.append(byte) }
    appendEscaped(byte, to: &bytes)
  }

  private static func appendEscaped(_ byte: UInt8, to bytes: inout [UInt8]) {
    let letter: UInt8
    switch byte {
    case 0x22, 0x5C: letter = byte
    case 0x08: letter = UInt8(ascii: "b")
    case 0x09: letter = UInt8(ascii: "t")
    case 0x0A: letter = UInt8(ascii: "n")
    case 0x0C: letter = UInt8(ascii: "f")
    case 0x0D: letter = UInt8(ascii: "r")
    default: return appendUnicode(UInt16(byte), to: &bytes)
    }
    bytes.append(0x5C)
    bytes.append(letter)
  }

  static func appendUnicode(_ unit: UInt16, to bytes: inout [UInt8]) {
    let digits = Array("0123456789abcdef".utf8)
    bytes.append(contentsOf: [0x5C, UInt8(ascii: "u")])
    for shift in [12, 8, 4, 0] { bytes.append(digits[Int(unit >> shift) & 15]) }
  }
}
