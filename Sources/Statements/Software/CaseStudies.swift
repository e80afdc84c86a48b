import Entities
import Mentions
import Posts

/// What an organization runs, in the description of it: `Flux reconciles the clusters`, `eleven Kubernetes clusters`,
/// `les images sont conservées dans Harbor`.
struct CaseStudies {
  let scene: SoftwareScene
  private let parties: PartyReader
  private let work, kept, clusters, stops, negation, hypothetical, the, rejected, and, copulas, products,
    stack: WordList

  init(_ language: LanguageData, scene: SoftwareScene) {
    self.scene = scene
    parties = PartyReader(language, scene: scene)
    work = language.list("work-of-software")
    kept = language.list("kept-in")
    clusters = language.list("cluster-noun")
    stops = language.list("clause-start")
    negation = language.list("negation")
    hypothetical = language.list("hypothetical")
    the = language.list("the")
    rejected = language.list("rejected")
    and = language.list("and")
    copulas = language.list("be")
    stack = language.list("stack-label")
    products = language.list("product-noun")
  }

  func find(_ draft: inout Draft) {
    var described: (owner: EntityID, block: Int)?
    for sentence in draft.annotated.sentences where sentence.count > 2 {
      switch draft.annotated.block(of: sentence.lowerBound).kind {
      case .frontMatter, .heading, .tableCell, .caption: continue
      default: break
      }
      let block = draft.annotated.tokens[sentence.lowerBound].block
      if let own = draft.mentions(in: sentence, [.project, .product, .organization]).first, draft.isOwn(own),
        let id = draft.ofMention[own]
      {
        described = (id, block)
      } else if described?.block != block {
        described = nil
      }
      guard let story = parties.placed(draft, sentence) ?? described?.owner ?? (scene.isCaseStudy ? scene.story : nil)
      else { continue }
      let isStack =
        stack.match(draft.annotated.tokens, sentence.lowerBound) > 0
        && sentence.prefix(4).contains { draft.annotated.tokens[$0].folded == ":" }
      var isOpen = false
      for index in draft.mentions(in: sentence, [.project, .product]) {
        let place = draft.annotated.mentions[index].tokens
        guard let used = draft.ofMention[index], used != story, !isTakenBack(draft, sentence, place) else { continue }
        let works = doesWork(draft, sentence, place)
        // `Harbor keeps the images, and Longhorn the disks`: the verb is said once.
        let isElliptic = isOpen && isEllipsis(draft, sentence, place)
        guard
          isStack || works || isElliptic || isKeeper(draft, sentence, place) || isRun(draft, sentence, place)
            || described != nil && isKind(draft, sentence, place)
        else { continue }
        isOpen = isOpen || works
        draft.state(
          .entity(story), .uses, .entity(used), tokens: sentence.lowerBound..<place.upperBound, rule: "case-study", 0.76
        )
      }
    }
  }

  private func isTakenBack(_ draft: Draft, _ sentence: Range<Int>, _ place: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    let near = max(sentence.lowerBound, place.lowerBound - 6)..<min(sentence.upperBound, place.upperBound + 6)
    return near.contains {
      negation.match(tokens, $0) > 0 || hypothetical.match(tokens, $0) > 0 || rejected.match(tokens, $0) > 0
    }
  }

  /// The subject of a verb of work, at the start of its clause.
  private func doesWork(_ draft: Draft, _ sentence: Range<Int>, _ place: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    guard opensClause(draft, sentence, place) else { return false }
    var at = place.upperBound
    while at < sentence.upperBound, at - place.upperBound < 3, work.match(tokens, at) == 0 {
      guard tokens[at].isWord, draft.annotated.mention(covering: at) == nil, !stops.contains(tokens[at].folded) else {
        return false
      }
      at += 1
    }
    return at < sentence.upperBound && work.match(tokens, at) > 0
  }

  private func opensClause(_ draft: Draft, _ sentence: Range<Int>, _ place: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    var at = place.lowerBound - 1
    while at >= sentence.lowerBound, the.contains(tokens[at].folded) || and.contains(tokens[at].folded) { at -= 1 }
    return at < sentence.lowerBound || !tokens[at].isWord
  }

  private func isEllipsis(_ draft: Draft, _ sentence: Range<Int>, _ place: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    let next = place.upperBound
    return opensClause(draft, sentence, place) && next < sentence.upperBound && the.contains(tokens[next].folded)
  }

  /// `images are kept in P`, `disks managed by P`
  private func isKeeper(_ draft: Draft, _ sentence: Range<Int>, _ place: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    var at = place.lowerBound - 1
    while at > sentence.lowerBound, the.contains(tokens[at].folded) { at -= 1 }
    return (max(sentence.lowerBound, at - 4)...max(sentence.lowerBound, at)).contains {
      let length = kept.match(tokens, $0)
      return length > 0 && $0 + length == at + 1
    }
  }

  /// `X is a P cloud`, `X est un nuage P`: what a product of one's own is called by.
  private func isKind(_ draft: Draft, _ sentence: Range<Int>, _ place: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    let before = max(sentence.lowerBound, place.lowerBound - 4)..<place.lowerBound
    guard before.contains(where: { copulas.contains(tokens[$0].folded) }) else { return false }
    return place.upperBound < sentence.upperBound && products.match(tokens, place.upperBound) > 0
      || place.lowerBound > sentence.lowerBound && products.match(tokens, place.lowerBound - 1) > 0
  }

  /// `eleven P clusters`, `onze clusters P`
  private func isRun(_ draft: Draft, _ sentence: Range<Int>, _ place: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    if place.upperBound < sentence.upperBound, clusters.contains(tokens[place.upperBound].folded) { return true }
    return place.lowerBound > sentence.lowerBound && clusters.contains(tokens[place.lowerBound - 1].folded)
  }
}
