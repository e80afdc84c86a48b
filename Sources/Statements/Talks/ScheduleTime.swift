import Mentions

/// Days and times of day that lines of schedules hold: `11:05`, `2:30pm – 3:05pm`, `9 h 40`, `Wednesday, 14h30`.
struct ScheduleTime {
  private let units: WordList
  private let words: WordList
  private static let openers: Set<String> = ["“", "«", "‘", "\""]

  init(_ language: LanguageData) {
    units = language.list("clock-unit")
    words = language.list("clock-word")
  }

  /// How many tokens the time of day at an index takes; 0 for none.
  func length(_ tokens: [Token], _ at: Int, _ limit: Int) -> Int {
    let token = tokens[at].folded
    guard let first = token.utf8.first, (0x30...0x39).contains(first) else { return 0 }
    let digits = token.prefix { $0.isASCII && $0.isNumber }
    guard digits.count <= 2, let hour = Int(digits), hour <= 24 else { return 0 }
    let tail = token.dropFirst(digits.count)
    if !tail.isEmpty {
      // `8am`, `14h`, `14h30`
      let unit = String(tail.prefix { !$0.isNumber })
      return units.contains(unit) && tail.dropFirst(unit.count).allSatisfy(\.isNumber) ? 1 : 0
    }
    if at + 2 < limit, tokens[at + 1].folded == ":", !tokens[at + 2].shape.contains(.spaceBefore),
      isMinutes(tokens[at + 2].folded)
    {
      // `00:17:30` tells how far into a recording something is.
      if at + 4 < limit, tokens[at + 3].folded == ":", isMinutes(tokens[at + 4].folded) { return 0 }
      return 3
    }
    guard at + 1 < limit, units.contains(tokens[at + 1].folded) else { return 0 }
    // `9 h 40`
    if at + 2 < limit, tokens[at + 2].folded.count == 2, Int(tokens[at + 2].folded) != nil { return 3 }
    return 2
  }

  /// `30`, `30am`
  private func isMinutes(_ word: String) -> Bool {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    let tail = String(word.dropFirst(digits.count))
    return digits.count == 2 && (tail.isEmpty || units.contains(tail))
  }

  /// The index behind the day and the time that a line begins with: its start, if it begins with none.
  func end(_ annotated: AnnotatedText, _ line: Range<Int>) -> Int {
    let tokens = annotated.tokens
    var at = line.lowerBound
    var isTime = false
    while at < line.upperBound {
      let clock = length(tokens, at, line.upperBound)
      if let date = annotated.date(covering: at), !date.isVague {
        at = date.tokens.upperBound
        isTime = true
      } else if clock > 0 {
        at += clock
        isTime = true
      } else if isTime, !tokens[at].isWord && !tokens[at].shape.contains(.digit) || words.contains(tokens[at].folded) {
        // An opening quotation mark begins the title.
        if Self.openers.contains(tokens[at].folded) { break }
        at += 1
      } else {
        break
      }
    }
    return isTime ? min(at, line.upperBound) : line.lowerBound
  }

  /// A time of day stands in the tokens.
  func isIn(_ tokens: [Token], _ range: Range<Int>) -> Bool {
    range.contains { length(tokens, $0, range.upperBound) > 0 }
  }
}
