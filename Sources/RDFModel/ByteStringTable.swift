/// Distinct byte strings, numbered from 1 in the order in which they came.
///
/// An open-addressed hash table over one arena: a look-up allocates nothing, and a slot carries 32 bits of the hash, so
/// that growing never reads the strings again and a miss seldom does.
package struct ByteStringTable: Sendable {
  private var arena: [UInt8] = []
  /// String `n` is `arena[starts[n]..<starts[n + 1]]`; 0 is no string.
  private var starts: [Int] = [0, 0]
  /// The hash's low half above the string's number; 0 is free. The number of slots is a power of two.
  private var slots: [UInt64] = Array(repeating: 0, count: 1024)

  package init() {}

  package var count: Int { starts.count - 2 }

  /// The string's number, given now if it is new.
  package mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let hash = unsafe Self.hash(bytes)
    let found = unsafe probe(bytes, hash: hash)
    if found.number != 0 { return found.number }
    unsafe arena.append(contentsOf: bytes)
    starts.append(arena.count)
    let number = UInt32(starts.count - 2)
    slots[found.slot] = UInt64(hash) << 32 | UInt64(number)
    if starts.count * 2 > slots.count { grow() }
    return number
  }

  /// The string's number, or 0.
  package func find(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    unsafe probe(bytes, hash: Self.hash(bytes)).number
  }

  package subscript(number: UInt32) -> ArraySlice<UInt8> { arena[starts[Int(number)]..<starts[Int(number) + 1]] }

  /// The string's first byte; a string here is never empty.
  package func firstByte(_ number: UInt32) -> UInt8 { arena[starts[Int(number)]] }

  /// All strings at once, for loops that would otherwise pay for a slice each.
  package func withStrings<Result>(_ body: (ByteStrings) throws -> Result) rethrows -> Result {
    try unsafe arena.withUnsafeBufferPointer { arena in
      try unsafe starts.withUnsafeBufferPointer { starts in
        try unsafe body(ByteStrings(arena: arena, starts: starts))
      }
    }
  }

  private func probe(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt32) -> (number: UInt32, slot: Int) {
    unsafe slots.withUnsafeBufferPointer { slots in
      let mask = slots.count - 1
      var slot = Int(hash) & mask
      while true {
        let entry = unsafe slots[slot]
        if entry == 0 { return (0, slot) }
        if UInt32(truncatingIfNeeded: entry >> 32) == hash {
          let number = UInt32(truncatingIfNeeded: entry)
          if unsafe holds(number, bytes) { return (number, slot) }
        }
        slot = (slot + 1) & mask
      }
    }
  }

  private func holds(_ number: UInt32, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = starts[Int(number)]
    guard starts[Int(number) + 1] - start == bytes.count else { return false }
    return unsafe arena.withUnsafeBufferPointer { arena in
      unsafe equal(UnsafeBufferPointer(rebasing: arena[start..<(start + bytes.count)]), bytes)
    }
  }

  private mutating func grow() {
    var larger = [UInt64](repeating: 0, count: slots.count * 2)
    let mask = larger.count - 1
    for entry in slots where entry != 0 {
      var slot = Int(entry >> 32) & mask
      while larger[slot] != 0 { slot = (slot + 1) & mask }
      larger[slot] = entry
    }
    slots = larger
  }

  /// Multiplies and folds 16 bytes at a time. The same in every process, so that a profile can be repeated.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let raw = UnsafeRawBufferPointer(bytes)
    let count = raw.count
    func word(_ at: Int) -> UInt64 { unsafe raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) }
    func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
      let product = a.multipliedFullWidth(by: b)
      return product.high ^ product.low
    }
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(count)
    if count >= 16 {
      var at = 0
      while at + 16 < count {
        state = mix(word(at) ^ 0xA076_1D64_78BD_642F, word(at + 8) ^ state)
        at += 16
      }
      state = mix(word(count - 16) ^ 0xE703_7ED1_A0B4_28DB, word(count - 8) ^ state)
    } else if count >= 8 {
      state = mix(word(0) ^ 0xE703_7ED1_A0B4_28DB, word(count - 8) ^ state)
    } else {
      var last: UInt64 = 0
      for index in raw.indices { last = unsafe last << 8 | UInt64(raw[index]) }
      state = mix(last ^ 0xE703_7ED1_A0B4_28DB, state)
    }
    state = mix(state, 0x8EBC_6AF0_9C88_C6E3)
    return UInt32(truncatingIfNeeded: state ^ (state >> 32))
  }
}

/// A view of all strings of a table, valid inside `withStrings` only. Inlined, since writers ask it for every term.
@safe @frozen package struct ByteStrings {
  @usableFromInline let arena: UnsafeBufferPointer<UInt8>
  @usableFromInline let starts: UnsafeBufferPointer<Int>

  fileprivate init(arena: UnsafeBufferPointer<UInt8>, starts: UnsafeBufferPointer<Int>) {
    unsafe self.arena = arena
    unsafe self.starts = starts
  }

  package var count: Int { unsafe starts.count - 2 }

  @inlinable package subscript(number: UInt32) -> UnsafeBufferPointer<UInt8> {
    let start = unsafe starts[Int(number)]
    let end = unsafe starts[Int(number) + 1]
    return unsafe UnsafeBufferPointer(rebasing: arena[start..<end])
  }
}

/// Whether two buffers hold the same bytes.
@inline(__always)
func equal(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
  guard a.count == b.count else { return false }
  let left = UnsafeRawBufferPointer(a)
  let right = UnsafeRawBufferPointer(b)
  var at = 0
  while at + 8 <= left.count {
    let same =
      unsafe left.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      == right.loadUnaligned(fromByteOffset: at, as: UInt64.self)
    if !same { return false }
    at += 8
  }
  while at < left.count {
    if unsafe left[at] != right[at] { return false }
    at += 1
  }
  return true
}
