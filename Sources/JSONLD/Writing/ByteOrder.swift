internal import RDFModel

/// Sorts terms by the bytes of their canonical forms, eight bytes at a time: IRIs share long beginnings, and comparing
/// whole forms would read them over and over.
struct ByteOrder {
  let forms: ByteStrings

  private struct Entry {
    var key: UInt64
    var id: UInt32
  }

  func sorted(_ ids: [UInt32]) -> [UInt32] {
    var entries = ids.map { Entry(key: 0, id: $0) }
    // Runs that are still alike, and how many bytes of them are.
    var pending: [(range: Range<Int>, offset: Int)] = [(entries.indices, 0)]
    while let (range, start) = pending.popLast() {
      let offset = start + commonPrefix(entries[range], from: start)
      var isLonger = false
      for at in range {
        entries[at].key = key(entries[at].id, offset)
        let length = unsafe forms[entries[at].id].count
        if length > offset { isLonger = true }
      }
      entries[range].sort { $0.key < $1.key }
      guard isLonger else { continue }
      var first = range.lowerBound
      for at in range.dropFirst() where entries[at].key != entries[first].key {
        if at - first > 1 { pending.append((first..<at, offset + 8)) }
        first = at
      }
      if range.upperBound - first > 1 { pending.append((first..<range.upperBound, offset + 8)) }
    }
    return entries.map(\.id)
  }

  private func commonPrefix(_ entries: ArraySlice<Entry>, from offset: Int) -> Int {
    guard let first = entries.first else { return 0 }
    let model = unsafe UnsafeBufferPointer(rebasing: forms[first.id].dropFirst(offset))
    var length = model.count
    for entry in entries.dropFirst() {
      let other = unsafe UnsafeBufferPointer(rebasing: forms[entry.id].dropFirst(offset))
      length = min(length, other.count)
      var at = 0
      while at < length, unsafe model[at] == other[at] { at += 1 }
      length = at
      if length == 0 { break }
    }
    return length
  }

  /// Eight bytes from the offset, big-endian; zeros after the end.
  private func key(_ id: UInt32, _ offset: Int) -> UInt64 {
    let form = UnsafeRawBufferPointer(unsafe forms[id])
    if offset + 8 <= form.count {
      return unsafe UInt64(bigEndian: form.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    var key: UInt64 = 0
    for at in 0..<8 { key = key << 8 | (offset + at < form.count ? unsafe UInt64(form[offset + at]) : 0) }
    return key
  }
}
