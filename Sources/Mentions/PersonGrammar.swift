import Posts

/// Tells which runs of capitalised words name a person, by given names, word shapes and the words around.
struct PersonGrammar {
  let gazetteer: Gazetteer
  let language: LanguageData
  private let roles: WordList
  /// Surnames that are names of trades.
  private let surnames: WordList
  private let verbs: WordList
  private let before: WordList
  private let heads: WordList
  private let particles: WordList
  private let affiliation: WordList
  private let honorifics: WordList
  private let hosts: WordList
  private let sponsors: WordList
  private let and: WordList
  private let said: WordList
  private let who: WordList
  private let institutions: WordList
  /// Verbs of who works where and on what.
  private let doings: [WordList]

  init(_ gazetteer: Gazetteer, _ language: LanguageData) {
    self.gazetteer = gazetteer
    self.language = language
    roles = language.list("role-head")
    surnames = language.list("trade-surname")
    verbs = language.list("person-verb")
    before = language.list("person-before")
    heads = language.list("thing-head")
    particles = language.list("name-particle")
    affiliation = language.list("affiliation")
    honorifics = language.list("honorific")
    hosts = language.list("host-word")
    sponsors = language.list("sponsor-word")
    and = language.list("and")
    said = language.list("said-verb")
    who = language.list("who")
    institutions = language.list("organization-head-before")
    doings = ["work-verb", "make-verb", "member-verb", "group-verb"].map(language.list)
  }

  /// The persons inside a run, with a score from 3 up.
  func persons(
    _ annotated: AnnotatedText, _ run: Range<Int>, known: (Range<Int>) -> [Int], settled: Set<Int>, isSecond: Bool,
    evidence: NameEvidence
  )
    -> [(Range<Int>, Double)]
  {
    var found: [(Range<Int>, Double)] = []
    var start = run.lowerBound
    while start < run.upperBound {
      // `Dr Ada Example`
      if honorifics.contains(annotated.tokens[start].folded) {
        start += 1
        continue
      }
      var best: (Range<Int>, Double)?
      for length in stride(from: min(5, run.upperBound - start), through: 2, by: -1) {
        let candidate = start..<(start + length)
        guard var score = score(annotated, candidate, run, known),
          !evidence.firms.contains(Folding.fold(annotated.string(candidate)))
        else { continue }
        // `Casimir Example … Casimir`: who has two names is called by one.
        if evidence.alone.contains(annotated.tokens[candidate.lowerBound].folded) { score += 0.5 }
        if isSecond, isJoined(annotated, candidate, settled) {
          score += candidate == run && candidate.count == 2 ? 2.5 : 1.5
        }
        if score >= 3, best.map({ score > $0.1 + 0.5 }) ?? true { best = (candidate, score) }
      }
      if let best {
        found.append(best)
        start = best.0.upperBound
      } else {
        start += 1
      }
    }
    return found
  }

