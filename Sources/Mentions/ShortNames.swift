import Posts

/// Later, shorter forms of a person's name (`Geoff`, `Liljenstolpe`), and people whom a text calls by a given name alone.
struct ShortNames {
  let gazetteer: Gazetteer
  let language: LanguageData

  init(_ gazetteer: Gazetteer, _ language: LanguageData) {
    self.gazetteer = gazetteer
    self.language = language
  }

  /// `Merel, Ada and Bo`: a single capitalised word that nothing else is known of, in a list of people.
  private func beside(_ annotated: AnnotatedText, taken: [Bool], found: [Mention], persons: [Mention]) -> [Mention] {
    let tokens = annotated.tokens
    let and = language.list("and")
    let people = Set((found + persons).filter { $0.tokens.count == 1 }.map(\.tokens.lowerBound))
    func isCandidate(_ index: Int) -> Bool {
      let token = tokens[index]
      return !taken[index] && !people.contains(index) && token.isCapital && token.isWord && token.range.count > 2
        && !token.shape.contains(.allCaps) && !token.shape.contains(.mixed) && !language.isOrdinary(token.folded)
        && gazetteer.entries(named: token.folded).isEmpty
    }
    func isJoint(_ index: Int) -> Bool { tokens[index].folded == "," || and.contains(tokens[index].folded) }
    var out: [Mention] = []
    var start = 0
    while start < tokens.count {
      guard isCandidate(start) || people.contains(start) else {
        start += 1
        continue
      }
      // The list: one word an item.
      var items = [start]
      var at = start + 1
      while at + 1 < tokens.count, isJoint(at), tokens[at].sentence == tokens[start].sentence {
        var next = at + 1
        while next < tokens.count, isJoint(next) { next += 1 }
        guard next < tokens.count, tokens[next].sentence == tokens[start].sentence,
          isCandidate(next) || people.contains(next)
        else { break }
        items.append(next)
        at = next + 1
      }
      let known = items.filter { people.contains($0) || gazetteer.givenNames.contains(tokens[$0].folded) }.count
      if items.count >= 3, known * 2 >= items.count {
        for item in items where !people.contains(item) {
          out.append(
            Mention(
              .person, item..<(item + 1), name: annotated.string(item..<(item + 1)), rule: "name-beside-names",
              confidence: 0.75))
        }
      }
      start = max(at, start + 1)
    }
    return out
  }

  private static var marks: Set<String> { ["\"", "“", "«", "‘", "'", "„"] }

  func find(_ annotated: AnnotatedText, persons: [Mention], taken: [Bool]) -> [Mention] {
    let tokens = annotated.tokens
    var owners: [String: Set<String>] = [:]
    for person in persons {
      let parts = person.tokens.map { tokens[$0] }.filter { $0.isCapital && $0.range.count > 2 }
      let full = Folding.fold(person.name)
      let nicknames = person.tokens.dropFirst().filter { index in
        tokens[index].isCapital && Self.marks.contains(tokens[index - 1].folded)
      }.map { tokens[$0] }
      for part in [parts.first, parts.last].compactMap({ $0 }) + nicknames {
        owners[part.folded, default: []].insert(full)
      }
    }
    let after = language.list("person-verb")
    let months = language.list("month")
    let affiliation = language.list("affiliation")
    let colleagues = language.list("colleague")
    var found: [Mention] = []
    for index in tokens.indices where !taken[index] {
      let token = tokens[index]
      guard token.isCapital, token.isWord, token.range.count > 1, months.value(token.folded) == nil else { continue }
      // Part of a longer capitalised name: not a person on its own.
      let touches =
        (index > 0 && !taken[index - 1] && tokens[index - 1].isCapital && tokens[index - 1].sentence == token.sentence
          && !(tokens[index - 1].shape.contains(.sentenceStart) && language.isOrdinary(tokens[index - 1].folded)))
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
      // `her colleague Ada`
      let isColleague =
        index > 0 && tokens[index - 1].sentence == token.sentence && colleagues.contains(tokens[index - 1].folded)
        && !language.isOrdinary(token.folded) && gazetteer.entries(named: token.folded).isEmpty
      let follows =
        next < tokens.count && tokens[next].sentence == token.sentence
        && (after.match(tokens, next) > 0 || affiliation.match(tokens, next) > 0 || tokens[next].folded == "'s")
      let isOurs =
        next + 1 < tokens.count && tokens[next].folded == "," && tokens[next + 1].sentence == token.sentence
        && (language.list("our").contains(tokens[next + 1].folded)
          || language.list("its").contains(tokens[next + 1].folded))
      let isTold = follows || isOurs || isListed(tokens, index)
      if isProfile && (isGiven || token.shape.contains(.allCaps)) || isGiven && isTold || isColleague {
        found.append(
          Mention(
            .person, index..<(index + 1), name: annotated.string(index..<(index + 1)), rule: "given-name",
            confidence: 0.8))
      }
    }
    return found + handles(annotated, taken: taken) + beside(annotated, taken: taken, found: found, persons: persons)
  }

  /// `[quokka](https://github.com/quokka), [wombat](…) and …`: three or more links to pages that are called so, one after the
  /// other, are people whom the text knows by their handles.
  private func handles(_ annotated: AnnotatedText, taken: [Bool]) -> [Mention] {
    let tokens = annotated.tokens
    let and = language.list("and")
    var found: [Mention] = []
    var list: [Int] = []
    func close() {
      if list.count >= Self.fewestHandles {
        for index in list where !taken[index] {
          found.append(
            Mention(
              .person, index..<(index + 1), name: annotated.string(index..<(index + 1)), rule: "profile-handle",
              confidence: 0.8))
        }
      }
      list = []
    }
    for index in tokens.indices {
      let isHandle = annotated.links(at: index).contains { link in
        link.range == tokens[index].range && PersonGrammar.isProfile(link.absolute)
          && Folding.fold(String(link.absolute.split(separator: "/").last ?? "")) == tokens[index].folded
      }
      if isHandle {
        if let last = list.last, tokens[last].block != tokens[index].block { close() }
        list.append(index)
      } else if tokens[index].folded != ",", and.match(tokens, index) == 0, !and.contains(tokens[index].folded) {
        close()
      }
    }
    close()
    return found
  }

  private static var fewestHandles: Int { 3 }

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
