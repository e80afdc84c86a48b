import Entities
import Mentions
import Posts

/// Sections that are about one talk each: a heading or a strong line is its title, and what stands under it tells when it is, who
/// gives it, and where its slides or recording are.
///
/// A title alone proves nothing. A time, a session's page, a line of speakers, a word for talks (`Panel: …`), a verb of giving one,
/// slides, the section above and the event that the text plays at each weigh something.
struct TalkSections {
  let context: EventContext
  private let lines: TalkLineReader
  private let bodies: TalkBodyReader
  private let givers: TalkGivers
  private let writer: TalkWriter
  private let topics: TalkTopics
  private let prose: TalkFinder
  private let generic: WordList
  private let byStrict: WordList
  private let nouns: WordList
  private let sectionWords: WordList
  private let sessionHosts: [String]
  private let time: ScheduleTime

  init(_ language: LanguageData, context: EventContext) {
    self.context = context
    time = ScheduleTime(language)
    lines = TalkLineReader(language)
    bodies = TalkBodyReader(language, time: time)
    givers = TalkGivers(language)
    writer = TalkWriter(language)
    topics = TalkTopics(language)
    prose = TalkFinder(language, context: context, speaker: nil, isConversation: false)
    generic = language.list("generic-heading")
    byStrict = language.list("by-strict")
    nouns = language.list("talk-noun")
    sectionWords = language.list("talk-section")
    sessionHosts = language.list("session-host").phrases
  }

  /// What is known of a section's talk.
  private struct Reading {
    var title: Range<Int>
    var body: TalkBody
    var speakers: [EntityID] = []
    /// Where they are told of.
    var told: Range<Int>
    var score = 0.0
    /// Told by the structure alone: a time, a label, a session's page, a line of speakers.
    var isStructured = false
  }

  /// Adds the talks found to those `listed` so far, by the sentence that tells who gave them.
  func find(_ draft: inout Draft, _ listed: inout [Int: [TalkListing.Listed]]) {
    let above = Sections(draft.annotated)
    let sections = TalkSection.all(draft.annotated, time: time)
    let author = draft.postAuthor
    for section in sections {
      let number = draft.annotated.tokens[section.head.lowerBound].sentence
      guard listed[number] == nil,
        var reading = read(draft, section, above, author: author), reading.score >= 3
      else { continue }
      reading.told = reading.told.isEmpty ? section.head : reading.told
      let evidence = draft.annotated.range(reading.told)
      let title = draft.annotated.range(reading.title)
      let sentence = draft.annotated.tokens[reading.told.lowerBound].sentence
      if listed[sentence] != nil, sentence != number { continue }
      let event = context.event(ofSentence: number) ?? context.event(ofSentence: sentence)
      let id = writer.write(
        &draft, title: title, speakers: reading.speakers, told: evidence, at: event, evidence: evidence,
        rule: "talk-heading")
      documents(&draft, id, section, reading)
      if section.kind != .heading || reading.isStructured || section.body.count < 160 {
        topics.find(&draft, id, in: description(draft, section, reading.body.prose))
      }
      let talk = TalkListing.Listed(
        id: id, title: draft.annotated.text.string(title), speakers: reading.speakers, tokens: reading.title)
      listed[number, default: []].append(talk)
      if sentence != number { listed[sentence, default: []].append(talk) }
      // Its lines of times and places tell of no other talk.
      for meta in reading.body.meta {
        var own = talk
        own.tokens = meta
        listed[draft.annotated.tokens[meta.lowerBound].sentence, default: []].append(own)
      }
    }
  }

  /// What stands behind a title's line: for strong words at the start of a paragraph that ends with them, the next one.
  private func description(_ draft: Draft, _ section: TalkSection, _ prose: Range<Int>) -> Range<Int> {
    let tokens = draft.annotated.tokens
    guard section.kind == .strongStart, prose.count <= 12, prose.upperBound < tokens.count,
      case .paragraph = draft.annotated.block(of: prose.upperBound).kind
    else { return prose }
    var end = prose.upperBound
    let block = tokens[end].block
    while end < tokens.count, tokens[end].block == block { end += 1 }
    let strong = draft.annotated.spans(startingIn: draft.annotated.range(prose.upperBound..<end)).first {
      $0.kind == .strong
    }
    if let strong, strong.range.lowerBound == tokens[prose.upperBound].range.lowerBound { return prose }
    return prose.upperBound..<end
  }

