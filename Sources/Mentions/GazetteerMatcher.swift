/// Finds the gazetteer's names in a text and judges each: spelling, common words, and which of several things is meant.
struct GazetteerMatcher {
  struct Candidate {
    var tokens: Range<Int>
    var entries: [Int]
  }

  let gazetteer: Gazetteer
  let language: LanguageData
  private let orgBefore: WordList
  private let orgAfter: WordList
  private let loose: WordList
  private let finite: WordList
  private let affiliation: WordList
  private let softwareBefore: WordList
  private let softwareAfter: WordList
  private let placeBefore: WordList
  private let roles: WordList
  private let generic: WordList
  private let and: WordList

  init(_ gazetteer: Gazetteer, _ language: LanguageData) {
    self.gazetteer = gazetteer
    self.language = language
    orgBefore = language.list("organization-before")
    orgAfter = language.list("organization-after")
    affiliation = language.list("affiliation")
    finite = language.list("finite-verb")
    loose = language.list("organization-before-loose")
    softwareBefore = language.list("software-before")
    softwareAfter = language.list("software-after")
    placeBefore = language.list("place-before")
    roles = language.list("role-head")
    generic = language.list("generic-term")
    and = language.list("and")
  }

  /// Names at a token whose spelling fits, shortest first.
  func candidates(_ annotated: AnnotatedText, _ start: Int) -> [Candidate] {
    let tokens = annotated.tokens
    return gazetteer.trie.matches(tokens, start).compactMap { match in
      let range = start..<(start + match.length)
      let fitting = zip(match.entries, match.surfaces).filter { entry, surface in
        spelled(annotated, range, surface, gazetteer.entries[entry])
      }.map(\.0)
      return fitting.isEmpty ? nil : Candidate(tokens: range, entries: fitting)
    }
  }

  /// Acronyms need their capitals; a name that is a common word needs its capital; others may be written in lower case
  /// (`kubernetes`).
  private func spelled(_ annotated: AnnotatedText, _ range: Range<Int>, _ surface: String, _ entry: GazetteerEntry)
    -> Bool
  {
    let written = annotated.string(range)
    if written == surface { return !(range.count == 1 && surface.count == 1) }
    let letters = surface.filter(\.isLetter)
    guard letters.count > 1 else { return false }
    let isAcronym = !letters.contains { $0.isLowercase } && letters.count <= 6
    if isAcronym { return written.uppercased() == surface && written.first?.isUppercase == true && written.count > 2 }
    let first = annotated.tokens[range.lowerBound]
    if first.isCapital || first.shape.contains(.mixed) { return true }
    guard entry.kind == .project || entry.kind == .product, !entry.isCommon else { return false }
    return range.count == 1 && !language.isOrdinary(first.folded) && first.folded.count > 3
  }

  /// The entry that is meant, with the rule and how sure it is; nil when the words are no name here.
  ///
  /// - Parameter persons: Where the names of persons end.
  func choose(
    _ annotated: AnnotatedText, _ candidate: Candidate, frequent: Set<String>, persons: Set<Int>, inTitle: Bool
  ) -> Mention? {
    let tokens = annotated.tokens
    let first = tokens[candidate.tokens.lowerBound]
    let sentence = first.sentence
    let previous =
      candidate.tokens.lowerBound > 0 && tokens[candidate.tokens.lowerBound - 1].sentence == sentence
      ? candidate.tokens.lowerBound - 1 : nil
    let next =
      candidate.tokens.upperBound < tokens.count && tokens[candidate.tokens.upperBound].sentence == sentence
      ? candidate.tokens.upperBound : nil
    var best: (score: Double, entry: Int)?
    for index in candidate.entries {
      let entry = gazetteer.entries[index]
      var score = prior(entry)
      switch entry.kind {
      case .organization:
        if let previous, orgBefore.contains(tokens[previous].folded) {
          // `from A to B`, `with A`: said of software as well as of firms.
          let isLoose =
            candidate.entries.contains {
              gazetteer.entries[$0].kind == .project || gazetteer.entries[$0].kind == .product
            }
            && (loose.contains(tokens[previous].folded) || next.map { tokens[$0].folded == "to" } ?? false)
          score += isLoose ? 0 : 2
        }
        if isBehindPerson(tokens, previous, next, persons) { score += 2 }
        if let next, orgAfter.match(tokens, next) > 0 { score += 2 }
        // `Buoyant CTO Ada Example`
        if let next, tokens[next].isCapital, roles.contains(tokens[next].folded) { score += 2 }
      case .project, .product:
        if let previous, softwareBefore.contains(tokens[previous].folded) { score += 1.5 }
        if let next, softwareAfter.match(tokens, next) > 0 { score += 2 }
        if let next, tokens[next].shape.contains(.digit) { score += 1.5 }
      case .place:
        if let previous, placeBefore.contains(tokens[previous].folded) { score += 1.5 }
        if let next, isListed(annotated, next) {
          score += 2
        } else if let previous, isLast(annotated, previous) {
          score += 2
        }
        if let next, orgAfter.match(tokens, next) > 0 { score -= 1 }
      case .event: score += 1
      }
      for link in annotated.links(at: candidate.tokens.lowerBound) where linked(link.absolute, entry) { score += 3 }
      if entry.kind == .place || entry.isCommon, isInsideName(annotated, candidate.tokens) { score -= 2 }
      if entry.kind == .organization, candidate.tokens.count == 1, first.shape.contains(.allCaps), let previous,
        tokens[previous].isCapital, !tokens[previous].shape.contains(.sentenceStart),
        !language.isOrdinary(tokens[previous].folded),
        candidates(annotated, previous).isEmpty
      {
        score -= 3
      }
      if candidate.tokens.count == 1, entry.kind != .organization, roles.contains(first.folded) { score -= 3 }
      let isSingleOrdinary = candidate.tokens.count == 1 && (entry.isCommon || language.isOrdinary(first.folded))
      if isSingleOrdinary {
        score -= 1.5
        if first.shape.contains(.sentenceStart) || inTitle { score -= 1 }
        // `Flux is`: a count noun would have an article.
        if first.shape.contains(.sentenceStart), !inTitle, let next, finite.contains(tokens[next].folded) {
          score += 1.5
        }
        if frequent.contains(first.folded) { score += 2 }
        // A capital that nothing but its being a name explains.
        if first.isCapital, entry.kind != .place, !first.shape.contains(.sentenceStart), !inTitle,
          !isInsideName(annotated, candidate.tokens)
        {
          score += 1
        }
      }
      if best.map({ score > $0.score }) ?? true { best = (score, index) }
    }
    guard let best, best.score >= 0.5 else { return nil }
    // A term of the field that is also a product's name (`serverless`) names it with more behind it than its letters.
    if candidate.tokens.count == 1, generic.contains(first.folded), best.score < 4 { return nil }
    let entry = gazetteer.entries[best.entry]
    let kind: Mention.Kind =
      switch entry.kind {
      case .organization: .organization
      case .project: .project
      case .product: .product
      case .place: .place
      case .event: .event
      }
    return Mention(
      kind, candidate.tokens, name: annotated.string(candidate.tokens), entry: best.entry,
      alternatives: candidate.entries.filter { $0 != best.entry }, rule: "gazetteer",
      confidence: min(0.99, 0.8 + best.score / 20))
  }

