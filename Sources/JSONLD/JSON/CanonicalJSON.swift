/// The JSON Canonicalization Scheme (RFC 8785): the lexical form of `rdf:JSON` literals (JSON-LD 1.1 §10.2).
enum CanonicalJSON {
  static func string(of value: JSONValue) -> String {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ value: JSONValue, to bytes: inout [UInt8]) {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .number(let number): bytes.append(contentsOf: ECMAScriptNumber.string(number.double).utf8)
    case .string(let string): append(string, to: &bytes)
    case .array(let items):
      bytes.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        append(item, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let object):
      bytes.append(UInt8(ascii: "{"))
      // RFC 8785 §3.2.3: by UTF-16 code units, which is not the order of code points.
      let members = zip(object.keys, object.values).sorted { $0.0.utf16.lexicographicallyPrecedes($1.0.utf16) }
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        append(member.0, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        append(member.1, to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func append(_ string: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in string.utf8 { JSONEscape.append(byte, to: &bytes) }
    bytes.append(UInt8(ascii: "\""))
  }
}

/// Number::toString of ECMA-262 §6.1.6.1.20, which RFC 8785 §3.2.2.3 takes over.
enum ECMAScriptNumber {
  static func string(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    if value == 0 { return "0" }
    let (digits, n) = ShortestDigits.of(value.magnitude)
    let k = digits.count
    let sign = value < 0 ? "-" : ""
    if k <= n && n <= 21 { return sign + digits + String(repeating: "0", count: n - k) }
    if 0 < n && n <= 21 { return sign + digits.prefix(n) + "." + digits.dropFirst(n) }
    if -6 < n && n <= 0 { return sign + "0." + String(repeating: "0", count: -n) + digits }
    let exponent = (n - 1 < 0 ? "e-" : "e+") + String((n - 1).magnitude)
    return sign + digits.prefix(1) + (k > 1 ? "." + digits.dropFirst() : "") + exponent
  }
}

/// The fewest decimal digits that read back as the same double.
enum ShortestDigits {
  /// Digits without leading and trailing zeros, and the exponent n of `0.digits × 10ⁿ`. The value must be finite
  /// and above zero.
  static func of(_ value: Double) -> (digits: String, exponent: Int) {
    guard let decimal = JSONNumber(trusted: value.description).decimal else { return ("", 0) }
    return (String(decoding: decimal.digits, as: UTF8.self), decimal.exponent)
  }
}
