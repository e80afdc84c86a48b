/// Writes a `PlainText` from front to back: folds white space, closes blocks, cuts spans at block ends, and notes where
/// each byte comes from. A run is exact only if the file's bytes are the same, which is compared here, once for all.
struct TextBuilder {
  private let source: [UInt8]
  private(set) var text = PlainText()
  /// The kind that the next block gets.
  var kind = PlainText.Block.Kind.paragraph
  private var blockStart: Int?
  private var firstRunOfBlock = 0
  private var firstSpanOfBlock = 0
  private var pending = Pending.nothing
  private var open: [OpenSpan] = []
  private var nextSpan = 0

  private enum Pending {
    case nothing
    case space(source: Int, length: Int)
    case lineBreak(source: Int)
  }

  private struct OpenSpan {
    var kind: PlainText.Span.Kind
    var id: Int
    var start: Int?
  }

  /// `source` is the file as it is on the disk.
  init(source: [UInt8]) { self.source = source }

  var isBlockEmpty: Bool { blockStart == nil }
  /// Where the text of the block that is being written begins.
  var currentBlockStart: Int? { blockStart }
  /// Where the next text will stand.
  var nextOffset: Int {
    if blockStart == nil { return text.utf8.isEmpty ? 0 : text.utf8.count + 1 }
    if case .nothing = pending { return text.utf8.count }
    return text.utf8.count + 1
  }

  // MARK: Text

  /// Appends bytes that the file has, byte for byte, from `offset` on (except where the file was repaired).
  mutating func append(_ bytes: ArraySlice<UInt8>, from offset: Int) {
    var i = bytes.startIndex
    let end = bytes.endIndex
    while i < end {
      let (length, kind) = Self.classify(bytes, i)
      switch kind {
      case .plain:
        var j = i + length
        while j < end {
          let b = bytes[j]
          if b > 0x20 && b < 0x7F {
            j += 1
            continue
          }
          let (n, k) = Self.classify(bytes, j)
          if k != .plain { break }
          j += n
        }
        emit(bytes[i..<j], from: offset + (i - bytes.startIndex))
        i = j
      case .space:
        space(source: offset + (i - bytes.startIndex), length: length)
        i += length
      case .nothing:
        i += length
      }
    }
  }

  /// Appends text that the file writes in another way (an entity, an escape), all of it at `offset`.
  mutating func appendDecoded(_ bytes: ArraySlice<UInt8>, at offset: Int) {
    var i = bytes.startIndex
    while i < bytes.endIndex {
      let (length, kind) = Self.classify(bytes, i)
      switch kind {
      case .plain:
        let stretch = bytes[i..<(i + length)]
        // `&amp;` is written by the Markdown stage too, for a plain `&` of the file.
        let isExact = i == bytes.startIndex && Bytes.matches(stretch, in: source, at: offset)
        begin()
        write(stretch, source: offset, isExact: isExact)
      case .space: space(source: offset, length: 1)
      case .nothing: break
      }
      i += length
    }
  }

  mutating func space(source offset: Int, length: Int) {
    if case .nothing = pending, blockStart != nil { pending = .space(source: offset, length: length) }
  }

  /// A line break that the author wrote. Two in a row end the block, as a reader sees a paragraph there.
  mutating func lineBreak(source offset: Int) {
    guard blockStart != nil else { return }
    if case .lineBreak = pending { endBlock() } else { pending = .lineBreak(source: offset) }
  }

  private mutating func emit(_ bytes: ArraySlice<UInt8>, from offset: Int) {
    begin()
    var i = bytes.startIndex
    while i < bytes.endIndex {
      let exactStart = i
      var s = offset + (i - bytes.startIndex)
      while i < bytes.endIndex, s < source.count, source[s] == bytes[i] {
        i += 1
        s += 1
      }
      if i > exactStart { write(bytes[exactStart..<i], source: s - (i - exactStart), isExact: true) }
      if i < bytes.endIndex {
        write(bytes[i..<(i + 1)], source: min(s, source.count), isExact: false)
        i += 1
      }
    }
  }

