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
      guard isTitle(annotated, tokens, isCalled: isBehindVerb(annotated, sentence, tokens.lowerBound)) else { continue }
      let isLinked = annotated.links(at: tokens.lowerBound).contains { documents.kind($0.absolute) != nil }
      found.append(
        Title(
          range: quotation.range, tokens: tokens, hasDocument: isLinked,
          isFirst: tokens.lowerBound <= sentence.lowerBound + 1))
    }
    for span in annotated.spans(startingIn: bytes) {
      guard case .link(_, let absolute) = span.kind, documents.kind(absolute) != nil else { continue }
      let tokens = annotated.tokens(in: span.range)
      // French titles have one capital: right behind the verb of a talk that is enough.
      let isCalled = isBehindVerb(annotated, sentence, tokens.lowerBound)
      guard !found.contains(where: { $0.tokens.overlaps(tokens) }), isTitle(annotated, tokens, isCalled: isCalled),
        isCalled || tokens.count >= 3 && capitals(annotated, tokens) * 2 >= tokens.count
      else { continue }
      found.append(
        Title(
          range: span.range, tokens: tokens, hasDocument: true, isFirst: tokens.lowerBound <= sentence.lowerBound + 1))
    }
    for span in annotated.spans(startingIn: bytes) where span.kind == .emphasis || span.kind == .strong {
      let tokens = annotated.tokens(in: span.range)
      guard tokens.count >= 2, !found.contains(where: { $0.tokens.overlaps(tokens) }),
        isTitle(annotated, tokens, isCalled: isNamed(annotated, sentence, tokens.lowerBound)),
        capitals(annotated, tokens) * 2 >= tokens.count || isNamed(annotated, sentence, tokens.lowerBound),
        isIntroduced(annotated, sentence, tokens), !isName(annotated, tokens)
      else { continue }
      found.append(
        Title(
          range: span.range, tokens: tokens, hasDocument: false, isFirst: tokens.lowerBound <= sentence.lowerBound + 1))
    }
    return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// Italics are for many things: a title in them stands behind a word for talks or a verb of giving one, or before `by`.
  private func isIntroduced(_ annotated: AnnotatedText, _ sentence: Range<Int>, _ title: Range<Int>) -> Bool {
    if isBehindVerb(annotated, sentence, title.lowerBound) { return true }
    var at = title.lowerBound - 1
    while at >= sentence.lowerBound, !annotated.tokens[at].isWord { at -= 1 }
    if at >= sentence.lowerBound, titleBefore.contains(annotated.tokens[at].folded) { return true }
    return title.upperBound < sentence.upperBound
      && (by.contains(annotated.tokens[title.upperBound].folded)
        || be.contains(annotated.tokens[title.upperBound].folded)
        || possessives.contains(annotated.tokens[max(title.lowerBound - 1, 0)].folded))
  }

  /// A noun for talks stands right before: `leur conférence, *Titre en minuscules*`.
  private func isNamed(_ annotated: AnnotatedText, _ sentence: Range<Int>, _ start: Int) -> Bool {
    var at = start - 1
    while at >= sentence.lowerBound, !annotated.tokens[at].isWord { at -= 1 }
    return at >= sentence.lowerBound && strongNouns.contains(annotated.tokens[at].folded)
  }

  /// One thing's name, written strong.
  private func isName(_ annotated: AnnotatedText, _ tokens: Range<Int>) -> Bool {
    guard let mention = annotated.mention(at: tokens.lowerBound) else { return false }
    return annotated.mentions[mention].tokens.upperBound >= tokens.upperBound
  }

  private func isBehindVerb(_ annotated: AnnotatedText, _ sentence: Range<Int>, _ start: Int) -> Bool {
    // Marks between them are no words: `presented: “…`.
    var end = start
    while end > sentence.lowerBound, !annotated.tokens[end - 1].isWord { end -= 1 }
    return (max(sentence.lowerBound, end - 4)..<max(sentence.lowerBound, end)).contains { at in
      let length = max(verbs.match(annotated.tokens, at), called.match(annotated.tokens, at))
      return length > 0 && at + length == end
    }
  }

  /// A title begins with a capital or a digit, has two words or more, and is no speech: no first person, few words.
  private func isTitle(_ annotated: AnnotatedText, _ tokens: Range<Int>, isCalled: Bool) -> Bool {
    guard tokens.count >= 2, tokens.count <= 26, let first = tokens.first else { return false }
    let token = annotated.tokens[first]
    guard token.isCapital || token.shape.contains(.digit) || token.shape.contains(.mixed) else { return false }
    let words = tokens.filter { annotated.tokens[$0].isWord }
    guard words.count >= 2 || isCalled && words.count == 1 && tokens.count >= 2 else { return false }
    // Speech ends a sentence inside.
    let inner = tokens.dropLast(2)
    if inner.contains(where: { annotated.tokens[$0].folded == "." }) && tokens.count > 12 { return false }
    return words.count <= 5 || isCalled || capitals(annotated, tokens) * 3 >= words.count
  }

  private func capitals(_ annotated: AnnotatedText, _ tokens: Range<Int>) -> Int {
    tokens.count { annotated.tokens[$0].isCapital || annotated.tokens[$0].shape.contains(.mixed) }
  }
}
