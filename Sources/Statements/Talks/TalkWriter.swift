import Entities
import Mentions
import Posts

/// Writes a talk that stands under a title: who gave it, at which event, what its title names, and the document that it links to.
struct TalkWriter {
  let documents: DocumentLinks
  private let slideWords: WordList
  private let recordingWords: WordList

  init(_ language: LanguageData) {
    documents = DocumentLinks(language)
    slideWords = language.list("slides-only-word")
    recordingWords = language.list("recording-word")
  }

  /// The talk's id. `evidence` is the line that tells of it.
  @discardableResult
  func write(
    _ draft: inout Draft, title: Range<Int>, speakers: [EntityID], told: Range<Int>?, at event: EntityID?,
    evidence: Range<Int>, rule: String
  ) -> EntityID {
    let title = unquoted(draft, title)
    let text = draft.annotated.text.string(title)
    let id = EntityID(.talk, [event?.slug, Folding.slug(text)].compactMap { $0 }.joined(separator: "-"))
    draft.insert(Entity(id: id, names: [text], mentions: [title], rule: rule, confidence: 0.92))
    if let event { draft.state(.entity(id), .superEvent, .entity(event), bytes: evidence, rule: rule, 0.9) }
    // Title and name together: a name alone proves no talk.
    let given = told.map { min(title.lowerBound, $0.lowerBound)..<max(title.upperBound, $0.upperBound) } ?? evidence
    let words = evidence.contains(given) ? given : evidence
    for person in speakers where person.type == .person {
      draft.state(.entity(id), .performer, .entity(person), bytes: words, rule: rule, 0.93)
    }
    let tokens = draft.annotated.tokens(in: title)
    for topic in draft.topics(ofTitle: tokens) {
      draft.state(.entity(id), .about, .entity(topic), bytes: title, rule: "talk-topic", 0.9)
    }
    for token in tokens {
      guard let link = draft.annotated.links(at: token).first(where: { documents.kind($0.absolute) != nil }),
        let kind = documents.kind(link.absolute)
      else { continue }
      draft.state(
        .entity(id), .url, .document(url: link.absolute, kind: kind), bytes: link.range, rule: "talk-link", 0.95)
      break
    }
    nameDocuments(&draft, id, evidence)
    return id
  }

  /// `« Title »` is called by what the marks enclose.
  private func unquoted(_ draft: Draft, _ title: Range<Int>) -> Range<Int> {
    let quotation = draft.annotated.quotations(startingIn: title).first
    guard let quotation, quotation.range.upperBound <= title.upperBound, title.count - quotation.range.count <= 8
    else { return title }
    return quotation.range
  }

  /// Links that are called slides or recording in the lines about the talk, or lead to some.
  func nameDocuments(_ draft: inout Draft, _ talk: EntityID, _ bytes: Range<Int>) {
    for span in draft.annotated.spans(startingIn: bytes) {
      guard case .link(_, let absolute) = span.kind else { continue }
      let words = draft.annotated.tokens(in: span.range)
      guard words.count <= 4 else { continue }
      let isRecording = draft.contains(recordingWords, in: words) != nil
      guard isRecording || draft.contains(slideWords, in: words) != nil else { continue }
      // What the link is called tells more than a host that has pages, slides and recordings alike.
      let known = documents.kind(absolute).flatMap { $0 == .page ? nil : $0 }
      draft.state(
        .entity(talk), .url, .document(url: absolute, kind: known ?? (isRecording ? .recording : .slides)),
        bytes: span.range, rule: "talk-link-word", 0.9)
    }
  }

  /// Links whose address is that of slides or a recording, whatever they are called.
  func linkDocuments(_ draft: inout Draft, _ talk: EntityID, _ bytes: Range<Int>) {
    for span in draft.annotated.spans(startingIn: bytes) {
      guard case .link(_, let absolute) = span.kind, let kind = documents.kind(absolute), kind != .page else {
        continue
      }
      draft.state(
        .entity(talk), .url, .document(url: absolute, kind: kind), bytes: span.range, rule: "talk-link-nearby", 0.85)
    }
  }

  /// Links to the page of a session: `Add to schedule`.
  func linkPages(_ draft: inout Draft, _ talk: EntityID, _ bytes: Range<Int>) {
    for span in draft.annotated.spans(startingIn: bytes) {
      guard case .link(_, let absolute) = span.kind, let kind = documents.kind(absolute) else { continue }
      draft.state(.entity(talk), .url, .document(url: absolute, kind: kind), bytes: span.range, rule: "talk-link", 0.95)
    }
  }
}
