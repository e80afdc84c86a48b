/// One element of a pattern line, as it is written.
indirect enum PatternElement: Sendable, Equatable {
  /// Folded tokens that follow each other.
  case words([String])
  /// An entry of the word list of that name.
  case list(String)
  /// A token that begins with these folded letters.
  case stem(String)
  case anyToken
  /// Up to that many tokens.
  case gap(Int)
  case sentenceStart
  case sentenceEnd
  /// `slot` is the variable's number in its rule.
  case item(PatternKind, slot: Int?)
  /// A coordinated list of items.
  case items(PatternKind, slot: Int?)
  case not(PatternElement)
  case group([[PatternElement]])
  case optional(PatternElement)
  case star(PatternElement)

  static let longestGap = 40
  static let mostRepeats = 8

  /// The fewest tokens that the element takes.
  var leastLength: Int {
    switch self {
    case .words(let words): words.count
    case .list, .stem, .anyToken, .item, .items: 1
    case .gap, .sentenceStart, .sentenceEnd, .not, .optional, .star: 0
    case .group(let alternatives): alternatives.map(\.leastLength).min() ?? 0
    }
  }

  /// Whether it can take a token at all.
  var mayTake: Bool {
    switch self {
    case .sentenceStart, .sentenceEnd, .not: false
    case .group(let alternatives): alternatives.contains { $0.contains(where: \.mayTake) }
    default: true
    }
  }
}

extension [PatternElement] {
  var leastLength: Int { reduce(0) { $0 + $1.leastLength } }
}
