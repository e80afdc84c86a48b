/// A short name for content: the same text has the same name in every process and on every machine (FNV-1a, 64 bits).
/// It keeps IRIs of assertions apart inside one post; it is no defence against an adversary, and need be none.
public struct ContentHash {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Parts are kept apart: (`ab`, `c`) is not (`a`, `bc`).
  mutating func combine(_ part: some Sequence<UInt8>) {
    for byte in part { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
    state = (state ^ 0xFF) &* 0x100_0000_01b3
  }

  var hexadecimal: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  public static func of(_ parts: [String]) -> String {
    var hash = ContentHash()
    for part in parts { hash.combine(part.utf8) }
    return hash.hexadecimal
  }
}