  private func score(
    _ annotated: AnnotatedText, _ candidate: Range<Int>, _ run: Range<Int>, _ known: (Range<Int>) -> [Int]
  ) -> Double? {
    let tokens = annotated.tokens
    let first = tokens[candidate.lowerBound]
    let last = tokens[candidate.upperBound - 1]
    guard first.isCapital, last.isCapital || last.shape.contains(.mixed) && last.folded.contains("'"),
      !particles.contains(first.folded) || first.isCapital
    else { return nil }
    guard last.folded != ".", first.folded != "." else { return nil }
    if !known(candidate).isEmpty { return nil }
    if case .tableCell(table: _, row: _, column: _, header: true) = annotated.block(of: candidate.lowerBound).kind {
      return nil
    }
    var words = 0
    for index in candidate {
      let token = tokens[index]
      if token.folded == "." || isJoint(token) { continue }
      words += 1
      if token.shape.contains(.digit) { return nil }
      // `Chef Ada`, `Ada Engineer` are no names; `Ada Baker` may be one.
      let isSurname = gazetteer.givenNames.contains(first.folded) && surnames.contains(token.folded)
      if roles.contains(token.folded), token.folded != first.folded, !isSurname { return nil }
    }
    guard words >= 2, words <= 4 else { return nil }
    // A name of several words inside the candidate is that name.
    for length in 2..<max(3, candidate.count) where candidate.count > 2 {
      for start in candidate.lowerBound...(candidate.upperBound - length)
      where !known(start..<(start + length)).isEmpty { return nil }
    }
    if heads.contains(last.folded) { return nil }
    // `Banque Raiffeisen`
    if institutions.contains(first.folded) { return nil }
    // `VP Engineering`
    if roles.contains(first.folded), !gazetteer.givenNames.contains(first.folded) { return nil }
    var score = 0.0
    let isGiven = gazetteer.givenNames.contains(first.folded)
    let isDoubleGiven =
      first.folded.contains("-")
      && first.folded.split(separator: "-").allSatisfy { gazetteer.givenNames.contains(String($0)) }
    // `J. Evans`, `J Evans`
    let isInitial =
      first.range.count == 1
      && (annotated.tokens[candidate.lowerBound + 1].folded == "."
        || words == 2 && !["i", "a", "o", "y"].contains(first.folded) && !language.isOrdinary(last.folded)
          && !annotated.string(candidate).dropFirst(3).contains(where: \.isUppercase))
    // `À Québec` is no name.
    if !isInitial, first.folded.count <= 1 { return nil }
    if isGiven || isDoubleGiven {
      score += gazetteer.ambiguousGivenNames.contains(first.folded) ? 1.5 : 3
    } else if first.folded.contains("-"),
      first.folded.split(separator: "-").contains(where: { gazetteer.givenNames.contains(String($0)) })
    {
      score += 2
    } else if isInitial {
      score += 1
    } else if language.isOrdinary(first.folded) && !isForeign(annotated, candidate.lowerBound) || isCompound(first) {
      score -= 2.5
    } else {
      score += 1
    }
    for index in (candidate.lowerBound + 1)..<candidate.upperBound {
      let token = tokens[index]
      if token.folded == "." || isJoint(token) || token.range.count == 1 { continue }
      if token.shape.contains(.allCaps) && token.range.count > 2 { score -= 2 }
      let isName = gazetteer.givenNames.contains(token.folded)
      if language.isOrdinary(token.folded) && !isName { score -= 1 } else { score += 1 }
      if !known(index..<(index + 1)).isEmpty && !isName { score -= 1 }
    }
    if first.shape.contains(.allCaps) && first.range.count > 2 { score -= 2 }
    if first.shape.contains(.mixed) && !isGiven && !first.folded.contains("-") { score -= 1.5 }
    if !known(candidate.lowerBound..<(candidate.lowerBound + 1)).isEmpty && !isGiven { score -= 2 }
    if first.shape.contains(.sentenceStart), !isGiven, language.isOrdinary(first.folded) { score -= 0.5 }
    if candidate == run { score += 0.5 }
    if isDoubleBarrelled(last) { score += 0.5 }
    if candidate.dropFirst().dropLast().contains(where: {
      !tokens[$0].isCapital && particles.contains(tokens[$0].folded)
    }) {
      score += 0.5
    }
    // Three words of which the outer two already make a name: the longer form is the name.
    if words == 3 { score += 0.2 }
    score += context(annotated, candidate)
    return score
  }

  /// What joins the parts of a name and is no word of it (`van`, `N'`).
  private func isJoint(_ token: Token) -> Bool {
    particles.contains(token.folded) || token.folded.hasSuffix("'")
  }

  /// `Hằng` in an English text is not the word `hang`.
  private func isForeign(_ annotated: AnnotatedText, _ index: Int) -> Bool {
    language.tag == "en" && annotated.string(index..<(index + 1)).utf8.contains { $0 >= 0x80 }
  }

  /// `Server-side`: a compound of ordinary words.
  private func isCompound(_ token: Token) -> Bool {
    let parts = token.folded.split(separator: "-")
    return parts.count > 1 && parts.allSatisfy { language.isOrdinary(String($0)) }
  }

  /// `Dahl-Traoré`: two names, neither of which is a word of the language.
  private func isDoubleBarrelled(_ token: Token) -> Bool {
    let parts = token.folded.split(separator: "-")
    return parts.count == 2 && parts.allSatisfy { $0.count > 1 && !language.isOrdinary(String($0)) }
  }

