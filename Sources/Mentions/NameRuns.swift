/// Runs of capitalised words: what may be a name.
struct NameRuns {
  let particles: WordList
  let language: LanguageData

  init(_ language: LanguageData) {
    particles = language.list("name-particle")
    self.language = language
  }

  /// Maximal runs, in order. A run does not begin with a particle, nor with an ordinary word at the start of a sentence
  /// unless a name follows that needs it.
  func find(_ tokens: [Token]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var index = 0
    while index < tokens.count {
      guard isNameWord(tokens, index) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < tokens.count, tokens[end].sentence == tokens[index].sentence {
        if isNameWord(tokens, end) {
          end += 1
        } else if tokens[end].folded == ".", tokens[end - 1].range.count == 1, end + 1 < tokens.count,
          isNameWord(tokens, end + 1), tokens[end + 1].sentence == tokens[index].sentence
        {
          end += 2
        } else if particles.contains(tokens[end].folded) {
          var next = end + 1
          while next < tokens.count, particles.contains(tokens[next].folded) { next += 1 }
          guard next < tokens.count, isNameWord(tokens, next), tokens[next].sentence == tokens[index].sentence,
            next - end <= 2
          else { break }
          end = next + 1
        } else {
          break
        }
      }
      runs.append(index..<end)
      index = end
    }
    return runs
  }

  private func isNameWord(_ tokens: [Token], _ at: Int) -> Bool {
    let shape = tokens[at].shape
    guard shape.contains(.word), !shape.contains(.url), !shape.contains(.handle) else { return false }
    // `We’d`, `It’s`
    if let quote = tokens[at].folded.firstIndex(of: "'"), language.isOrdinary(String(tokens[at].folded[..<quote])) {
      return false
    }
    return shape.contains(.capital) || shape.contains(.mixed)
  }
}
