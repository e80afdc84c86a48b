import Entities
import Mentions
import Posts

/// Organizations by the place they hold (behind `engineer at`, in the parenthesis behind a person), whatever is known of the
/// name: `Naver Cloud` where a gazetteer knows `Naver` only, `the public broadcaster NRK`, `the city of Hamburg`.
struct OrganizationReader {
  private let language: LanguageData
  private let the: WordList
  private let nouns: WordList
  private let stops: WordList
  private let of: WordList
  private let inside: WordList
  private let heads: WordList
  private let roles: WordList
  private let months: WordList
  private let generic: WordList
  private let weekdays: WordList
  private let members: WordList
  private let former: WordList
  private let opening: WordList

  init(_ language: LanguageData) {
    self.language = language
    the = language.list("the")
    nouns = language.list("employer-noun")
    stops = language.list("title-stop")
    of = language.list("employer-of")
    inside = language.list("role-of")
    heads = language.list("thing-head")
    roles = language.list("role-head")
    months = language.list("month")
    generic = language.list("generic-term")
    weekdays = language.list("weekday")
    members = language.list("member-noun")
    former = language.list("former")
    opening = language.list("organization-head-before")
  }

  /// The name that begins at a token, behind an article and a description of it, and where it ends.
  /// - Parameter isEmployer: Nothing else than an employer can stand here: a word in lower case that no dictionary has is one.
  func read(_ draft: Draft, _ start: Int, _ limit: Int, isEmployer: Bool = false) -> (name: Range<Int>, end: Int)? {
    let tokens = draft.annotated.tokens
    guard start < limit else { return nil }
    var at = start
    // `Norway's public broadcaster NRK`
    if let place = draft.annotated.mention(at: at), draft.annotated.mentions[place].kind == .place,
      case let end = draft.annotated.mentions[place].tokens.upperBound, end < limit, tokens[end].folded == "'s"
    {
      at = end + 1
    }
    while at < limit, the.match(tokens, at) > 0 { at += the.match(tokens, at) }
    guard at < limit else { return nil }
    if let span = cityOf(draft, at, limit) { return (span, span.upperBound) }
    if isEmployer, let name = lowercase(draft, at, limit) { return (name, name.upperBound) }
    var probe = at
    while probe < limit, probe - at < 5,
      isPlain(draft, probe) || probe > at && tokens[probe].folded == "'s" && nouns.contains(tokens[probe - 1].folded)
    { probe += 1 }
    if probe > at {
      guard (at..<probe).contains(where: { nouns.match(tokens, $0) > 0 }) else { return nil }
      at = probe
    }
    guard at < limit, let name = name(draft, at, limit) else { return nil }
    return (name, name.upperBound)
  }

  /// `finleap connect`: a word that is none of the language; the next one belongs to it where the text never parts them.
  private func lowercase(_ draft: Draft, _ at: Int, _ limit: Int) -> Range<Int>? {
    let tokens = draft.annotated.tokens
    let token = tokens[at]
    guard token.isWord, !token.isCapital, !token.shape.contains(.url), !token.shape.contains(.handle),
      !token.shape.contains(.digit), token.range.count > 3, !token.folded.contains("."), !token.folded.contains("-"),
      draft.annotated.mention(covering: at) == nil, !language.isOrdinary(token.folded),
      !generic.contains(token.folded), !stops.contains(token.folded), !nouns.contains(token.folded),
      !roles.contains(token.folded)
    else { return nil }
    let places = tokens.indices.filter { tokens[$0].folded == token.folded }
    guard places.count > 1, at + 1 < limit, tokens[at + 1].isWord, !stops.contains(tokens[at + 1].folded),
      places.allSatisfy({ $0 + 1 < tokens.count && tokens[$0 + 1].folded == tokens[at + 1].folded })
    else { return at..<(at + 1) }
    return at..<(at + 2)
  }

  /// `city of Hamburg`
  private func cityOf(_ draft: Draft, _ at: Int, _ limit: Int) -> Range<Int>? {
    let tokens = draft.annotated.tokens
    let length = of.match(tokens, at)
    guard length > 0, at + length < limit, tokens[at + length].isCapital else { return nil }
    var end = at + length + 1
    if let mention = draft.annotated.mention(covering: at + length) {
      end = max(end, draft.annotated.mentions[mention].tokens.upperBound)
    }
    while end < limit, tokens[end].isCapital, draft.annotated.mention(covering: end) == nil { end += 1 }
    return at..<end
  }

  private func isPlain(_ draft: Draft, _ at: Int) -> Bool {
    let token = draft.annotated.tokens[at]
    return token.isWord && !token.isCapital && !token.shape.contains(.mixed)
      && draft.annotated.mention(covering: at) == nil && !stops.contains(token.folded)
      && (language.isOrdinary(token.folded) || nouns.contains(token.folded))
  }

