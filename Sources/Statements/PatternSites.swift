import Mentions

/// Where in a text the things begin that are no mentions: dates, quotations, job titles, titles, versions.
struct PatternSites {
  let annotated: AnnotatedText
  private let context: MatchContext
  /// By token: index of the date or quotation that begins there, or -1.
  private var dateAt: [Int32]
  private var quoteEnd: [Int32]
  /// By token: what the caller's closures answered, or -1 before they were asked.
  private var roleLength: [Int32]
  private var titleLength: [Int32]

  init(_ annotated: AnnotatedText, context: MatchContext) {
    self.annotated = annotated
    self.context = context
    let none = [Int32](repeating: -1, count: annotated.tokens.count)
    dateAt = none
    quoteEnd = none
    roleLength = none
    titleLength = none
    for (index, date) in annotated.dates.enumerated() where none.indices.contains(date.tokens.lowerBound) {
      dateAt[date.tokens.lowerBound] = Int32(index)
    }
    for quotation in annotated.quotations {
      let tokens = annotated.tokens(in: quotation.outer)
      if !tokens.isEmpty { quoteEnd[tokens.lowerBound] = Int32(tokens.upperBound) }
    }
  }

  /// All kinds of which something begins at a token.
  mutating func kinds(at token: Int) -> PatternKind {
    var kinds: PatternKind = []
    if let mention = annotated.mention(at: token) { kinds.formUnion(PatternKind(annotated.mentions[mention].kind)) }
    if dateAt[token] >= 0 { kinds.formUnion(.date) }
    if quoteEnd[token] >= 0 { kinds.formUnion(.quote) }
    if isVersion(token) { kinds.formUnion(.version) }
    return kinds
  }

  /// The first that begins at a token, of the wanted kinds, and ends by `limit`.
  mutating func item(_ kinds: PatternKind, at token: Int, limit: Int) -> (argument: Argument, end: Int)? {
    if !kinds.isDisjoint(with: .anyMention), let index = annotated.mention(at: token) {
      let mention = annotated.mentions[index]
      if kinds.contains(PatternKind(mention.kind)), mention.tokens.upperBound <= limit {
        return (.mention(index), mention.tokens.upperBound)
      }
    }
    if kinds.contains(.date), dateAt[token] >= 0 {
      let date = annotated.dates[Int(dateAt[token])]
      if date.tokens.upperBound <= limit { return (.date(date), date.tokens.upperBound) }
    }
    var end = token
    if kinds.contains(.quote) { end = max(end, Int(quoteEnd[token])) }
    if end == token, kinds.contains(.title) { end += Self.length(token, &titleLength, context.title) }
    if end == token, kinds.contains(.role) { end += Self.length(token, &roleLength, context.role) }
    if end == token, kinds.contains(.version), isVersion(token) { end += 1 }
    return end > token && end <= limit ? (.tokens(token..<end), end) : nil
  }

  private static func length(_ token: Int, _ known: inout [Int32], _ ask: (Int) -> Int) -> Int {
    if known[token] < 0 { known[token] = Int32(clamping: max(0, ask(token))) }
    return Int(known[token])
  }

  private func isVersion(_ token: Int) -> Bool {
    annotated.tokens[token].shape.isDisjoint(with: [.url, .handle])
      && VersionNumber.matches(annotated.tokens[token].folded)
  }
}
