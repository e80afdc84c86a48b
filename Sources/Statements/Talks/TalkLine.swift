import Entities
import Mentions
import Posts

/// A line that names a talk and who gives it: `Title - Speaker, Org & Speaker, Org`, `Speaker (Org): Title`, `Title by A and B`.
struct TalkLine {
  /// Tokens of the title.
  var title: Range<Int>
  /// Mentions of the speakers.
  var speakers: [Int]
  /// The title is linked, strong or in quotation marks.
  var isMarked: Bool
  /// Tokens in which the speakers stand.
  var told: Range<Int>?
  /// A day or a time stands before it.
  var isTimed = false
  /// The author is one of the speakers: `moderated by yours truly`.
  var isAuthor = false
  /// The title is set apart once more inside what is marked.
  var isInner = false
  /// Not written as titles are: only the speakers behind it tell.
  var isPlain = false
}

/// Reads lines of programmes.
struct TalkLineReader {
  private let by: WordList
  private let labels: WordList
  private let author: WordList
  private let the: WordList
  private let honorifics: WordList
  private let inWhich: WordList
  let time: ScheduleTime
  private let verbs: WordList
  private let nouns: WordList
  private let documents: DocumentLinks
  private static let separators: Set<String> = ["-", "–", "—", "|", ":", "·", "•", "/"]

  init(_ language: LanguageData) {
    by = language.list("talk-by")
    labels = language.list("speaker-label")
    author = language.list("author-self")
    the = language.list("the")
    honorifics = language.list("honorific")
    inWhich = language.list("in-which")
    time = ScheduleTime(language)
    verbs = language.list("talk-verb")
    nouns = language.list("talk-noun")
    documents = DocumentLinks(language)
  }

  func read(_ draft: Draft, _ line: Range<Int>) -> TalkLine? {
    let low = time.end(draft.annotated, line)
    guard low < line.upperBound else { return nil }
    guard var read = read(draft, line, from: low) else { return nil }
    if low > line.lowerBound { read.isTimed = true }
    return read
  }

  private func read(_ draft: Draft, _ line: Range<Int>, from low: Int) -> TalkLine? {
    let people = draft.mentions(in: low..<line.upperBound, [.person])
    if let mark = mark(draft, low..<line.upperBound) {
      guard let inner = inner(draft, mark) else { return marked(draft, mark, low..<line.upperBound, people) }
      var read = marked(draft, inner, low..<line.upperBound, people)
      read?.isInner = true
      return read
    }
    guard let first = people.first else { return nil }
    let start = draft.annotated.mentions[first].tokens.lowerBound
    return start == low
      ? speakersFirst(draft, low..<line.upperBound, people) : titleFirst(draft, low..<line.upperBound, start, people)
  }

  /// The strong, linked or quoted text that the line begins with, or the first that leads to a document.
  private func mark(_ draft: Draft, _ line: Range<Int>) -> Range<Int>? {
    let annotated = draft.annotated
    let bytes = annotated.range(line)
    var strong: Range<Int>?
    var linked: Range<Int>?
    for span in annotated.spans(startingIn: bytes) where span.range.upperBound <= bytes.upperBound {
      let tokens = annotated.tokens(in: span.range)
      guard tokens.count >= 2 else { continue }
      switch span.kind {
      case .link(_, let absolute) where documents.kind(absolute) != nil: if linked == nil { linked = tokens }
      case .strong, .emphasis:
        if strong == nil, isSaying(draft, tokens), !isPerson(draft, tokens),
          opens(draft, line, tokens.lowerBound) || isSetOff(draft, line, tokens)
        {
          strong = tokens
        }
      default: continue
      }
    }
    // A link behind the title leads to its slides; behind a name it is the title.
    if let linked, strong.map({ $0.overlaps(linked) || !draft.mentions(in: $0, [.person]).isEmpty }) ?? true {
      return linked
    }
    if let strong { return strong }
    return annotated.quotations(startingIn: bytes).lazy.map { annotated.tokens(in: $0.range) }.first {
      $0.count >= 2 && opens(draft, line, $0.lowerBound) && $0.upperBound <= line.upperBound
    }
  }

