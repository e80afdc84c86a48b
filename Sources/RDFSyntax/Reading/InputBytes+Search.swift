extension InputBytes {
  /// The characters that IRIREF leaves out, and the backslash that begins an escape.
  static let iriStops = ByteSet("<>\"{}|^`\\ ", andControls: true)

  /// The first place from the index on whose byte is none that IRIREF takes as it is; the end when there is none.
  @inline(__always) func endOfIRICharacters(from index: Int) -> Int {
    var at = index
    while at + 8 <= count {
      let word = word(at: at)
      let stops =
        Self.below(0x21, word) | Self.equal(0x22, word) | Self.equal(0x60, word)
        // `<`, `>`, `\`, `^`, `|`, and with them `~`.
        | Self.equal(0x1C, word & 0x9D9D_9D9D_9D9D_9D9D)
        // From `{` on.
        | ((word & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x0505_0505_0505_0505) & ~word
      let flags = stops & 0x8080_8080_8080_8080
      guard flags != 0 else {
        at += 8
        continue
      }
      at += flags.trailingZeroBitCount / 8
      if Self.iriStops.contains(self[at]) { return at }
      at += 1
    }
    while at < count, !Self.iriStops.contains(self[at]) { at += 1 }
    return at
  }

  /// The first place from the index on whose byte does not stand for itself in the canonical form of a string: a
  /// quotation mark, a backslash, a control, or what may begin a noncharacter; the end when there is none.
  @inline(__always) func endOfStringCharacters(from index: Int) -> Int {
    var at = index
    while at + 8 <= count {
      let word = word(at: at)
      let stops =
        Self.below(0x20, word) | Self.equal(0x22, word) | Self.equal(0x5C, word) | Self.equal(0x7F, word)
        | Self.equal(0xEF, word)
      let flags = stops & 0x8080_8080_8080_8080
      if flags != 0 { return at + flags.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < count {
      switch self[at] {
      case 0..<0x20, 0x22, 0x5C, 0x7F, 0xEF: return at
      default: at += 1
      }
    }
    return at
  }

  /// Whether the bytes of the earlier range stand at the index too.
  @inline(__always) func repeats(_ range: Range<Int>, at index: Int) -> Bool {
    guard index + range.count <= count else { return false }
    // From the back: IRIs that differ mostly do at their ends.
    var left = range.count
    while left >= 8 {
      left -= 8
      if word(at: range.lowerBound + left) != word(at: index + left) { return false }
    }
    while left > 0 {
      left -= 1
      if self[range.lowerBound + left] != self[index + left] { return false }
    }
    return true
  }

  // Tests of eight bytes at once. The highest bit of a byte's result says yes; above the first yes it may say so wrongly.

  /// `limit` is at most 0x80.
  @inline(__always) private static func below(_ limit: UInt64, _ word: UInt64) -> UInt64 {
    (word &- limit &* 0x0101_0101_0101_0101) & ~word
  }

  @inline(__always) private static func equal(_ byte: UInt64, _ word: UInt64) -> UInt64 {
    below(1, word ^ byte &* 0x0101_0101_0101_0101)
  }

  /// Eight bytes, which must be there, the first the lowest.
  @inline(__always) private func word(at index: Int) -> UInt64 {
    unsafe UInt64(
      littleEndian: UnsafeRawBufferPointer(self[index..<(index + 8)]).loadUnaligned(as: UInt64.self))
  }
}
