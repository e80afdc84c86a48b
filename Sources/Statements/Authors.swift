import Entities
import Mentions
import Posts

/// The post's byline: persons, or the organization that signs.
struct Authors {
  func find(_ draft: inout Draft) -> EntityID? {
    var first: EntityID?
    var people: [EntityID] = []
    for author in draft.post.authors {
      guard let range = author.range, !author.name.isEmpty else { continue }
      var author = author
      var tokens = draft.annotated.tokens(in: range)
      var employer: Range<Int>?
      if let parts = Self.withFirm(draft, tokens) {
        // `Ada Example (Example Corp)`
        author.name = draft.annotated.string(parts.name)
        author.range = draft.annotated.range(parts.name)
        (tokens, employer) = (parts.name, parts.firm)
      }
      let id = entity(author, tokens, &draft)
      if let employer, id.type == .person,
        let firm = OrganizationReader(draft.language).resolve(&draft, employer)
      {
        draft.state(.entity(id), .worksFor, .entity(firm), bytes: range, rule: "byline-employer", 0.95)
      }
      if id.type == .organization, !people.isEmpty {
        // `Ada Example, Example Corp`: the firm behind a person is the employer.
        for person in people {
          draft.state(.entity(person), .worksFor, .entity(id), bytes: range, rule: "byline-employer", 0.95)
        }
        people = []
        continue
      }
      if id.type == .person { people.append(id) }
      if first == nil { first = id }
      draft.state(.post, .author, .entity(id), bytes: range, rule: "byline", 0.98)
    }
    return first
  }

  /// A byline with the employer in parentheses or behind `at`.
  private static func withFirm(_ draft: Draft, _ tokens: Range<Int>) -> (name: Range<Int>, firm: Range<Int>)? {
    let words = draft.annotated.tokens
    guard tokens.count >= 4, let last = tokens.last else { return nil }
    if words[last].folded == ")", let open = tokens.first(where: { words[$0].folded == "(" }),
      open - tokens.lowerBound >= 2,
      (open + 1..<last).allSatisfy({ words[$0].isCapital }), open + 1 < last
    {
      return (tokens.lowerBound..<open, (open + 1)..<last)
    }
    let place = draft.language.list("work-place")
    guard let at = tokens.dropFirst(2).first(where: { place.match(words, $0) > 0 }),
      case let start = at + place.match(words, at), start < tokens.upperBound,
      (start..<tokens.upperBound).allSatisfy({ words[$0].isCapital })
    else { return nil }
    return (tokens.lowerBound..<at, start..<tokens.upperBound)
  }

  /// `author: ada`: the one person of the text whose given or family name it is.
  private func byShortName(_ name: String, _ draft: Draft) -> EntityID? {
    let folded = Folding.fold(name)
    guard !folded.contains(" "), folded.count > 2 else { return nil }
    let owners = draft.entities.keys.sorted().filter { id in
      id.type == .person
        && draft.entities[id]?.names.contains { full in
          let words = Folding.fold(full).split(separator: " ").map(String.init)
          return words.count > 1 && (words.first == folded || words.last == folded)
        } == true
    }
    return owners.count == 1 ? owners[0] : nil
  }

