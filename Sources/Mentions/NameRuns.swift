/// Runs of capitalised words: what may be a name.
struct NameRuns {
  let particles: WordList
  let language: LanguageData
  private let companies: WordList

  init(_ language: LanguageData) {
    particles = language.list("name-particle")
    companies = language.list("firm-and")
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
        } else if tokens[end].folded == "&", end + 1 < tokens.count, companies.contains(tokens[end + 1].folded),
          tokens[end + 1].isCapital, tokens[end + 1].sentence == tokens[index].sentence
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

  /// `Otieno "Oti" Odhiambo`, `Cornelis « Kees » van Dijk`: a nickname between quotation marks inside a name.
  func nicknamed(_ tokens: [Token]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for index in tokens.indices.dropFirst(1).dropLast(3) {
      guard let closing = Self.closing(tokens[index].folded), isNameWord(tokens, index - 1),
        isNameWord(tokens, index + 1),
        tokens[index + 2].folded == closing, !tokens[index + 1].shape.contains(.allCaps),
        tokens[index + 1].sentence == tokens[index - 1].sentence
      else { continue }
      var end = index + 3
      while end < tokens.count, particles.contains(tokens[end].folded) { end += 1 }
      guard end < tokens.count, end - index <= 5, tokens[end].sentence == tokens[index].sentence,
        isNameWord(tokens, end), !language.isOrdinary(tokens[end].folded),
        !language.isOrdinary(tokens[index - 1].folded)
      else { continue }
      found.append((index - 1)..<(end + 1))
    }
    return found
  }

  private static func closing(_ mark: String) -> String? {
    switch mark {
    case "\"", "'": mark
    case "“": "”"
    case "«": "»"
    case "‘": "’"
    case "„": "“"
    default: nil
    }
  }

  private func isNameWord(_ tokens: [Token], _ at: Int) -> Bool {
    let shape = tokens[at].shape
    guard shape.contains(.word), !shape.contains(.url), !shape.contains(.handle) else { return false }
    // `N'Diaye`: what elides is part of the name when a capital is glued to it.
    if tokens[at].folded.hasSuffix("'") {
      return tokens[at].isCapital && at + 1 < tokens.count && tokens[at + 1].isCapital
        && !tokens[at + 1].shape.contains(.spaceBefore) && at > 0 && isNameWord(tokens, at - 1)
    }
    // `d'Astous`
    if shape.contains(.mixed), tokens[at].folded.contains("'") { return true }
    // `We’d`, `It’s`
    if let quote = tokens[at].folded.firstIndex(of: "'"), language.isOrdinary(String(tokens[at].folded[..<quote])) {
      return false
    }
    return shape.contains(.capital) || shape.contains(.mixed)
  }
}
