/// Where the values of the front matter stand. The notations' libraries say little of it, so keys and values are looked
/// for in the bytes.
extension FrontMatter {
  /// The offset after `key:` (or `key =`, `"key":`, `[key]`); the front matter's begin when the key is not found.
  func place(ofKey key: String, in bytes: [UInt8], from start: Int? = nil) -> Int {
    let wanted = Array(key.lowercased().utf8)
    var i = start ?? range.lowerBound
    while i + wanted.count < range.upperBound {
      if isKey(wanted, bytes, i) {
        var j = i + wanted.count
        while j < range.upperBound, [0x20, 0x09, 0x22, 0x27, 0x5D].contains(bytes[j]) { j += 1 }
        if j < range.upperBound, bytes[j] == 0x3A || bytes[j] == 0x3D { return j + 1 }
        if bytes[j - 1] == 0x5D || Bytes.isLineEnd(bytes[min(j, bytes.count - 1)]) && bytes[j - 1] == 0x5D { return j }
      }
      i += 1
    }
    return start ?? range.lowerBound
  }

  private func isKey(_ key: [UInt8], _ bytes: [UInt8], _ i: Int) -> Bool {
    if i > range.lowerBound {
      let before = bytes[i - 1]
      guard !Bytes.isAlphanumeric(before), before != 0x2D, before != 0x5F, before < 0x80 else { return false }
    }
    for k in key.indices {
      let b = bytes[i + k]
      guard (Bytes.isLetter(b) ? b | 0x20 : b) == key[k] else { return false }
    }
    return true
  }

  /// Where a value stands, at or after `place`; nil when the file writes it differently.
  func place(of value: String, in bytes: [UInt8], from place: Int) -> Int? {
    Bytes.find(Array(value.utf8), in: bytes, place..<range.upperBound)
  }
}

extension TextBuilder {
  /// Adds a value of the front matter to the block that is being written. Where the file writes it differently (folded
  /// lines, escapes), word after word is looked for. Returns where the search ended.
  mutating func appendValue(_ value: String, of head: FrontMatter, in bytes: [UInt8], from place: Int) -> Int {
    if let found = head.place(of: value, in: bytes, from: place) {
      append(Array(value.utf8)[...], from: found)
      return found + value.utf8.count
    }
    var cursor = place
    for word in value.utf8.split(whereSeparator: { Bytes.isWhitespace($0) }) {
      let wordBytes = Array(word)
      if let found = Bytes.find(wordBytes, in: bytes, cursor..<min(head.range.upperBound, cursor + 2000)) {
        space(source: max(cursor, found - 1), length: 2)
        append(wordBytes[...], from: found)
        cursor = found + wordBytes.count
      } else {
        space(source: cursor, length: 2)
        appendDecoded(wordBytes[...], at: cursor)
      }
    }
    return cursor
  }
}
