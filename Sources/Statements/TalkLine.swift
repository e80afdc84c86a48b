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
}

/// Reads lines of programmes.
struct TalkLineReader {
  private let by: WordList
  private let labels: WordList
  private let clock: WordList
  private let verbs: WordList
  private let nouns: WordList
  private let documents: DocumentLinks
  private static let separators: Set<String> = ["-", "–", "—", "|", ":", "·", "•", "/"]

  init(_ language: LanguageData) {
    by = language.list("talk-by")
    labels = language.list("speaker-label")
    clock = language.list("clock-word")
    verbs = language.list("talk-verb")
    nouns = language.list("talk-noun")
    documents = DocumentLinks(language)
  }

  func read(_ draft: Draft, _ line: Range<Int>) -> TalkLine? {
    let low = behindTime(draft, line)
    guard low < line.upperBound else { return nil }
    guard var read = read(draft, line, from: low) else { return nil }
    if low > line.lowerBound { read.isTimed = true }
    return read
  }

  private func read(_ draft: Draft, _ line: Range<Int>, from low: Int) -> TalkLine? {
    let people = draft.mentions(in: low..<line.upperBound, [.person])
    if let mark = mark(draft, low..<line.upperBound) { return marked(draft, mark, low..<line.upperBound, people) }
    guard let first = people.first else { return nil }
    let start = draft.annotated.mentions[first].tokens.lowerBound
    return start == low
      ? speakersFirst(draft, low..<line.upperBound, people) : titleFirst(draft, low..<line.upperBound, start, people)
  }

  /// Past the day and the time that a schedule's line begins with.
  private func behindTime(_ draft: Draft, _ line: Range<Int>) -> Int {
    let tokens = draft.annotated.tokens
    var at = line.lowerBound
    var isTime = false
    while at < line.upperBound {
      if let date = draft.annotated.date(covering: at), !date.isVague {
        at = date.tokens.upperBound
        isTime = true
      } else if at + 2 < line.upperBound, Int(tokens[at].folded) != nil, tokens[at + 1].folded == ":",
        Int(tokens[at + 2].folded) != nil
      {
        at += 3
        isTime = true
      } else if tokens[at].shape.contains(.digit), tokens[at].folded.first?.isNumber == true,
        tokens[at].folded.contains(":") || tokens[at].folded.hasSuffix("am") || tokens[at].folded.hasSuffix("pm")
          || isTime || at + 1 < line.upperBound && clock.contains(tokens[at + 1].folded)
      {
        at += 1
        isTime = true
      } else if isTime, !tokens[at].isWord || clock.contains(tokens[at].folded) {
        // An opening quotation mark begins the title.
        if ["“", "«", "‘", "\""].contains(tokens[at].folded) { break }
        at += 1
      } else {
        break
      }
    }
    return isTime ? at : line.lowerBound
  }

  /// The linked, quoted or strong text that the line begins with, or that leads to a document.
  private func mark(_ draft: Draft, _ line: Range<Int>) -> Range<Int>? {
    let annotated = draft.annotated
    let bytes = annotated.range(line)
    var strong: Range<Int>?
    for span in annotated.spans(startingIn: bytes) where span.range.upperBound <= bytes.upperBound {
      let tokens = annotated.tokens(in: span.range)
      guard tokens.count >= 2 else { continue }
      switch span.kind {
      case .link(_, let absolute) where documents.kind(absolute) != nil: return tokens
      case .strong, .emphasis:
        let isNear = tokens.lowerBound - line.lowerBound <= 1
        let isLabel = annotated.tokens[tokens.upperBound - 1].folded == ":"
        if strong == nil, isNear, !isLabel { strong = tokens }
      default: continue
      }
    }
    if let strong { return strong }
    return annotated.quotations(startingIn: bytes).lazy.map { annotated.tokens(in: $0.range) }.first {
      $0.count >= 2 && $0.lowerBound - line.lowerBound <= 2 && $0.upperBound <= line.upperBound
    }
  }

