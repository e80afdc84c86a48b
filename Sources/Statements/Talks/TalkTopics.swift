import Entities
import Mentions
import Posts

/// What a talk is about, by its description: `Flux in a hospital`, `shows how Jaeger copes`, `walked through its engine with Pixie`.
struct TalkTopics {
  private let verbs: WordList
  private let topicBefore: WordList
  private let on: WordList
  private let how: WordList
  private let negation: WordList
  private let needs: WordList
  private let asides: TopicAsides

  init(_ language: LanguageData) {
    verbs = language.list("talk-verb")
    topicBefore = language.list("topic-before")
    on = language.list("talk-on")
    how = language.list("how")
    negation = language.list("negation")
    needs = language.list("topic-need")
    asides = TopicAsides(language)
  }

  /// Software that the first sentences of a description begin with, or that stands right behind a verb of telling.
  func find(_ draft: inout Draft, _ talk: EntityID, in prose: Range<Int>) {
    guard let first = prose.first else { return }
    let tokens = draft.annotated.tokens
    let block = tokens[first].block
    var stated = 0
    for number in tokens[first].sentence..<min(tokens[first].sentence + 4, draft.annotated.sentences.count) {
      let own = draft.annotated.sentences[number]
      guard own.lowerBound < prose.upperBound, tokens[own.lowerBound].block - block <= 1, stated < 4 else { return }
      switch draft.annotated.block(of: own.lowerBound).kind {
      case .paragraph, .other, .listItem, .quotation: break
      default: return
      }
      let sentence = max(own.lowerBound, prose.lowerBound)..<min(own.upperBound, prose.upperBound)
      if draft.contains(needs, in: sentence) != nil { continue }
      for mention in draft.mentions(in: sentence, [.project, .product]) where isTopic(draft, mention, sentence) {
        guard let id = draft.ofMention[mention], !asides.isAside(draft, mention, in: sentence) else { continue }
        draft.state(.entity(talk), .about, .entity(id), tokens: sentence, rule: "talk-description", 0.8)
        stated += 1
      }
    }
  }

  /// In prose only what a title is said to be about counts: `TITLE, about X`, `TITLE explained how X …`.
  func find(_ draft: inout Draft, _ talk: EntityID, behind title: Range<Int>, in sentence: Range<Int>) {
    let tokens = draft.annotated.tokens
    guard title.upperBound < sentence.upperBound else { return }
    // As far as the clause, and no further than the next title.
    let end = (title.upperBound..<sentence.upperBound).dropFirst().first {
      [".", ";", "(", "“", "«", "‘", ":"].contains(tokens[$0].folded)
    }
    let rest = title.upperBound..<(end ?? sentence.upperBound)
    for mention in draft.mentions(in: rest, [.project, .product]) {
      let start = draft.annotated.mentions[mention].tokens.lowerBound
      guard start - title.upperBound <= 14, let id = draft.ofMention[mention] else { break }
      let isTold = (max(rest.lowerBound, start - 3)..<start).contains { index in
        on.match(tokens, index) > 0 || how.match(tokens, index) > 0 || verbs.match(tokens, index) > 0
      }
      guard isTold, !draft.isDenied(negation, in: rest.lowerBound..<start), !asides.isAside(draft, mention, in: rest)
      else {
        continue
      }
      draft.state(.entity(talk), .about, .entity(id), tokens: sentence, rule: "talk-description", 0.8)
    }
  }

  /// `P told how X replaces Y in TITLE`: software between the verb and the title.
  func find(_ draft: inout Draft, _ talk: EntityID, before title: Range<Int>, in sentence: Range<Int>) {
    let tokens = draft.annotated.tokens
    guard let verb = (sentence.lowerBound..<title.lowerBound).last(where: { verbs.match(tokens, $0) > 0 }),
      ![",", ";"].contains(tokens[max(title.lowerBound - 1, 0)].folded)
    else { return }
    for mention in draft.mentions(in: verb..<title.lowerBound, [.project, .product]) {
      let start = draft.annotated.mentions[mention].tokens.lowerBound
      guard title.lowerBound - start <= 14, let id = draft.ofMention[mention],
        !draft.isDenied(negation, in: verb..<start), !asides.isAside(draft, mention, in: sentence)
      else { continue }
      draft.state(.entity(talk), .about, .entity(id), tokens: sentence, rule: "talk-description", 0.8)
    }
  }

  /// `She explained how X works`, `It covered how X …`: what the sentence behind says that the talk told of.
  func follow(_ draft: inout Draft, _ talk: EntityID, in sentence: Range<Int>) {
    let tokens = draft.annotated.tokens
    guard let verb = sentence.prefix(12).first(where: { verbs.match(tokens, $0) > 0 }) else { return }
    var stated = 0
    for mention in draft.mentions(in: verb..<sentence.upperBound, [.project, .product]) where stated < 3 {
      let start = draft.annotated.mentions[mention].tokens.lowerBound
      guard let id = draft.ofMention[mention], !asides.isAside(draft, mention, in: sentence),
        !draft.isDenied(negation, in: sentence.lowerBound..<start)
      else {
        return
      }
      draft.state(.entity(talk), .about, .entity(id), tokens: sentence, rule: "talk-description", 0.8)
      stated += 1
    }
  }

  private func isTopic(_ draft: Draft, _ mention: Int, _ sentence: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    let start = draft.annotated.mentions[mention].tokens.lowerBound
    if draft.isDenied(negation, in: max(sentence.lowerBound, start - 8)..<start) { return false }
    // `LitmusChaos in a hospital`, `Thanos in three districts`
    if start == sentence.lowerBound {
      let end = draft.annotated.mentions[mention].tokens.upperBound
      return !draft.isDenied(negation, in: end..<min(end + 4, sentence.upperBound))
    }
    // `shows how X`, `about X`: nothing but small words between.
    var at = start - 1
    var seen = 0
    while at >= sentence.lowerBound, seen < 6 {
      let isBehind = (1...2).contains { length in
        at - length + 1 >= sentence.lowerBound && topicBefore.match(tokens, at - length + 1) == length
      }
      if isBehind { return true }
      if [".", ";", ":", "(", ")"].contains(tokens[at].folded) { return false }
      if verbs.match(tokens, at) > 0 { return seen <= 3 }
      at -= 1
      seen += 1
    }
    return false
  }
}