  // MARK: reading

  private func read(_ draft: Draft, _ section: TalkSection, _ above: Sections, author: EntityID?) -> Reading? {
    let tokens = draft.annotated.tokens
    let body = bodies.read(draft, section.body)
    let low = behindOrdinal(tokens, time.end(draft.annotated, section.head), section.head)
    guard low < section.head.upperBound else { return nil }
    let line = lines.read(draft, low..<section.head.upperBound)
    var reading = Reading(title: line?.title ?? low..<section.head.upperBound, body: body, told: 0..<0)
    let isTimed = low > section.head.lowerBound && time.isIn(tokens, section.head) || line?.isTimed == true
    if isTimed || !body.meta.isEmpty { reading.score += 2 }
    let label = nouns.match(tokens, low)
    let isLabelled = label > 0 && low + label < section.head.upperBound && tokens[low + label].folded == ":"
    if isLabelled { reading.score += 2 }
    let session = sessionLink(draft, [section.head] + body.meta)
    if session { reading.score += 2 }
    if let speakers = body.speakers {
      reading.score += 2
      reading.speakers = draft.mentions(in: speakers, [.person]).compactMap { draft.ofMention[$0] }
      reading.told = speakers
    }
    reading.isStructured = isTimed || !body.meta.isEmpty || isLabelled || session || body.speakers != nil
    let isStructured = reading.isStructured
    guard isTitle(draft, reading.title, isSure: isStructured || line?.speakers.isEmpty == false) else { return nil }
    if let line, !line.speakers.isEmpty, reading.speakers.isEmpty {
      // `Title, by P` says more than `Title with P`.
      let bridge = line.told.map { line.title.upperBound..<max($0.lowerBound, line.title.upperBound) } ?? 0..<0
      let isStrict = bridge.contains { index in
        byStrict.contains(tokens[index].folded) || ["–", "—", "-", "|", "("].contains(tokens[index].folded)
      }
      reading.score += isStrict ? 2 : 1.5
      reading.speakers = line.speakers.compactMap { draft.ofMention[$0] }
      if line.isAuthor, let author { reading.speakers.append(author) }
      reading.told = section.head
      // `**P, *Title***`: set apart from who gives it.
      if line.isInner { reading.score += 1 }
    }
    if reading.speakers.isEmpty {
      // The paragraph calls the talk by a title of its own.
      if !isStructured, callsTitle(draft, section) { return nil }
      guard section.kind != .strongStart || isStructured else { return nil }
      // Without a programme's marks only the sentence that follows right away tells who gives it.
      if let found = givers.find(draft, body.prose, sentences: isStructured ? 5 : 1) {
        let documented = hasDocument(draft, section)
        guard isStructured || found.isGiving || documented else { return nil }
        reading.speakers = found.people.compactMap { draft.ofMention[$0] }
        if found.isAuthor, let author { reading.speakers.append(author) }
        reading.told = found.sentence
        reading.score += found.isGiving ? 2 : 1
        if documented { reading.score += 1 }
      }
    } else if hasDocument(draft, section) {
      reading.score += 1
    }
    let number = tokens[section.head.lowerBound].sentence
    if context.event(ofSentence: number) != nil { reading.score += 1 }
    if isTalkSection(draft, section.block, above) { reading.score += 1 }
    // Nobody gives it: only a programme with its page counts.
    if reading.speakers.isEmpty, !(session && (isLabelled || isTimed || !body.meta.isEmpty)) { return nil }
    if !isStructured, context.event(ofSentence: number) == nil { return nil }
    return reading
  }

  /// `1. Title`, `#2 – Title`
  private func behindOrdinal(_ tokens: [Token], _ start: Int, _ head: Range<Int>) -> Int {
    var at = start
    if at < head.upperBound, tokens[at].folded == "#" { at += 1 }
    guard at + 1 < head.upperBound, tokens[at].folded.count <= 2, Int(tokens[at].folded) != nil,
      [".", ")", ":", "–", "-", "/"].contains(tokens[at + 1].folded)
    else { return start }
    return at + 2
  }

