/// Numbers and texts as bytes, one after the other: what one run keeps for the next. Numbers take seven bits a byte.
public struct PackedWriter: Sendable {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public mutating func add(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// All 64 bits, for numbers that look random.
  public mutating func add(wide number: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  public mutating func add(_ text: String) { add(text.utf8) }

  public mutating func add(_ other: some Collection<UInt8>) {
    add(other.count)
    bytes.append(contentsOf: other)
  }

  public mutating func add(_ texts: [String]) {
    add(texts.count)
    for text in texts { add(text) }
  }

  public mutating func add(_ text: String?) {
    add(text == nil ? 0 : 1)
    if let text { add(text) }
  }
}

/// Reads what a `PackedWriter` wrote. Whoever reads bytes that may be anything asks `isWhole` in the end.
public struct PackedReader: Sendable {
  private let bytes: ArraySlice<UInt8>
  private var at: Int
  private var hasFailed = false

  public init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    at = bytes.startIndex
  }

  /// Whether everything was there, and nothing is left.
  public var isWhole: Bool { !hasFailed && at == bytes.endIndex }

  /// 0 behind the end.
  public mutating func number() -> Int {
    var (value, shift): (UInt64, UInt64) = (0, 0)
    while at < bytes.endIndex, shift < 64 {
      let byte = bytes[at]
      at += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: value)) }
      shift += 7
    }
    hasFailed = true
    return 0
  }

  /// A number of things that follow, each of at least one byte: never more than there can be.
  public mutating func count() -> Int {
    let count = number()
    guard count >= 0, count <= bytes.endIndex - at else {
      hasFailed = true
      return 0
    }
    return count
  }

  public mutating func wide() -> UInt64 {
    guard at + 8 <= bytes.endIndex else {
      hasFailed = true
      return 0
    }
    defer { at += 8 }
    return (0..<8).reduce(0) { $0 | UInt64(bytes[at + $1]) << UInt64(8 * $1) }
  }

  public mutating func slice() -> ArraySlice<UInt8> {
    let count = count()
    defer { at += count }
    return bytes[at..<(at + count)]
  }

  public mutating func text() -> String { String(decoding: slice(), as: UTF8.self) }

  public mutating func texts() -> [String] {
    var texts: [String] = []
    for _ in 0..<count() { texts.append(text()) }
    return texts
  }

  public mutating func optionalText() -> String? { number() == 0 ? nil : text() }
}
