import Entities
import Mentions

extension Draft {
  /// The first event that some bytes of the text name.
  func event(in bytes: Range<Int>) -> EntityID? {
    mentions(in: annotated.tokens(in: bytes), [.event]).lazy.compactMap { ofMention[$0] }.first
  }

  /// A word of negation stands in the tokens; a name's own (`N’Diaye`) is none, and neither is what is not to be missed.
  func isDenied(_ negation: WordList, in tokens: Range<Int>) -> Bool {
    let missing = language.list("miss-word")
    return tokens.contains { index in
      guard negation.match(annotated.tokens, index) > 0, annotated.mention(covering: index) == nil else { return false }
      let end = annotated.sentences[annotated.tokens[index].sentence].upperBound
      return !(index + 1..<max(index + 1, min(index + 4, end))).contains {
        missing.contains(annotated.tokens[$0].folded)
      }
    }
  }
}