  /// `**Ada Lovelace**, Quillmark – *Title*`
  private func isSetOff(_ draft: Draft, _ line: Range<Int>, _ mark: Range<Int>) -> Bool {
    guard mark.lowerBound > line.lowerBound,
      Self.separators.contains(draft.annotated.tokens[mark.lowerBound - 1].folded),
      let first = draft.mentions(in: line.lowerBound..<mark.lowerBound, [.person]).first
    else { return false }
    return draft.annotated.mentions[first].tokens.lowerBound == line.lowerBound
  }

  private func isPerson(_ draft: Draft, _ mark: Range<Int>) -> Bool {
    guard let mention = draft.annotated.mention(at: mark.lowerBound) else { return false }
    let own = draft.annotated.mentions[mention]
    return own.kind == .person && own.tokens.upperBound >= mark.upperBound - 1
  }

  /// Nothing but marks and words like `panel` stand before.
  private func opens(_ draft: Draft, _ line: Range<Int>, _ start: Int) -> Bool {
    let tokens = draft.annotated.tokens
    var at = line.lowerBound
    while at < start {
      let length = max(nouns.match(tokens, at), tokens[at].isWord || tokens[at].shape.contains(.digit) ? 0 : 1)
      guard length > 0, at - line.lowerBound <= 5 else { return at + 1 == start && at == line.lowerBound }
      at += length
    }
    return true
  }

  /// More than a label, a time, or `lightning talk`.
  private func isSaying(_ draft: Draft, _ mark: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    return tokens[mark.upperBound - 1].folded != ":" && time.end(draft.annotated, mark) < mark.upperBound
      && nouns.match(tokens, mark.lowerBound) < mark.count
  }

  /// `**Ada Lovelace, *Title***`: the title is set apart once more among those who give it.
  private func inner(_ draft: Draft, _ strong: Range<Int>) -> Range<Int>? {
    let annotated = draft.annotated
    let bytes = annotated.range(strong)
    let emphasized = annotated.spans(startingIn: bytes).lazy.filter { $0.kind == .emphasis }.map(\.range)
    let quoted = annotated.quotations(startingIn: bytes).lazy.map(\.range)
    let people = draft.mentions(in: strong, [.person])
    for range in Array(emphasized) + Array(quoted) {
      let tokens = annotated.tokens(in: range)
      guard tokens.count >= 2, tokens.count < strong.count, tokens.upperBound <= strong.upperBound else { continue }
      if people.contains(where: { !tokens.overlaps(annotated.mentions[$0].tokens) }) { return tokens }
    }
    return nil
  }

  private func marked(_ draft: Draft, _ marked: Range<Int>, _ line: Range<Int>, _ people: [Int]) -> TalkLine? {
    let mentions = draft.annotated.mentions
    // `**18:20 – Title**`
    let start = time.end(draft.annotated, marked)
    guard start < marked.upperBound else { return nil }
    let mark = start..<marked.upperBound
    let inside = people.filter { mark.contains(mentions[$0].tokens.lowerBound) }
    let behind = people.filter { mentions[$0].tokens.lowerBound >= mark.upperBound }
    let bridge = behind.first.flatMap { self.bridge(draft, mark.upperBound..<mentions[$0].tokens.lowerBound, few: 12) }
    // With speakers behind it, who is named inside is the title's.
    if let first = inside.first, bridge == nil {
      let start = mentions[first].tokens.lowerBound
      let read =
        start == mark.lowerBound ? speakersFirst(draft, mark, inside) : titleFirst(draft, mark, start, inside)
      guard var read else { return nil }
      read.isMarked = true
      return read
    }
    var title = TalkLine(title: mark, speakers: [], isMarked: true, isTimed: start > marked.lowerBound)
    // Of two words without a capital those who give the talk make a title.
    guard isTitle(draft, mark, isMarked: true) || bridge != nil && isTitle(draft, mark, isPlain: true) else {
      return nil
    }
    if !behind.isEmpty {
      guard let bridge else { return title }
      title.isAuthor = bridge.isAuthor
      title.speakers = list(draft, behind)
      title.told = told(draft, title.speakers)
    } else if let last = people.last, mentions[people[0]].tokens.lowerBound == line.lowerBound {
      let between = mentions[last].tokens.upperBound..<mark.lowerBound
      guard between.count <= 14 else { return title }
      title.speakers = list(draft, people)
      title.told = told(draft, title.speakers)
    }
    return title
  }