  private func marked(_ draft: Draft, _ marked: Range<Int>, _ line: Range<Int>, _ people: [Int]) -> TalkLine? {
    let mentions = draft.annotated.mentions
    // `**18:20 – Title**`
    let start = behindTime(draft, marked)
    guard start < marked.upperBound else { return nil }
    let mark = start..<marked.upperBound
    let inside = people.filter { mark.contains(mentions[$0].tokens.lowerBound) }
    if let first = inside.first {
      let start = mentions[first].tokens.lowerBound
      let read =
        start == mark.lowerBound ? speakersFirst(draft, mark, inside) : titleFirst(draft, mark, start, inside)
      guard var read else { return nil }
      read.isMarked = true
      return read
    }
    guard isTitle(draft, mark, isMarked: true) else { return nil }
    var title = TalkLine(title: mark, speakers: [], isMarked: true, isTimed: start > marked.lowerBound)
    if let first = people.first(where: { mentions[$0].tokens.lowerBound >= mark.upperBound }) {
      let between = mark.upperBound..<mentions[first].tokens.lowerBound
      guard isBridge(draft, between, few: 9) else { return title }
      title.speakers = list(draft, people.filter { mentions[$0].tokens.lowerBound >= mark.upperBound })
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
      if by.contains(folded) || labels.contains(folded) || Self.separators.contains(folded)
        || ["(", ","].contains(folded)
        || nouns.contains(folded) && hasBridge && end - line.lowerBound > 4 && !tokens[end - 1].isCapital
        || ["a", "the"].contains(folded) && hasBridge
      {
        if !nouns.contains(folded) { hasBridge = true }
        end -= 1
      } else {
        break
      }
    }
    let title = line.lowerBound..<end
    guard hasBridge, isTitle(draft, title, isMarked: false) else { return nil }
    let speakers = list(draft, people)
    return TalkLine(title: title, speakers: speakers, isMarked: false, told: told(draft, speakers))
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
  private func isBridge(_ draft: Draft, _ between: Range<Int>, few: Int) -> Bool {
    let tokens = draft.annotated.tokens
    var strange = 0
    var hasBy = false
    for index in between {
      let folded = tokens[index].folded
      if by.contains(folded) || labels.contains(folded) { hasBy = true }
      // A sentence ends: the next one may only go on with `Moderated by`.
      if [".", "!", "?"].contains(folded) {
        let rest = (index + 1)..<between.upperBound
        guard let next = rest.first(where: { tokens[$0].isWord }), by.match(tokens, next) > 0 else { return false }
      }
      if !tokens[index].isWord || by.contains(folded) || labels.contains(folded) || nouns.contains(folded)
        || ["a", "the"].contains(folded)
      {
        continue
      }
      if verbs.match(tokens, index) > 0 || tokens[index].isCapital && !tokens[index].shape.contains(.sentenceStart) {
        return false
      }
      strange += 1
    }
    return between.count <= few && (strange == 0 || hasBy && strange <= 3)
  }

  /// Begins with a capital or a digit, has two words or more, and if nothing marks it, is written as titles are.
  func isTitle(_ draft: Draft, _ title: Range<Int>, isMarked: Bool) -> Bool {
    let tokens = draft.annotated.tokens
    guard title.count >= 2, title.count <= 34, let first = title.first else { return false }
    let start = tokens[first]
    guard start.isCapital || start.shape.contains(.digit) || start.shape.contains(.mixed) || !start.isWord else {
      return false
    }
    let words = title.filter { tokens[$0].isWord }
    guard words.count >= 2 else { return false }
    let capitals = words.count { tokens[$0].isCapital || tokens[$0].shape.contains(.mixed) }
    let long = words.count { tokens[$0].range.count > 3 }
    return isMarked ? capitals >= 2 || words.count >= 4 : capitals >= 2 && capitals * 5 >= long * 3
  }
}
