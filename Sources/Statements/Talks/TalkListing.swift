import Entities
import Mentions
import Posts

/// Talks that programmes, round-ups and guides list: lines of lists, headings and short paragraphs with a title and who gives it.
///
/// A line alone proves little; what stands around it does: a section of talks, an event, a link to a session's page, lines
/// beside it that read the same way.
struct TalkListing {
  let context: EventContext
  private let reader: TalkLineReader
  private let writer: TalkWriter
  private let sectionWords: WordList
  private let sessionHosts: [String]
  private let negation: WordList
  private let linkCall: WordList
  private let topics: TalkTopics
  private let gatherings: WordList
  private let slideLinks: WordList
  private let givers: TalkGivers

  /// A talk that a line told of, for the text that follows.
  struct Listed {
    var id: EntityID
    var title: String
    var speakers: [EntityID]
    var tokens: Range<Int>
  }

  private struct Line {
    var block: Int
    var tokens: Range<Int>
    var read: TalkLine
    var siblings = 0
    /// Begins its block.
    var isFirst = false
    /// Its block tells of no other talk.
    var isOnly = false
  }

  init(_ language: LanguageData, context: EventContext) {
    self.context = context
    reader = TalkLineReader(language)
    writer = TalkWriter(language)
    sectionWords = language.list("talk-section")
    sessionHosts = language.list("session-host").phrases
    negation = language.list("negation")
    linkCall = language.list("link-call")
    topics = TalkTopics(language)
    gatherings = language.list("gathering-tail")
    slideLinks = language.list("slides-link")
    givers = TalkGivers(language)
  }

  /// The talks found, by the sentence that their line begins with, and those `listed` before.
  func find(_ draft: inout Draft, listed: [Int: [Listed]]) -> [Int: [Listed]] {
    let sections = Sections(draft.annotated)
    let author = draft.postAuthor
    var found = listed
    for line in lines(draft) where score(draft, line, sections) >= 3 {
      let sentence = draft.annotated.tokens[line.tokens.lowerBound].sentence
      if found[sentence]?.contains(where: { $0.tokens.overlaps(line.read.title) }) == true { continue }
      var speakers = line.read.speakers.compactMap { draft.ofMention[$0] }
      if line.read.isAuthor, let author { speakers.append(author) }
      let title = draft.annotated.range(line.read.title)
      let row = rowEvent(draft, line.block).map { [$0] }
      let events = row ?? context.severalOfSentence[sentence] ?? [context.event(ofSentence: sentence)].compactMap { $0 }
      for event in events.isEmpty ? [nil] : events.map(Optional.some) {
        let id = writer.write(
          &draft, title: title, speakers: speakers, told: line.read.told.map { draft.annotated.range($0) }, at: event,
          evidence: draft.annotated.range(line.tokens), rule: "talk-line")
        if let rest = rest(draft, line) {
          writer.nameDocuments(&draft, id, draft.annotated.range(rest))
          topics.find(&draft, id, in: rest)
        }
        found[sentence, default: []].append(
          Listed(id: id, title: draft.annotated.text.string(title), speakers: speakers, tokens: line.read.title))
      }
    }
    return found
  }

  // MARK: lines

  /// `**Title** – Live from Oslo, Ada presented …`: the description tells who gives it.
  private func describe(_ draft: Draft, _ line: inout Line, _ block: Range<Int>) {
    let tokens = draft.annotated.tokens
    var start = line.read.title.upperBound
    while start < block.upperBound, !tokens[start].isWord { start += 1 }
    guard start < block.upperBound,
      let found = givers.find(draft, start..<block.upperBound, sentences: 1, inItem: true),
      found.isGiving
    else { return }
    line.read.speakers = found.people
    line.read.told = found.sentence.lowerBound..<found.sentence.upperBound
  }

  /// What the item or paragraph says behind its line: no further than the next line's talk.
  private func rest(_ draft: Draft, _ line: Line) -> Range<Int>? {
    let tokens = draft.annotated.tokens
    guard line.isFirst, line.isOnly, startsLine(draft.annotated, line.read, line.tokens) else { return nil }
    // Prose that a speaker begins goes on to other talks.
    if case .paragraph = draft.annotated.text.blocks[line.block].kind,
      line.read.told.map({ $0.lowerBound < line.read.title.lowerBound }) ?? false
    {
      return nil
    }
    let start = max(line.read.title.upperBound, line.read.told?.upperBound ?? 0)
    var end = start
    while end < tokens.count, tokens[end].block == line.block { end += 1 }
    // A firm behind the last speaker belongs to the line.
    let first = (start..<end).first { tokens[$0].shape.contains(.sentenceStart) } ?? end
    return first < end ? first..<end : nil
  }

