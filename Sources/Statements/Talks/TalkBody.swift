import Entities
import Mentions
import Posts

/// What stands under a talk's title: when and where it is, who gives it, and what it is about.
struct TalkBody {
  /// Lines of times, rooms and links.
  var meta: [Range<Int>] = []
  /// A line of nothing but those who give it.
  var speakers: Range<Int>?
  /// The rest.
  var prose: Range<Int>
}

/// Takes apart what stands under a talk's title.
struct TalkBodyReader {
  private let time: ScheduleTime
  private let verbs: WordList
  private let sayings: WordList
  private let be: WordList

  init(_ language: LanguageData, time: ScheduleTime) {
    self.time = time
    verbs = language.list("talk-verb")
    sayings = language.list("person-verb")
    be = language.list("be")
  }

  func read(_ draft: Draft, _ body: Range<Int>) -> TalkBody {
    var read = TalkBody(prose: body)
    var at = body.lowerBound
    while at < body.upperBound, isText(draft, at) {
      let line = self.line(draft, at, body)
      if isMeta(draft, line) {
        read.meta.append(line)
        at = line.upperBound
        continue
      }
      if let speakers = speakers(draft, line) {
        read.speakers = speakers
        at = speakers.upperBound
      }
      break
    }
    read.prose = at..<body.upperBound
    return read
  }

  private func isText(_ draft: Draft, _ token: Int) -> Bool {
    switch draft.annotated.block(of: token).kind {
    case .paragraph, .other, .quotation: true
    default: false
    }
  }

  /// As far as the block and to the next line break.
  private func line(_ draft: Draft, _ start: Int, _ body: Range<Int>) -> Range<Int> {
    let tokens = draft.annotated.tokens
    var end = start + 1
    while end < body.upperBound, tokens[end].block == tokens[start].block,
      !tokens[end].shape.contains(.lineBreakBefore)
    { end += 1 }
    return start..<end
  }

  /// Times, rooms, links: no people and no sentence.
  private func isMeta(_ draft: Draft, _ line: Range<Int>) -> Bool {
    guard line.count <= 32, draft.mentions(in: line, [.person]).isEmpty else { return false }
    let starts = time.end(draft.annotated, line) > line.lowerBound
    let isIn = starts || time.isIn(draft.annotated.tokens, line)
    return isIn && ![".", "!", "?"].contains(draft.annotated.tokens[line.upperBound - 1].folded)
  }

  /// People with their firms and roles, set in italics or alone in their line.
  private func speakers(_ draft: Draft, _ line: Range<Int>) -> Range<Int>? {
    let annotated = draft.annotated
    let bytes = annotated.range(line)
    var found = line
    var isSet = false
    if let span = annotated.spans(startingIn: bytes).first(where: { $0.kind == .emphasis || $0.kind == .strong }) {
      let tokens = annotated.tokens(in: span.range)
      if tokens.lowerBound - line.lowerBound <= 1, tokens.upperBound <= line.upperBound {
        (found, isSet) = (tokens, true)
      }
    }
    guard found.count <= 60,
      let first = draft.mentions(in: found, [.person]).first.map({ annotated.mentions[$0].tokens.lowerBound }),
      first - found.lowerBound <= 3
    else { return nil }
    // A person alone in italics may begin any sentence.
    if isSet, found.count < 4, found.upperBound < line.upperBound,
      ![",", ":", ".", "–", "—", "-", "("].contains(annotated.tokens[found.upperBound].folded),
      !annotated.tokens[found.upperBound].shape.contains(.lineBreakBefore)
    {
      return nil
    }
    let isSentence = found.contains { index in
      verbs.match(annotated.tokens, index) > 0 || sayings.match(annotated.tokens, index) > 0
        || be.contains(annotated.tokens[index].folded)
    }
    if isSentence { return nil }
    let isClosed = [".", "!", "?"].contains(annotated.tokens[found.upperBound - 1].folded)
    return isSet || !isClosed && found.count <= 30 ? found : nil
  }
}
