import Foundation

extension TextBuilder {
  /// Brings the block's text to Unicode NFC (UAX #15). Rarely is there anything to do, so the question is asked first.
  mutating func normalize(from start: Int, firstRun: Int, firstSpan: Int) {
    let tail = text.utf8[start...]
    guard Self.mayNeedNormalization(tail) else { return }
    let string = String(decoding: tail, as: UTF8.self)
    if string.precomposedStringWithCanonicalMapping.utf8.elementsEqual(tail) { return }

    // Character by character: a character (grapheme cluster) never composes with its neighbours.
    var bytes: [UInt8] = []
    var runs: [PlainText.SourceRun] = []
    var moved: [Int: Int] = [:]
    var old = start
    var run = firstRun
    for character in string {
      let before = Array(character.utf8)
      let after = Array(String(character).precomposedStringWithCanonicalMapping.utf8)
      moved[old] = start + bytes.count
      while run + 1 < text.sourceMap.count, text.sourceMap[run + 1].plain <= old { run += 1 }
      let (offset, isExact) = source(of: old, length: before.count, text.sourceMap[run])
      let keeps = isExact && before == after
      let plain = start + bytes.count
      if keeps, let last = runs.last, last.isExact, last.plain + last.length == plain,
        last.source + last.length == offset
      {
        runs[runs.count - 1].length += after.count
      } else {
        runs.append(.init(plain: plain, length: after.count, source: offset, isExact: keeps))
      }
      bytes += after
      old += before.count
    }
    moved[old] = start + bytes.count
    let spans = text.spans[firstSpan...].compactMap { span -> PlainText.Span? in
      guard let lower = moved[span.range.lowerBound], let upper = moved[span.range.upperBound], lower < upper else {
        return nil
      }
      return .init(kind: span.kind, range: lower..<upper)
    }
    replaceTail(from: start, bytes: bytes, firstRun: firstRun, runs: runs, firstSpan: firstSpan, spans: spans)
  }

  private func source(of plain: Int, length: Int, _ run: PlainText.SourceRun) -> (Int, Bool) {
    guard run.isExact else { return (run.source, false) }
    return (run.source + plain - run.plain, plain + length <= run.plain + run.length)
  }

  /// False when no character can be changed by normalization: all below U+0300, general punctuation, arrows and
  /// symbols, CJK ideographs, emoji.
  static func mayNeedNormalization(_ bytes: ArraySlice<UInt8>) -> Bool {
    var i = bytes.startIndex
    while i < bytes.endIndex {
      let b = bytes[i]
      if b < 0xCC {
        i += 1
        continue
      }
      switch b {
      case 0xE2:
        guard i + 2 < bytes.endIndex else { return true }
        // U+2000 and U+2001 fold to spaces before; U+2126, U+212A, U+212B decompose.
        if bytes[i + 1] == 0x84 || bytes[i + 1] >= 0xAB { return true }
        i += 3
      case 0xF0:
        guard i + 1 < bytes.endIndex, bytes[i + 1] == 0x9F else { return true }
        i += 4
      case 0xEF:
        // Variation selectors after emoji.
        guard i + 2 < bytes.endIndex, bytes[i + 1] == 0xB8, bytes[i + 2] == 0x8F else { return true }
        i += 3
      default: return true
      }
    }
    return false
  }
}
