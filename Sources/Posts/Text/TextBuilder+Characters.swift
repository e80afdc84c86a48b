extension TextBuilder {
  enum CharacterClass { case plain, space, nothing }

  /// Length in bytes and class of the character at `i`. All of Unicode's spaces fold to a plain one; what has no width
  /// and joins or hints only (soft hyphen, zero-width space, byte order mark) and control characters vanish.
  static func classify(_ bytes: ArraySlice<UInt8>, _ i: Int) -> (Int, CharacterClass) {
    let b = bytes[i]
    if b < 0x80 {
      if b > 0x20 && b != 0x7F { return (1, .plain) }
      return (1, Bytes.isWhitespace(b) ? .space : .nothing)
    }
    func next(_ k: Int) -> UInt8 { i + k < bytes.endIndex ? bytes[i + k] : 0 }
    switch b {
    case 0xC2:
      let c = next(1)
      if c == 0xA0 { return (2, .space) }
      if c == 0xAD { return (2, .nothing) }
      if c == 0x85 { return (2, .space) }
      if c < 0xA0 { return (min(2, bytes.endIndex - i), .nothing) }
    case 0xE1:
      if next(1) == 0x9A, next(2) == 0x80 { return (3, .space) }
    case 0xE2:
      let (c, d) = (next(1), next(2))
      if c == 0x80 {
        if d >= 0x80 && d <= 0x8A { return (3, .space) }
        if d == 0x8B { return (3, .nothing) }
        if d == 0xA8 || d == 0xA9 || d == 0xAF { return (3, .space) }
        // Marks of writing direction.
        if d == 0x8E || d == 0x8F || (d >= 0xAA && d <= 0xAE) { return (3, .nothing) }
      } else if c == 0x81 {
        if d == 0x9F { return (3, .space) }
        if d == 0xA0 { return (3, .nothing) }
      }
    case 0xE3:
      if next(1) == 0x80, next(2) == 0x80 { return (3, .space) }
    case 0xEF:
      if next(1) == 0xBB, next(2) == 0xBF { return (3, .nothing) }
    default: break
    }
    let length = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : b >= 0xC0 ? 2 : 1
    return (min(length, bytes.endIndex - i), .plain)
  }
}
