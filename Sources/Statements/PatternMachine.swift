import Mentions

/// Runs the program of a pattern line at a place of a text.
///
/// Optional elements and lists take as much as they can, gaps as little as they can; of alternatives in a group, the one
/// counts that makes the whole match longest, the first of several.
struct PatternMachine {
  var sites: PatternSites
  private let and: WordList
  private let the: WordList
  private let tail: WordList
  private let preposition: WordList
  private var choices: [Choice] = []
  private var trail: [Binding] = []
  private var steps = 0

  /// After so many instructions, what was tried at one place is given up.
  static let mostSteps = 5_000
  static let longestList = 24
  static let longestParenthesis = 8

  /// What holds a coordinated list together.
  struct ListWords: Sendable {
    let and: WordList
    let the: WordList
    let tail: WordList
    let preposition: WordList

    init(_ language: LanguageData) {
      and = language.list("and")
      the = language.list("the")
      tail = language.list("list-tail")
      preposition = language.list("item-preposition")
    }
  }

  struct Binding {
    /// Nil for a word, phrase or stem of the pattern.
    var slot: Int?
    var argument: Argument
  }

  struct Success {
    var end: Int
    var bindings: [Binding]
  }

  /// Where to go on when something fails.
  private struct Choice {
    var instruction: Int
    var at: Int
    var bindings: Int
    /// Tokens that the gap may still take; nil outside of a gap.
    var gap: Int?
    var isAlternative: Bool
  }

  init(_ sites: PatternSites, words: ListWords) {
    self.sites = sites
    and = words.and
    the = words.the
    tail = words.tail
    preposition = words.preposition
  }

  /// - Parameter start: A token; the match stays in its sentence.
  mutating func run(_ program: PatternProgram, at start: Int) -> Success? {
    steps = 0
    trail.removeAll(keepingCapacity: true)
    choices.removeAll(keepingCapacity: true)
    let tokens = sites.annotated.tokens
    return run(program, at: start, in: sites.annotated.sentences[tokens[start].sentence], tokens)
  }

  private mutating func run(
    _ program: PatternProgram, at start: Int, in sentence: Range<Int>, _ tokens: [Token]
  ) -> Success? {
    let oldest = choices.count
    let firstBinding = trail.count
    var best: Success?
    var state: Choice? = Choice(instruction: 0, at: start, bindings: firstBinding, gap: nil, isAlternative: false)
    while let current = state {
      trail.removeSubrange(current.bindings...)
      if let end = follow(program, current, sentence, tokens) {
        if best.map({ end > $0.end }) ?? true { best = Success(end: end, bindings: Array(trail[firstBinding...])) }
        // What led here is settled but for the alternatives.
        let open = choices[oldest...].filter(\.isAlternative)
        choices.replaceSubrange(oldest..., with: open)
      }
      state = steps > Self.mostSteps || choices.count == oldest ? nil : choices.removeLast()
    }
    choices.removeSubrange(oldest...)
    trail.removeSubrange(firstBinding...)
    return best
  }

  /// Follows one way through the program; answers where a match ends.
  private mutating func follow(
    _ program: PatternProgram, _ from: Choice, _ sentence: Range<Int>, _ tokens: [Token]
  ) -> Int? {
    var next = from.instruction
    var at = from.at
    var gap = from.gap
    while true {
      steps += 1
      if steps > Self.mostSteps { return nil }
      switch program.instructions[next] {
      case .words(let words):
        guard at + words.count <= sentence.upperBound else { return nil }
        for (offset, word) in words.enumerated() where tokens[at + offset].folded != word { return nil }
        bind(nil, .tokens(at..<(at + words.count)))
        at += words.count
      case .list(let list):
        let length = at < sentence.upperBound ? list.match(tokens, at) : 0
        guard length > 0, at + length <= sentence.upperBound else { return nil }
        bind(nil, .tokens(at..<(at + length)))
        at += length
      case .stem(let stem):
        guard at < sentence.upperBound, tokens[at].folded.hasPrefix(stem) else { return nil }
        bind(nil, .tokens(at..<(at + 1)))
        at += 1
      case .anyToken:
        guard at < sentence.upperBound else { return nil }
        at += 1
      case .gap(let most):
        let left = gap ?? most
        gap = nil
        if left > 0, at < sentence.upperBound, tokens[at].folded != ";", tokens[at].folded != ":" {
          choices.append(
            Choice(instruction: next, at: at + 1, bindings: trail.count, gap: left - 1, isAlternative: false))
        }
      case .sentenceStart:
        guard at == sentence.lowerBound else { return nil }
      case .sentenceEnd:
        guard tokens[at..<sentence.upperBound].allSatisfy({ Self.closing.contains($0.folded) }) else { return nil }
      case .item(let kinds, let slot):
        guard at < sentence.upperBound, let item = sites.item(kinds, at: at, limit: sentence.upperBound) else {
          return nil
        }
        if let slot { bind(slot, item.argument) }
        at = item.end
      case .items(let kinds, let slot):
        guard let end = list(kinds, slot, at, sentence.upperBound, tokens, next) else { return nil }
        at = end
      case .not(let inner):
        if run(inner, at: at, in: sentence, tokens) != nil { return nil }
      case .choice(let otherwise, let isAlternative):
        choices.append(
          Choice(instruction: otherwise, at: at, bindings: trail.count, gap: nil, isAlternative: isAlternative))
      case .jump(let target):
        next = target
        continue
      case .match: return at
      }
      next += 1
    }
  }

