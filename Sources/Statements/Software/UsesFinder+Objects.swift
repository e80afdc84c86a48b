import Entities
import Mentions

extension UsesFinder {
  /// The mention that a pronoun beside the verb means: `uses it`, `l'utilise`.
  func referent(_ draft: Draft, _ sentence: Range<Int>, _ verb: Range<Int>) -> Int? {
    let tokens = draft.annotated.tokens
    let isBehind =
      verb.upperBound < sentence.upperBound && its.contains(tokens[verb.upperBound].folded)
      && taking.match(tokens, verb.lowerBound) > 0
    let isBefore =
      verb.lowerBound > sentence.lowerBound
      && (max(sentence.lowerBound, verb.lowerBound - 3)..<verb.lowerBound).contains {
        clitics.contains(tokens[$0].folded)
          && ($0 + 1..<verb.lowerBound).allSatisfy { grammar.isAuxiliary(tokens[$0]) }
      }
    // `s'en sert`: the phrase holds its object.
    let isInside = verb.contains { clitics.match(tokens, $0) > 1 }
    guard isBehind || isBefore || isInside else { return nil }
    return software(draft, sentence, before: verb.lowerBound)
  }

  /// `P, which we use for`: what the relative pronoun before the subject stands for.
  func relativeObject(_ draft: Draft, _ sentence: Range<Int>, _ verb: Int) -> Int? {
    let tokens = draft.annotated.tokens
    let low = max(sentence.lowerBound, verb - 5)
    guard let pronoun = (low..<verb).last(where: { objectRelative.contains(tokens[$0].folded) }),
      pronoun > sentence.lowerBound, verb - pronoun >= 2
    else { return nil }
    var at = pronoun - 1
    if tokens[at].folded == ",", at > sentence.lowerBound { at -= 1 }
    guard let mention = draft.annotated.mention(covering: at), draft.annotated.mentions[mention].isSoftware else {
      return nil
    }
    return mention
  }

  /// The software that a pronoun before a token means, as an entity.
  func thing(_ draft: Draft, _ sentence: Range<Int>, _ at: Int) -> EntityID? {
    software(draft, sentence, before: at).flatMap { draft.ofMention[$0] }
  }

  /// What the text spoke of last: earlier in the sentence, else what the sentence before began with, else the post's project.
  func software(_ draft: Draft, _ sentence: Range<Int>, before at: Int) -> Int? {
    let tokens = draft.annotated.tokens
    func isSource(_ mention: Int) -> Bool {
      let low = draft.annotated.mentions[mention].tokens.lowerBound
      return low > sentence.lowerBound && sources.contains(tokens[low - 1].folded)
    }
    let kinds: Set<Mention.Kind> = [.project, .product]
    let clause =
      ((sentence.lowerBound..<at).last { [";", ":", "–", "—"].contains(tokens[$0].folded) } ?? sentence.lowerBound - 1)
      + 1
    if let near = draft.mentions(in: clause..<at, kinds).last, !isSource(near) { return near }
    // Behind a semicolon the post's project goes on being meant.
    if clause > sentence.lowerBound, let theme = scene.theme, let known = last(draft, theme, at) { return known }
    let number = tokens[sentence.lowerBound].sentence
    if number > 0, case let previous = draft.annotated.sentences[number - 1], !previous.isEmpty,
      tokens[previous.lowerBound].block == tokens[sentence.lowerBound].block,
      case let before = draft.mentions(in: previous, kinds), let first = before.first
    {
      // Of several nobody knows which is meant.
      return Set(before.map { draft.ofMention[$0] }).count == 1 ? first : nil
    }
    return scene.theme.flatMap { last(draft, $0, at) }
  }

  private func last(_ draft: Draft, _ id: EntityID, _ at: Int) -> Int? {
    draft.annotated.mentions.indices.last {
      draft.ofMention[$0] == id && draft.annotated.mentions[$0].tokens.upperBound <= at
    }
  }
}
