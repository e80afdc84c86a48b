/// Reads fixed forms from bytes, front to back.
struct FormScanner {
  private(set) var rest: ArraySlice<UInt8>

  init(_ text: ArraySlice<UInt8>) { rest = text }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let first = rest.first, UInt32(first) == character.value else { return false }
    rest = rest.dropFirst()
    return true
  }

  mutating func digits() -> ArraySlice<UInt8> {
    let digits = rest.prefix(while: \.isDigit)
    rest = rest.dropFirst(digits.count)
    return digits
  }

  /// Exactly two digits.
  mutating func two() -> Int? {
    guard rest.count >= 2, let a = rest.first, let b = rest.dropFirst().first, a.isDigit, b.isDigit else { return nil }
    rest = rest.dropFirst(2)
    return Int(a - 0x30) * 10 + Int(b - 0x30)
  }
}