  /// `Detroit, October 24–28`, `Gand, Bruxelles et Liège`: before a day, or before another place, in a list.
  private func isListed(_ annotated: AnnotatedText, _ next: Int) -> Bool {
    let tokens = annotated.tokens
    guard [",", "–", "—", ":", "("].contains(tokens[next].folded) else { return false }
    let reach = (next + 1)..<min(next + 4, tokens.count)
    if reach.contains(where: { annotated.date(covering: $0).map { !$0.isVague } ?? false }) { return true }
    guard tokens[next].folded == ",", next + 1 < tokens.count, tokens[next + 1].isCapital,
      let entry = gazetteer.trie.matches(tokens, next + 1).last?.entries.first.map({ gazetteer.entries[$0] })
    else { return false }
    return entry.kind == .place && !entry.isCommon && (Int(entry["population"] ?? "") ?? 0) > 100_000
  }

  /// `…, Liège and Ghent`: behind another place of a list.
  private func isLast(_ annotated: AnnotatedText, _ previous: Int) -> Bool {
    let tokens = annotated.tokens
    guard tokens[previous].folded == "," || and.contains(tokens[previous].folded), previous > 0,
      tokens[previous - 1].isCapital, tokens[previous - 1].sentence == tokens[previous].sentence,
      let match = gazetteer.trie.matches(tokens, previous - 1).first, match.length == 1, let first = match.entries.first
    else { return false }
    let entry = gazetteer.entries[first]
    return entry.kind == .place && !entry.isCommon && (Int(entry["population"] ?? "") ?? 0) > 100_000
  }

  /// `Ada Example (Sysdig)`, `Ada Example, Sysdig;`
  private func isBehindPerson(_ tokens: [Token], _ previous: Int?, _ next: Int?, _ persons: Set<Int>) -> Bool {
    guard let previous, persons.contains(previous) else { return false }
    if tokens[previous].folded == "(" { return next.map { [")", ","].contains(tokens[$0].folded) } ?? false }
    guard tokens[previous].folded == "," else { return affiliation.contains(tokens[previous].folded) }
    return next.map { [")", ";", "&", "|", "."].contains(tokens[$0].folded) } ?? true
  }

  /// A capitalised word right beside it, inside the sentence, makes it part of a longer name.
  private func isInsideName(_ annotated: AnnotatedText, _ range: Range<Int>) -> Bool {
    let tokens = annotated.tokens
    if range.lowerBound > 0 {
      let left = tokens[range.lowerBound - 1]
      if left.isCapital, left.sentence == tokens[range.lowerBound].sentence, !left.shape.contains(.sentenceStart) {
        return true
      }
    }
    if range.upperBound < tokens.count {
      let right = tokens[range.upperBound]
      if right.isCapital, !right.shape.contains(.allCaps), right.sentence == tokens[range.lowerBound].sentence {
        return true
      }
    }
    return false
  }

  private func prior(_ entry: GazetteerEntry) -> Double {
    switch entry.kind {
    case .project: return entry["maturity"] == nil ? 1.6 : 2.2
    case .product: return 1.6
    case .organization: return 1.55
    case .event: return 2
    case .place:
      let population = Double(entry["population"] ?? "") ?? 0
      if entry["kind"] == "administrativeArea" { return 1.45 }
      return entry["kind"] == "country" ? 2.5 : population > 1_000_000 ? 2 : population > 100_000 ? 1.45 : 1.2
    }
  }

  /// The link goes to the entry's own pages.
  private func linked(_ url: String, _ entry: GazetteerEntry) -> Bool {
    func bare(_ url: String) -> Substring {
      var rest = url[...]
      for prefix in ["https://", "http://", "www."] where rest.hasPrefix(prefix) { rest = rest.dropFirst(prefix.count) }
      while rest.hasSuffix("/") { rest = rest.dropLast() }
      return rest
    }
    let target = bare(url)
    for column in ["homepage", "repository"] {
      guard let page = entry[column] else { continue }
      let own = bare(page)
      if own.isEmpty { continue }
      if target == own || target.hasPrefix(own + "/") { return true }
    }
    return false
  }
}
