/// Byte offsets of a UTF-8 text as offsets in Unicode code points, which is what `oa:start` counts.
struct CodePoints {
  private let bytes: [UInt8]
  /// Code points before each stride of bytes.
  private let checkpoints: [Int]
  private static let stride = 512

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var checkpoints = [0]
    var count = 0
    for (index, byte) in bytes.enumerated() {
      if index > 0, index.isMultiple(of: Self.stride) { checkpoints.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    self.checkpoints = checkpoints
  }

  func offset(ofByte byte: Int) -> Int {
    let byte = min(max(byte, 0), bytes.count)
    let checkpoint = min(byte / Self.stride, checkpoints.count - 1)
    return bytes[(checkpoint * Self.stride)..<byte].reduce(checkpoints[checkpoint]) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
  }

  /// At most `count` code points before the byte, without cutting one.
  func text(before byte: Int, count: Int) -> String {
    var start = min(max(byte, 0), bytes.count)
    let end = start
    var left = count
    while start > 0, left > 0 {
      start -= 1
      if bytes[start] & 0xC0 != 0x80 { left -= 1 }
    }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// At most `count` code points from the byte on.
  func text(after byte: Int, count: Int) -> String {
    let start = min(max(byte, 0), bytes.count)
    var end = start
    var left = count
    while end < bytes.count {
      if bytes[end] & 0xC0 != 0x80 {
        if left == 0 { break }
        left -= 1
      }
      end += 1
    }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
