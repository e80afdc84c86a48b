import Entities
import Mentions
import Posts

/// Which level of its foundation a project is at or came to: `P has graduated`, `the graduation of P and Q`, `we reached
/// incubation`, `P, still in the Sandbox`, `P rejoint les projets diplômés`.
///
/// A level's word counts with a word of moving or being beside it; the project is the one in the same clause, else the post's.
struct Levels {
  let scene: SoftwareScene
  private let levels: [(Maturity, WordList)]
  private let verbs, nouns, finished, beside, prospects, negation, hypothetical, own, and, be, the, of, steps,
    context, like, sources: WordList

  init(_ language: LanguageData, scene: SoftwareScene) {
    self.scene = scene
    levels = [
      (.sandbox, language.list("level-sandbox")), (.incubating, language.list("level-incubating")),
      (.graduated, language.list("level-graduated")), (.archived, language.list("level-archived")),
    ]
    verbs = language.list("level-verb")
    nouns = language.list("level-noun")
    finished = language.list("level-finite")
    beside = language.list("level-beside")
    prospects = language.list("prospect")
    negation = language.list("negation")
    hypothetical = language.list("hypothetical")
    own = language.list("project-own")
    and = language.list("and")
    be = language.list("be")
    the = language.list("the")
    of = language.list("level-of")
    sources = language.list("level-source")
    like = language.list("like")
    steps = language.list("level-step")
    context = language.list("level-context")
  }

  func find(_ draft: inout Draft) {
    for sentence in draft.annotated.sentences where sentence.count > 1 {
      switch draft.annotated.block(of: sentence.lowerBound).kind {
      case .frontMatter(key: "title"), .frontMatter(key: "description"): break
      case .frontMatter: continue
      default: break
      }
      for index in sentence {
        if let mention = draft.annotated.mention(covering: index), draft.annotated.mentions[mention].kind != .name {
          continue
        }
        for (level, words) in levels {
          let length = words.match(draft.annotated.tokens, index)
          if length > 0 { read(&draft, sentence, index..<(index + length), level) }
        }
      }
    }
  }

  private func read(_ draft: inout Draft, _ sentence: Range<Int>, _ word: Range<Int>, _ level: Maturity) {
    if isQuotedTitle(draft, word.lowerBound) || isTakenBack(draft, sentence, word) { return }
    // An environment to play in is called so, too.
    if level == .sandbox, !draft.annotated.tokens[word.lowerBound].isCapital,
      draft.contains(context, in: sentence) == nil
    {
      return
    }
    // `moved from the sandbox into the incubator`: where it comes from is not where it is.
    var before = word.lowerBound - 1
    while before > sentence.lowerBound, the.contains(draft.annotated.tokens[before].folded) { before -= 1 }
    if before >= sentence.lowerBound, sources.contains(draft.annotated.tokens[before].folded) { return }
    guard let cue = cue(draft, sentence, word) else { return }
    var projects = projects(draft, sentence, word, cue)
    if projects.isEmpty, !be.contains(draft.annotated.tokens[cue].folded) {
      projects = isOwn(draft, sentence, word) ? [scene.theme].compactMap { $0 } : []
    }
    for project in projects where project.type == .project {
      draft.state(
        .entity(project), .maturity, .maturity(level, since: nil), tokens: sentence.lowerBound..<sentence.upperBound,
        rule: "level", 0.86)
    }
  }

  /// Titles of talks and posts name levels, too.
  private func isQuotedTitle(_ draft: Draft, _ token: Int) -> Bool {
    let block = draft.annotated.block(of: token).range
    let at = draft.annotated.tokens[token].range.lowerBound
    if draft.annotated.quotations(startingIn: block).contains(where: { $0.range.contains(at) }) { return true }
    return draft.annotated.spans(startingIn: block).contains {
      guard $0.kind == .emphasis, $0.range.contains(at), $0.range != block else { return false }
      return draft.annotated.tokens(in: $0.range).count > 3
    }
  }

  private func isTakenBack(_ draft: Draft, _ sentence: Range<Int>, _ word: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    let before = max(sentence.lowerBound, word.lowerBound - 8)..<word.upperBound
    if before.contains(where: {
      hypothetical.match(tokens, $0) > 0 && !(tokens[$0].isCapital && tokens[$0].folded == "may")
        || prospects.match(tokens, $0) > 0
    }) {
      return true
    }
    // `the graduation votes`, `incubation proposal`
    if (word.upperBound..<min(sentence.upperBound, word.upperBound + 2)).contains(where: {
      steps.match(tokens, $0) > 0
    }) {
      return true
    }
    let around = max(sentence.lowerBound, word.lowerBound - 5)..<min(sentence.upperBound, word.upperBound + 3)
    return around.contains { at in
      guard negation.match(tokens, at) > 0 else { return false }
      // `sans avoir quitté le Sandbox`, `has not left`: two negations.
      return !(at..<min(at + 5, sentence.upperBound)).contains { leaves.contains(tokens[$0].folded) }
    }
  }

  private let leaves: Set<String> = ["left", "leaving", "quitte", "quitter"]

