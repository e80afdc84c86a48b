import Entities
import Mentions

extension UsesFinder {
  /// The nearest candidate within reach before the verb, and those joined to it.
  func subjects(_ draft: Draft, _ sentence: Range<Int>, _ verb: Int, isParticiple: Bool = false) -> [Int] {
    let tokens = draft.annotated.tokens
    let candidates = draft.mentions(in: sentence.lowerBound..<verb, [.organization, .project, .product, .name])
      // A name may hold the verb's word itself.
      .filter { draft.annotated.mentions[$0].tokens.upperBound <= verb }
    guard let last = candidates.last else { return [] }
    var nearest = last
    var from = draft.annotated.mentions[nearest].tokens.upperBound
    var reach = verb
    if let opened = beforeApposition(draft, candidates, sentence, verb) {
      nearest = opened
      from = verb
      reach = verb
    }
    guard from > max(sentence.lowerBound, verb - Self.subjectReach) else { return [] }
    let between = from..<reach
    // A person, or another clause, between the candidate and the verb is the subject.
    if !draft.mentions(in: between, [.person, .place, .event]).isEmpty { return [] }
    for index in between {
      let word = tokens[index].folded
      if [",", ";", ":", "(", ".", "–", "—"].contains(word), index != between.lowerBound { return [] }
      if stops.contains(word), !relative.contains(word) { return [] }
      if we.contains(word) || others.contains(word) || users.contains(word) { return [] }
    }
    if draft.annotated.mentions[nearest].kind == .name, !mayBeCompany(draft, nearest) || isTail(draft, nearest) {
      return []
    }
    // `on our X backed by P`: what a participle stands right behind has it.
    let isHeld =
      isParticiple && draft.annotated.mentions[nearest].tokens.upperBound == verb
      && draft.annotated.mentions[nearest].isSoftware
    // `thanks to A, which runs P`: what stands before the relative pronoun acts, whatever it hangs on.
    let isAntecedent = between.contains { relative.contains(tokens[$0].folded) }
    if !isHeld, !isAntecedent, hangsOnAnother(draft, nearest, sentence) { return [] }
    return joined(draft, candidates, to: nearest)
  }

  /// How far before the verb its subject may end.
  static let subjectReach = 10
  static let longestApposition = 14

  /// `X, …, uses`: what stands before the commas.
  private func beforeApposition(_ draft: Draft, _ candidates: [Int], _ sentence: Range<Int>, _ verb: Int) -> Int? {
    let tokens = draft.annotated.tokens
    guard let closing = grammar.wordBefore(tokens, verb, sentence), tokens[closing].folded == "," else { return nil }
    for candidate in candidates.reversed() {
      let end = draft.annotated.mentions[candidate].tokens.upperBound
      if closing - end > Self.longestApposition { return nil }
      if end < closing, tokens[end].folded == ",",
        !(end + 1..<closing).contains(where: { tokens[$0].folded == "," || and.contains(tokens[$0].folded) })
      {
        return candidate
      }
    }
    return nil
  }

  /// `users of X`, `on X`: X is not who acts. `the new version of X` and `the team at X` are.
  private func hangsOnAnother(_ draft: Draft, _ mention: Int, _ sentence: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    var at = draft.annotated.mentions[mention].tokens.lowerBound - 1
    while at >= sentence.lowerBound, the.contains(tokens[at].folded) { at -= 1 }
    guard at >= sentence.lowerBound, prepositions.contains(tokens[at].folded) else { return false }
    guard at > sentence.lowerBound else { return true }
    return !(max(sentence.lowerBound, at - 3)..<at).contains { wholes.contains(tokens[$0].folded) }
  }

  /// `Acme Sécurité`: right behind a firm's name, the rest of it.
  private func isTail(_ draft: Draft, _ name: Int) -> Bool {
    let low = draft.annotated.mentions[name].tokens.lowerBound
    guard low > 0, let before = draft.annotated.mention(covering: low - 1) else { return false }
    return draft.annotated.mentions[before].kind == .organization
      && draft.annotated.tokens[low - 1].sentence == draft.annotated.tokens[low].sentence
  }

  private func joined(_ draft: Draft, _ candidates: [Int], to nearest: Int) -> [Int] {
    let tokens = draft.annotated.tokens
    var found = [nearest]
    for candidate in candidates.reversed() where candidate < nearest {
      guard let first = found.first else { break }
      let gap =
        draft.annotated.mentions[candidate].tokens
        .upperBound..<max(
          draft.annotated.mentions[candidate].tokens.upperBound, draft.annotated.mentions[first].tokens.lowerBound)
      guard gap.count <= 2, !gap.isEmpty,
        gap.allSatisfy({ tokens[$0].folded == "," || and.contains(tokens[$0].folded) })
      else { break }
      found.insert(candidate, at: 0)
    }
    return found
  }

  /// `Steve and his team at O built a platform based on P`: who built it uses P.
  func makers(_ draft: Draft, _ sentence: Range<Int>, _ participle: Int) -> [Int] {
    let tokens = draft.annotated.tokens
    let low = max(sentence.lowerBound, participle - 16)
    guard let made = (low..<max(low, participle)).last(where: { creation.contains(tokens[$0].folded) }) else {
      return []
    }
    return subjects(draft, sentence, made).filter {
      draft.annotated.mentions[$0].kind != .name || mayBeCompany(draft, $0)
    }
  }

  /// A name that nothing is known of may be a company's: not an acronym, not an ordinary word, not a month or the like.
  func mayBeCompany(_ draft: Draft, _ mention: Int) -> Bool {
    let words = draft.annotated.mentions[mention].tokens.map { draft.annotated.tokens[$0] }
    return words.contains { word in
      !draft.language.isOrdinary(word.folded) && !generic.contains(word.folded) && !word.shape.contains(.allCaps)
        && word.folded.count > 3 && !word.folded.contains("-") && !word.folded.contains(".")
        && !(word.folded.hasSuffix("s") && word.shape.contains(.mixed) && word.folded.count < 6)
        && draft.language.list("month").value(word.folded) == nil
    } && words.allSatisfy { !$0.shape.contains(.digit) }
  }
}
