import CLibxml2

/// HTML's character references, as CommonMark 2.5 reads them: always with a semicolon.
enum CharacterReference {
  /// Length in the file and the UTF-8 that it stands for; nil when there is no reference at `offset`.
  static func decode(_ bytes: [UInt8], at offset: Int, before end: Int) -> (Int, [UInt8])? {
    var i = offset + 1
    let limit = min(end, offset + 40)
    if i < limit, bytes[i] == 0x23 {
      i += 1
      var value: UInt32 = 0
      var digits = 0
      let isHex = i < limit && bytes[i] | 0x20 == 0x78
      if isHex { i += 1 }
      while i < limit, let digit = Self.digit(bytes[i], isHex: isHex), digits < 8 {
        value = value &* (isHex ? 16 : 10) &+ digit
        digits += 1
        i += 1
      }
      guard digits > 0, i < limit, bytes[i] == 0x3B else { return nil }
      let scalar = (value == 0 ? nil : Unicode.Scalar(value)) ?? "\u{FFFD}"
      return (i + 1 - offset, Array(String(Character(scalar)).utf8))
    }
    while i < limit, Bytes.isAlphanumeric(bytes[i]) { i += 1 }
    guard i > offset + 1, i < limit, bytes[i] == 0x3B else { return nil }
    let name = String(decoding: bytes[(offset + 1)..<i], as: UTF8.self)
    guard let entity = unsafe htmlEntityLookup(name), let scalar = unsafe Unicode.Scalar(entity.pointee.value) else {
      return nil
    }
    return (i + 1 - offset, Array(String(Character(scalar)).utf8))
  }

  private static func digit(_ b: UInt8, isHex: Bool) -> UInt32? {
    if Bytes.isDigit(b) { return UInt32(b - 0x30) }
    let lower = b | 0x20
    return isHex && lower >= 0x61 && lower <= 0x66 ? UInt32(lower - 0x57) : nil
  }
}
