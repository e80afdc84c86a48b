/// Finds the places of cmark's text in the file.
///
/// Text comes in the order of the file, and each piece is compared with the bytes where it should be; where cmark's
/// position is off (it loses count after link definitions and multi-line markup), the piece is looked for from where
/// the former one ended.
struct MarkdownAligner {
  enum Form { case text, code, html }

  struct Piece {
    var bytes: ArraySlice<UInt8>
    var source: Int
    var isExact: Bool
  }

  private let source: [UInt8]
  private let range: Range<Int>
  /// Offsets in the file; cmark's line 1 is the first.
  private let lines: [Int]
  /// Where the last piece ended.
  private(set) var cursor: Int
  /// How many block quotations are open.
  var quoteDepth = 0
  private var leafLine = 1
  private var leafColumn = 1
  private var leafEnd: Int
  private(set) var hintedPlace: Int
  /// How far ahead a piece is looked for: a bound, so that a hostile file costs no quadratic time.
  private static let window = 4096

  init(_ source: [UInt8], _ range: Range<Int>) {
    self.source = source
    self.range = range
    let part = range == source.indices ? source : Array(source[range])
    lines = Bytes.lineStarts(part).map { $0 + range.lowerBound }
    cursor = range.lowerBound
    hintedPlace = range.lowerBound
    leafEnd = range.upperBound
  }

  private func start(ofLine line: Int) -> Int { lines[min(max(line, 1), lines.count) - 1] }
  private func end(ofLine line: Int) -> Int { line < lines.count ? lines[max(line, 1)] : range.upperBound }

  mutating func beginLeaf(line: Int, column: Int, endLine: Int) {
    leafLine = max(line, 1)
    leafColumn = max(column, 1)
    leafEnd = end(ofLine: max(endLine, leafLine))
    cursor = min(start(ofLine: leafLine) + leafColumn - 1, range.upperBound)
    hintedPlace = cursor
  }

  /// cmark's position of an inline node, as a place in the file.
  mutating func hint(line: Int, column: Int) {
    guard line > 0, column > 0 else {
      hintedPlace = cursor
      return
    }
    if line <= leafLine {
      hintedPlace = start(ofLine: line) + column - 1
    } else {
      hintedPlace = contentStart(ofLine: line) + column - leafColumn
    }
    hintedPlace = min(max(hintedPlace, range.lowerBound), range.upperBound)
  }

  /// Where a later line of a paragraph begins, without indentation and quotation marks.
  private func contentStart(ofLine line: Int) -> Int {
    let end = end(ofLine: line)
    var i = start(ofLine: line)
    var depth = quoteDepth
    while i < end {
      if source[i] == 0x20 || source[i] == 0x09 {
        i += 1
      } else if source[i] == 0x3E, depth > 0 {
        depth -= 1
        i += 1
      } else {
        break
      }
    }
    return i
  }

  /// The end of the line that the cursor is in, which is where a line break of the text comes from.
  mutating func lineBreak() -> Int {
    var i = cursor
    while i < leafEnd, i < range.upperBound, !Bytes.isLineEnd(source[i]) { i += 1 }
    guard i < leafEnd, i < range.upperBound else { return cursor }
    cursor = i + 1
    return i
  }

  func find(_ bytes: [UInt8], from place: Int) -> Int? {
    Bytes.find(bytes, in: source, place..<min(leafEnd, place + Self.window))
  }

  // MARK: Alignment

  mutating func align(_ text: [UInt8], _ form: Form, _ body: (Piece) -> Void) {
    guard !text.isEmpty else { return }
    if hintedPlace >= cursor, isWritten(text, form, at: hintedPlace) {
      cursor = hintedPlace + text.count
      return body(.init(bytes: text[...], source: hintedPlace, isExact: true))
    }
    var candidates: [Int] = []
    if hintedPlace >= cursor { candidates.append(hintedPlace) }
    // The position of a code span is that of its back quotes in some versions, of its content in others.
    if form == .code {
      var i = max(hintedPlace, cursor)
      while i < leafEnd, source[i] == 0x60 { i += 1 }
      candidates.append(i)
      if i < leafEnd, Bytes.isWhitespace(source[i]) { candidates.append(i + 1) }
    }
    for place in candidates {
      if let end = match(text, form, at: place) { return emit(text, form, at: place, end, body) }
    }
    var place = cursor
    let limit = min(leafEnd, cursor + Self.window)
    while place < limit {
      if let end = match(text, form, at: place) { return emit(text, form, at: place, end, body) }
      place += 1
    }
    body(.init(bytes: text[...], source: min(cursor, range.upperBound), isExact: false))
  }

