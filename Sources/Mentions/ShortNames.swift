import Posts

/// Later, shorter forms of a person's name (`Geoff`, `Liljenstolpe`), and people whom a text calls by a given name alone.
struct ShortNames {
  let gazetteer: Gazetteer
  let language: LanguageData

  init(_ gazetteer: Gazetteer, _ language: LanguageData) {
    self.gazetteer = gazetteer
    self.language = language
  }

  func find(_ annotated: AnnotatedText, persons: [Mention], taken: [Bool]) -> [Mention] {
    let tokens = annotated.tokens
    var owners: [String: Set<String>] = [:]
    for person in persons {
      let parts = person.tokens.map { tokens[$0] }.filter { $0.isCapital && $0.range.count > 2 }
      let full = Folding.fold(person.name)
      for part in [parts.first, parts.last].compactMap({ $0 }) { owners[part.folded, default: []].insert(full) }
    }
    let after = language.list("person-verb")
    let months = language.list("month")
    let affiliation = language.list("affiliation")
    var found: [Mention] = []
    for index in tokens.indices where !taken[index] {
      let token = tokens[index]
      guard token.isCapital, token.isWord, token.range.count > 1, months.value(token.folded) == nil else { continue }
      // Part of a longer capitalised name: not a person on its own.
      let touches =
        (index > 0 && !taken[index - 1] && tokens[index - 1].isCapital && tokens[index - 1].sentence == token.sentence
          && !tokens[index - 1].shape.contains(.sentenceStart))
        || (index + 1 < tokens.count && !taken[index + 1] && tokens[index + 1].isCapital
          && tokens[index + 1].sentence == token.sentence)
      if owners[token.folded]?.count == 1, !touches || gazetteer.givenNames.contains(token.folded) {
        found.append(
          Mention(
            .person, index..<(index + 1), name: annotated.string(index..<(index + 1)), rule: "short-name",
            confidence: 0.9))
        continue
      }
      guard !touches else { continue }
      let isProfile = annotated.links(at: index).contains {
        PersonGrammar.isProfile($0.absolute) && $0.range == token.range
      }
      let isGiven =
        gazetteer.givenNames.contains(token.folded) && !gazetteer.ambiguousGivenNames.contains(token.folded)
        && !language.isOrdinary(token.folded)
      let next = index + 1
      let follows =
        next < tokens.count && tokens[next].sentence == token.sentence
        && (after.match(tokens, next) > 0 || affiliation.match(tokens, next) > 0 || tokens[next].folded == "'s")
      if isProfile && (isGiven || token.shape.contains(.allCaps)) || isGiven && (follows || isListed(tokens, index)) {
        found.append(
          Mention(
            .person, index..<(index + 1), name: annotated.string(index..<(index + 1)), rule: "given-name",
            confidence: 0.8))
      }
    }
    return found
  }

  /// Between given names of one list: `(Ada, Bo, Cy)`.
  private func isListed(_ tokens: [Token], _ index: Int) -> Bool {
    let and = language.list("and")
    func isMark(_ at: Int) -> Bool {
      tokens.indices.contains(at) && tokens[at].sentence == tokens[index].sentence
        && ([",", "(", ")"].contains(tokens[at].folded) || and.contains(tokens[at].folded))
    }
    func isGiven(_ at: Int) -> Bool {
      tokens.indices.contains(at) && tokens[at].isCapital && gazetteer.givenNames.contains(tokens[at].folded)
    }
    guard isMark(index - 1), isMark(index + 1) else { return false }
    return isGiven(index - 2) || isGiven(index + 2)
  }
}
