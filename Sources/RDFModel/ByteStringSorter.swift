/// Sorts a table's strings by their bytes, eight at a time: strings that share a long beginning, as IRIs do, are compared
/// behind it.
struct ByteStringSorter {
  private struct Entry {
    /// Eight bytes of the string from the depth that is sorted by, the first the highest; zeros behind its end.
    var key: UInt64
    var number: UInt32
  }

  private let strings: ByteStrings

  init(_ strings: ByteStrings) { self.strings = strings }

  /// The strings' numbers in byte order.
  func sortedNumbers() -> [UInt32] {
    var entries = (0..<strings.count).map { Entry(key: 0, number: UInt32($0 + 1)) }
    // Ranges whose strings agree up to a depth: a list and not the call stack, since strings can be long.
    var open = [(range: 0..<entries.count, depth: 0)]
    while let (range, depth) = open.popLast() {
      guard range.count > 1 else { continue }
      let from = depth + commonPrefix(entries[range], from: depth)
      for index in range { entries[index].key = key(entries[index].number, at: from) }
      entries[range].sort { a, b in
        // Zeros may also stand in a string: then the shorter is first.
        a.key != b.key ? a.key < b.key : unsafe strings[a.number].count < strings[b.number].count
      }
      var start = range.lowerBound
      for index in (range.lowerBound + 1)...range.upperBound
      where index == range.upperBound || entries[index].key != entries[start].key {
        // The last of the group is its longest: if it has ended, so have all.
        if unsafe strings[entries[index - 1].number].count > from + 8 { open.append((start..<index, from + 8)) }
        start = index
      }
    }
    return entries.map(\.number)
  }

  private func key(_ number: UInt32, at depth: Int) -> UInt64 {
    let bytes = unsafe strings[number]
    let raw = UnsafeRawBufferPointer(bytes)
    if depth + 8 <= bytes.count {
      return unsafe UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: depth, as: UInt64.self))
    }
    var key: UInt64 = 0
    for index in depth..<max(depth, bytes.count) {
      key |= unsafe UInt64(bytes[index]) << UInt64(56 - 8 * (index - depth))
    }
    return key
  }

  /// How many bytes all strings of the slice have in common from the depth.
  private func commonPrefix(_ entries: ArraySlice<Entry>, from depth: Int) -> Int {
    guard let first = entries.first else { return 0 }
    let model = unsafe strings[first.number]
    var length = max(0, model.count - depth)
    for entry in entries.dropFirst() {
      let other = unsafe strings[entry.number]
      length = min(length, max(0, other.count - depth))
      var at = 0
      while at < length, unsafe model[depth + at] == other[depth + at] { at += 1 }
      length = at
      if length == 0 { return 0 }
    }
    return length
  }
}
