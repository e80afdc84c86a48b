/// A set of ASCII characters as 128 bits.
struct ByteSet: Sendable {
  private let low: UInt64
  private let high: UInt64

  init(_ characters: StaticString, andControls: Bool = false) {
    var low: UInt64 = andControls ? 0xFFFF_FFFF : 0
    var high: UInt64 = 0
    characters.withUTF8Buffer { buffer in
      for index in buffer.indices {
        let byte = unsafe buffer[index]
        if byte < 64 { low |= 1 << UInt64(byte) } else if byte < 128 { high |= 1 << UInt64(byte - 64) }
      }
    }
    self.low = low
    self.high = high
  }

  @inline(__always) func contains(_ byte: UInt8) -> Bool {
    byte < 64 ? low >> UInt64(byte) & 1 != 0 : byte < 128 && high >> UInt64(byte - 64) & 1 != 0
  }
}