  private func lines(_ draft: Draft) -> [Line] {
    let annotated = draft.annotated
    var lines: [Line] = []
    var at = 0
    while at < annotated.tokens.count {
      let block = annotated.tokens[at].block
      var end = at
      while end < annotated.tokens.count, annotated.tokens[end].block == block { end += 1 }
      let ranges = stretches(annotated, at..<end)
      for range in ranges {
        guard var line = line(draft, block, range) else { continue }
        if line.read.speakers.isEmpty, line.read.isMarked, ranges.count == 1 { describe(draft, &line, at..<end) }
        line.isFirst = range.lowerBound == at
        line.isOnly = ranges.count == 1
        lines.append(line)
      }
      at = end
    }
    countSiblings(draft, &lines)
    return lines
  }

  /// The stretches of a block that may each tell of a talk: its first line; and around each link to a session, as far as the
  /// sentence and to the next such link.
  private func stretches(_ annotated: AnnotatedText, _ block: Range<Int>) -> [Range<Int>] {
    var first = block.upperBound
    // A list's item may go on with what the talk is about.
    if let broken = block.dropFirst().first(where: { annotated.tokens[$0].shape.contains(.lineBreakBefore) }) {
      first = broken
    } else if block.count > 45 {
      first = sentenceEnd(annotated, from: markEnd(annotated, block), in: block)
    }
    var links: [Range<Int>] = []
    for span in annotated.spans(startingIn: annotated.range(block)) {
      if case .link(_, let absolute) = span.kind, writer.documents.kind(absolute) != nil {
        let tokens = annotated.tokens(in: span.range)
        if !tokens.isEmpty { links.append(tokens) }
      }
    }
    if links.allSatisfy({ $0.lowerBound < first }) && links.count < 2 || isOneTalk(annotated, block, links) {
      return [block.lowerBound..<first]
    }
    var found: [Range<Int>] = []
    for (index, link) in links.enumerated() {
      let sentence = annotated.sentences[annotated.tokens[link.lowerBound].sentence]
      let low = max(sentence.lowerBound, index > 0 ? links[index - 1].upperBound : block.lowerBound)
      // A question mark of the title ends no line.
      let end = sentenceEnd(annotated, from: link.upperBound, in: block)
      let high = index + 1 < links.count ? min(end, links[index + 1].lowerBound) : end
      if low < high { found.append(low..<high) }
    }
    if let start = found.first?.lowerBound, start >= first { found.insert(block.lowerBound..<first, at: 0) }
    return found
  }

  /// The end of the sentence that a token belongs to.
  private func sentenceEnd(_ annotated: AnnotatedText, from token: Int, in block: Range<Int>) -> Int {
    let at = min(token, block.upperBound - 1)
    return min(annotated.sentences[annotated.tokens[at].sentence].upperBound, block.upperBound)
  }

  /// The end of what is marked at the start of a block, or its start.
  private func markEnd(_ annotated: AnnotatedText, _ block: Range<Int>) -> Int {
    let bytes = annotated.range(block)
    var end = block.lowerBound
    for span in annotated.spans(startingIn: bytes) {
      let tokens = annotated.tokens(in: span.range)
      guard tokens.lowerBound <= end + 1 else { break }
      end = max(end, tokens.upperBound)
    }
    return end
  }

  /// All links but the first are called slides, recording or the like.
  private func isOneTalk(_ annotated: AnnotatedText, _ block: Range<Int>, _ links: [Range<Int>]) -> Bool {
    guard let first = links.first, links.count > 1 || first.count <= 2 else { return false }
    return links.dropFirst().allSatisfy { $0.count <= 2 }
      && (first.lowerBound - block.lowerBound <= 6 || first.count <= 2)
  }

  private func line(_ draft: Draft, _ block: Int, _ line: Range<Int>) -> Line? {
    let annotated = draft.annotated
    guard line.count >= 3, line.count <= 70, let read = reader.read(draft, line) else { return nil }
    let isLinked = annotated.links(at: read.title.lowerBound).contains { writer.documents.kind($0.absolute) != nil }
    let isBehind = read.told.map { $0.lowerBound >= read.title.upperBound } ?? false
    switch annotated.text.blocks[block].kind {
    case .listItem: break
    case .quotation: guard !read.speakers.isEmpty, read.isMarked else { return nil }
    case .heading: guard !read.speakers.isEmpty else { return nil }
    // Prose is not a programme: there only what is marked as a title counts.
    case .paragraph, .other, .term:
      let isAlone = startsLine(annotated, read, line) && (!read.speakers.isEmpty || line.count - read.title.count <= 4)
      guard read.isMarked, isAlone || isLinked && isBehind else { return nil }
    case .tableCell(_, _, _, let isHeader):
      guard !isHeader, !read.speakers.isEmpty, read.isMarked || rowEvent(draft, block) != nil else { return nil }
    default: return nil
    }
    // A name, or `their slides`, is no title.
    if isNoTitle(draft, read.title) { return nil }
    // `Read the slides`: what a link calls upon to do.
    if isLinked, linkCall.match(annotated.tokens, read.title.lowerBound) > 0, read.speakers.isEmpty { return nil }
    // `Bug Scrub hosted by …`: a gathering.
    let last = read.title.upperBound - 1
    if (1...2).contains(where: {
      last - $0 + 1 > read.title.lowerBound && gatherings.match(annotated.tokens, last - $0 + 1) == $0
    }) {
      return nil
    }
    // An event's name is no talk's title.
    if let mention = annotated.mention(at: read.title.lowerBound), annotated.mentions[mention].kind == .event,
      annotated.mentions[mention].tokens.upperBound >= read.title.upperBound - 1
    {
      return nil
    }
    return Line(block: block, tokens: line, read: read)
  }

