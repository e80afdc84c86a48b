import Entities
import Mentions
import Posts

// What reads like a title: set between quotation marks, in italics or bold, or under a link to slides, a recording, a session.
extension TalkFinder {
  struct Title {
    var range: Range<Int>
    var tokens: Range<Int>
    var hasDocument: Bool
    /// Stands at the start of its sentence.
    var isFirst: Bool
    /// The words around it say that somebody gives it as a talk.
    var isGiven = false
    /// Stands between quotation marks.
    var isQuoted = false
    /// The page that a part of it leads to.
    var document: String?
  }

  func titles(_ draft: Draft, _ sentence: Range<Int>) -> [Title] {
    let annotated = draft.annotated
    let bytes = annotated.range(sentence)
    var found: [Title] = []
    func add(_ range: Range<Int>, _ tokens: Range<Int>, isGiven: Bool) {
      let isLinked = annotated.links(at: tokens.lowerBound).contains { documents.kind($0.absolute) != nil }
      found.append(
        Title(
          range: range, tokens: tokens, hasDocument: isLinked, isFirst: tokens.lowerBound <= sentence.lowerBound + 1,
          isGiven: isGiven))
    }
    for quotation in annotated.quotations(startingIn: bytes) {
      let tokens = annotated.tokens(in: quotation.range)
      // Nobody closed it: the link that it begins with ends where the title does.
      let isLinked = annotated.spans(startingIn: quotation.range).contains { span in
        guard case .link(_, let absolute) = span.kind, documents.kind(absolute) != nil else { return false }
        return span.range.lowerBound <= quotation.range.lowerBound + 2
          && span.range.upperBound + 8 < quotation.range.upperBound
      }
      if isLinked { continue }
      let isGiven = isGiven(draft, sentence, tokens)
      guard
        isTitle(
          annotated, tokens,
          isCalled: isGiven || isBehindVerb(annotated, sentence, tokens.lowerBound)
            || isNamed(annotated, sentence, tokens.lowerBound))
      else { continue }
      add(quotation.range, tokens, isGiven: isGiven)
      found[found.count - 1].isQuoted = true
    }
    for span in annotated.spans(startingIn: bytes) {
      guard case .link(_, let absolute) = span.kind, documents.kind(absolute) != nil else { continue }
      let tokens = annotated.tokens(in: span.range)
      // French titles have one capital: right behind the verb of a talk that is enough.
      let isGiven = isGiven(draft, sentence, tokens)
      let isCalled =
        isGiven || isBehindVerb(annotated, sentence, tokens.lowerBound)
        || isNamed(annotated, sentence, tokens.lowerBound)
      // `Their slides are here`
      if tokens.count <= 5, draft.contains(slideLinks, in: tokens) != nil { continue }
      guard !found.contains(where: { $0.tokens.overlaps(tokens) }), isTitle(annotated, tokens, isCalled: isCalled),
        isCalled || tokens.count >= 3 && capitals(annotated, tokens) * 2 >= tokens.count
      else { continue }
      add(span.range, tokens, isGiven: isGiven)
    }
    for session in sessions(draft, sentence) where !found.contains(where: { $0.tokens.overlaps(session.tokens) }) {
      found.append(session)
    }
    for span in annotated.spans(startingIn: bytes) where span.kind == .emphasis || span.kind == .strong {
      let tokens = annotated.tokens(in: span.range)
      guard tokens.count >= 2, !found.contains(where: { $0.tokens.overlaps(tokens) }), !isName(annotated, tokens) else {
        continue
      }
      let isGiven = isGiven(draft, sentence, tokens)
      let isNamed = isGiven || isNamed(annotated, sentence, tokens.lowerBound)
      // In a conversation its own name stands in italics.
      guard isTitle(annotated, tokens, isCalled: isNamed),
        isNamed
          || looksTitled(
            annotated, tokens,
            isTold: span.kind == .emphasis
              && (sentence.lowerBound..<tokens.lowerBound).contains { verbs.match(annotated.tokens, $0) > 0 }),
        isNamed || !isConversation && isIntroduced(annotated, sentence, tokens)
      else { continue }
      add(span.range, tokens, isGiven: isGiven)
    }
    return found.filter { !isGathering(annotated, $0.tokens) }.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// `Bug Scrub`: a gathering's name.
  private func isGathering(_ annotated: AnnotatedText, _ title: Range<Int>) -> Bool {
    (1...2).contains { length in
      let at = title.upperBound - length
      return at > title.lowerBound && gatheringTails.match(annotated.tokens, at) == length
    }
  }

  /// `P will speak on [how to use Linkerd](…sched…)`: the words under the link to a session's page, with what goes on behind it,
  /// even without a capital.
  private func sessions(_ draft: Draft, _ sentence: Range<Int>) -> [Title] {
    let annotated = draft.annotated
    let tokens = annotated.tokens
    guard let person = draft.mentions(in: sentence, [.person]).first else { return [] }
    let subject = annotated.mentions[person].tokens.upperBound
    var found: [Title] = []
    for span in annotated.spans(startingIn: annotated.range(sentence)) {
      guard case .link(_, let absolute) = span.kind, documents.isSession(absolute) else { continue }
      let own = annotated.tokens(in: span.range)
      guard own.count >= 2, own.lowerBound > subject, linkCall.match(tokens, own.lowerBound) == 0,
        let verb = (subject..<own.lowerBound).last(where: { verbs.match(tokens, $0) > 0 || nouns.match(tokens, $0) > 0 }
        ),
        own.lowerBound - verb <= 12
      else { continue }
      // Back to `on` or `how`, if the link begins inside the phrase.
      var low = own.lowerBound
      let floor = max(sentence.lowerBound, low - 6)
      if let on = (floor..<low).last(where: { on.match(tokens, $0) > 0 }),
        (on + 1..<low).allSatisfy({ tokens[$0].isWord })
      {
        low = on + 1
      }
      var high = own.upperBound
      if high < sentence.upperBound, preposition.contains(tokens[high].folded) {
        high = phraseEnd(draft, high, sentence)
      }
      let title = low..<max(high, own.upperBound)
      found.append(
        Title(
          range: annotated.range(title), tokens: title, hasDocument: true, isFirst: false, isGiven: true,
          document: absolute))
    }
    return found
  }

  // MARK: around a title

  /// `TITLE, by P`, `TITLE, in which P …`, `TITLE (slides)`, `TITLE has been accepted for …`, `P spoke (TITLE)`, `on stage: TITLE`.
  private func isGiven(_ draft: Draft, _ sentence: Range<Int>, _ title: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    let behind = behind(draft, sentence, title)
    if behind < sentence.upperBound {
      if passives.match(tokens, behind) > 0 { return true }
      if inWhich.match(tokens, behind) > 0 || by.match(tokens, behind) > 0 {
        let limit = min(sentence.upperBound, behind + 10)
        if !draft.mentions(in: behind..<limit, [.person]).isEmpty { return true }
      }
    }
    if isDocumented(draft, sentence, title) || isShowing(draft, title, sentence) { return true }
    // At the end of a sentence of giving: behind a colon, or in parentheses.
    var before = title.lowerBound - 1
    while before > sentence.lowerBound, Self.openers.contains(tokens[before].folded) { before -= 1 }
    guard before > sentence.lowerBound,
      [":", "("].contains(tokens[before].folded) || tokens[title.lowerBound - 1].folded == "("
    else { return false }
    return (sentence.lowerBound..<before).contains { stage.match(tokens, $0) > 0 || verbs.match(tokens, $0) > 0 }
      && !(sentence.lowerBound..<before).contains { works.match(tokens, $0) > 0 }
  }

  static let openers: Set<String> = ["“", "«", "‘", "\"", "„", "’", "”", "»", ","]

  /// The first token behind a title and what closes it: marks, and parentheses that hold links.
  func behind(_ draft: Draft, _ sentence: Range<Int>, _ title: Range<Int>) -> Int {
    let tokens = draft.annotated.tokens
    var at = title.upperBound
    while at < sentence.upperBound {
      if tokens[at].folded == "(" || tokens[at].folded == "[" {
        guard
          let close = (at..<min(at + 16, sentence.upperBound)).first(where: { [")", "]"].contains(tokens[$0].folded) })
        else { return at }
        at = close + 1
      } else if Self.openers.contains(tokens[at].folded)
        || ["–", "—", "-", "?", "!", ".", "]", ")"].contains(tokens[at].folded)
      {
        at += 1
      } else {
        break
      }
    }
    return min(at, sentence.upperBound)
  }

  /// `the recording of TITLE`
  func isShowing(_ draft: Draft, _ title: Range<Int>, _ sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, title.lowerBound - 4)..<max(title.lowerBound, sentence.lowerBound)).contains {
      slideLinks.match(draft.annotated.tokens, $0) > 0
    }
  }

  /// Slides or a recording are linked in parentheses right behind.
  func isDocumented(_ draft: Draft, _ sentence: Range<Int>, _ title: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    var at = title.upperBound
    while at < sentence.upperBound, Self.openers.contains(tokens[at].folded) { at += 1 }
    guard at < sentence.upperBound, ["(", "["].contains(tokens[at].folded) else { return false }
    return (at..<min(at + 12, sentence.upperBound)).contains { index in
      draft.annotated.links(at: index).contains { documents.kind($0.absolute).map { $0 != .page } ?? false }
    }
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
    guard at >= sentence.lowerBound else { return false }
    if strongNouns.contains(annotated.tokens[at].folded) { return true }
    // `a tutorial of 90 minutes, TITLE`
    guard at < start - 1 else { return false }
    return (max(sentence.lowerBound, at - 5)..<at).contains { index in
      strongNouns.match(annotated.tokens, index) > 0
        && (index..<at).allSatisfy { annotated.tokens[$0].isWord || annotated.tokens[$0].shape.contains(.digit) }
        && !(index..<at).contains { verbs.match(annotated.tokens, $0) > 0 && nouns.match(annotated.tokens, $0) == 0 }
    }
  }

  /// One thing's name, written strong.
  private func isName(_ annotated: AnnotatedText, _ tokens: Range<Int>) -> Bool {
    guard let mention = annotated.mention(at: tokens.lowerBound) else { return false }
    let own = annotated.mentions[mention]
    // A long name of which nothing is known is a title as well.
    return own.tokens.upperBound >= tokens.upperBound && (own.kind != .name || tokens.count <= 2)
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

  /// Half of its words have capitals; where titles are written like sentences, or somebody tells something in it, three words do.
  private func looksTitled(_ annotated: AnnotatedText, _ tokens: Range<Int>, isTold: Bool) -> Bool {
    if capitals(annotated, tokens) * 2 >= tokens.count { return true }
    return (!titleCase || isTold) && tokens.count { annotated.tokens[$0].isWord } >= 3
  }

  private func capitals(_ annotated: AnnotatedText, _ tokens: Range<Int>) -> Int {
    tokens.count { annotated.tokens[$0].isCapital || annotated.tokens[$0].shape.contains(.mixed) }
  }
}
