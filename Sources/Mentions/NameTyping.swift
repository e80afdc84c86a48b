import Posts

/// Kinds of names that no gazetteer knows, from the noun they end with, the words around them, or a link to a repository that
/// is called so.
struct NameTyping {
  private let gazetteer: Gazetteer
  private let language: LanguageData
  private let heads: WordList
  private let first: WordList
  private let of: WordList
  private let groups: WordList
  private let acts: WordList
  private let nouns: WordList
  private let softwareNouns: WordList
  private let softwareBefore: WordList
  private let generic: WordList
  private let months: WordList
  private let softwareCues, softwareVerbs, employers, definitions, productNouns, roles: WordList
  private let articles: WordList
  private let institutions: WordList
  private let adjectives: [String]

  init(_ gazetteer: Gazetteer, _ language: LanguageData) {
    self.gazetteer = gazetteer
    self.language = language
    heads = language.list("organization-head")
    first = language.list("organization-first")
    of = language.list("name-of")
    groups = language.list("group-prefix")
    acts = language.list("organization-act")
    nouns = language.list("organization-noun")
    softwareNouns = language.list("software-noun")
    softwareBefore = language.list("software-noun-before")
    generic = language.list("generic-term")
    months = language.list("month")
    softwareCues = language.list("software-cue")
    softwareVerbs = language.list("software-verb-before")
    employers = language.list("employer-before")
    definitions = language.list("definition")
    productNouns = language.list("defined-as")
    roles = language.list("role-head")
    articles = language.list("article")
    institutions = language.list("organization-head-before")
    adjectives = language.list("adjective-ending").phrases
  }

  /// `San Carlos University of Guatemala`, `Lunar Bank`, `City of Ottawa`: by the noun, before anything inside is read as a place.
  /// - Parameter known: How many tokens the longest name of the gazetteer that begins at a token takes.
  func organizations(_ annotated: AnnotatedText, runs: [Range<Int>], taken: [Bool], known: (Int) -> Int) -> [Mention] {
    let tokens = annotated.tokens
    var found: [Mention] = []
    for run in runs where !isTitle(annotated, run.lowerBound) {
      guard let head = run.dropFirst().last(where: { tokens[$0].isCapital && heads.contains(tokens[$0].folded) }) else {
        continue
      }
      var low = run.lowerBound
      if tokens[low].shape.contains(.sentenceStart), language.isOrdinary(tokens[low].folded), head - low > 1 {
        low += 1
      }
      let high = afterOf(tokens, head + 1)
      let range = low..<high
      guard head > low, head - low <= 4, !range.contains(where: { taken[$0] }), known(low) < range.count,
        (low..<head).contains(where: { isProper(tokens[$0]) })
      else { continue }
      found.append(
        Mention(.organization, range, name: annotated.string(range), rule: "organization-head", confidence: 0.85))
    }
    for start in tokens.indices where !taken[start] && tokens[start].isCapital && !isTitle(annotated, start) {
      guard let range = opened(tokens, start) ?? institution(tokens, start), !range.contains(where: { taken[$0] }),
        known(start) < range.count,
        !found.contains(where: { $0.tokens.overlaps(range) })
      else { continue }
      found.append(
        Mention(.organization, range, name: annotated.string(range), rule: "organization-first", confidence: 0.85))
    }
    return found
  }

  /// `City of Ottawa`, `SIG Network`, `SIG-etcd`: an organization by what it begins with.
  private func opened(_ tokens: [Token], _ start: Int) -> Range<Int>? {
    if let hyphen = tokens[start].folded.firstIndex(of: "-"), tokens[start].shape.contains(.capital),
      groups.contains(String(tokens[start].folded[..<hyphen]))
    {
      return start..<(start + 1)
    }
    let length = first.match(tokens, start)
    var end = start + length
    guard length > 0, end < tokens.count else { return nil }
    let isGroup = length == 1 && groups.contains(tokens[start].folded)
    guard length > 1 || isGroup else { return nil }
    if isGroup, tokens[end].sentence == tokens[start].sentence, tokens[end].isWord,
      !language.isOrdinary(tokens[end].folded) || tokens[end].isCapital
    {
      end += 1
    }
    while end < tokens.count, tokens[end].sentence == tokens[start].sentence, tokens[end].isCapital { end += 1 }
    return end > start + length ? start..<end : nil
  }

