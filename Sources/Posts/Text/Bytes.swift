/// What the readers ask of bytes. Files are read as bytes and not as `String`, because every position counts bytes and
/// because the inner loops run over them.
enum Bytes {
  static func isWhitespace(_ b: UInt8) -> Bool { b == 0x20 || (b >= 0x09 && b <= 0x0D) }
  static func isLineEnd(_ b: UInt8) -> Bool { b == 0x0A || b == 0x0D }
  static func isDigit(_ b: UInt8) -> Bool { b >= 0x30 && b <= 0x39 }
  static func isLetter(_ b: UInt8) -> Bool { (b | 0x20) >= 0x61 && (b | 0x20) <= 0x7A }
  static func isAlphanumeric(_ b: UInt8) -> Bool { isDigit(b) || isLetter(b) }
  /// ASCII punctuation in the sense of CommonMark 2.1, which a backslash can escape.
  static func isPunctuation(_ b: UInt8) -> Bool { b > 0x20 && b < 0x7F && !isAlphanumeric(b) }

  /// Offsets at which lines begin. LF, CR LF and CR end a line.
  static func lineStarts(_ bytes: [UInt8]) -> [Int] {
    var starts = [0]
    var i = 0
    let n = bytes.count
    while i < n {
      let b = bytes[i]
      i += 1
      if b == 0x0A {
        starts.append(i)
      } else if b == 0x0D {
        if i < n, bytes[i] == 0x0A { i += 1 }
        starts.append(i)
      }
    }
    return starts
  }

  /// Line (from 1) of an offset.
  static func line(of offset: Int, in starts: [Int]) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(low, 1)
  }

  static func matches(_ needle: some Collection<UInt8>, in bytes: [UInt8], at offset: Int) -> Bool {
    guard offset >= 0, offset + needle.count <= bytes.count else { return false }
    var i = offset
    for b in needle {
      if bytes[i] != b { return false }
      i += 1
    }
    return true
  }

  /// The first occurrence of `needle` that begins in `range` and ends in it.
  static func find(_ needle: some Collection<UInt8>, in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard let first = needle.first else { return nil }
    let last = min(range.upperBound, bytes.count) - needle.count
    var i = range.lowerBound
    while i <= last {
      if bytes[i] == first, matches(needle, in: bytes, at: i) { return i }
      i += 1
    }
    return nil
  }

  static func skipWhitespace(_ bytes: [UInt8], from offset: Int, to end: Int) -> Int {
    var i = offset
    while i < end, isWhitespace(bytes[i]) { i += 1 }
    return i
  }

  static func string(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  /// The line that holds an offset, without its end, cut to a readable length.
  static func lineText(_ bytes: [UInt8], line: Int, starts: [Int]) -> String? {
    guard line >= 1, line <= starts.count else { return nil }
    let start = starts[line - 1]
    var end = start
    while end < bytes.count, !isLineEnd(bytes[end]), end - start < 800 { end += 1 }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    return text.count > 160 ? String(text.prefix(159)) + "…" : text
  }
}