  /// Whether the file has the text byte for byte: nearly always, and then one comparison is all.
  private func isWritten(_ text: [UInt8], _ form: Form, at place: Int) -> Bool {
    guard place + text.count <= min(leafEnd, range.upperBound) else { return false }
    for i in text.indices {
      let b = text[i]
      guard source[place + i] == b, form != .text || b != 0x26 && b != 0x5C else { return false }
    }
    return true
  }

  private mutating func emit(_ text: [UInt8], _ form: Form, at place: Int, _ end: Int, _ body: (Piece) -> Void) {
    var i = 0
    var p = place
    var pieceStart = 0
    func flush(_ upTo: Int) {
      if pieceStart < upTo {
        body(.init(bytes: text[pieceStart..<upTo], source: p - (upTo - pieceStart), isExact: true))
      }
    }
    while i < text.count {
      let step = step(text, i, form, p)
      if step.isExact {
        i += 1
        p += 1
      } else {
        flush(i)
        if step.literal > 0 {
          body(.init(bytes: text[i..<(i + step.literal)], source: p + step.place, isExact: step.place > 0))
        }
        i += step.literal
        p += step.source
        pieceStart = i
      }
    }
    flush(i)
    cursor = end
  }

  /// Where the text would end in the file if it began at `place`; nil when the file says something else there.
  private func match(_ text: [UInt8], _ form: Form, at place: Int) -> Int? {
    var i = 0
    var p = place
    while i < text.count {
      let step = step(text, i, form, p)
      guard step.source > 0 else { return nil }
      i += step.literal
      p += step.source
    }
    return p
  }

  private struct Step {
    /// Bytes of the text, and bytes of the file that stand for them; 0 in the file: no match.
    var literal: Int
    var source: Int
    var isExact: Bool
    /// Where in the file's bytes the text stands as it is (after a backslash).
    var place = 0
    static let none = Step(literal: 0, source: 0, isExact: false)
    static let one = Step(literal: 1, source: 1, isExact: true)
  }

  private func step(_ text: [UInt8], _ i: Int, _ form: Form, _ p: Int) -> Step {
    guard p < leafEnd, p < range.upperBound else { return .none }
    let b = source[p]
    switch form {
    case .text:
      if b == 0x26, let (length, decoded) = CharacterReference.decode(source, at: p, before: leafEnd) {
        guard Bytes.matches(decoded, in: text, at: i) else { return .none }
        return Step(literal: decoded.count, source: length, isExact: false)
      }
      if b == 0x5C, p + 1 < leafEnd, Bytes.isPunctuation(source[p + 1]) {
        guard text[i] == source[p + 1] else { return .none }
        return Step(literal: 1, source: 2, isExact: false, place: 1)
      }
    case .code, .html:
      // A line feed of the text is the file's line end with the next line's indentation.
      if Bytes.isLineEnd(b), text[i] == 0x0A || (form == .code && text[i] == 0x20) {
        let line = Bytes.line(of: p, in: lines) + 1
        return Step(literal: 1, source: max(1, contentStart(ofLine: line) - p), isExact: false)
      }
      // In a table, a vertical line in code is escaped.
      if b == 0x5C, p + 1 < leafEnd, source[p + 1] == 0x7C, text[i] == 0x7C {
        return Step(literal: 1, source: 2, isExact: false, place: 1)
      }
    }
    return b == text[i] ? .one : .none
  }

  /// HTML blocks: line for line, each the end of a line of the file.
  mutating func alignLines(_ text: [UInt8], fromLine first: Int, _ body: (Piece) -> Void) {
    var line = first
    var i = 0
    while i < text.count {
      var j = i
      while j < text.count, text[j] != 0x0A { j += 1 }
      let (lineStart, lineEnd) = (start(ofLine: line), end(ofLine: line))
      var contentEnd = lineEnd
      while contentEnd > lineStart, Bytes.isLineEnd(source[contentEnd - 1]) { contentEnd -= 1 }
      let place = contentEnd - (j - i)
      let isExact = place >= lineStart && Bytes.matches(text[i..<j], in: source, at: place)
      let upTo = min(j + 1, text.count)
      body(.init(bytes: text[i..<upTo], source: isExact ? place : lineStart, isExact: isExact))
      i = upTo
      line += 1
      cursor = lineEnd
    }
  }
}
