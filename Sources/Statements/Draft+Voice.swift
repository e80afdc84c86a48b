import Entities
import Mentions
import Posts

extension Draft {
  /// Who says `I`: in an interview the person that its title names, otherwise the person who signs.
  var firstPerson: EntityID? {
    guard isInterview else { return postAuthor }
    guard let title = post.text.blocks.first(where: { $0.kind == .frontMatter(key: "title") })?.range else {
      return nil
    }
    var named: [EntityID] = []
    for mention in mentions(in: annotated.tokens(in: title), [.person]) {
      if let id = ofMention[mention], !named.contains(id) { named.append(id) }
    }
    return named.count == 1 ? named[0] : nil
  }

  /// It calls itself a podcast, an interview or the like: what is said there is no talk.
  var isConversation: Bool {
    let words = language.list("genre-of-conversation")
    return annotated.sentences.prefix(3).contains { contains(words, in: $0) != nil }
  }

  /// It calls itself so, or two questions or more stand on their own or in bold.
  private var isInterview: Bool {
    if isConversation { return true }
    let bytes = annotated.text.utf8
    var questions = 0
    for block in annotated.text.blocks where !block.range.isEmpty {
      switch block.kind {
      case .term: if bytes[block.range.upperBound - 1] == UInt8(ascii: "?") { questions += 1 }
      case .paragraph:
        let strong = annotated.spans(startingIn: block.range).first { $0.kind == .strong }
        if let strong, strong.range.lowerBound == block.range.lowerBound, !strong.range.isEmpty,
          bytes[strong.range.upperBound - 1] == UInt8(ascii: "?")
        {
          questions += 1
        }
      default: break
      }
    }
    return questions >= 2
  }
}