  private func isNoTitle(_ draft: Draft, _ title: Range<Int>) -> Bool {
    let annotated = draft.annotated
    if let mention = annotated.mention(at: title.lowerBound), annotated.mentions[mention].kind == .person,
      annotated.mentions[mention].tokens.upperBound >= title.upperBound - 1
    {
      return true
    }
    return title.count <= 5 && draft.contains(slideLinks, in: title) != nil
  }

  /// The title, or who gives it, opens the line.
  private func startsLine(_ annotated: AnnotatedText, _ read: TalkLine, _ line: Range<Int>) -> Bool {
    let first = min(read.title.lowerBound, read.told?.lowerBound ?? .max)
    return (line.lowerBound..<first).allSatisfy { index in
      !annotated.tokens[index].isWord || annotated.tokens[index].shape.contains(.digit)
        || annotated.date(covering: index) != nil
    }
  }

  private func countSiblings(_ draft: Draft, _ lines: inout [Line]) {
    let blocks = draft.annotated.text.blocks
    func isItem(_ block: Int) -> Bool {
      switch blocks[block].kind {
      case .listItem, .tableCell: true
      default: false
      }
    }
    var start = 0
    while start < lines.count {
      var end = start + 1
      while end < lines.count, isItem(lines[start].block), isItem(lines[end].block),
        (lines[end - 1].block...lines[end].block).allSatisfy(isItem)
      { end += 1 }
      let told = lines[start..<end].count { !$0.read.speakers.isEmpty }
      for index in start..<end { lines[index].siblings = told - (lines[index].read.speakers.isEmpty ? 0 : 1) }
      start = end
    }
  }

  // MARK: evidence

  private func score(_ draft: Draft, _ line: Line, _ sections: Sections) -> Double {
    let tokens = draft.annotated.tokens
    let sentence = tokens[line.tokens.lowerBound].sentence
    let hasSpeakers = !line.read.speakers.isEmpty
    let link = line.read.title.lazy.flatMap { draft.annotated.links(at: $0) }.first {
      writer.documents.kind($0.absolute) != nil
    }
    let isSession = link.map { link in sessionHosts.contains { link.absolute.lowercased().holds($0) } } ?? false
    let isListed = isTalkSection(draft, line.block, sections)
    if line.read.isPlain, !(line.read.isTimed || isListed || line.siblings > 0) { return 0 }
    guard hasSpeakers || isSession || line.read.isMarked && isListed && context.event(ofSentence: sentence) != nil,
      draft.contains(negation, in: line.tokens) == nil || line.read.isMarked
    else { return 0 }
    var score = hasSpeakers ? 1.0 : 0
    if link != nil, hasSpeakers || isSession { score += 2 }
    if isListed { score += 2 }
    if line.read.isMarked { score += 0.5 }
    if context.event(ofSentence: sentence) != nil { score += 1 }
    if line.siblings > 0, hasSpeakers { score += 1 }
    if line.read.isTimed { score += 1 }
    switch draft.annotated.text.blocks[line.block].kind {
    case .heading: score += 1
    case .tableCell(let table, let row, _, _):
      score += isTimedRow(draft, table, row) ? 1.5 : 0.5
      if rowEvent(draft, line.block) != nil { score += 1 }
    case .listItem: score += 0.5
    default: break
    }
    return score
  }

  /// The event that another cell of the row names.
  private func rowEvent(_ draft: Draft, _ block: Int) -> EntityID? {
    let blocks = draft.annotated.text.blocks
    guard case .tableCell(let table, let row, let column, false) = blocks[block].kind else { return nil }
    for index in blocks.indices where abs(index - block) <= 8 {
      guard case .tableCell(table, row, let other, false) = blocks[index].kind, other != column else { continue }
      if let event = draft.event(in: blocks[index].range) { return event }
    }
    return nil
  }

  /// Another cell of the row is a time.
  private func isTimedRow(_ draft: Draft, _ table: Int, _ row: Int) -> Bool {
    draft.annotated.text.blocks.contains { block in
      guard case .tableCell(table, row, _, false) = block.kind else { return false }
      let tokens = draft.annotated.tokens(in: block.range)
      return !tokens.isEmpty && reader.time.end(draft.annotated, tokens) > tokens.lowerBound
    }
  }

  /// A heading above, or the line before the list, speaks of talks, a schedule, speakers.
  private func isTalkSection(_ draft: Draft, _ block: Int, _ sections: Sections) -> Bool {
    let over = sections.headings(over: block) + [sections.leadIn[block]].compactMap { $0 }
    return over.contains { heading in
      let tokens = draft.annotated.tokens(in: draft.annotated.text.blocks[heading].range)
      return draft.contains(sectionWords, in: tokens) != nil
    }
  }
}
