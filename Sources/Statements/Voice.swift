import Entities
import Mentions
import Posts

/// In whose name a post speaks, and whose story it tells.
struct Voice {
  /// The organization that `we` and `our` mean; nil when the post does not say.
  private(set) var home: EntityID?
  /// The organization that a post of somebody else's tells of.
  private(set) var subject: EntityID?

  init(_ draft: inout Draft, author: EntityID?) {
    let organizations = OrganizationReader(draft.language)
    if author?.type == .organization {
      home = author
    } else if let name = Self.said(draft, organizations) {
      home = organizations.resolve(&draft, name.name)
      if let home, let author, author.type == .person {
        draft.state(.entity(author), .worksFor, .entity(home), tokens: name.words, rule: "author-voice", 0.85)
      }
    }
    subject = draft.teller(author: author) ?? Self.opening(draft)
    if subject == nil { subject = home }
  }

  /// `at Quillmark, we`, `we at Quillmark`, `chez Quillmark, nous`.
  private static func said(_ draft: Draft, _ organizations: OrganizationReader) -> (
    name: Range<Int>, words: Range<Int>
  )? {
    let tokens = draft.annotated.tokens
    let at = draft.language.list("home-at")
    let we = draft.language.list("home-we")
    for sentence in draft.annotated.sentences where !sentence.isEmpty {
      if case .frontMatter = draft.annotated.block(of: sentence.lowerBound).kind { continue }
      for index in sentence where at.match(tokens, index) > 0 {
        if draft.annotated.quotations(startingIn: draft.annotated.range(sentence)).contains(where: {
          $0.range.contains(tokens[index].range.lowerBound)
        }) {
          continue
        }
        guard let name = organizations.read(draft, index + at.match(tokens, index), sentence.upperBound) else {
          continue
        }
        if index > sentence.lowerBound, we.contains(tokens[index - 1].folded) {
          return (name.name, (index - 1)..<name.end)
        }
        // The start of the clause, and the pronoun behind its comma.
        let opens = index == sentence.lowerBound || [",", ":", ";", "–", "—"].contains(tokens[index - 1].folded)
        let next = name.end
        if opens, next < sentence.upperBound, case let pronoun = tokens[next].folded == "," ? next + 1 : next,
          pronoun < sentence.upperBound, we.contains(tokens[pronoun].folded)
        {
          return (name.name, index..<(pronoun + 1))
        }
      }
    }
    return nil
  }

  /// The organization that the text begins with and names again and again.
  private static func opening(_ draft: Draft) -> EntityID? {
    for sentence in draft.annotated.sentences where !sentence.isEmpty {
      switch draft.annotated.block(of: sentence.lowerBound).kind {
      case .frontMatter, .heading, .caption: continue
      default: break
      }
      guard
        let first = draft.mentions(in: sentence, [.organization, .name, .person, .project]).first,
        draft.annotated.mentions[first].tokens.lowerBound - sentence.lowerBound <= 3, let id = draft.ofMention[first],
        id.type == .organization, (draft.entities[id]?.mentions.count ?? 0) >= 2
      else { return nil }
      return id
    }
    return nil
  }
}
