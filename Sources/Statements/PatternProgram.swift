import Mentions

/// A pattern line as instructions for `PatternMachine`.
struct PatternProgram: Sendable {
  enum Instruction: Sendable {
    case words([String])
    case list(WordList)
    case stem(String)
    case anyToken
    case gap(Int)
    case sentenceStart
    case sentenceEnd
    case item(PatternKind, slot: Int?)
    case items(PatternKind, slot: Int?)
    indirect case not(PatternProgram)
    /// Goes on with the next instruction and, when that fails, at `otherwise`. Of two alternatives both are tried.
    case choice(otherwise: Int, isAlternative: Bool)
    case jump(Int)
    case match
  }

  private(set) var instructions: [Instruction] = []

  static let mostInstructions = 4_000

  /// Nil when groups with `*` inside each other make it too large.
  init?(_ elements: [PatternElement], language: LanguageData) {
    guard append(elements, language) else { return nil }
    instructions.append(.match)
  }

  private mutating func append(_ elements: [PatternElement], _ language: LanguageData) -> Bool {
    elements.allSatisfy { append($0, language) }
  }

  private mutating func append(_ element: PatternElement, _ language: LanguageData) -> Bool {
    guard instructions.count < Self.mostInstructions else { return false }
    switch element {
    case .words(let words): instructions.append(.words(words))
    case .list(let name): instructions.append(.list(language.list(name)))
    case .stem(let stem): instructions.append(.stem(stem))
    case .anyToken: instructions.append(.anyToken)
    case .gap(let most): instructions.append(.gap(most))
    case .sentenceStart: instructions.append(.sentenceStart)
    case .sentenceEnd: instructions.append(.sentenceEnd)
    case .item(let kinds, let slot): instructions.append(.item(kinds, slot: slot))
    case .items(let kinds, let slot): instructions.append(.items(kinds, slot: slot))
    case .not(let inner):
      guard let program = PatternProgram([inner], language: language) else { return false }
      instructions.append(.not(program))
    case .optional(let inner): return append(inner, atMost: 1, language)
    case .star(let inner): return append(inner, atMost: PatternElement.mostRepeats, language)
    case .group(let alternatives): return append(alternatives: alternatives, language)
    }
    return true
  }

  private mutating func append(_ element: PatternElement, atMost repeats: Int, _ language: LanguageData) -> Bool {
    var choices: [Int] = []
    for _ in 0..<repeats {
      choices.append(instructions.count)
      instructions.append(.choice(otherwise: 0, isAlternative: false))
      guard append(element, language) else { return false }
    }
    for choice in choices { instructions[choice] = .choice(otherwise: instructions.count, isAlternative: false) }
    return true
  }

  private mutating func append(alternatives: [[PatternElement]], _ language: LanguageData) -> Bool {
    var jumps: [Int] = []
    for (index, elements) in alternatives.enumerated() {
      let isLast = index == alternatives.count - 1
      let choice = instructions.count
      if !isLast { instructions.append(.choice(otherwise: 0, isAlternative: true)) }
      guard append(elements, language) else { return false }
      if !isLast {
        jumps.append(instructions.count)
        instructions.append(.jump(0))
        instructions[choice] = .choice(otherwise: instructions.count, isAlternative: true)
      }
    }
    for jump in jumps { instructions[jump] = .jump(instructions.count) }
    return true
  }
}
