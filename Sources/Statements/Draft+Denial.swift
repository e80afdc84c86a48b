import Entities
import Mentions

extension Draft {
  /// The first event that some bytes of the text name.
  func event(in bytes: Range<Int>) -> EntityID? {
    mentions(in: annotated.tokens(in: bytes), [.event]).lazy.compactMap { ofMention[$0] }.first
  }

  /// A word of negation stands in the tokens; a name's own (`N’Diaye`) is none.
  func isDenied(_ negation: WordList, in tokens: Range<Int>) -> Bool {
    tokens.contains { negation.match(annotated.tokens, $0) > 0 && annotated.mention(covering: $0) == nil }
  }
}
