import Entities
import Mentions
import Posts

// Slides, recordings and session pages of talks in prose.
extension TalkFinder {
  func state(_ draft: inout Draft, _ talk: EntityID, _ link: Trailing, _ sentence: Range<Int>) {
    guard !draft.has(talk, .url) else { return }
    draft.state(
      .entity(talk), .url, .document(url: link.url, kind: link.kind), tokens: sentence, rule: "talk-link-nearby", 0.85)
  }

  /// A link to slides or a recording.
  struct Trailing {
    var url: String
    var kind: DocumentKind
  }

  /// Links to slides and recordings behind the title: in its sentence, up to the next title, and in parentheses of their own
  /// right after.
  func nameDocuments(
    _ draft: inout Draft, _ talk: EntityID, _ sentence: Range<Int>, _ title: Title, _ number: Int
  ) {
    var ranges = [min(title.tokens.upperBound, sentence.upperBound)..<sentence.upperBound]
    if number + 1 < draft.annotated.sentences.count {
      let next = draft.annotated.sentences[number + 1]
      let tokens = draft.annotated.tokens
      if tokens[next.lowerBound].block == tokens[sentence.lowerBound].block, next.count <= 10,
        ["(", "["].contains(tokens[next.lowerBound].folded) || next.count <= 2
      {
        ranges.append(next)
      }
    }
    for range in ranges where !range.isEmpty {
      let bytes = draft.annotated.range(range)
      for span in draft.annotated.spans(startingIn: bytes) {
        guard case .link(_, let absolute) = span.kind else { continue }
        let words = draft.annotated.tokens(in: span.range)
        let isRecording = draft.contains(recordings, in: words) != nil
        let isCalled = isRecording || draft.contains(showing, in: words) != nil
        let known = documents.kind(absolute).flatMap { $0 == .page ? nil : $0 }
        guard words.count <= 3, known != nil || isCalled, draft.contains(notRecording, in: words) == nil else {
          continue
        }
        let kind = known ?? (isRecording ? .recording : .slides)
        draft.state(
          .entity(talk), .url, .document(url: absolute, kind: kind), bytes: span.range, rule: "talk-link-word", 0.9)
      }
    }
  }

  /// The slides or recording that a sentence links to: by the address, or by what the link is called (`view his presentation
  /// here`); an interview is neither.
  func trailing(_ draft: Draft, _ sentence: Range<Int>) -> Trailing? {
    let tokens = draft.annotated.tokens
    var low = sentence.lowerBound
    for span in draft.annotated.spans(startingIn: draft.annotated.range(sentence)) {
      guard case .link(_, let absolute) = span.kind else { continue }
      let words = draft.annotated.tokens(in: span.range)
      let around = max(low, words.lowerBound - 5)..<max(words.upperBound, low)
      low = words.upperBound
      if draft.contains(notRecording, in: around) != nil { continue }
      if let kind = documents.kind(absolute), kind != .page { return Trailing(url: absolute, kind: kind) }
      // `our slides`, under the link
      if words.count <= 3, draft.contains(slideLinks, in: words) != nil {
        return Trailing(url: absolute, kind: draft.contains(recordings, in: words) != nil ? .recording : .slides)
      }
      // `his presentation here`
      let isOwn = around.contains { index in
        showing.match(tokens, index) > 0 && index > low - words.count - 4
          && index > sentence.lowerBound && possessives.contains(tokens[index - 1].folded)
      }
      if isOwn, words.count <= 3 { return Trailing(url: absolute, kind: .slides) }
    }
    return nil
  }

  /// The talk whose slides a sentence speaks of: that of the person it names, or the last one of the paragraph or the one above.
  func shown(_ draft: Draft, _ people: [Int], _ given: [Given], _ block: Int) -> EntityID? {
    let number = draft.annotated.tokens.first { $0.block == block }?.sentence ?? 0
    func isNear(_ talk: Given) -> Bool {
      let own = draft.annotated.tokens[draft.annotated.sentences[talk.sentence].lowerBound].block
      guard block - own <= 2, own <= block else { return false }
      return isSameSection(draft, talk.sentence, number)
    }
    let named = people.compactMap { draft.ofMention[$0] }
    if !named.isEmpty, let own = given.last(where: { isNear($0) && !Set($0.performers).isDisjoint(with: named) }) {
      return own.id
    }
    return given.last.flatMap { isNear($0) ? $0.id : nil }
  }

  func refersToSlides(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
    sentence.contains { draft.language.list("slides-word").contains(draft.annotated.tokens[$0].folded) }
  }
}