  private func name(_ draft: Draft, _ at: Int, _ limit: Int) -> Range<Int>? {
    let annotated = draft.annotated
    let tokens = annotated.tokens
    var end = at
    var isKnown = false
    if let index = annotated.mention(covering: at) {
      let mention = annotated.mentions[index]
      guard mention.tokens.lowerBound == at else { return nil }
      switch mention.kind {
      case .place:
        // `Savannah Ledger`
        let next = mention.tokens.upperBound
        guard next < limit, continues(draft, at, next) else {
          return nil
        }
      case .person, .event: return nil
      case .project:
        let isFirm = mention.alternatives.contains { draft.gazetteer.entries[$0].kind == .organization }
        guard isFirm || draft.ofMention[index]?.type == .organization else { return nil }
        isKnown = true
      case .organization, .product: isKnown = true
      case .name: break
      }
      end = mention.tokens.upperBound
    } else {
      guard isNameWord(draft, at), !draft.annotated.tokens[at].shape.contains(.sentenceStart) else { return nil }
      end = at + 1
    }
    // The name goes on with capitals that name nothing else.
    while end < limit, continues(draft, at, end) {
      if let index = annotated.mention(covering: end) {
        end = annotated.mentions[index].tokens.upperBound
      } else {
        end += 1
      }
    }
    if !isKnown {
      // `Citizens of Code`
      if end + 1 < limit, inside.contains(tokens[end].folded), end - at == 1, isNameWord(draft, end + 1),
        annotated.mention(covering: end + 1).map({ annotated.mentions[$0].kind == .name }) ?? true
      {
        end = annotated.mention(covering: end + 1).map { annotated.mentions[$0].tokens.upperBound } ?? end + 2
        while end < limit, isNameWord(draft, end), annotated.mention(covering: end) == nil { end += 1 }
      }
      guard mayNameFirm(draft, at..<min(end, limit)) else { return nil }
    }
    return end <= limit ? at..<end : nil
  }

  private func continues(_ draft: Draft, _ start: Int, _ at: Int) -> Bool {
    let token = draft.annotated.tokens[at]
    guard isNameWord(draft, at), token.shape.contains(.spaceBefore), !roles.contains(token.folded),
      !members.contains(token.folded)
    else { return false }
    guard let index = draft.annotated.mention(at: at) else {
      // In a title every word has a capital.
      if case .heading = draft.annotated.block(of: at).kind {
        return heads.contains(token.folded) || !language.isOrdinary(token.folded)
      }
      return !stops.contains(token.folded) && !token.shape.contains(.sentenceStart)
    }
    return draft.annotated.mentions[index].kind == .name
  }

  private func isNameWord(_ draft: Draft, _ at: Int) -> Bool {
    let token = draft.annotated.tokens[at]
    guard token.isWord, token.isCapital || token.shape.contains(.mixed) else { return false }
    if isFormer(token) { return false }
    return !token.shape.contains(.url) && !token.shape.contains(.handle) && months.value(token.folded) == nil
      && weekdays.value(token.folded) == nil
  }

  /// `ex-Quillmark`
  private func isFormer(_ token: Token) -> Bool {
    token.folded.firstIndex(of: "-").map { former.contains(String(token.folded[..<$0])) } ?? false
  }

  /// No term of the field, no title, no phrase of ordinary words.
  private func mayNameFirm(_ draft: Draft, _ name: Range<Int>) -> Bool {
    let words = name.map { draft.annotated.tokens[$0] }
    guard let first = words.first, let last = words.last, !isFormer(first) else { return false }
    if words.count == 1 {
      // `community.Then` is two sentences.
      if let dot = first.folded.firstIndex(of: "."), language.isOrdinary(String(first.folded[..<dot])) { return false }
      return first.range.count > 1 && !generic.contains(first.folded) && !roles.contains(first.folded)
        && !stops.contains(first.folded) && !first.shape.contains(.sentenceStart)
        && (!heads.contains(first.folded) || first.shape.contains(.allCaps))
    }
    return !roles.contains(last.folded) && !words.allSatisfy { generic.contains($0.folded) }
  }

  /// The organization that a name read so stands for; makes it when the post has none of that name yet.
  func resolve(_ draft: inout Draft, _ name: Range<Int>) -> EntityID? {
    let annotated = draft.annotated
    if let index = annotated.mention(covering: name.lowerBound), annotated.mentions[index].tokens == name {
      let mention = annotated.mentions[index]
      if mention.kind == .organization { return draft.ofMention[index] }
      if let known = draft.ofMention[index], known.type == .organization { return known }
      if let id = draft.asOrganization(index), id.type == .organization { return id }
      guard mention.kind == .name || mention.kind == .event else { return nil }
      if mention.kind == .event { draft.annotated.retype(index, to: .organization) }
    }
    let text = annotated.string(name)
    let known = draft.gazetteer.entries(named: text).first { draft.gazetteer.entries[$0].kind == .organization }
    let key = known.map { draft.gazetteer.entries[$0].key }
    let id = EntityID(.organization, key ?? Folding.slug(text))
    for index in draft.mentions(in: name, Set(Mention.Kind.allCases)) {
      if let former = draft.ofMention[index] {
        draft.withdraw(former, annotated.range(annotated.mentions[index].tokens))
      }
      draft.ofMention[index] = id
    }
    draft.insert(
      Entity(
        id: id, names: [text], gazetteerKey: key, mentions: [annotated.range(name)], rule: "employer-place",
        confidence: 0.85))
    for other in draft.unknownNames[Folding.fold(text)] ?? [] {
      let mention = annotated.mentions[other]
      draft.ofMention[other] = id
      draft.insert(
        Entity(
          id: id, names: [mention.name], gazetteerKey: key, mentions: [annotated.range(mention.tokens)],
          rule: "employer-place", confidence: 0.85))
    }
    return id
  }
}
