/// A string that equals another only if all code points are the same; Swift's own equality is by canonical equivalence.
struct ExactString: Hashable, Comparable {
  let string: String
  init(_ string: String) { self.string = string }

  @inline(__always)
  static func == (a: ExactString, b: ExactString) -> Bool { a.string.isExactly(b.string) }

  static func < (a: ExactString, b: ExactString) -> Bool { a.string.precedes(b.string) }

  func hash(into hasher: inout Hasher) {
    var copy = string
    copy.withUTF8 { bytes in unsafe hasher.combine(bytes: UnsafeRawBufferPointer(bytes)) }
  }
}

extension String {
  /// Whether all code points are the same.
  @inline(__always)
  func isExactly(_ other: String) -> Bool {
    let count = utf8.count
    guard count == other.utf8.count else { return false }
    let (a, b) = (utf8Span.span, other.utf8Span.span)
    for index in 0..<count where a[index] != b[index] { return false }
    return true
  }

  /// Code point order, which is the order of the bytes of UTF-8.
  func precedes(_ other: String) -> Bool {
    let (a, b) = (utf8Span.span, other.utf8Span.span)
    for index in 0..<Swift.min(a.count, b.count) where a[index] != b[index] { return a[index] < b[index] }
    return a.count < b.count
  }

  /// What follows a prefix, by code points: a combining mark behind it does not hide it.
  func dropping(prefix: String) -> String? {
    guard utf8.starts(with: prefix.utf8) else { return nil }
    return String(self[utf8.index(startIndex, offsetBy: prefix.utf8.count)...])
  }
}
