import Entities
import Mentions
import Posts

// What stands between quotation marks, or under a link to slides, and reads like a title.
extension TalkFinder {
  struct Title {
    var range: Range<Int>
    var tokens: Range<Int>
    var hasDocument: Bool
    /// Stands at the start of its sentence.
    var isFirst: Bool
  }

  func titles(_ draft: Draft, _ sentence: Range<Int>) -> [Title] {
    let annotated = draft.annotated
    let bytes = annotated.range(sentence)
    var found: [Title] = []
    for quotation in annotated.quotations(startingIn: bytes) {
      let tokens = annotated.tokens(in: quotation.range)
      guard isTitle(annotated, tokens) else { continue }
      let isLinked = annotated.links(at: tokens.lowerBound).contains { documents.kind($0.absolute) != nil }
      found.append(
        Title(
          range: quotation.range, tokens: tokens, hasDocument: isLinked,
          isFirst: tokens.lowerBound <= sentence.lowerBound + 1))
    }
    for span in annotated.spans(startingIn: bytes) {
      guard case .link(_, let absolute) = span.kind, documents.kind(absolute) != nil else { continue }
      let tokens = annotated.tokens(in: span.range)
      guard !found.contains(where: { $0.tokens.overlaps(tokens) }), isTitle(annotated, tokens), tokens.count >= 3,
        // French titles have one capital: right behind the verb of a talk that is enough.
        capitals(annotated, tokens) * 2 >= tokens.count || isBehindVerb(annotated, sentence, tokens.lowerBound)
      else { continue }
      found.append(
        Title(
          range: span.range, tokens: tokens, hasDocument: true, isFirst: tokens.lowerBound <= sentence.lowerBound + 1))
    }
    return found
  }

  private func isBehindVerb(_ annotated: AnnotatedText, _ sentence: Range<Int>, _ start: Int) -> Bool {
    (max(sentence.lowerBound, start - 3)..<max(sentence.lowerBound, start)).contains { at in
      let length = verbs.match(annotated.tokens, at)
      return length > 0 && at + length == start
    }
  }

  /// A title begins with a capital or a digit, has two words or more, and is no speech: no first person, few words.
  private func isTitle(_ annotated: AnnotatedText, _ tokens: Range<Int>) -> Bool {
    guard tokens.count >= 2, tokens.count <= 26, let first = tokens.first else { return false }
    let token = annotated.tokens[first]
    guard token.isCapital || token.shape.contains(.digit) || token.shape.contains(.mixed) else { return false }
    let words = tokens.filter { annotated.tokens[$0].isWord }
    guard words.count >= 2 else { return false }
    // Speech ends a sentence inside.
    let inner = tokens.dropLast(2)
    if inner.contains(where: { annotated.tokens[$0].folded == "." }) && tokens.count > 12 { return false }
    return words.count <= 5 || capitals(annotated, tokens) * 3 >= words.count
  }

  private func capitals(_ annotated: AnnotatedText, _ tokens: Range<Int>) -> Int {
    tokens.count { annotated.tokens[$0].isCapital || annotated.tokens[$0].shape.contains(.mixed) }
  }
}
