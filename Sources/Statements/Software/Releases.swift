import Entities
import Mentions
import Posts

/// Versions told without the name of what they are versions of: `Version 1.2 went out on Tuesday`, `1.3 is planned for May`,
/// `La 2.11, publiée en juin`, `fixed in 2.8.4`.
///
/// They are of the product that the text spoke of just before, else of the post's project.
struct Releases {
  let scene: SoftwareScene
  private let verbs, titled, nouns, the, and, fixed, before, behind, negation, hypothetical: WordList

  init(_ language: LanguageData, scene: SoftwareScene) {
    self.scene = scene
    verbs = language.list("release-verb")
    titled = language.list("release-title")
    nouns = language.list("release-noun")
    the = language.list("the")
    and = language.list("and")
    fixed = language.list("fixed-in")
    before = language.list("version-bound-before")
    behind = language.list("version-bound-behind")
    negation = language.list("negation")
    hypothetical = language.list("hypothetical")
  }

  func find(_ draft: inout Draft) {
    for sentence in draft.annotated.sentences where !sentence.isEmpty {
      switch draft.annotated.block(of: sentence.lowerBound).kind {
      case .frontMatter(key: "title"): break
      case .frontMatter, .caption: continue
      default: break
      }
      for index in sentence where isVersion(draft, index) { read(&draft, sentence, index) }
    }
  }

  private func isVersion(_ draft: Draft, _ index: Int) -> Bool {
    let token = draft.annotated.tokens[index]
    return token.shape.contains(.digit) && token.shape.isDisjoint(with: [.url, .handle])
      && draft.annotated.mention(covering: index) == nil && draft.annotated.date(covering: index) == nil
      && VersionNumber.matches(token.folded) && !token.folded.hasSuffix(".x") && !token.folded.contains("-v")
  }

  private func read(_ draft: inout Draft, _ sentence: Range<Int>, _ index: Int) {
    if isTakenBack(draft, sentence, index) { return }
    if let name = owner(draft, sentence, index) {
      // The name right before it: patterns read gazetteer's software, this reads what the post calls its own.
      guard let software = draft.ofMention[name], draft.isOwn(name) else { return }
      state(&draft, software, index, draft.annotated.mentions[name].tokens.lowerBound..<(index + 1), 0.86)
      return
    }
    if isLinked(draft, index), let topic = scene.topic {
      state(&draft, topic, index, index..<(index + 1), 0.88)
      return
    }
    guard isTold(draft, sentence, index) || isTitled(draft, sentence, index),
      let software = meant(draft, sentence, index)
    else { return }
    let words = max(sentence.lowerBound, index - 8)..<min(sentence.upperBound, index + 8)
    state(&draft, software, index, words, 0.8)
  }

  /// The name, within the words right before, that the version belongs to.
  private func owner(_ draft: Draft, _ sentence: Range<Int>, _ index: Int) -> Int? {
    let tokens = draft.annotated.tokens
    var at = index - 1
    var words = 0
    while at >= sentence.lowerBound, words < 3 {
      if let mention = draft.annotated.mention(covering: at) {
        switch draft.annotated.mentions[mention].kind {
        case .place, .event, .person: return nil
        default: return mention
        }
      }
      guard tokens[at].isWord, nouns.contains(tokens[at].folded) else { return nil }
      at -= 1
      words += 1
    }
    return nil
  }

  private func isTakenBack(_ draft: Draft, _ sentence: Range<Int>, _ index: Int) -> Bool {
    let tokens = draft.annotated.tokens
    let low = max(sentence.lowerBound, index - 6)
    if (low..<index).contains(where: {
      before.match(tokens, $0) > 0 || negation.match(tokens, $0) > 0
        || hypothetical.match(tokens, $0) > 0 && !(tokens[$0].isCapital && tokens[$0].folded == "may")
    }) {
      return true
    }
    return (index + 1..<min(index + 3, sentence.upperBound)).contains { behind.match(tokens, $0) > 0 }
  }

  /// The version is a link to the page of the project's release.
  private func isLinked(_ draft: Draft, _ index: Int) -> Bool {
    let names = scene.topic.flatMap { draft.entities[$0]?.names } ?? []
    return draft.annotated.links(at: index).contains { link in
      let parts = link.absolute.lowercased().split(separator: "/")
      guard let page = parts.firstIndex(of: "releases"), page > 0 else { return false }
      return names.contains { Folding.slug($0) == String(parts[page - 1]) }
    }
  }

