import Entities
import Mentions
import Posts

/// Gatherings told by a dated link to their page: `22 Mar 2021 - [Patterns for Helm Users with Ada Lovelace](…/webinar/…)`.
///
/// Each is an event of its own, and what is given there a talk.
struct OnlineSessions {
  private let hosts: [String]
  private let by: WordList
  private let writer: TalkWriter

  init(_ language: LanguageData) {
    hosts = language.list("event-page-host").phrases
    by = language.list("talk-by")
    writer = TalkWriter(language)
  }

  /// The sessions found, as events of their sentences.
  func find(_ draft: inout Draft, _ context: inout EventContext) -> [Int: [TalkListing.Listed]] {
    var listed: [Int: [TalkListing.Listed]] = [:]
    for span in draft.annotated.text.spans {
      guard case .link(_, let absolute) = span.kind, isSession(absolute) else { continue }
      let tokens = draft.annotated.tokens(in: span.range)
      guard tokens.count >= 3, let first = tokens.first, draft.annotated.tokens[first].isCapital else { continue }
      let sentence = draft.annotated.tokens[first].sentence
      guard let date = dateBefore(draft, first) else { continue }
      let start = date.start.resolved(near: draft.anchor)
      guard let day = start.iso else { continue }
      let name = draft.annotated.text.string(span.range)
      let event = EntityID(.event, Folding.slug(name) + "-" + day)
      // The name holds what looked like one: `Cloud Native Webinar: Title`.
      if let inner = draft.annotated.mention(at: first), draft.annotated.mentions[inner].kind == .event,
        let former = context.ofMention[inner], draft.entities[former]?.mentions.count == 1
      {
        draft.remove(former)
        context.ofMention[inner] = event
        draft.ofMention[inner] = event
      }
      draft.insert(
        Entity(id: event, names: [name], mentions: [span.range], rule: "session-page", confidence: 0.85))
      draft.state(
        .entity(event), .url, .document(url: absolute, kind: .page), bytes: span.range, rule: "session-page", 0.93)
      let bytes = draft.annotated.range(date.tokens.lowerBound..<tokens.upperBound)
      draft.tell(event, date, bytes: bytes, rule: "session-page", 0.93)
      if let talk = talk(&draft, tokens, event, bytes) { listed[sentence, default: []].append(talk) }
      if context.ofSentence.indices.contains(sentence) { context.ofSentence[sentence] = event }
    }
    return listed
  }

  private func isSession(_ url: String) -> Bool {
    let bare = url.lowercased()
    return hosts.contains { bare.holds($0) } && bare.split(separator: "/").count > 4
  }

  /// A day right before the link, with nothing but marks between.
  private func dateBefore(_ draft: Draft, _ link: Int) -> DateMention? {
    var at = link - 1
    let sentence = draft.annotated.tokens[link].sentence
    while at >= 0, draft.annotated.tokens[at].sentence == sentence, !draft.annotated.tokens[at].isWord,
      !draft.annotated.tokens[at].shape.contains(.digit)
    { at -= 1 }
    guard at >= 0, draft.annotated.tokens[at].sentence == sentence,
      let date = draft.annotated.date(covering: at), !date.isVague
    else { return nil }
    return date
  }

  /// `Title with Speaker`: the talk is called by what stands before `with`.
  private func talk(_ draft: inout Draft, _ tokens: Range<Int>, _ event: EntityID, _ bytes: Range<Int>)
    -> TalkListing.Listed?
  {
    let people = draft.mentions(in: tokens, [.person])
    guard let first = people.first else { return nil }
    let start = draft.annotated.mentions[first].tokens.lowerBound
    guard start - 1 > tokens.lowerBound + 1, by.contains(draft.annotated.tokens[start - 1].folded) else { return nil }
    let title = tokens.lowerBound..<(start - 1)
    let speakers = people.compactMap { draft.ofMention[$0] }
    let range = draft.annotated.range(title)
    let id = writer.write(
      &draft, title: range, speakers: speakers, told: bytes, at: event, evidence: bytes, rule: "session-page")
    return TalkListing.Listed(id: id, title: draft.annotated.text.string(range), speakers: speakers, tokens: title)
  }
}