  /// Some words, none of them that of a section of another kind, no person or event's name alone.
  private func isTitle(_ draft: Draft, _ title: Range<Int>, isSure: Bool) -> Bool {
    let tokens = draft.annotated.tokens
    guard title.count >= (isSure ? 1 : 3), title.count <= 34, let first = title.first,
      tokens[first].isCapital || !tokens[first].isWord || tokens[first].shape.contains(.mixed)
    else { return false }
    if let mention = draft.annotated.mention(at: first) {
      let own = draft.annotated.mentions[mention]
      if own.kind == .person, !isSure || own.tokens.count >= title.count - 1 { return false }
      if own.kind == .event, own.tokens.count >= title.count - 2 { return false }
    }
    if isSure { return !isSetting(draft, title) }
    if title.contains(where: { generic.match(tokens, $0) > 0 && $0 - title.lowerBound <= 1 }) { return false }
    if tokens[title.upperBound - 1].folded == "!" { return false }
    if title.contains(where: { draft.annotated.date(covering: $0) != nil }) { return false }
    return draft.mentions(in: title, [.event]).isEmpty
  }

  /// Nothing but days, times and places: `Ghent – March 14`.
  private func isSetting(_ draft: Draft, _ title: Range<Int>) -> Bool {
    let annotated = draft.annotated
    guard title.contains(where: { annotated.date(covering: $0) != nil }) else { return false }
    return title.allSatisfy { index in
      annotated.date(covering: index) != nil || !annotated.tokens[index].isWord
        || annotated.mention(covering: index).map { [.place, .name, .event].contains(annotated.mentions[$0].kind) }
          == true
        || annotated.tokens[index].range.count <= 3
    }
  }

  private func callsTitle(_ draft: Draft, _ section: TalkSection) -> Bool {
    let tokens = draft.annotated.tokens
    guard let first = section.body.first else { return false }
    var end = first
    while end < section.body.upperBound, tokens[end].block == tokens[first].block { end += 1 }
    let numbers = tokens[first].sentence...tokens[end - 1].sentence
    return draft.annotated.sentences[numbers].contains { !prose.titles(draft, $0).isEmpty }
  }

  // MARK: documents

  private func sessionLink(_ draft: Draft, _ lines: [Range<Int>]) -> Bool {
    lines.contains { line in
      draft.annotated.spans(startingIn: draft.annotated.range(line)).contains { span in
        guard case .link(_, let absolute) = span.kind else { return false }
        return sessionHosts.contains { absolute.lowercased().contains($0) }
      }
    }
  }

  /// Slides or a recording in the section.
  private func hasDocument(_ draft: Draft, _ section: TalkSection) -> Bool {
    guard !section.body.isEmpty else { return false }
    let bytes = draft.annotated.range(section.body)
    if draft.post.videos.contains(where: { $0.position > bytes.lowerBound && $0.position <= bytes.upperBound + 1 }) {
      return true
    }
    return draft.annotated.spans(startingIn: bytes).contains { span in
      guard case .link(_, let absolute) = span.kind else { return false }
      return writer.documents.kind(absolute).map { $0 != .page } ?? false
    }
  }

  /// The session's page, slides and recordings that the section links to.
  private func documents(_ draft: inout Draft, _ talk: EntityID, _ section: TalkSection, _ reading: Reading) {
    for meta in reading.body.meta { writer.linkPages(&draft, talk, draft.annotated.range(meta)) }
    guard !section.body.isEmpty else { return }
    // The first paragraphs: further down others may be linked.
    let end = min(section.body.upperBound, section.body.lowerBound + 400)
    let bytes = draft.annotated.range(section.body.lowerBound..<end)
    writer.nameDocuments(&draft, talk, bytes)
    if reading.isStructured { writer.linkDocuments(&draft, talk, bytes) }
  }

  /// A heading above speaks of talks, a schedule, speakers.
  private func isTalkSection(_ draft: Draft, _ block: Int, _ sections: Sections) -> Bool {
    sections.headings(over: block).contains { heading in
      draft.contains(sectionWords, in: draft.annotated.tokens(in: draft.annotated.text.blocks[heading].range)) != nil
    }
  }
}
