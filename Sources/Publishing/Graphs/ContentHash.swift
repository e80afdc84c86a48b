/// What tells whether a graph's content changed: the sum of its statements' MurmurHash3 (x64, 128 bits) as canonical
/// N-Triples without the final " .", each half for itself. A sum, so that statements may come in any order and from
/// several threads. It finds changes; it protects against nobody.
public struct ContentHash: Sendable, Hashable {
  private(set) var low: UInt64 = 0
  private(set) var high: UInt64 = 0

  public init() {}

  public static func + (a: ContentHash, b: ContentHash) -> ContentHash {
    var sum = a
    sum.low &+= b.low
    sum.high &+= b.high
    return sum
  }

  /// Adds a statement: subject, predicate and object in canonical form with single spaces between.
  mutating func add(_ statement: UnsafeRawBufferPointer) {
    let (low, high) = unsafe Self.murmur(statement)
    self.low &+= low
    self.high &+= high
  }

  /// 32 hexadecimal digits.
  public var hexadecimal: String { Self.hexadecimal(low) + Self.hexadecimal(high) }

  private static func hexadecimal(_ word: UInt64) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// MurmurHash3_x64_128 by Austin Appleby (public domain) with seed 0, on a little-endian machine.
  @inline(__always)
  static func murmur(_ bytes: UnsafeRawBufferPointer) -> (low: UInt64, high: UInt64) {
    let (c1, c2): (UInt64, UInt64) = (0x87c3_7b91_1142_53d5, 0x4cf5_ad43_2745_937f)
    func rotate(_ x: UInt64, _ n: UInt64) -> UInt64 { x << n | x >> (64 - n) }
    func mixed(_ k: UInt64, _ a: UInt64, _ n: UInt64, _ b: UInt64) -> UInt64 { rotate(k &* a, n) &* b }
    var (h1, h2): (UInt64, UInt64) = (0, 0)
    var at = 0
    while at + 16 <= bytes.count {
      h1 ^= mixed(unsafe bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self), c1, 31, c2)
      h1 = (rotate(h1, 27) &+ h2) &* 5 &+ 0x52dc_e729
      h2 ^= mixed(unsafe bytes.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self), c2, 33, c1)
      h2 = (rotate(h2, 31) &+ h1) &* 5 &+ 0x3849_5ab5
      at += 16
    }
    var (k1, k2): (UInt64, UInt64) = (0, 0)
    for index in at..<bytes.count {
      let byte = unsafe UInt64(bytes[index])
      if index - at < 8 { k1 |= byte << UInt64(8 * (index - at)) } else { k2 |= byte << UInt64(8 * (index - at - 8)) }
    }
    h2 ^= mixed(k2, c2, 33, c1)
    h1 ^= mixed(k1, c1, 31, c2)
    h1 ^= UInt64(bytes.count)
    h2 ^= UInt64(bytes.count)
    h1 &+= h2
    h2 &+= h1
    func finished(_ k: UInt64) -> UInt64 {
      var k = k
      k = (k ^ k >> 33) &* 0xff51_afd7_ed55_8ccd
      k = (k ^ k >> 33) &* 0xc4ce_b9fe_1a85_ec53
      return k ^ k >> 33
    }
    h1 = finished(h1)
    h2 = finished(h2)
    h1 &+= h2
    h2 &+= h1
    return (h1, h2)
  }
}
