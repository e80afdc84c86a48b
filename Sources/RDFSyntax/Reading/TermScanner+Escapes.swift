internal import RDFModel

extension TermScanner {
  /// UCHAR after its backslash: `u` and four hexadecimal digits, or `U` and eight.
  mutating func scanUnicodeEscape() throws(Fault) -> Unicode.Scalar {
    let start = position - 1
    let digits = byte == UInt8(ascii: "u") ? 4 : 8
    position += 1
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = CharacterClass.hexValue(byte) else {
        throw Fault(.escape, "\\\(digits == 4 ? "u" : "U") needs \(digits) hexadecimal digits", at: start)
      }
      value = value << 4 | digit
      position += 1
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw Fault(
        .escape, "\(input.text(start..<position)) names no character: it is a surrogate or above U+10FFFF", at: start)
    }
    return scalar
  }

  /// ECHAR or UCHAR inside a string, at its backslash; appends to `scratch` in canonical form.
  mutating func scanStringEscape() throws(Fault) {
    let start = position
    position += 1
    let character: UInt8
    switch byte {
    case UInt8(ascii: "t"): character = 0x09
    case UInt8(ascii: "b"): character = 0x08
    case UInt8(ascii: "n"): character = 0x0A
    case UInt8(ascii: "r"): character = 0x0D
    case UInt8(ascii: "f"): character = 0x0C
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"): character = byte
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      let scalar = try scanUnicodeEscape()
      CanonicalForm.appendEscaped(String(scalar), to: &scratch)
      return
    default: throw Fault(.escape, "a backslash escapes only t b n r f \" ' \\ u U in a string", at: start)
    }
    position += 1
    CanonicalForm.appendEscaped(character, to: &scratch)
  }

  /// Appends a byte of a string that is not escaped in the input.
  @inline(__always) mutating func appendStringByte() {
    CanonicalForm.appendEscaped(byte, to: &scratch)
    if byte & 0xFE == 0xBE, input[position - 1] == 0xBF, position >= 2, input[position - 2] == 0xEF {
      let last = byte
      scratch.removeLast(3)
      scratch.append(contentsOf: last == 0xBE ? #"\uFFFE"#.utf8 : #"\uFFFF"#.utf8)
    }
    position += 1
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII { scratch.append(UInt8(scalar.value)) } else { scratch.append(contentsOf: String(scalar).utf8) }
  }
}