  /// Stands in a list beside somebody who is a person.
  private func isJoined(_ annotated: AnnotatedText, _ candidate: Range<Int>, _ settled: Set<Int>) -> Bool {
    let tokens = annotated.tokens
    func joins(_ index: Int) -> Bool {
      tokens.indices.contains(index) && (tokens[index].folded == "," || and.contains(tokens[index].folded))
    }
    func reaches(_ start: Int, _ step: Int) -> Bool {
      var index = start
      guard joins(index) else { return false }
      while joins(index) { index += step }
      return settled.contains(index) && tokens[index].block == tokens[candidate.lowerBound].block
    }
    return reaches(candidate.upperBound, 1) || reaches(candidate.lowerBound - 1, -1)
  }

  /// What stands before and behind.
  private func context(_ annotated: AnnotatedText, _ candidate: Range<Int>) -> Double {
    let tokens = annotated.tokens
    var score = 0.0
    let sentence = tokens[candidate.lowerBound].sentence
    if candidate.lowerBound > 0, tokens[candidate.lowerBound - 1].sentence == sentence {
      let previous = tokens[candidate.lowerBound - 1].folded
      let isGiver =
        candidate.lowerBound > 1
        && (hosts.contains(tokens[candidate.lowerBound - 2].folded)
          || sponsors.contains(tokens[candidate.lowerBound - 2].folded))
      if !isGiver, before.contains(previous) || honorifics.contains(previous) { score += 1.5 }
      if roles.contains(previous) { score += 1.5 }
      if said.contains(previous) { score += 1.5 }
      // `our architect, Ada Example`
      if previous == ",", candidate.lowerBound > 1 {
        let low = max(0, candidate.lowerBound - 8)
        let isTitled = (low..<(candidate.lowerBound - 1)).contains { index in
          tokens[index].sentence == sentence && roles.contains(tokens[index].folded)
        }
        if isTitled { score += 1.5 }
      }
    }
    let next = candidate.upperBound
    if next < tokens.count, tokens[next].sentence == sentence {
      if verbs.match(tokens, next) > 0 || doings.contains(where: { $0.match(tokens, next) > 0 }) { score += 2 }
      if affiliation.match(tokens, next) > 0 { score += 1.5 }
      if ["'s", "(", "'"].contains(tokens[next].folded) { score += 0.5 }
      // `Nic Cope (@nic)`
      if tokens[next].folded == "(", next + 2 < tokens.count, tokens[next + 1].shape.contains(.handle),
        tokens[next + 2].folded == ")"
      {
        score += 2.5
      }
      if who.contains(tokens[next].folded) { score += 1 }
      if tokens[next].folded == ",", next + 1 < tokens.count {
        if who.contains(tokens[next + 1].folded) { score += 1.5 }
        // A role within the next few words.
        for index in (next + 1)..<min(next + 7, tokens.count)
        where tokens[index].sentence == sentence && roles.contains(tokens[index].folded) {
          score += 1.5
          break
        }
      }
      if next + 1 < tokens.count, verbs.match(tokens, next + 1) > 0 { score += 1 }
    }
    // A cell of speakers holds names and what they belong to.
    if case .tableCell = annotated.block(of: candidate.lowerBound).kind, next < tokens.count, tokens[next].folded == ","
    {
      score += 0.5
    }
    if case .caption(picture: _) = annotated.block(of: candidate.lowerBound).kind { score += 0.5 }
    if case .frontMatter(key: let key) = annotated.block(of: candidate.lowerBound).kind, key.hasPrefix("author") {
      score += 3
    }
    for link in annotated.links(at: candidate.lowerBound) where Self.isProfile(link.absolute) { score += 2 }
    return score
  }

  /// A page of a person on a site where people have pages (one path segment).
  static func isProfile(_ url: String) -> Bool {
    var parts = url.split(separator: "/")[...]
    if parts.first == "https:" || parts.first == "http:" { parts = parts.dropFirst() }
    guard var host = parts.first else { return false }
    if host.hasPrefix("www.") { host = host.dropFirst(4) }
    parts = [host] + parts.dropFirst()
    switch host {
    case "twitter.com", "github.com", "x.com": return parts.count == 2
    case "linkedin.com", "ca.linkedin.com", "fr.linkedin.com": return parts.count >= 3 && parts[1] == "in"
    default: return host.hasPrefix("mastodon") || (parts.count == 2 && parts[1].hasPrefix("@"))
    }
  }
}
