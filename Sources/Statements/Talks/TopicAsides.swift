import Mentions
import Posts

/// Software that a sentence about a talk names by the way: whose maintainer speaks, what was replaced, what there was no need of.
struct TopicAsides {
  private let we: WordList
  private let our: WordList
  private let first: WordList
  private let negation: WordList
  private let hypothetical: WordList
  private let behind: WordList
  private let before: WordList
  private let roles: WordList
  private let relative: WordList

  init(_ language: LanguageData) {
    we = language.list("we")
    our = language.list("our")
    first = language.list("first-person")
    negation = language.list("negation")
    hypothetical = language.list("hypothetical")
    behind = language.list("aside-behind")
    before = language.list("topic-not-before")
    roles = language.list("role-head")
    relative = language.list("relative")
  }

  /// The sentence tells of the writer: `We run X too`.
  func isOurs(_ tokens: [Token], _ sentence: Range<Int>) -> Bool {
    sentence.contains {
      let word = tokens[$0].folded
      return we.contains(word) || our.contains(word) || first.contains(word)
    }
  }

  func isAside(_ draft: Draft, _ mention: Int, in sentence: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    let own = draft.annotated.mentions[mention].tokens
    let lead = max(sentence.lowerBound, own.lowerBound - 6)..<own.lowerBound
    let tail = own.upperBound..<min(own.upperBound + 4, sentence.upperBound)
    // What somebody said is not what the talk was on.
    if draft.annotated.quotations(startingIn: draft.annotated.range(sentence)).contains(where: {
      $0.range.contains(tokens[own.lowerBound].range.lowerBound)
    }) {
      return true
    }
    // A comma or `and` ends what a negation reaches.
    let clause = (lead.last { !tokens[$0].isWord }.map { $0 + 1 } ?? lead.lowerBound)..<lead.upperBound
    let rest = tail.lowerBound..<(tail.first { !tokens[$0].isWord } ?? tail.upperBound)
    if draft.isDenied(negation, in: clause) || draft.isDenied(negation, in: rest) { return true }
    if lead.contains(where: { hypothetical.match(tokens, $0) > 0 }) { return true }
    if let next = tail.first, behind.match(tokens, next) > 0 || roles.match(tokens, next) > 0 { return true }
    for at in lead {
      let length = before.match(tokens, at)
      if length > 0, at + length == own.lowerBound { return true }
    }
    // `consultant X`, `maintainer of X`, `X, which Y released`
    guard let last = lead.last else { return false }
    if roles.contains(tokens[last].folded) { return true }
    if relative.contains(tokens[last].folded), lead.count > 1,
      tokens[last - 1].folded == "," || draft.annotated.mention(covering: last - 1) != nil
    {
      return true
    }
    return lead.count > 1 && roles.contains(tokens[last - 1].folded) && tokens[last].isWord
  }
}
