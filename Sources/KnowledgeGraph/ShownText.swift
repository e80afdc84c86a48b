import Entities
import Posts

/// What a reader of a post sees, to tell whether a name stands there as it is written.
struct ShownText {
  private let text: PlainText
  /// The whole text on one line, made when a name is not where its mentions are.
  private let folded: [UInt8]

  init(_ text: PlainText) {
    self.text = text
    folded = Self.folded(text.utf8[...])
  }

  func shows(_ entity: Entity) -> Bool {
    guard let name = entity.names.first else { return false }
    let wanted = Self.folded(Array(name.utf8)[...])
    for mention in entity.mentions where mention.upperBound <= text.utf8.count && mention.lowerBound >= 0 {
      if Self.folded(text.utf8[mention]) == wanted { return true }
    }
    return shows(wanted)
  }

  func shows(_ words: String) -> Bool { shows(Self.folded(Array(words.utf8)[...])) }

  private func shows(_ wanted: [UInt8]) -> Bool {
    guard let first = wanted.first, wanted.count <= folded.count else { return false }
    for start in 0...(folded.count - wanted.count) where folded[start] == first {
      if folded[start..<(start + wanted.count)].elementsEqual(wanted) { return true }
    }
    return false
  }

  /// White space of any kind and length is one space.
  private static func folded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for byte in bytes {
      let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
      if !isSpace {
        out.append(byte)
      } else if out.last != 0x20 {
        out.append(0x20)
      }
    }
    return out
  }
}
