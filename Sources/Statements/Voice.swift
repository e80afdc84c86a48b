import Entities
import Mentions
import Posts

/// In whose name a post speaks, and whose story it tells.
struct Voice {
  /// The organization that `we` and `our` mean; nil when the post does not say.
  private(set) var home: EntityID?
  /// The organization that a post of somebody else's tells of.
  private var subject: EntityID?
  /// The unknown name that the text begins with and repeats: an organization once somebody works there.
  private var openingName: Int?
  /// Whether the organization signs the post.
  let signs: Bool

  init(_ draft: inout Draft, author: EntityID?) {
    let organizations = OrganizationReader(draft.language)
    signs = author?.type == .organization
    if signs {
      home = author
    } else if let name = Self.said(draft, organizations) ?? Self.opened(draft, organizations)
      ?? Self.owned(draft, organizations)
    {
      home = organizations.resolve(&draft, name.name)
      if let home, let author, author.type == .person {
        draft.state(.entity(author), .worksFor, .entity(home), tokens: name.words, rule: "author-voice", 0.85)
      }
    }
    subject = draft.teller(author: author)
    if subject == nil, let opening = Self.opening(draft) {
      if let id = draft.ofMention[opening] { subject = id } else { openingName = opening }
    }
  }

  /// The organization that the post tells of, or else its own.
  func subject(_ draft: inout Draft) -> EntityID? {
    if let subject { return subject }
    if let openingName { return draft.ofMention[openingName] ?? draft.asOrganization(openingName) }
    return home
  }

  /// `at Quillmark, we`, `we at Quillmark`, `chez Quillmark, nous`.
  private static func said(_ draft: Draft, _ organizations: OrganizationReader) -> (
    name: Range<Int>, words: Range<Int>
  )? {
    let tokens = draft.annotated.tokens
    let at = draft.language.list("home-at")
    let we = draft.language.list("home-we")
    let from = draft.language.list("home-from")
    for sentence in draft.annotated.sentences where !sentence.isEmpty {
      if case .frontMatter = draft.annotated.block(of: sentence.lowerBound).kind { continue }
      // `five of us from Quillmark's platform team`
      for index in sentence where from.match(tokens, index) > 0 && !draft.annotated.isQuoted(index) {
        if let name = organizations.read(draft, index + from.match(tokens, index), sentence.upperBound) {
          return (name.name, index..<name.end)
        }
      }
      for index in sentence where at.match(tokens, index) > 0 {
        if draft.annotated.quotations(startingIn: draft.annotated.range(sentence)).contains(where: {
          $0.range.contains(tokens[index].range.lowerBound)
        }) {
          continue
        }
        guard let name = organizations.read(draft, index + at.match(tokens, index), sentence.upperBound) else {
          continue
        }
        // `Meet us at the Service Mesh Academy`: not where we work.
        if index > sentence.lowerBound, tokens[index - 1].folded != "us", we.contains(tokens[index - 1].folded) {
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

  /// `The platform group of Quillmark met. Here is what we learnt.`: the first sentence names the group, its paragraph says `we`.
  private static func opened(_ draft: Draft, _ organizations: OrganizationReader) -> (
    name: Range<Int>, words: Range<Int>
  )? {
    let tokens = draft.annotated.tokens
    let body = draft.annotated.sentences.first { sentence in
      guard let first = sentence.first else { return false }
      if case .paragraph = draft.annotated.block(of: first).kind { return true }
      return false
    }
    guard let sentence = body else { return nil }
    let block = tokens[sentence.lowerBound].block
    var end = sentence.upperBound
    while end < tokens.count, tokens[end].block == block { end += 1 }
    let we = draft.language.list("home-we")
    guard (sentence.lowerBound..<end).contains(where: { we.contains(tokens[$0].folded) }) else { return nil }
    let units = draft.language.list("unit-noun")
    let of = draft.language.list("unit-of")
    for index in sentence.dropLast(2) where units.match(tokens, index) > 0 {
      let at = index + units.match(tokens, index)
      guard at < sentence.upperBound, of.match(tokens, at) > 0,
        let name = organizations.read(draft, at + of.match(tokens, at), sentence.upperBound)
      else { continue }
      return (name.name, index..<name.end)
    }
    return nil
  }

  /// `Mornings at Quillmark are quiet. … our founder …`: a post that speaks of its own founder or engineers is its firm's, and the
  /// first paragraph names the firm, if only one.
  private static func owned(_ draft: Draft, _ organizations: OrganizationReader) -> (
    name: Range<Int>, words: Range<Int>
  )? {
    let tokens = draft.annotated.tokens
    let roles = RoleGrammar(draft.language)
    let our = draft.language.list("our-own")
    let others = [draft.language.list("role-not"), draft.language.list("title-not-home")]
    let isFirms = tokens.indices.contains { index in
      guard our.match(tokens, index) > 0, index + 1 < tokens.count, !draft.annotated.isQuoted(index) else {
        return false
      }
      let length = roles.apposedLength(draft.annotated, index + 1)
      guard length > 0 else { return false }
      return !(index + 1..<index + 1 + length).contains { word in
        others.contains { $0.contains(tokens[word].folded) }
      }
    }
    guard isFirms,
      let opening = draft.annotated.sentences.first(where: { sentence in
        guard let first = sentence.first else { return false }
        if case .paragraph = draft.annotated.block(of: first).kind { return true }
        return false
      })
    else { return nil }
    let block = tokens[opening.lowerBound].block
    var end = opening.upperBound
    while end < tokens.count, tokens[end].block == block { end += 1 }
    var found: [Range<Int>] = []
    var names: Set<String> = []
    for mention in draft.mentions(in: opening.lowerBound..<end, [.organization, .name]) {
      let range = draft.annotated.mentions[mention].tokens
      if let id = draft.ofMention[mention], draft.entities[id]?.subtypes.contains(.ngo) == true { continue }
      guard let name = organizations.read(draft, range.lowerBound, end)?.name,
        draft.annotated.mentions[mention].kind == .organization
          || name.contains(where: { !draft.language.isOrdinary(tokens[$0].folded) })
      else { continue }
      if names.insert(Folding.fold(draft.annotated.string(name))).inserted { found.append(name) }
    }
    return found.count == 1 ? (found[0], found[0]) : nil
  }

  /// The organization that the text begins with and names again and again.
  private static func opening(_ draft: Draft) -> Int? {
    for sentence in draft.annotated.sentences where !sentence.isEmpty {
      switch draft.annotated.block(of: sentence.lowerBound).kind {
      case .frontMatter, .heading, .caption: continue
      default: break
      }
      guard
        let first = draft.mentions(in: sentence, [.organization, .name, .person, .project]).first,
        draft.annotated.mentions[first].tokens.lowerBound - sentence.lowerBound <= 3
      else { return nil }
      if let id = draft.ofMention[first] {
        return id.type == .organization && (draft.entities[id]?.mentions.count ?? 0) >= 2 ? first : nil
      }
      let mention = draft.annotated.mentions[first]
      let isRepeated = (draft.unknownNames[Folding.fold(mention.name)]?.count ?? 0) >= 2
      return mention.kind == .name && mention.tokens.count > 1 && isRepeated ? first : nil
    }
    return nil
  }
}
