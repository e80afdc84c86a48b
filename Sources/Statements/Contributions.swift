import Entities
import Mentions
import Posts

/// What persons did for the project whose own post this is: `Ada rewrote the scheduler`, `Bo, from Quillmark, added an output`.
struct Contributions {
  private let verbs: WordList
  private let whole: WordList
  private let objects: WordList
  private let ownPost: WordList
  private let negation: WordList
  private let direct: WordList
  private let by: WordList
  private let participles: WordList
  private let our: WordList
  private let makers: WordList
  private static let longestRemark = 16
  private static let farthestObject = 9

  init(_ language: LanguageData) {
    verbs = language.list("contribution-verb")
    whole = language.list("contribution-verb-whole")
    objects = language.list("contribution-object")
    ownPost = language.list("project-post")
    negation = language.list("negation")
    direct = language.list("employer-direct")
    by = language.list("by")
    participles = language.list("contribution-participle")
    our = language.list("our-own")
    makers = language.list("project-people")
  }

  func find(_ draft: inout Draft, project: EntityID?) {
    guard let main = project, isOwn(draft, main) else { return }
    var project = main
    for sentence in draft.annotated.sentences where !sentence.isEmpty {
      switch draft.annotated.block(of: sentence.lowerBound).kind {
      case .heading:
        project = draft.project(ofHeading: sentence) ?? main
        continue
      case .frontMatter, .caption, .tableCell: continue
      default: break
      }
      guard draft.contains(negation, in: sentence) == nil else { continue }
      let people = draft.mentions(in: sentence, [.person])
      for (number, person) in people.enumerated() {
        let end = draft.annotated.mentions[person].tokens.upperBound
        let limit =
          number + 1 < people.count
          ? draft.annotated.mentions[people[number + 1]].tokens.lowerBound : sentence.upperBound
        let start = draft.annotated.mentions[person].tokens.lowerBound
        guard let id = draft.ofMention[person] else { continue }
        let range: Range<Int>
        if let done = done(draft, end, limit, project) {
          range = start..<done
        } else if let low = passive(draft, start, sentence.lowerBound, project) {
          range = low..<end
        } else {
          continue
        }
        draft.state(.entity(id), .contributesTo, .entity(project), tokens: range, rule: "contribution", 0.84)
      }
    }
  }

  /// The title names the project and says that the post is news of it.
  private func isOwn(_ draft: Draft, _ project: EntityID) -> Bool {
    guard let title = draft.post.text.blocks.first(where: { $0.kind == .frontMatter(key: "title") })?.range,
      draft.entities[project]?.mentions.contains(where: { $0.overlaps(title) }) == true
    else { return false }
    let words = draft.annotated.tokens(in: title)
    if words.contains(where: { draft.annotated.tokens[$0].shape.contains(.digit) })
      || draft.contains(ownPost, in: words) != nil
    {
      return true
    }
    // `our maintainers`, `our most prolific reviewer`
    let tokens = draft.annotated.tokens
    return tokens.indices.dropLast(4).contains { index in
      our.match(tokens, index) > 0 && (index + 1...index + 4).contains { makers.match(tokens, $0) > 0 }
    }
  }

  /// Behind a person, or behind the remark after the person: a verb and what it was done to. Answers where that ends.
  private func done(_ draft: Draft, _ start: Int, _ limit: Int, _ project: EntityID) -> Int? {
    let tokens = draft.annotated.tokens
    guard start < limit else { return nil }
    var at = start
    if [",", "("].contains(tokens[at].folded) {
      // `, aka @ada, from Quillmark,`, `(Quillmark)`
      let closers: Set<String> = tokens[at].folded == "(" ? [")"] : [","]
      guard
        let last = (at + 1..<min(at + Self.longestRemark, limit)).last(where: { index in
          closers.contains(tokens[index].folded) && index + 1 < limit && verb(tokens, index + 1) > 0
        })
      else { return nil }
      at = last + 1
    }
    if direct.match(tokens, at) > 0 {
      // `Ada of Quillmark wrote`
      let name = at + direct.match(tokens, at)
      guard name < limit, let mention = draft.annotated.mention(at: name) else { return nil }
      at = draft.annotated.mentions[mention].tokens.upperBound
      guard at < limit else { return nil }
    }
    let length = verb(tokens, at)
    guard length > 0, at + length < limit, !draft.annotated.isQuoted(at) else { return nil }
    if whole.match(tokens, at) > 0 { return at + whole.match(tokens, at) }
    for index in (at + length)..<min(at + length + Self.farthestObject, limit) {
      if [".", ";", ":", "(", "–", "—"].contains(tokens[index].folded) { return nil }
      if let mention = draft.annotated.mention(at: index), draft.annotated.mentions[mention].isSoftware {
        if draft.ofMention[mention] == project { return draft.annotated.mentions[mention].tokens.upperBound }
      }
      let object = objects.match(tokens, index)
      if object > 0 { return index + object }
    }
    return nil
  }

  /// `The work was contributed by Ada`: what was done, a participle and `by` before the person. Answers where that begins.
  private func passive(_ draft: Draft, _ start: Int, _ low: Int, _ project: EntityID) -> Int? {
    let tokens = draft.annotated.tokens
    guard start - 2 >= low, by.match(tokens, start - 1) == 1, participles.match(tokens, start - 2) == 1,
      !draft.annotated.isQuoted(start - 1)
    else { return nil }
    let from = max(low, start - 12)
    let others = draft.mentions(in: from..<start, [.project, .product, .organization]).compactMap {
      draft.ofMention[$0]
    }
    guard others.allSatisfy({ $0 == project }) else { return nil }
    return (from..<(start - 2)).first { objects.match(tokens, $0) > 0 }
  }

  private func verb(_ tokens: [Token], _ at: Int) -> Int { max(verbs.match(tokens, at), whole.match(tokens, at)) }
}