  private func entity(_ author: Post.Author, _ tokens: Range<Int>, _ draft: inout Draft) -> EntityID {
    if let mention = draft.mentions(in: tokens, [.person, .organization]).first,
      draft.annotated.mentions[mention].tokens == tokens, let id = draft.ofMention[mention]
    {
      return id
    }
    if let person = byShortName(author.name, draft) {
      if let range = author.range {
        for mention in draft.mentions(in: tokens, [.person, .name]) {
          if let former = draft.ofMention[mention], former != person {
            draft.withdraw(former, draft.annotated.range(tokens))
          }
          draft.ofMention[mention] = person
        }
        draft.insert(
          Entity(id: person, names: [author.name], mentions: [range], rule: "byline", confidence: 0.95))
      }
      return person
    }
    let known = draft.gazetteer.entries(named: author.name).map { draft.gazetteer.entries[$0] }
    let organization = known.first { $0.kind == .organization }
    // A project signs its releases itself.
    if organization == nil, let project = known.first(where: { $0.kind == .project }),
      let range = author.range, draft.entities[EntityID(.project, project.key)] != nil
    {
      let id = EntityID(.project, project.key)
      for mention in draft.mentions(in: tokens, [.person, .name]) {
        if let former = draft.ofMention[mention] { draft.withdraw(former, draft.annotated.range(tokens)) }
        draft.ofMention[mention] = id
      }
      draft.insert(
        Entity(
          id: id, names: [author.name], gazetteerKey: project.key, mentions: [range], rule: "byline", confidence: 0.95))
      return id
    }
    let isOrganization =
      organization != nil || looksLikeOrganization(author.name, draft) || actsAsOrganization(author.name, draft)
    let id =
      isOrganization
      ? EntityID(.organization, organization?.key ?? Folding.slug(author.name))
      : EntityID(.person, Folding.slug(author.name))
    draft.insert(
      Entity(
        id: id, names: [author.name], gazetteerKey: organization?.key, mentions: author.range.map { [$0] } ?? [],
        rule: "byline", confidence: 0.95, urls: author.url.map { [$0] } ?? []))
    if isOrganization {
      // The body's mentions of the same name are the same organization.
      let folded = Folding.fold(author.name)
      for (index, mention) in draft.annotated.mentions.enumerated()
      where mention.kind == .name && Folding.fold(mention.name) == folded {
        draft.ofMention[index] = id
        draft.insert(
          Entity(
            id: id, names: [mention.name], mentions: [draft.annotated.range(mention.tokens)], rule: "byline",
            confidence: 0.95))
      }
    }
    return id
  }

  /// The text says of the name what is said of organizations (`joins the …`, `is proud to`), and its first word is no given
  /// name.
  private func actsAsOrganization(_ name: String, _ draft: Draft) -> Bool {
    let words = Tokenizer(elisions: LanguageData.elisions).words(of: name)
    guard let first = words.first, !draft.gazetteer.givenNames.contains(first) else { return false }
    if words.count == 1, speaksForMany(first, draft) { return true }
    if words.count == 1, name.first?.isUppercase != true || draft.language.isOrdinary(first) { return false }
    if let last = words.last, draft.language.list("thing-head").contains(last) { return true }
    let tokens = draft.annotated.tokens
    let after = [
      draft.language.list("organization-after"), draft.language.list("organization-act"),
      draft.language.list("join-foundation"),
    ]
    for start in tokens.indices.dropLast(words.count) where tokens[start].folded == first {
      let end = start + words.count
      guard end < tokens.count, tokens[end].sentence == tokens[start].sentence,
        zip(words, tokens[start..<end]).allSatisfy({ $0 == $1.folded })
      else { continue }
      if after.contains(where: { $0.match(tokens, end) > 0 }) { return true }
    }
    return false
  }

  /// A single name with a capital, no given name, over a post that says `we` and `our` and never `I`.
  private func speaksForMany(_ name: String, _ draft: Draft) -> Bool {
    let tokens = draft.annotated.tokens
    let body = tokens.filter { token in
      if case .frontMatter = draft.annotated.text.blocks[token.block].kind { return false }
      return true
    }
    let we = draft.language.list("home-we")
    return !draft.language.isOrdinary(name) && body.contains { we.contains($0.folded) }
      && draft.annotated.tokens.contains { $0.folded == name && $0.isCapital }
      && !body.contains { draft.language.list("pronoun-i").contains($0.folded) }
  }

  /// A firm's spelling (`CloudOps`), an organization's noun, or words that are no names.
  private func looksLikeOrganization(_ name: String, _ draft: Draft) -> Bool {
    let words = name.split(separator: " ").map(String.init)
    let heads = draft.language.list("organization-head")
    let first = draft.language.list("organization-first")
    if let last = words.last, heads.contains(Folding.fold(last)) { return true }
    if let start = words.first,
      first.contains(Folding.fold(start.split(separator: "-").first.map(String.init) ?? start))
    {
      return true
    }
    if words.contains(where: { draft.language.list("group-noun").contains(Folding.fold($0)) }) { return true }
    guard words.count == 1, let word = words.first else { return false }
    let letters = Array(word.unicodeScalars)
    let inner = letters.dropFirst().contains { $0.properties.isUppercase }
    return inner && letters.contains { $0.properties.isLowercase } && letters.first?.properties.isUppercase == true
  }
}
