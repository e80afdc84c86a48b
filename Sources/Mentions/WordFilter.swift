/// Says of most words that a list does not know them, without looking into the list (a Bloom filter of one hash).
struct WordFilter: Sendable {
  private var bits = [UInt64](repeating: 0, count: 32)

  /// FNV-1a (32 bits) of the UTF-8, the upper half folded into the lower.
  static func mark(_ word: String) -> UInt32 {
    var hash: UInt32 = 0x811c_9dc5
    for byte in word.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash ^ hash >> 16
  }

  mutating func insert(_ mark: UInt32) { bits[Int(mark >> 6 & 31)] |= 1 << UInt64(mark & 63) }

  /// False for what was not inserted, nearly always; true for what was, always.
  func mayContain(_ mark: UInt32) -> Bool { bits[Int(mark >> 6 & 31)] >> UInt64(mark & 63) & 1 == 1 }
}
