import Posts

extension AnnotatedText {
  /// The quotation, link, italics or strong words that cover a token and are longer than most names: three words or more. A cell of a
  /// table counts as well.
  func markedWords(around token: Int) -> Range<Int>? {
    let own = tokens[token].range
    let sentence = range(sentences[tokens[token].sentence])
    if let quotation = quotations(startingIn: sentence).first(where: { $0.range.contains(own.lowerBound) }) {
      return words(quotation.range)
    }
    for span in spans(startingIn: sentence) where span.range.contains(own.lowerBound) {
      switch span.kind {
      case .link, .emphasis, .strong: if let found = words(span.range) { return found }
      default: continue
      }
    }
    if case .tableCell = block(of: token).kind { return words(block(of: token).range) }
    return nil
  }

  private func words(_ bytes: Range<Int>) -> Range<Int>? {
    let found = tokens(in: bytes)
    return found.count >= 3 ? found : nil
  }

  /// A token stands in such words, and most of them have capitals.
  func isInMarkedTitle(_ token: Int) -> Bool {
    guard let words = markedWords(around: token) else { return false }
    return words.count { tokens[$0].isCapital } * 2 >= words.count
  }
}