  /// `Université de Louvain`, `Banque Raiffeisen`, `Agence numérique régionale`: the noun first, then adjectives, then names.
  private func institution(_ tokens: [Token], _ start: Int) -> Range<Int>? {
    guard institutions.contains(tokens[start].folded), tokens[start].range.count > 3 else { return nil }
    let sentence = tokens[start].sentence
    func isHere(_ at: Int) -> Bool { at < tokens.count && tokens[at].sentence == sentence }
    func isCapital(_ at: Int) -> Bool { isHere(at) && tokens[at].isCapital && tokens[at].isWord }
    var end = start + 1
    while isHere(end), end - start <= 2, tokens[end].isWord, !tokens[end].isCapital, isAdjective(tokens[end].folded) {
      end += 1
    }
    let adjectives = end
    // `de transport`, `de Louvain`, `du Québec`
    for _ in 0..<2 {
      var next = end
      while isHere(next), next - end < 3, of.contains(tokens[next].folded) || articles.contains(tokens[next].folded) {
        next += 1
      }
      guard next > end else { break }
      if isCapital(next) {
        end = next
        break
      }
      guard isHere(next), tokens[next].isWord, isHere(next + 1), of.contains(tokens[next + 1].folded),
        isCapital(next + 2)
      else {
        break
      }
      end = next + 1
    }
    let names = end
    while isCapital(end) { end += 1 }
    if end > names { return start..<end }
    return adjectives > start + 1 && !tokens[start].shape.contains(.sentenceStart) ? start..<adjectives : nil
  }

  private func isAdjective(_ word: String) -> Bool {
    word.count > 4 && !of.contains(word) && adjectives.contains { word.hasSuffix($0) } && language.isOrdinary(word)
  }

  /// `of Guatemala`, `of the Region` behind the noun.
  private func afterOf(_ tokens: [Token], _ at: Int) -> Int {
    guard at + 1 < tokens.count, tokens[at].sentence == tokens[at - 1].sentence, of.contains(tokens[at].folded),
      heads.value(tokens[at - 1].folded) == "of"
    else { return at }
    let start = at + 1 + (articles.contains(tokens[at + 1].folded) ? 1 : 0)
    var end = start
    while end < tokens.count, tokens[end].isCapital, tokens[end].sentence == tokens[at].sentence { end += 1 }
    return end > start ? end : at
  }

  private func isProper(_ token: Token) -> Bool {
    token.isWord && (!language.isOrdinary(token.folded) || token.isCapital && !token.shape.contains(.sentenceStart))
  }

  private func isTitle(_ annotated: AnnotatedText, _ token: Int) -> Bool {
    switch annotated.block(of: token).kind {
    case .heading: true
    case .frontMatter(let key): key == "title" || key == "linktitle" || key == "description"
    default: false
    }
  }

  /// Projects that a link to their repository calls by its name, whatever their letters (`[pdig](https://github.com/…/pdig)`).
  func linkedProjects(_ annotated: AnnotatedText, taken: [Bool]) -> [Mention] {
    var found: [Mention] = []
    for span in annotated.text.spans {
      guard case .link(_, let address) = span.kind, let repository = Self.repository(address) else { continue }
      var range = annotated.tokens(in: span.range)
      // `[raft v3.7.0](…/raft/releases/…)`
      if range.count > 1, annotated.tokens[range.upperBound - 1].shape.contains(.digit) {
        range = range.lowerBound..<(range.upperBound - 1)
      }
      guard (1...4).contains(range.count), !range.contains(where: { taken[$0] }) else { continue }
      let name = annotated.string(range)
      guard Self.bare(name) == Self.bare(repository) else { continue }
      let token = annotated.tokens[range.lowerBound]
      if range.count == 1, language.isOrdinary(token.folded) { continue }
      found.append(Mention(.project, range, name: name, rule: "repository-link", confidence: 0.88))
    }
    return found
  }

  /// The repository that an address of a code host leads to.
  static func repository(_ address: String) -> String? {
    let parts = address.split(separator: "/").map(String.init)
    guard parts.count >= 4, ["github.com", "www.github.com", "gitlab.com"].contains(parts[1]) else { return nil }
    // Deeper pages are files, issues and the like, but for the repository's front.
    if parts.count > 4, !["tree", "blob", "releases"].contains(parts[4]) { return nil }
    return String(parts[3].prefix { $0 != "#" && $0 != "?" })
  }

  /// Letters and digits only.
  private static func bare(_ name: String) -> String { Folding.fold(name).filter { $0.isLetter || $0.isNumber } }

  /// How much the words around a name speak for each kind, over all its mentions.
  private struct Votes {
    var software = 0
    var organization = 0
    /// Words that settle it, in places of their own.
    var settled = 0
    var isDistinct = false
    /// More for one than for the other; an ordinary word that is a name throughout (`Pennant 2.0`) needs two places.
    var kind: Mention.Kind? {
      if settled >= (isDistinct ? 1 : 2), software > organization { return .project }
      if isDistinct, organization >= 2, organization >= software { return .organization }
      return nil
    }
  }