  /// What makes the level's word a statement; where the words of it begin.
  private func cue(_ draft: Draft, _ sentence: Range<Int>, _ word: Range<Int>) -> Int? {
    let tokens = draft.annotated.tokens
    // `P graduated`, `P est diplômé`, `was archived`
    if finished.match(tokens, word.lowerBound) > 0 {
      var at = word.lowerBound - 1
      while at >= sentence.lowerBound, be.contains(tokens[at].folded) || verbs.contains(tokens[at].folded) { at -= 1 }
      return at + 1
    }
    let low = max(sentence.lowerBound, word.lowerBound - 14)
    if let verb = (low..<max(low, word.lowerBound)).last(where: {
      verbs.match(tokens, $0) > 0 || nouns.match(tokens, $0) > 0
    }), !(verb..<word.lowerBound).contains(where: { [";", ":"].contains(tokens[$0].folded) }) {
      return verb
    }
    // A cell of a table of years: `Incubation!`
    if sentence.count <= 4, word.lowerBound == sentence.lowerBound,
      case .tableCell = draft.annotated.block(of: word.lowerBound).kind
    {
      return word.lowerBound
    }
    // `the graduation of P`, `P's graduation`
    if word.upperBound < sentence.upperBound, of.contains(tokens[word.upperBound].folded) { return word.lowerBound }
    if word.lowerBound > sentence.lowerBound, tokens[word.lowerBound - 1].folded == "'s" { return word.lowerBound - 1 }
    // `the graduated project P`, `P, a sandbox project,`
    if word.upperBound < sentence.upperBound,
      (word.upperBound..<min(word.upperBound + 2, sentence.upperBound)).contains(where: {
        beside.contains(tokens[$0].folded)
      })
    {
      return word.lowerBound
    }
    return nil
  }

  private func projects(_ draft: Draft, _ sentence: Range<Int>, _ word: Range<Int>, _ cue: Int) -> [EntityID] {
    let tokens = draft.annotated.tokens
    // `the graduation of P and Q`, `accept P as an incubating project`, `projets diplômés, aux côtés de P et Q`
    var at = word.upperBound
    if at < sentence.upperBound, of.contains(tokens[at].folded) {
      let behind = list(draft, at + 1, sentence.upperBound)
      if !behind.isEmpty { return behind }
    }
    var found: [EntityID] = []
    let low = clauseStart(draft, sentence, cue)
    if let near = draft.mentions(in: low..<word.lowerBound, [.project]).last {
      let gap = draft.annotated.mentions[near].tokens.upperBound..<word.lowerBound
      guard gap.count <= 22 else { return [] }
      found = joined(draft, near, low)
    }
    // Those named beside it have the level as well: `joins incubating projects such as P and Q`.
    at = word.upperBound
    if !found.isEmpty || isOwn(draft, sentence, word), at + 1 < sentence.upperBound, beside.contains(tokens[at].folded),
      case let length = like.match(tokens, at + 1), length > 0
    {
      return (found.isEmpty ? [scene.theme].compactMap { $0 } : found)
        + list(draft, at + 1 + length, sentence.upperBound)
    }
    while at < min(sentence.upperBound, word.upperBound + 10), beside.match(tokens, at) < 2 { at += 1 }
    if at < min(sentence.upperBound, word.upperBound + 10) {
      let more = list(draft, at + beside.match(tokens, at), sentence.upperBound)
      if !more.isEmpty { return (found.isEmpty ? [scene.theme].compactMap { $0 } : found) + more }
    }
    if found.isEmpty, word.upperBound < sentence.upperBound {
      // `the graduated project P`, `graduated P`
      at = word.upperBound
      if beside.contains(tokens[at].folded) { at += 1 }
      if at < sentence.upperBound { at += max(like.match(tokens, at), tokens[at].folded == ":" ? 1 : 0) }
      found = list(draft, at, min(sentence.upperBound, at + 12))
    }
    return found
  }

  /// Behind the last mark that closes another clause.
  private func clauseStart(_ draft: Draft, _ sentence: Range<Int>, _ at: Int) -> Int {
    let tokens = draft.annotated.tokens
    return (sentence.lowerBound..<at).last { [";", "–", "—"].contains(tokens[$0].folded) }.map { $0 + 1 }
      ?? sentence.lowerBound
  }

  /// Projects joined by commas and conjunctions from a place on.
  private func list(_ draft: Draft, _ start: Int, _ end: Int) -> [EntityID] {
    let tokens = draft.annotated.tokens
    var found: [EntityID] = []
    var at = start
    while at < end {
      if let mention = draft.annotated.mention(at: at) {
        guard draft.annotated.mentions[mention].kind == .project, let id = draft.ofMention[mention] else { break }
        found.append(id)
        at = draft.annotated.mentions[mention].tokens.upperBound
      } else if tokens[at].folded == "," || and.contains(tokens[at].folded) || the.contains(tokens[at].folded)
        || of.contains(tokens[at].folded)
      {
        at += 1
      } else {
        break
      }
    }
    return found
  }

  /// The project and those joined to it before.
  private func joined(_ draft: Draft, _ last: Int, _ low: Int) -> [EntityID] {
    let tokens = draft.annotated.tokens
    var found = [draft.ofMention[last]].compactMap { $0 }
    var from = draft.annotated.mentions[last].tokens.lowerBound
    for mention in draft.mentions(in: low..<from, [.project]).reversed() {
      let gap = draft.annotated.mentions[mention].tokens.upperBound..<from
      guard !gap.isEmpty, gap.count <= 3,
        gap.allSatisfy({
          tokens[$0].folded == "," || and.contains(tokens[$0].folded) || of.contains(tokens[$0].folded)
            || the.contains(tokens[$0].folded)
        }), let id = draft.ofMention[mention]
      else { break }
      found.insert(id, at: 0)
      from = draft.annotated.mentions[mention].tokens.lowerBound
    }
    return found
  }

  /// The sentence speaks of the post's project without its name.
  private func isOwn(_ draft: Draft, _ sentence: Range<Int>, _ word: Range<Int>) -> Bool {
    guard draft.mentions(in: sentence, [.project, .product]).allSatisfy({ draft.ofMention[$0] == scene.theme }) else {
      return false
    }
    if case .tableCell = draft.annotated.block(of: word.lowerBound).kind { return true }
    return draft.contains(own, in: sentence) != nil
  }
}
