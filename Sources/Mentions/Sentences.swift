extension Array where Element == Token {
  /// Numbers the sentences: a block ends one, so do a full stop, a question or exclamation mark before a new start, and a
  /// line break that the author wrote. `protected` are stretches that no sentence ends in (quoted titles).
  public mutating func markSentences(abbreviations: Set<String>, protected: [Range<Int>], months: WordList = WordList())
  {
    var sentence = -1
    var atStart = true
    var lastBlock = -1
    var quote = 0
    for index in indices {
      if self[index].block != lastBlock || self[index].shape.contains(.lineBreakBefore) {
        atStart = true
        lastBlock = self[index].block
      }
      if atStart {
        sentence += 1
        self[index].shape.insert(.sentenceStart)
      }
      self[index].sentence = sentence
      atStart = false
      while quote < protected.count, protected[quote].upperBound <= self[index].range.lowerBound { quote += 1 }
      let isProtected =
        quote < protected.count && protected[quote].contains(self[index].range.lowerBound)
        && protected[quote].upperBound > self[index].range.upperBound
      guard !isProtected, index + 1 < count, self[index + 1].block == lastBlock else { continue }
      switch self[index].folded {
      case ".", "…":
        let before = index > 0 ? self[index - 1] : nil
        let isAbbreviation =
          before.map {
            abbreviations.contains($0.folded) || ($0.isCapital && $0.range.count == 1)
              // `20. Mai`
              || $0.folded.count <= 2 && Int($0.folded) != nil && months.contains(self[index + 1].folded)
          } ?? false
        atStart = !isAbbreviation && Self.mayStart(self[index + 1])
      case "!", "?": atStart = Self.mayStart(self[index + 1])
      case "”", "»", "’", "'", ")", "\"":
        // The mark closes a quotation that ended the sentence.
        guard index > 0, [".", "!", "?", "…"].contains(self[index - 1].folded) else { continue }
        atStart = Self.mayStart(self[index + 1])
      default: break
      }
    }
  }

  private static func mayStart(_ token: Token) -> Bool {
    guard token.shape.contains(.spaceBefore) else { return false }
    return token.isCapital || token.shape.contains(.digit) || !token.isWord || token.shape.contains(.mixed)
  }
}
