/// A JSON number as it was written. No digit is lost until somebody asks for a `Double`.
public struct JSONNumber: Sendable {
  /// By the grammar of RFC 8259 §6.
  public let lexicalForm: String

  /// Takes a text that is known to follow the grammar.
  init(trusted lexicalForm: String) { self.lexicalForm = lexicalForm }

  public init(_ value: Int) { lexicalForm = String(value) }

  /// Nil when the text is no JSON number.
  public init?(_ text: String) {
    guard case .number(let number)? = try? JSONParser.parse(Array(text.utf8)), number.lexicalForm == text else {
      return nil
    }
    self = number
  }

  /// The nearest double; infinite when the number is beyond its range.
  public var double: Double { Double(lexicalForm) ?? .nan }

  /// The exact value as sign, digits without leading or trailing zeros, and the exponent of the first digit
  /// (`0.d₁d₂… × 10^exponent`). Zero has no digits. Nil when the exponent does not fit an `Int`.
  var decimal: (negative: Bool, digits: [UInt8], exponent: Int)? {
    var digits: [UInt8] = []
    var exponent = 0
    var fraction = false
    var bytes = Array(lexicalForm.utf8)[...]
    let negative = bytes.first == UInt8(ascii: "-")
    if negative { bytes = bytes.dropFirst() }
    while let byte = bytes.first {
      bytes = bytes.dropFirst()
      switch byte {
      case UInt8(ascii: "."): fraction = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        guard let power = Int(String(decoding: bytes, as: UTF8.self)), abs(power) < 1 << 40 else { return nil }
        exponent += power
        bytes = []
      default:
        if digits.isEmpty && byte == UInt8(ascii: "0") {
          if fraction { exponent -= 1 }
        } else {
          digits.append(byte)
          if !fraction { exponent += 1 }
        }
      }
    }
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return (negative, digits, digits.isEmpty ? 0 : exponent)
  }
}

extension JSONNumber: Hashable {
  /// Equal when the values are: `1`, `1.0` and `1e0` are one number.
  public static func == (a: JSONNumber, b: JSONNumber) -> Bool {
    if a.lexicalForm == b.lexicalForm { return true }
    guard let x = a.decimal, let y = b.decimal else { return false }
    return x.digits == y.digits && x.exponent == y.exponent && (x.negative == y.negative || x.digits.isEmpty)
  }

  public func hash(into hasher: inout Hasher) {
    guard let value = decimal else { return hasher.combine(lexicalForm) }
    hasher.combine(value.digits)
    hasher.combine(value.exponent)
  }
}
