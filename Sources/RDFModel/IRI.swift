/// An absolute IRI (RDF 1.1 Concepts §3.2). Two IRIs are equal when their characters are; nothing is normalised.
public struct IRI: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let string: String

  /// Takes the text as it is. Readers and builders of IRIs check it before (`IRI.isWritable`).
  public init(_ string: String) { self.string = string }

  public var description: String { string }

  /// Whether the text can stand between `<` and `>` in N-Triples: a scheme (RFC 3986 §3.1), and none of the characters
  /// that IRIREF leaves out (N-Triples §7).
  public var isWritable: Bool {
    var isInScheme = true
    for (index, byte) in string.utf8.enumerated() {
      switch byte {
      case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "{"),
        UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "\\"):
        return false
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): break
      case UInt8(ascii: ":"):
        if index == 0 { return false }
        isInScheme = false
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        if index == 0 { return false }
      default: if isInScheme { return false }
      }
    }
    return !isInScheme
  }

  public static func < (a: IRI, b: IRI) -> Bool { a.string.utf8.lexicographicallyPrecedes(b.string.utf8) }
}
