/// What the whole text tells of its capitalised names, wherever they stand: which are firms, which words stand alone too.
struct NameEvidence {
  /// Folded names that somebody works at, or that an apposition calls a company.
  private(set) var firms: Set<String> = []
  /// Folded words that the text also writes with a capital and without another one beside them.
  private(set) var alone: Set<String> = []

  init(_ annotated: AnnotatedText, runs: [Range<Int>], _ language: LanguageData) {
    let tokens = annotated.tokens
    let places = language.list("firm-place")
    for run in runs {
      let name = Folding.fold(annotated.string(run))
      let low = run.lowerBound
      let sentence = tokens[low].sentence
      for length in 1...3 where low - length >= 0 && tokens[low - length].sentence == sentence {
        if places.match(tokens, low - length) == length { firms.insert(name) }
      }
      if Self.isCalledFirm(tokens, run.upperBound, language) { firms.insert(name) }
      if run.count == 1, tokens[low].folded.count > 2, !language.isOrdinary(tokens[low].folded) {
        alone.insert(tokens[low].folded)
      }
    }
  }

  /// `, the cloud native engineering company` behind a name.
  static func isCalledFirm(_ tokens: [Token], _ at: Int, _ language: LanguageData) -> Bool {
    let sentence = at > 0 ? tokens[at - 1].sentence : -1
    func isHere(_ index: Int) -> Bool { index < tokens.count && tokens[index].sentence == sentence }
    guard isHere(at), tokens[at].folded == ",", isHere(at + 1), language.list("article").contains(tokens[at + 1].folded)
    else {
      return false
    }
    let nouns = language.list("firm-noun")
    var index = at + 2
    while isHere(index), index - at < 8, tokens[index].isWord,
      !language.list("title-stop").contains(tokens[index].folded)
    {
      if nouns.contains(tokens[index].folded) { return true }
      index += 1
    }
    return false
  }
}