  /// `Title - Speaker`, `Title by Speaker`, `Title (Speaker, Org)`.
  private func titleFirst(_ draft: Draft, _ line: Range<Int>, _ person: Int, _ people: [Int]) -> TalkLine? {
    let tokens = draft.annotated.tokens
    var end = person
    var hasBridge = false
    while end > line.lowerBound {
      let folded = tokens[end - 1].folded
      if let phrase = [3, 2, 1].first(where: { end - $0 > line.lowerBound && by.match(tokens, end - $0) == $0 }) {
        hasBridge = true
        end -= phrase
      } else if labels.contains(folded) || Self.separators.contains(folded) || ["(", ","].contains(folded) {
        hasBridge = true
        end -= 1
      } else if hasBridge,
        the.contains(folded)
          || nouns.contains(folded) && end - line.lowerBound > 4 && !tokens[end - 1].isCapital
      {
        end -= 1
      } else {
        break
      }
    }
    let title = line.lowerBound..<end
    guard hasBridge else { return nil }
    let isWritten = isTitle(draft, title, isMarked: false)
    guard isWritten || isTitle(draft, title, isPlain: true) else { return nil }
    let speakers = list(draft, people)
    return TalkLine(
      title: title, speakers: speakers, isMarked: false, told: told(draft, speakers), isPlain: !isWritten)
  }

  /// `Speaker (Org) and Speaker: Title`, `Speaker, Org – Title`.
  private func speakersFirst(_ draft: Draft, _ line: Range<Int>, _ people: [Int]) -> TalkLine? {
    let tokens = draft.annotated.tokens
    let speakers = list(draft, people)
    guard let last = speakers.last else { return nil }
    let behind = draft.annotated.mentions[last].tokens.upperBound
    // The separator stands behind the last speaker's firm and role.
    guard
      let cut = (behind..<min(behind + 12, line.upperBound)).first(where: {
        [":", "–", "—", "-", "|"].contains(tokens[$0].folded) && tokens[$0].shape.contains(.spaceBefore)
          || tokens[$0].folded == ":"
      }),
      !(behind..<cut).contains(where: { verbs.match(tokens, $0) > 0 || tokens[$0].folded == "." })
    else { return nil }
    var end = line.upperBound
    if end > cut + 1, tokens[end - 1].folded == "." { end -= 1 }
    let title = (cut + 1)..<end
    guard isTitle(draft, title, isMarked: false) else { return nil }
    return TalkLine(title: title, speakers: speakers, isMarked: false, told: told(draft, speakers))
  }

  /// The people of one list: joined by what names firms and roles, not by clauses.
  private func list(_ draft: Draft, _ people: [Int]) -> [Int] {
    let tokens = draft.annotated.tokens
    var kept: [Int] = []
    for person in people {
      if let last = kept.last {
        let between =
          draft.annotated.mentions[last].tokens.upperBound..<draft.annotated.mentions[person].tokens.lowerBound
        let isClause = between.contains { verbs.match(tokens, $0) > 0 || tokens[$0].folded == "." && $0 + 1 == person }
        guard between.count <= 16, !isClause else { break }
      }
      kept.append(person)
    }
    return kept
  }

