import Posts

/// A stretch between quotation marks: where its words are, marks left out.
public struct Quotation: Sendable, Equatable {
  public var range: Range<Int>
  /// With the marks.
  public var outer: Range<Int>
}

/// Finds what stands between quotation marks of any of the usual kinds.
///
/// A single closing mark is also an apostrophe: it closes only where no letter follows. A quotation that nobody closed
/// ends with its sentence.
struct QuotationFinder {
  private static func closer(_ mark: Unicode.Scalar) -> Unicode.Scalar? {
    switch mark {
    case "“": "”"
    case "«": "»"
    case "‘": "’"
    case "\"": "\""
    case "„": "“"
    case "‹": "›"
    default: nil
    }
  }

  static func find(_ text: PlainText) -> [Quotation] {
    var found: [Quotation] = []
    for block in text.blocks {
      var at = block.range.lowerBound
      while at < block.range.upperBound {
        let (scalar, length) = Tokenizer.scalar(text.utf8, at)
        guard let closer = closer(scalar), mayOpen(text.utf8, at, length, block.range, scalar),
          let quotation = close(text.utf8, at, length, closer, block.range)
        else {
          at += length
          continue
        }
        found.append(quotation)
        at = quotation.outer.upperBound
      }
    }
    return found
  }

  /// An opening mark has no letter before it; a straight or single one has something right behind it.
  private static func mayOpen(_ bytes: [UInt8], _ at: Int, _ length: Int, _ block: Range<Int>, _ mark: Unicode.Scalar)
    -> Bool
  {
    guard at + length < block.upperBound else { return false }
    guard mark == "\"" || mark == "‘" else { return true }
    if at > block.lowerBound {
      let before = bytes[at - 1]
      if before < 0x80, Tokenizer.isWordScalar(Unicode.Scalar(before)) { return false }
    }
    return bytes[at + length] != 0x20
  }

  private static func close(
    _ bytes: [UInt8], _ open: Int, _ length: Int, _ closer: Unicode.Scalar, _ block: Range<Int>
  ) -> Quotation? {
    let start = open + length
    var at = start
    var sentenceEnd: Int?
    while at < block.upperBound {
      let (scalar, size) = Tokenizer.scalar(bytes, at)
      let next = at + size
      if scalar == closer || (closer == "”" && scalar == "\"") {
        let letterFollows = next < block.upperBound && Tokenizer.isWordScalar(Tokenizer.scalar(bytes, next).0)
        if closer != "’" || !letterFollows {
          return at > start ? Quotation(range: trimmed(bytes, start..<at), outer: open..<next) : nil
        }
      }
      if sentenceEnd == nil, scalar == ".", next < block.upperBound, bytes[next] == 0x20 { sentenceEnd = at }
      at = next
    }
    // Nobody closed it. A single mark may be an apostrophe of its own: then it opens nothing.
    guard closer != "\"", let end = sentenceEnd, end - start < 160, end - start > 8 else { return nil }
    return Quotation(range: trimmed(bytes, start..<end), outer: open..<end)
  }

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, bytes[low] == 0x20 || bytes[low] == 0x0A { low += 1 }
    while high > low, [0x20, 0x0A, UInt8(ascii: ","), UInt8(ascii: ";")].contains(bytes[high - 1]) { high -= 1 }
    // The sentence's full stop, not the title's.
    if high > low, bytes[high - 1] == UInt8(ascii: "."), !(high - low > 3 && bytes[high - 2] == UInt8(ascii: ".")) {
      high -= 1
    }
    return low..<high
  }
}
