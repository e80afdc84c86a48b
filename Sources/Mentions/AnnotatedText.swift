public import Posts

/// A post's text with everything that was found in it: the input of linking and of the relation patterns.
public struct AnnotatedText: Sendable {
  public let text: PlainText
  private let links: [PlainText.Span]
  public internal(set) var tokens: [Token] = []
  /// Token ranges, by sentence number.
  public internal(set) var sentences: [Range<Int>] = []
  public internal(set) var quotations: [Quotation] = []
  public internal(set) var dates: [DateMention] = []
  /// Ascending, without overlap.
  public private(set) var mentions: [Mention] = []
  /// For each token the mention that covers it, or -1.
  private var covering: [Int32] = []

  init(text: PlainText) {
    self.text = text
    links = Self.links(of: text)
  }

  private static func links(of text: PlainText) -> [PlainText.Span] {
    text.spans.filter { if case .link = $0.kind { true } else { false } }
  }

  /// A text whose tokens, quotations and dates are known already; sentences follow from the tokens.
  init(text: PlainText, tokens: [Token], quotations: [Quotation] = [], dates: [DateMention] = []) {
    self.text = text
    links = Self.links(of: text)
    self.tokens = tokens
    self.quotations = quotations
    self.dates = dates
    for (index, token) in tokens.enumerated() {
      if token.sentence == sentences.count - 1 {
        sentences[token.sentence] = sentences[token.sentence].lowerBound..<(index + 1)
      } else {
        sentences.append(index..<(index + 1))
      }
    }
    setMentions([])
  }

  public mutating func setMentions(_ new: [Mention]) {
    mentions = new.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    covering = Array(repeating: -1, count: tokens.count)
    for (index, mention) in mentions.enumerated() {
      for token in mention.tokens { covering[token] = Int32(index) }
    }
  }

  /// What a mention names turns out to be of another kind than its own words said.
  public mutating func retype(_ mention: Int, to kind: Mention.Kind) { mentions[mention].kind = kind }

  /// The mention that covers a token.
  public func mention(covering token: Int) -> Int? {
    guard covering.indices.contains(token), covering[token] >= 0 else { return nil }
    return Int(covering[token])
  }

  /// The mention that begins at a token.
  public func mention(at token: Int) -> Int? {
    guard let index = mention(covering: token), mentions[index].tokens.lowerBound == token else { return nil }
    return index
  }

  /// Bytes of the plain text under a token range.
  public func range(_ tokens: Range<Int>) -> Range<Int> {
    guard !tokens.isEmpty else { return 0..<0 }
    return self.tokens[tokens.lowerBound].range.lowerBound..<self.tokens[tokens.upperBound - 1].range.upperBound
  }

  public func string(_ tokens: Range<Int>) -> String { text.string(range(tokens)) }

  public func block(of token: Int) -> PlainText.Block { text.blocks[tokens[token].block] }

  /// Tokens whose text lies in a byte range.
  public func tokens(in bytes: Range<Int>) -> Range<Int> {
    let low = firstToken(endingAfter: bytes.lowerBound)
    var high = low
    while high < tokens.count, tokens[high].range.lowerBound < bytes.upperBound { high += 1 }
    return low..<high
  }

  private func firstToken(endingAfter byte: Int) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.upperBound <= byte { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The links that cover a token.
  public func links(at token: Int) -> [(address: String, absolute: String, range: Range<Int>)] {
    let at = tokens[token].range.lowerBound
    // Links do not nest: only the last that begins before the token can reach it.
    var low = 0
    var high = links.count
    while low < high {
      let middle = (low + high) / 2
      if links[middle].range.lowerBound <= at { low = middle + 1 } else { high = middle }
    }
    guard low > 0, links[low - 1].range.contains(at), case .link(let address, let absolute) = links[low - 1].kind else {
      return []
    }
    return [(address, absolute, links[low - 1].range)]
  }

  /// The date that covers a token.
  public func date(covering token: Int) -> DateMention? {
    let low = dates.partition { $0.tokens.upperBound > token }
    guard low < dates.count, dates[low].tokens.contains(token) else { return nil }
    return dates[low]
  }

  /// The text's spans that begin in a byte range, ascending.
  public func spans(startingIn bytes: Range<Int>) -> ArraySlice<PlainText.Span> {
    let low = text.spans.partition { $0.range.lowerBound >= bytes.lowerBound }
    let high = text.spans.partition { $0.range.lowerBound >= bytes.upperBound }
    return text.spans[low..<max(low, high)]
  }

  /// The quotations whose words begin in a byte range, ascending.
  public func quotations(startingIn bytes: Range<Int>) -> ArraySlice<Quotation> {
    let low = quotations.partition { $0.range.lowerBound >= bytes.lowerBound }
    let high = quotations.partition { $0.range.lowerBound >= bytes.upperBound }
    return quotations[low..<max(low, high)]
  }
}

extension Array {
  /// Of an array whose elements stop failing `isBehind` at some index: that index.
  fileprivate func partition(_ isBehind: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