  /// A title or heading speaks of releases: `July patch releases: v1.2 and v1.3`, `Improvements in 1.4`.
  private func isTitled(_ draft: Draft, _ sentence: Range<Int>, _ index: Int) -> Bool {
    switch draft.annotated.block(of: sentence.lowerBound).kind {
    case .frontMatter(key: "title"), .heading: break
    default: return false
    }
    return draft.contains(titled, in: sentence.lowerBound..<index) != nil
      || draft.contains(verbs, in: sentence) != nil
  }

  /// Words of releasing in the version's clause.
  private func isTold(_ draft: Draft, _ sentence: Range<Int>, _ index: Int) -> Bool {
    let tokens = draft.annotated.tokens
    let unit = [",", ";"]
    // `September. 1.2, with …`
    if index == sentence.lowerBound, index + 1 < sentence.upperBound, tokens[index + 1].folded == ",",
      scene.topic != nil
    {
      return true
    }
    // `fixed in 2.8.4 and 2.9.0`
    var at = index - 1
    while at > sentence.lowerBound, isVersion(draft, at) || and.contains(tokens[at].folded) || tokens[at].folded == ","
    {
      at -= 1
    }
    if (max(sentence.lowerBound, at - 3)...max(sentence.lowerBound, at)).contains(where: {
      let length = fixed.match(tokens, $0)
      return length > 0 && $0 + length > at
    }) {
      return true
    }
    // `P 1.0 shipped in June, version 1.2 last month`
    if index > sentence.lowerBound, nouns.contains(tokens[index - 1].folded),
      (sentence.lowerBound..<index - 1).contains(where: { isVersion(draft, $0) && owner(draft, sentence, $0) != nil })
    {
      return true
    }
    // Behind it: `1.2 went out`, `La 2.11, publiée en juin`
    var end = index + 1
    var commas = 0
    while end < sentence.upperBound, end - index < 9, commas < 2, tokens[end].folded != ";" {
      if verbs.match(tokens, end) > 0 { return true }
      if draft.mentions(in: end..<(end + 1), [.project, .product]).isEmpty == false { break }
      if unit.contains(tokens[end].folded) { commas += 1 }
      end += 1
    }
    // Before it: `shipped version 1.2`, `la sortie de la 1.2`
    at = index - 1
    while at >= sentence.lowerBound, index - at < 6, tokens[at].isWord {
      let length = verbs.match(tokens, at)
      if length > 0, at + length <= index { return true }
      at -= 1
    }
    return false
  }

  private func meant(_ draft: Draft, _ sentence: Range<Int>, _ index: Int) -> EntityID? {
    let near = draft.mentions(in: sentence.lowerBound..<index, [.project, .product])
    if let own = near.last(where: { draft.isOwn($0) }) { return draft.ofMention[own] }
    // Another project's release is not told without its name beside.
    let names = scene.topic.flatMap { draft.entities[$0]?.names } ?? []
    guard
      near.allSatisfy({ index in
        // `Quill CLI` is a part of Quill.
        draft.ofMention[index] == scene.topic
          || names.contains { Folding.fold(draft.annotated.mentions[index].name).hasPrefix(Folding.fold($0) + " ") }
      })
    else { return nil }
    let block = draft.annotated.tokens[sentence.lowerBound].block
    var number = draft.annotated.tokens[sentence.lowerBound].sentence - 1
    while number >= 0, case let previous = draft.annotated.sentences[number], !previous.isEmpty,
      draft.annotated.tokens[previous.lowerBound].block == block
    {
      if let own = draft.mentions(in: previous, [.project, .product]).last(where: { draft.isOwn($0) }) {
        return draft.ofMention[own]
      }
      number -= 1
    }
    return scene.topic
  }

  private func state(
    _ draft: inout Draft, _ software: EntityID, _ index: Int, _ words: Range<Int>, _ confidence: Double
  ) {
    let text = draft.annotated.string(index..<(index + 1))
    let bare = text.first == "v" || text.first == "V" ? String(text.dropFirst()) : text
    draft.state(
      .entity(software), .release, .version(bare, date: nil), tokens: words, rule: "bare-version", confidence)
  }
}
