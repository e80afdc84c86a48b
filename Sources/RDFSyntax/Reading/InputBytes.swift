/// The whole document in memory. A place past the end reads as NUL, which no grammar here allows outside a string, so
/// that scanners need no second comparison.
///
/// The bytes must outlive the value: it lives inside one call of `RDFReader.read`.
@safe struct InputBytes {
  private let base: UnsafePointer<UInt8>?
  let count: Int

  static var none: InputBytes { unsafe InputBytes(UnsafeBufferPointer(start: nil, count: 0)) }

  init(_ buffer: UnsafeBufferPointer<UInt8>) {
    unsafe base = buffer.baseAddress
    count = buffer.count
  }

  @inline(__always) subscript(_ index: Int) -> UInt8 {
    guard index < count, let base = unsafe base else { return 0 }
    return unsafe base[index]
  }

  @inline(__always) subscript(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe UnsafeBufferPointer(start: base.map { unsafe $0 + range.lowerBound }, count: range.count)
  }

  func text(_ range: Range<Int>) -> String { unsafe String(decoding: self[range], as: UTF8.self) }

  /// The scalar that starts at the index and its length in bytes. The bytes must be well-formed UTF-8.
  func scalar(at index: Int) -> (value: UInt32, length: Int) {
    let first = self[index]
    if first < 0x80 { return (UInt32(first), 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(self[index + offset] & 0x3F) }
    return (value, length)
  }

  /// The scalar that ends before the index.
  func scalar(before index: Int) -> (value: UInt32, length: Int) {
    var start = index - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start)
  }

  /// The first byte of the range that begins no well-formed UTF-8 sequence (Unicode, table 3-7).
  func firstMalformedByte(in range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound {
      if index + 8 <= range.upperBound, isASCII(at: index) {
        index += 8
        continue
      }
      let byte = self[index]
      if byte < 0x80 {
        index += 1
        continue
      }
      let length: Int
      var low: UInt8 = 0x80
      var high: UInt8 = 0xBF
      switch byte {
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, low) = (3, 0xA0)
      case 0xED: (length, high) = (3, 0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, low) = (4, 0x90)
      case 0xF1...0xF3: length = 4
      case 0xF4: (length, high) = (4, 0x8F)
      default: return index
      }
      guard index + length <= range.upperBound, self[index + 1] >= low, self[index + 1] <= high else { return index }
      for offset in 2..<max(length, 2) where self[index + offset] & 0xC0 != 0x80 { return index }
      index += length
    }
    return nil
  }

  @inline(__always) private func isASCII(at index: Int) -> Bool {
    let word = unsafe UnsafeRawPointer(base)!.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    return word & 0x8080_8080_8080_8080 == 0
  }
}
