import Mentions
import Posts

/// A stretch of a post under a line that may be a talk's title.
struct TalkSection {
  enum Kind {
    case heading
    /// A paragraph that is nothing but strong words.
    case strongLine
    /// The strong words that a paragraph begins with.
    case strongStart
  }

  var kind: Kind
  /// Tokens of the line.
  var head: Range<Int>
  /// Tokens under it, as far as it reaches: a heading's to the next heading.
  var body: Range<Int>
  var block: Int

  static func all(_ annotated: AnnotatedText, time: ScheduleTime) -> [TalkSection] {
    var found = heads(annotated, time)
    for index in found.indices {
      let start = found[index].head.upperBound
      switch found[index].kind {
      case .strongStart: continue
      case .heading:
        let next = found[(index + 1)...].first { $0.kind == .heading }
        found[index].body = start..<(next?.head.lowerBound ?? annotated.tokens.count)
      case .strongLine:
        let next = index + 1 < found.count ? found[index + 1].head.lowerBound : annotated.tokens.count
        found[index].body = start..<max(start, next)
      }
    }
    return found
  }

  private static func heads(_ annotated: AnnotatedText, _ time: ScheduleTime) -> [TalkSection] {
    let blocks = annotated.text.blocks
    var found: [TalkSection] = []
    /// Timed strong words of the section that is being read, with whether a heading stands right above.
    var timed: [(index: Int, isUnderHeading: Bool)] = []
    var dropped: Set<Int> = []
    // `**11:00 – 11:35 · Room 320**` right under a heading is when its talk is; of several each has its own.
    func closeSection() {
      if timed.count == 1, timed[0].isUnderHeading { dropped.insert(timed[0].index) }
      timed = []
    }
    var at = 0
    var isUnderHeading = false
    while at < annotated.tokens.count {
      let block = annotated.tokens[at].block
      var end = at
      while end < annotated.tokens.count, annotated.tokens[end].block == block { end += 1 }
      let own = at..<end
      at = end
      switch blocks[block].kind {
      case .heading:
        closeSection()
        found.append(TalkSection(kind: .heading, head: own, body: end..<end, block: block))
        isUnderHeading = true
        continue
      case .paragraph, .other, .term:
        if let head = strongHead(annotated, own) {
          if time.end(annotated, head) > head.lowerBound { timed.append((found.count, isUnderHeading)) }
          let kind = head.upperBound == end ? Kind.strongLine : .strongStart
          found.append(TalkSection(kind: kind, head: head, body: head.upperBound..<end, block: block))
        }
      default: break
      }
      isUnderHeading = false
    }
    closeSection()
    return found.indices.filter { !dropped.contains($0) }.map { found[$0] }
  }

  /// The strong words that a paragraph begins with, if they are no label (`**When:**`).
  private static func strongHead(_ annotated: AnnotatedText, _ block: Range<Int>) -> Range<Int>? {
    let bytes = annotated.range(block)
    guard let span = annotated.spans(startingIn: bytes).first(where: { $0.kind == .strong }),
      span.range.lowerBound == bytes.lowerBound
    else { return nil }
    let tokens = annotated.tokens(in: span.range)
    guard tokens.count >= 2, tokens.count <= 40, tokens.upperBound <= block.upperBound,
      annotated.tokens[tokens.upperBound - 1].folded != ":"
    else { return nil }
    return tokens
  }
}