  /// Opens the block if there is none, and writes what white space is due.
  private mutating func begin() {
    if blockStart == nil {
      if !text.utf8.isEmpty { text.utf8.append(0x0A) }
      blockStart = text.utf8.count
      firstRunOfBlock = text.sourceMap.count
      firstSpanOfBlock = text.spans.count
    } else {
      switch pending {
      case .nothing: break
      case .space(let offset, let length):
        write([0x20], source: offset, isExact: length == 1 && offset < source.count && source[offset] == 0x20)
      case .lineBreak(let offset): write([0x0A], source: offset, isExact: false)
      }
    }
    pending = .nothing
    for i in open.indices where open[i].start == nil { open[i].start = text.utf8.count }
  }

  private mutating func write(_ bytes: ArraySlice<UInt8>, source offset: Int, isExact: Bool) {
    let plain = text.utf8.count
    text.utf8.append(contentsOf: bytes)
    if isExact, let last = text.sourceMap.last, last.isExact, last.plain + last.length == plain,
      last.source + last.length == offset
    {
      text.sourceMap[text.sourceMap.count - 1].length += bytes.count
      return
    }
    text.sourceMap.append(.init(plain: plain, length: bytes.count, source: offset, isExact: isExact))
  }

  // MARK: Blocks and spans

  mutating func endBlock() {
    pending = .nothing
    guard let start = blockStart else { return }
    for i in open.indices { closeSegment(i) }
    blockStart = nil
    var end = text.utf8.count
    normalize(from: start, firstRun: firstRunOfBlock, firstSpan: firstSpanOfBlock)
    end = text.utf8.count
    text.blocks.append(.init(kind: kind, range: start..<end))
  }

  /// Throws away what the block that is being written holds.
  mutating func discardBlock() {
    pending = .nothing
    guard let start = blockStart else { return }
    text.utf8.removeSubrange((start > 0 ? start - 1 : 0)...)
    while let last = text.sourceMap.last, last.plain >= start { text.sourceMap.removeLast() }
    while let last = text.spans.last, last.range.lowerBound >= start { text.spans.removeLast() }
    for i in open.indices { open[i].start = nil }
    blockStart = nil
  }

  /// Returns a handle for `closeSpan`.
  mutating func openSpan(_ kind: PlainText.Span.Kind) -> Int {
    nextSpan += 1
    open.append(.init(kind: kind, id: nextSpan, start: nil))
    return nextSpan
  }

  mutating func closeSpan(_ id: Int) {
    guard let i = open.lastIndex(where: { $0.id == id }) else { return }
    closeSegment(i)
    open.remove(at: i)
  }

  private mutating func closeSegment(_ i: Int) {
    if let start = open[i].start, start < text.utf8.count {
      text.spans.append(.init(kind: open[i].kind, range: start..<text.utf8.count))
    }
    open[i].start = nil
  }

  /// Puts the spans in order and returns the text. Spans are noted as they close, inner before outer.
  mutating func finish() -> PlainText {
    endBlock()
    let order = text.spans.indices.sorted { a, b in
      let (x, y) = (text.spans[a].range, text.spans[b].range)
      if x.lowerBound != y.lowerBound { return x.lowerBound < y.lowerBound }
      if x.upperBound != y.upperBound { return x.upperBound > y.upperBound }
      return a > b
    }
    text.spans = order.map { text.spans[$0] }
    return text
  }

  /// For the normalization, which replaces the tail of the text.
  mutating func replaceTail(
    from start: Int, bytes: [UInt8], firstRun: Int, runs: [PlainText.SourceRun], firstSpan: Int,
    spans: [PlainText.Span]
  ) {
    text.utf8.replaceSubrange(start..., with: bytes)
    text.sourceMap.replaceSubrange(firstRun..., with: runs)
    text.spans.replaceSubrange(firstSpan..., with: spans)
  }
}

extension TextBuilder {
  mutating func setKind(_ kind: PlainText.Block.Kind, ofBlock index: Int) { text.blocks[index].kind = kind }

  /// Where in the file a byte of the block that is being written comes from.
  func sourceOffset(of plain: Int) -> Int? {
    text.sourceMap.last { $0.plain <= plain }.map { $0.isExact ? $0.source + plain - $0.plain : $0.source }
  }
}

extension TextBuilder {
  /// The video that the block which is being written consists of, when it is nothing but a bare address of one.
  func loneVideoLink() -> VideoAddress? {
    guard kind == .paragraph, let start = currentBlockStart, let span = text.spans.last,
      span.range == start..<text.utf8.count, case .link(let address, _) = span.kind,
      text.utf8[span.range].starts(with: "http".utf8)
    else { return nil }
    return VideoAddress(address)
  }
}
