import Mentions

/// Whether a word that may be a verb of use is one: `the use of P`, `users running P` and `O plans to adopt P` state nothing.
struct UseGrammar {
  enum Form {
    /// `uses`, `adopted`, `started using`.
    case finite
    /// `use`, `support`: a noun as often as a verb.
    case base
    /// `using`.
    case gerund
    /// `built on`, `powered by`: hangs on a noun.
    case participle
  }

  private let base: WordList
  private let gerund: WordList
  private let participle: WordList
  private let adverbs: WordList
  private let modals: WordList
  private let governors: WordList
  private let to: WordList
  private let the: WordList
  private let we: WordList
  private let they: WordList
  private let users: WordList
  private let be: WordList
  private let relative: WordList

  init(_ language: LanguageData) {
    base = language.list("use-base")
    gerund = language.list("use-gerund")
    participle = language.list("use-participle")
    adverbs = language.list("adverb")
    modals = language.list("modal")
    governors = language.list("use-governor")
    to = language.list("infinitive")
    the = language.list("the")
    we = language.list("we")
    they = language.list("pronoun-thing")
    users = language.list("user-noun")
    be = language.list("be")
    relative = language.list("relative")
  }

  func form(_ tokens: [Token], _ verb: Range<Int>) -> Form {
    if participle.match(tokens, verb.lowerBound) >= verb.count { return .participle }
    if gerund.contains(tokens[verb.lowerBound].folded) { return .gerund }
    return base.contains(tokens[verb.lowerBound].folded) ? .base : .finite
  }

  /// `moved to`: behind a form of `be` it is said of what is moved.
  func isDirection(_ token: Token) -> Bool { to.contains(token.folded) }

  /// What stands between a subject, or a pronoun that is the object, and the verb: adverbs and forms of `be` and `have`.
  func isAuxiliary(_ token: Token) -> Bool {
    adverbs.contains(token.folded) || be.contains(token.folded) || modals.contains(token.folded)
  }

  /// The word before the verb that is neither adverb nor auxiliary; nil when the sentence begins there.
  func wordBefore(_ tokens: [Token], _ verb: Int, _ sentence: Range<Int>) -> Int? {
    var at = verb - 1
    while at >= sentence.lowerBound, adverbs.contains(tokens[at].folded) || be.contains(tokens[at].folded) { at -= 1 }
    return at >= sentence.lowerBound ? at : nil
  }

  /// Where the words end in which the subject is looked for: at the governor of an infinitive (`decided to use`), else at the verb.
  func anchor(_ tokens: [Token], _ verb: Range<Int>, _ sentence: Range<Int>) -> Int {
    guard form(tokens, verb) == .base, verb.lowerBound > sentence.lowerBound,
      to.contains(tokens[verb.lowerBound - 1].folded)
    else { return verb.lowerBound }
    let near = max(sentence.lowerBound, verb.lowerBound - 4)..<(verb.lowerBound - 1)
    return near.last { governors.contains(tokens[$0].folded) } ?? verb.lowerBound
  }

  /// `isPlural` says that several things joined by `and` stand before the verb, `isFirm` that an organization stands right before it.
  func isVerb(
    _ tokens: [Token], _ verb: Range<Int>, _ sentence: Range<Int>, isPlural: Bool, isFirm: Bool
  ) -> Bool {
    guard let before = wordBefore(tokens, verb.lowerBound, sentence) else { return false }
    let word = tokens[before].folded
    switch form(tokens, verb) {
    case .finite, .participle: return !the.contains(word)
    case .gerund:
      return verb.lowerBound > before + 1
        && (before + 1..<verb.lowerBound).contains { be.contains(tokens[$0].folded) } || isFirm
    case .base:
      if modals.contains(word) || we.contains(word) || they.contains(word) || relative.contains(word) { return true }
      if to.contains(word) {
        return (max(sentence.lowerBound, before - 3)..<before).contains { governors.contains(tokens[$0].folded) }
      }
      if the.contains(word) { return false }
      if isPlural { return true }
      // `X's metrics support Y`: a plural noun, as far as spelling shows.
      return word.hasSuffix("s") && !tokens[before].isCapital && word.count > 3 && !users.contains(word)
    }
  }
}
