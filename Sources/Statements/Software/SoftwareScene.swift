import Entities
import Mentions
import Posts

/// Whom words without a name mean in what a post says of software: `we`, `the company`, `the project`.
struct SoftwareScene {
  /// The project that the post is about.
  let topic: EntityID?
  /// What `the project` and `it` mean: the post's project, else the one that the text names more than any other.
  let theme: EntityID?
  /// Whom `we` means outside quotations: the organization that signs or writes, else the project that its people write about.
  let speaker: EntityID?
  /// The organization whose story the post tells.
  let story: EntityID?
  /// The post describes what that organization runs: what works there is used there.
  let isCaseStudy: Bool

  /// The project's own people write: what `support for P was added` says is said of it.
  let isProjects: Bool

  init(_ draft: inout Draft, voice: Voice, author: EntityID?) {
    topic = draft.mainProject ?? Self.titled(draft) ?? Self.community(draft)
    theme = topic ?? Self.theme(draft)
    let writer = voice.home ?? (author?.type == .organization ? author : nil)
    let isMarked = Self.isMarked(draft)
    var told = draft.teller(author: author)
    if told == nil, isMarked { told = Self.named(draft, author: author) ?? voice.subject(&draft) }
    if let id = told, draft.entities[id]?.subtypes.contains(.ngo) == true { told = nil }
    let employer = author.flatMap { $0.type == .person ? draft.employer(of: $0) : nil }
    speaker = writer ?? (Self.isProjects(draft) ? topic : employer)
    isProjects = writer == nil && topic != nil && told == nil && Self.isProjects(draft)
    story = told
    isCaseStudy = told != nil && isMarked
  }

  /// The byline names a project's people, or the text says `our release`, `our maintainers`, or is a release's announcement.
  private static func isProjects(_ draft: Draft) -> Bool {
    let people = draft.language.list("project-party")
    for author in draft.post.authors {
      let words = Folding.fold(author.name).split { $0 == " " || $0 == "-" }.map(String.init)
      if words.contains(where: { people.contains($0) }) { return true }
    }
    let signs = draft.language.list("project-voice")
    let tokens = draft.annotated.tokens
    let released = draft.language.list("release-title")
    for sentence in draft.annotated.sentences where !sentence.isEmpty {
      if case .frontMatter(key: "title") = draft.annotated.block(of: sentence.lowerBound).kind {
        if sentence.contains(where: { VersionNumber.matches(tokens[$0].folded) || released.match(tokens, $0) > 0 }) {
          return true
        }
        continue
      }
      if sentence.contains(where: { signs.match(tokens, $0) > 0 }) { return true }
    }
    return false
  }

  /// The only project of the title, which the text names again.
  private static func titled(_ draft: Draft) -> EntityID? {
    guard let title = draft.post.text.blocks.first(where: { $0.kind == .frontMatter(key: "title") })?.range else {
      return nil
    }
    let found = draft.entities.keys.sorted().filter { id in
      id.type == .project && draft.entities[id]?.mentions.contains { title.overlaps($0) } == true
    }
    guard found.count == 1, let count = draft.entities[found[0]]?.mentions.count, count >= 2 else { return nil }
    return found[0]
  }

  private static func theme(_ draft: Draft) -> EntityID? {
    let ranked = draft.entities.keys.sorted().filter { $0.type == .project }
      .map { (id: $0, count: draft.entities[$0]?.mentions.count ?? 0) }
      .sorted { ($1.count, $0.id) < ($0.count, $1.id) }
    guard let best = ranked.first, best.count >= 2, ranked.count < 2 || ranked[1].count < best.count else { return nil }
    return best.id
  }

  /// The one organization whose name stands in the title, whatever the title's words were read as.
  private static func named(_ draft: Draft, author: EntityID?) -> EntityID? {
    guard let title = draft.post.text.blocks.first(where: { $0.kind == .frontMatter(key: "title") })?.range else {
      return nil
    }
    let words = draft.annotated.tokens(in: title).map { draft.annotated.tokens[$0].folded }
    let found = draft.entities.keys.sorted().filter { id in
      guard id.type == .organization, id != author, draft.entities[id]?.subtypes.contains(.ngo) != true else {
        return false
      }
      return draft.entities[id]?.names.contains { name in
        let wanted = Folding.fold(name).split(separator: " ").map(String.init)
        return !wanted.isEmpty && words.indices.contains { words[$0...].starts(with: wanted) }
      } == true
    }
    return found.count == 1 ? found[0] : nil
  }

  /// A tag, a category or the title says that the post tells how somebody runs things.
  private static func isMarked(_ draft: Draft) -> Bool {
    let words = draft.language.list("case-study")
    let how = draft.language.list("how")
    for label in draft.post.tags + draft.post.categories {
      let folded = Folding.fold(label).split { $0 == " " || $0 == "-" }.map(String.init)
      if words.match(folded) { return true }
    }
    let title = draft.annotated.sentences.first { sentence in
      guard let first = sentence.first else { return false }
      return draft.annotated.block(of: first).kind == .frontMatter(key: "title")
    }
    guard let title, let first = title.first else { return false }
    return how.match(draft.annotated.tokens, first) > 0 || draft.contains(words, in: title) != nil
  }

  /// `The Quill community meets on Zoom`: the project whose people the first sentence, or the byline, speaks of.
  private static func community(_ draft: Draft) -> EntityID? {
    let people = draft.language.list("project-party")
    let tokens = draft.annotated.tokens
    var read = 0
    for sentence in draft.annotated.sentences where !sentence.isEmpty {
      switch draft.annotated.block(of: sentence.lowerBound).kind {
      case .frontMatter(key: "title"), .paragraph: break
      default: continue
      }
      read += 1
      if read > 4 { return nil }
      for index in draft.mentions(in: sentence, [.project]) {
        let end = draft.annotated.mentions[index].tokens.upperBound
        if end < sentence.upperBound, people.contains(tokens[end].folded) { return draft.ofMention[index] }
      }
    }
    return nil
  }
}

extension Draft {
  /// The one organization that a person works for.
  func employer(of person: EntityID) -> EntityID? {
    var found: EntityID?
    for object in objects(of: person, .worksFor) {
      guard case .entity(let id) = object, id != found else { continue }
      if found != nil { return nil }
      found = id
    }
    return found
  }

  /// A mention whose kind, or thing, is known by now.
  func isKnown(_ mention: Int) -> Bool { annotated.mentions[mention].kind != .name || ofMention[mention] != nil }

  /// The one organization whose name begins with an unknown one (`Quillmark` of `Quillmark Cloud`).
  func firm(called mention: Mention) -> EntityID? {
    guard mention.kind == .name else { return nil }
    let short = Folding.fold(mention.name) + " "
    var found: EntityID?
    for id in entities.keys where id.type == .organization {
      guard entities[id]?.names.contains(where: { Folding.fold($0).hasPrefix(short) }) == true else { continue }
      if found != nil { return nil }
      found = id
    }
    return found
  }

  /// The entity of a mention as who acts: an organization, software, or a person's employer.
  func actor(_ mention: Int) -> EntityID? {
    guard let id = ofMention[mention] ?? firm(called: annotated.mentions[mention]) else { return nil }
    switch id.type {
    case .organization, .project, .product: return id
    case .person: return employer(of: id)
    default: return nil
    }
  }
}
