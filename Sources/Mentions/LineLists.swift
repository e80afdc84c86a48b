import Posts

extension Array where Element == Token {
  /// Marks the lines of lists that are typed without list marks: one name a line, three lines and more. Such line breaks are
  /// ordinary white space in Markdown, but no author wraps prose so short.
  mutating func markLineLists(_ text: PlainText) {
    let breaks = Set(text.sourceMap.filter { !$0.isExact && $0.length == 1 && text.utf8[$0.plain] == 0x20 }.map(\.plain))
    guard !breaks.isEmpty else { return }
    var start = 0
    while start < count {
      var end = start + 1
      while end < count, self[end].block == self[start].block { end += 1 }
      mark(start..<end, text, breaks)
      start = end
    }
  }

  private mutating func mark(_ block: Range<Int>, _ text: PlainText, _ breaks: Set<Int>) {
    switch text.blocks[self[block.lowerBound].block].kind {
    case .paragraph, .listItem: break
    default: return
    }
    let starts = block.dropFirst().filter { breaks.contains(self[$0].range.lowerBound - 1) }
    guard starts.count >= Self.fewestBreaks else { return }
    let ends = starts + [block.upperBound]
    for (from, to) in zip([block.lowerBound] + starts, ends) where to - from > Self.longestLine { return }
    for index in starts { self[index].shape.insert(.lineBreakBefore) }
  }

  private static var fewestBreaks: Int { 2 }
  /// In tokens: a name with an initial and a comma.
  private static var longestLine: Int { 6 }
}