  private func told(_ draft: Draft, _ people: [Int]) -> Range<Int>? {
    guard let first = people.first, let last = people.last else { return nil }
    return draft.annotated.mentions[first].tokens.lowerBound..<draft.annotated.mentions[last].tokens.upperBound
  }

  /// Marks, `by`, `a talk with`, `Speaker:` and nothing else; a few more words if one of these is among them and none is a verb.
  private func bridge(_ draft: Draft, _ between: Range<Int>, few: Int) -> (isAuthor: Bool, hasBy: Bool)? {
    let tokens = draft.annotated.tokens
    guard between.count <= few else { return nil }
    var strange = 0
    var found = (isAuthor: false, hasBy: false)
    var at = between.lowerBound
    while at < between.upperBound {
      let folded = tokens[at].folded
      // A sentence ends: the next one may only go on with `Moderated by`.
      if [".", "!", "?"].contains(folded), !(at > between.lowerBound && honorifics.contains(tokens[at - 1].folded)) {
        let rest = (at + 1)..<between.upperBound
        guard let next = rest.first(where: { tokens[$0].isWord }), by.match(tokens, next) > 0 else { return nil }
      }
      let given = max(by.match(tokens, at), labels.match(tokens, at), inWhich.match(tokens, at))
      let writer = author.match(tokens, at)
      if given > 0 { found.hasBy = true }
      if writer > 0 { found.isAuthor = true }
      let known = max(
        given, writer, honorifics.match(tokens, at), nouns.match(tokens, at), the.match(tokens, at),
        tokens[at].isWord ? 0 : 1)
      if known > 0 {
        at += known
        continue
      }
      if verbs.match(tokens, at) > 0 || tokens[at].isCapital && !tokens[at].shape.contains(.sentenceStart) {
        return nil
      }
      strange += 1
      at += 1
    }
    // `– maintainers Ada and Bo`
    let isDashed = between.first.map { ["–", "—", "-", "|", ":"].contains(tokens[$0].folded) } ?? false
    return strange == 0 || strange <= 3 && found.hasBy || strange <= 2 && isDashed ? found : nil
  }

  /// A capital or a digit, and two words: enough where speakers stand behind.
  private func isTitle(_ draft: Draft, _ title: Range<Int>, isPlain: Bool) -> Bool {
    let tokens = draft.annotated.tokens
    guard title.count >= 2, title.count <= 34, let first = title.first else { return false }
    let words = title.filter { tokens[$0].isWord || tokens[$0].shape.contains(.digit) }
    return (tokens[first].isCapital || tokens[first].shape.contains(.digit)) && words.count >= 2
      && !title.contains { verbs.match(tokens, $0) > 1 }
  }

  /// Begins with a capital or a digit, has two words or more, and if nothing marks it, is written as titles are.
  func isTitle(_ draft: Draft, _ title: Range<Int>, isMarked: Bool) -> Bool {
    let tokens = draft.annotated.tokens
    guard title.count >= 2, title.count <= 34, let first = title.first else { return false }
    let start = tokens[first]
    guard
      start.isCapital || start.shape.contains(.digit) || start.shape.contains(.mixed) || !start.isWord
        || draft.annotated.mention(at: first).map({ draft.annotated.mentions[$0].isSoftware }) == true
        || isMarked && start.folded.contains("-")
    else { return false }
    let words = title.filter { tokens[$0].isWord }
    guard words.count >= 2 else { return false }
    // Speech ends a sentence inside.
    if title.dropLast(2).contains(where: { tokens[$0].folded == "." && tokens[$0 + 1].isCapital }) { return false }
    let capitals = words.count { tokens[$0].isCapital || tokens[$0].shape.contains(.mixed) }
    let long = words.count { tokens[$0].range.count > 3 }
    return isMarked ? capitals >= 2 || words.count >= 4 : capitals >= 2 && capitals * 5 >= long * 3
  }
}