  private mutating func bind(_ slot: Int?, _ argument: Argument) {
    trail.append(Binding(slot: slot, argument: argument))
  }

  /// Marks that may stand between the last word of a sentence and its end.
  private static let closing: Set<String> = [".", "!", "?", "…", "”", "\"", "»", "'", ")"]
}

extension PatternMachine {
  /// Takes the longest list that begins at `start`; shorter ones become choices. Binds all its items.
  private mutating func list(
    _ kinds: PatternKind, _ slot: Int?, _ start: Int, _ limit: Int, _ tokens: [Token], _ instruction: Int
  ) -> Int? {
    var count = 0
    var ends: [(at: Int, bindings: Int)] = []
    var at = start
    // A list of two and more is whole once `and` has come.
    var isWhole = true
    while at < limit, count < Self.longestList, let item = sites.item(kinds, at: at, limit: limit) {
      count += 1
      if let slot { bind(slot, item.argument) }
      at = item.end
      if isWhole { ends.append((at, trail.count)) }
      if let end = parenthesis(at, limit, tokens) {
        at = end
        if isWhole { ends.append((at, trail.count)) }
      }
      guard let separator = separator(at, limit, tokens) else { break }
      if count > 1, isWhole, !separator.isAnd { break }
      isWhole = separator.isAnd
      at = separator.end
      // `A, B and more`
      if at < limit {
        let length = tail.match(tokens, at)
        if length > 0, at + length <= limit { ends.append((at + length, trail.count)) }
      }
      steps += 1
    }
    guard let longest = ends.popLast() else { return nil }
    for end in ends {
      choices.append(
        Choice(instruction: instruction + 1, at: end.at, bindings: end.bindings, gap: nil, isAlternative: false))
    }
    // An item behind a comma that no `and` followed is not of the list.
    trail.removeSubrange(longest.bindings...)
    return longest.at
  }

  /// A comma, `and`, or both.
  private func separator(_ start: Int, _ limit: Int, _ tokens: [Token]) -> (end: Int, isAnd: Bool)? {
    var at = start
    if at < limit, tokens[at].folded == "," { at += 1 }
    guard at < limit else { return nil }
    let length = tokens[at].folded == "&" ? 1 : and.match(tokens, at)
    if length > 0 { return (article(at + length, limit, tokens), true) }
    return at > start ? (article(at, limit, tokens), false) : nil
  }

  /// Past a repeated preposition and an article before the next item (`de Google et de la CNCF`).
  private func article(_ start: Int, _ limit: Int, _ tokens: [Token]) -> Int {
    var at = start
    if at < limit { at += preposition.match(tokens, at) }
    if at < limit { at += the.match(tokens, at) }
    return at
  }

  /// The end of a short parenthesis that opens here.
  private func parenthesis(_ start: Int, _ limit: Int, _ tokens: [Token]) -> Int? {
    guard start < limit, tokens[start].folded == "(" else { return nil }
    let last = min(limit, start + 2 + Self.longestParenthesis)
    for at in (start + 1)..<max(last, start + 1) {
      if tokens[at].folded == "(" { return nil }
      if tokens[at].folded == ")" { return at + 1 }
    }
    return nil
  }
}
