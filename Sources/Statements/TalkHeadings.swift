import Entities
import Mentions
import Posts

/// Sections that are about one talk each: the heading is its title, the first sentences tell who gave it.
///
/// Only in a post about one event, and only where something else says that a talk is meant: a verb of giving one behind the
/// speaker, slides, or a recording in the section.
struct TalkHeadings {
  let context: EventContext
  private let writer: TalkWriter
  private let verbs: WordList
  private let generic: WordList
  private let by: WordList
  private let negation: WordList
  private let prose: TalkFinder

  init(_ language: LanguageData, context: EventContext) {
    self.context = context
    writer = TalkWriter(language)
    verbs = language.list("talk-verb")
    generic = language.list("generic-heading")
    by = language.list("talk-by")
    negation = language.list("negation")
    prose = TalkFinder(language, context: context)
  }

  private func sentences(_ draft: Draft, _ tokens: Range<Int>) -> ArraySlice<Range<Int>> {
    guard let last = tokens.last else { return [] }
    return draft.annotated.sentences[
      draft.annotated.tokens[tokens.lowerBound].sentence...draft.annotated.tokens[last].sentence]
  }

  /// Adds the talks found to those of the lines, by the sentence that tells who gave them.
  func find(_ draft: inout Draft, _ listed: inout [Int: [TalkListing.Listed]]) {
    guard context.main != nil else { return }
    let blocks = draft.annotated.text.blocks
    for index in blocks.indices {
      guard case .heading(let level) = blocks[index].kind, level >= 2, index + 1 < blocks.count,
        case .paragraph = blocks[index + 1].kind
      else { continue }
      let title = draft.annotated.tokens(in: blocks[index].range)
      let body = draft.annotated.tokens(in: blocks[index + 1].range)
      guard isTitle(draft, title), let first = body.first else { continue }
      let number = draft.annotated.tokens[first].sentence
      // A line found the heading's talk, or the paragraph's, already.
      if listed[draft.annotated.tokens[title.lowerBound].sentence] != nil || listed[number] != nil { continue }
      // The paragraph calls the talk by a title of its own.
      if sentences(draft, body).contains(where: { !prose.titles(draft, $0).isEmpty }) { continue }
      let speakers = speakers(draft, body, section: index)
      guard !speakers.isEmpty else { continue }
      let ids = speakers.compactMap { draft.ofMention[$0] }
      let sentence = draft.annotated.sentences[number]
      let bytes = draft.annotated.range(sentence)
      let id = writer.write(
        &draft, title: blocks[index].range, speakers: ids, told: bytes, at: context.event(ofSentence: number),
        evidence: bytes, rule: "talk-heading")
      listed[number, default: []].append(
        TalkListing.Listed(
          id: id, title: draft.annotated.text.string(blocks[index].range), speakers: ids, tokens: title))
    }
  }

  /// Some words, none of them that of a section of another kind, no person or event's name alone.
  private func isTitle(_ draft: Draft, _ title: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    guard title.count >= 3, title.count <= 26, let first = title.first, tokens[first].isCapital || !tokens[first].isWord
    else { return false }
    if title.contains(where: { generic.match(tokens, $0) > 0 && $0 - title.lowerBound <= 1 }) { return false }
    if tokens[title.upperBound - 1].folded == "!" { return false }
    guard
      draft.annotated.mention(at: first).map({ index in
        let mention = draft.annotated.mentions[index]
        return mention.kind != .person && !(mention.kind == .event && mention.tokens.count >= title.count - 2)
      }) ?? true
    else { return false }
    return draft.mentions(in: title, [.event]).isEmpty
  }

  /// The people with whom the first sentence begins, if they give a talk there.
  private func speakers(_ draft: Draft, _ body: Range<Int>, section: Int) -> [Int] {
    let tokens = draft.annotated.tokens
    let sentence = draft.annotated.sentences[tokens[body.lowerBound].sentence]
    let people = draft.mentions(in: sentence, [.person])
    guard let first = people.first, draft.contains(negation, in: sentence) == nil else { return [] }
    // `Linkerd maintainer Ada …`: a few words of what somebody is may come first.
    let start = draft.annotated.mentions[first].tokens.lowerBound
    guard start - sentence.lowerBound <= 4 else { return [] }
    var speakers: [Int] = []
    var end = start
    for person in people {
      let own = draft.annotated.mentions[person].tokens
      if !speakers.isEmpty,
        (end..<own.lowerBound).contains(where: { verbs.match(tokens, $0) > 0 }) || own.lowerBound - end > 16
      {
        break
      }
      speakers.append(person)
      end = own.upperBound
    }
    let gives = (end..<min(sentence.upperBound, end + 18)).contains { verbs.match(tokens, $0) > 0 }
    return gives || hasDocument(draft, section) ? speakers : []
  }

  /// Slides or a recording in the section.
  private func hasDocument(_ draft: Draft, _ section: Int) -> Bool {
    let blocks = draft.annotated.text.blocks
    var end = section + 1
    while end < blocks.count {
      if case .heading = blocks[end].kind { break }
      end += 1
    }
    let bytes = blocks[section].range.lowerBound..<(end < blocks.count ? blocks[end].range.lowerBound : Int.max)
    if draft.post.videos.contains(where: { $0.position > bytes.lowerBound && $0.position <= bytes.upperBound }) {
      return true
    }
    return draft.annotated.text.spans.contains { span in
      guard bytes.contains(span.range.lowerBound), case .link(_, let absolute) = span.kind else { return false }
      return writer.documents.kind(absolute).map { $0 != .page } ?? false
    }
  }
}
