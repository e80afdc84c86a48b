/// A basic language range (RFC 4647 §2.1) and basic filtering (§3.3.1): without regard to case, a range matches a tag
/// that it equals, or of which it is a prefix before a hyphen; `*` matches every tag.
struct LanguageRange: Sendable {
  let text: String
  private let bytes: [UInt8]

  init(_ text: String) {
    self.text = text
    bytes = text.utf8.map(Self.lower)
  }

  func matches(_ tag: ArraySlice<UInt8>) -> Bool {
    if bytes == [UInt8(ascii: "*")] { return !tag.isEmpty }
    guard !bytes.isEmpty, tag.count >= bytes.count else { return false }
    guard zip(tag, bytes).allSatisfy({ Self.lower($0) == $1 }) else { return false }
    return tag.count == bytes.count || tag[tag.startIndex + bytes.count] == UInt8(ascii: "-")
  }

  static func lower(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
