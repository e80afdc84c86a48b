import Mentions

extension Draft {
  /// A word of doubt or wish stands there; the month of May and names are none.
  func isHypothetical(in range: Range<Int>) -> Bool {
    let words = language.list("hypothetical")
    return range.contains { index in
      words.match(annotated.tokens, index) > 0
        && (!annotated.tokens[index].isCapital || annotated.tokens[index].shape.contains(.sentenceStart))
        && !isAddress(index) && annotated.date(covering: index) == nil && annotated.mention(covering: index) == nil
    }
  }

  /// `If you are coming to the summit`: a turn to the reader, no doubt about the summit.
  private func isAddress(_ index: Int) -> Bool {
    let phrases = language.list("if-you")
    return phrases.match(annotated.tokens, index) > 0
  }

  func isNegated(in range: Range<Int>) -> Bool {
    let words = language.list("negation")
    return range.contains { words.match(annotated.tokens, $0) > 0 && annotated.mention(covering: $0) == nil }
  }
}
