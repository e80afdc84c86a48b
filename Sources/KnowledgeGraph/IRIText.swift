/// Text from a post made fit for an IRI (RFC 3987), or refused.
public enum IRIText {
  /// An address as an absolute IRI: surrounding white space dropped, characters that an IRI cannot hold percent-encoded.
  /// `nil` when it has no scheme of the web (`http`, `https`) or no host: such an address names nothing that another
  /// machine could reach.
  public static func webAddress(_ text: String) -> String? {
    var bytes = Array(text.utf8)[...]
    while let first = bytes.first, isBlank(first) { bytes.removeFirst() }
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
    guard scheme == "http" || scheme == "https" else { return nil }
    let rest = bytes[(colon + 1)...]
    guard rest.starts(with: "//".utf8) else { return nil }
    let authority = rest.dropFirst(2).prefix { !"/?#".utf8.contains($0) }
    guard let first = authority.first, first != UInt8(ascii: ":"),
      !authority.contains(where: { isBlank($0) || mustEscape($0) })
    else { return nil }
    return scheme + ":" + escaping(rest)
  }

  /// A relative path, segment by segment; `/` stays.
  public static func escapingPath(_ path: String) -> String {
    var out: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "["), UInt8(ascii: "]"):
        appendEscaped(byte, to: &out)
      default: mustEscape(byte) ? appendEscaped(byte, to: &out) : out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func escaping(_ bytes: ArraySlice<UInt8>) -> String {
    var out: [UInt8] = []
    var hasFragment = false
    for (index, byte) in zip(bytes.indices, bytes) {
      switch byte {
      case UInt8(ascii: "%"):
        let isEscape = index + 2 < bytes.endIndex && isHex(bytes[index + 1]) && isHex(bytes[index + 2])
        isEscape ? out.append(byte) : appendEscaped(byte, to: &out)
      case UInt8(ascii: "#"):
        hasFragment ? appendEscaped(byte, to: &out) : out.append(byte)
        hasFragment = true
      case UInt8(ascii: "["), UInt8(ascii: "]"):
        // Only an IPv6 host may hold them (RFC 3986 §3.2.2), and no post links to one by number.
        appendEscaped(byte, to: &out)
      default: mustEscape(byte) ? appendEscaped(byte, to: &out) : out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// What IRIREF leaves out (N-Triples §7), and DEL.
  private static func mustEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "\\"):
      true
    default: false
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }

  private static func isHex(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }

  private static func appendEscaped(_ byte: UInt8, to out: inout [UInt8]) {
    let hex = Array("0123456789ABCDEF".utf8)
    out.append(contentsOf: [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]])
  }
}