  /// Names of unknown kind whose neighbours tell it.
  func type(_ mentions: inout [Mention], _ annotated: AnnotatedText) {
    var votes: [String: Votes] = [:]
    for mention in mentions where mention.kind == .name && !opensTitle(annotated, mention.tokens) {
      let isDistinct = isDistinct(annotated.tokens, mention.tokens)
      guard isDistinct || mention.tokens.count == 1 && !isTerm(annotated.tokens[mention.tokens.lowerBound]) else {
        continue
      }
      let found = vote(annotated, mention.tokens)
      let name = Folding.fold(mention.name)
      votes[name, default: Votes()].software += found.software
      votes[name, default: Votes()].organization += found.organization
      votes[name, default: Votes()].settled += found.software >= 2 ? 1 : 0
      if isDistinct { votes[name, default: Votes()].isDistinct = true }
    }
    guard !votes.isEmpty else { return }
    for index in mentions.indices where mentions[index].kind == .name {
      guard let kind = votes[Folding.fold(mentions[index].name)]?.kind, mentions[index].alternatives.isEmpty else {
        continue
      }
      mentions[index].kind = kind
      mentions[index].rule = "name-neighbour"
      mentions[index].confidence = 0.75
    }
  }

  /// `*Thirty clusters …*`: one word with the capital that any title begins with.
  private func opensTitle(_ annotated: AnnotatedText, _ name: Range<Int>) -> Bool {
    name.count == 1 && !annotated.tokens[name.lowerBound].shape.contains(.mixed)
      && annotated.markedWords(around: name.lowerBound)?.lowerBound == name.lowerBound
  }

  private func isTerm(_ token: Token) -> Bool {
    generic.contains(token.folded) || months.value(token.folded) != nil || token.shape.contains(.allCaps)
      || token.folded.count < 4
  }

  private func vote(_ annotated: AnnotatedText, _ range: Range<Int>) -> Votes {
    let tokens = annotated.tokens
    var votes = Votes()
    let (low, high) = (range.lowerBound, range.upperBound)
    let sentence = tokens[low].sentence
    let next = high < tokens.count && tokens[high].sentence == sentence ? high : nil
    let previous = low > 0 && tokens[low - 1].sentence == sentence ? low - 1 : nil
    if let next {
      if softwareNouns.match(tokens, next) > 0 {
        votes.software += 2
      } else if softwareCues.match(tokens, next) > 0 || isVersion(tokens[next]) || isDefined(tokens, next) {
        votes.software += 2
      } else if acts.match(tokens, next) > 0 || NameEvidence.isCalledFirm(tokens, next, language) {
        votes.organization += 2
      }
    }
    if let previous {
      if nouns.contains(tokens[previous].folded)
        || tokens[previous].folded == "," && previous > 0 && nouns.contains(tokens[previous - 1].folded)
      {
        votes.organization += 2
      } else if career(tokens, previous) {
        votes.organization += 2
      } else if softwareBefore.contains(tokens[previous].folded) {
        votes.software += 2
      } else if softwareVerbs.contains(tokens[previous].folded) {
        votes.software += 1
      } else if employers.contains(tokens[previous].folded) {
        votes.organization += 1
      }
    }
    return votes
  }

  /// `2.0`, `v1.4`
  private func isVersion(_ token: Token) -> Bool {
    let digits = token.folded.hasPrefix("v") ? token.folded.dropFirst() : token.folded[...]
    guard digits.first?.isNumber == true, digits.contains(".") else { return false }
    return digits.allSatisfy { $0.isNumber || $0 == "." }
  }

  /// `is a distributed cache`, `, an open-source operator`
  private func isDefined(_ tokens: [Token], _ at: Int) -> Bool {
    guard definitions.match(tokens, at) > 0 else { return false }
    var end = at + definitions.match(tokens, at)
    let limit = min(tokens.count, end + 5)
    while end < limit, tokens[end].sentence == tokens[at].sentence, tokens[end].isWord {
      if productNouns.match(tokens, end) > 0 {
        // `a platform engineer`, `a software vendor`
        let next = end + productNouns.match(tokens, end)
        return next >= tokens.count || tokens[next].sentence != tokens[at].sentence || !tokens[next].isWord
          || !nouns.contains(tokens[next].folded) && !roles.contains(tokens[next].folded)
      }
      if nouns.contains(tokens[end].folded) || roles.contains(tokens[end].folded) { return false }
      end += 1
    }
    return false
  }

  /// `then at`, `four years for`, `formerly with`
  private func career(_ tokens: [Token], _ at: Int) -> Bool {
    guard
      language.list("work-place").contains(tokens[at].folded)
        || language.list("employer-at").contains(tokens[at].folded)
    else {
      return false
    }
    let words = language.list("career-word")
    return (max(0, at - 3)..<at).contains {
      tokens[$0].sentence == tokens[at].sentence && words.contains(tokens[$0].folded)
    }
  }

  /// No ordinary word, term of the field, month or acronym alone.
  private func isDistinct(_ tokens: [Token], _ range: Range<Int>) -> Bool {
    range.allSatisfy { tokens[$0].isWord && months.value(tokens[$0].folded) == nil }
      && range.contains { index in
        let token = tokens[index]
        return !language.isOrdinary(token.folded) && !generic.contains(token.folded) && token.folded.count > 2
          && !(range.count == 1 && token.shape.contains(.allCaps))
      }
  }
}
