import Entities
import Mentions
import Posts

/// Hosts told by whose rooms they were (`at Quillmark's office`, `chez Quillmark`), and whose meetups are `ours`.
struct Parties {
  let context: EventContext
  /// The organization that signs the post: whose `our meetups` are.
  let author: EntityID?

  func find(_ draft: inout Draft) {
    for (number, sentence) in draft.annotated.sentences.enumerated() where !sentence.isEmpty {
      if case .frontMatter = draft.annotated.block(of: sentence.lowerBound).kind { continue }
      rooms(&draft, sentence, number)
      ours(&draft, sentence, number)
    }
  }

  private func isDoubtful(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
    draft.isNegated(in: sentence) || draft.isHypothetical(in: sentence)
  }

  // MARK: rooms

  /// `at Google's office`, `dans les locaux de Google`, `chez Shopify` behind a day or a city.
  private func rooms(_ draft: inout Draft, _ sentence: Range<Int>, _ number: Int) {
    guard let event = context.event(ofSentence: number), !isDoubtful(draft, sentence),
      context.byCity.isEmpty || event != context.main, draft.entities[event]?.subtypes.contains(.meetup) == true
    else { return }
    let tokens = draft.annotated.tokens
    let office = draft.language.list("office-word")
    if let author, author.type == .organization,
      let own = draft.contains(draft.language.list("our-office"), in: sentence),
      draft.contains(draft.language.list("held-word"), in: sentence) != nil
        || draft.contains(draft.language.list("held-verb"), in: sentence) != nil
    {
      draft.state(.entity(event), .host, .entity(author), tokens: own..<sentence.upperBound, rule: "party-host", 0.85)
    }
    let at = draft.language.list("office-before")
    let of = draft.language.list("office-of")
    let held = draft.language.list("held-at")
    for index in draft.mentions(in: sentence, [.organization, .name, .product, .project]) {
      let mention = draft.annotated.mentions[index].tokens
      var start = mention.lowerBound
      while start > sentence.lowerBound, draft.language.list("the").contains(tokens[start - 1].folded) { start -= 1 }
      guard start > sentence.lowerBound else { continue }
      let behind = mention.upperBound..<min(mention.upperBound + 4, sentence.upperBound)
      let isPossessive =
        at.contains(tokens[start - 1].folded) && behind.contains { office.contains(tokens[$0].folded) }
        && behind.first.map {
          ["'s", "'", "’", "’s"].contains(tokens[$0].folded) || office.contains(tokens[$0].folded)
        }
          ?? false
      let isOf = (max(sentence.lowerBound, start - 5)..<start).contains {
        of.match(tokens, $0) > 0 && $0 + of.match(tokens, $0) == start
      }
      let isHeld =
        !isEmployer(draft, sentence, start)
        && (max(sentence.lowerBound, start - 4)..<start).contains {
          held.match(tokens, $0) > 0 && $0 + held.match(tokens, $0) == start
        }
        && (draft.annotated.dates.contains {
          (max(sentence.lowerBound, start - 9)..<start).contains($0.tokens.lowerBound)
        }
          || draft.contains(draft.language.list("held-word"), in: sentence.lowerBound..<start) != nil)
      guard isPossessive || isOf || isHeld else { continue }
      state(&draft, event, .host, index, through: mention.upperBound)
    }
  }

  /// `Ada Lovelace, architecte chez Quillmark`: where somebody works, not where one meets.
  private func isEmployer(_ draft: Draft, _ sentence: Range<Int>, _ start: Int) -> Bool {
    let near = max(sentence.lowerBound, start - 6)..<start
    let roles = draft.language.list("role-head")
    return !draft.mentions(in: near, [.person]).isEmpty
      || near.contains { roles.contains(draft.annotated.tokens[$0].folded) }
  }

  // MARK: our meetups

  /// `our DevOps meetups in Montreal`: whoever says so organizes them.
  private func ours(_ draft: inout Draft, _ sentence: Range<Int>, _ number: Int) {
    guard let author, author.type == .organization, !isDoubtful(draft, sentence) else { return }
    let tokens = draft.annotated.tokens
    let possessive = draft.language.list("our")
    let words = draft.language.list("meetup-word")
    let series = draft.language.list("series-word")
    for index in sentence where possessive.contains(tokens[index].folded) {
      let reach = (index + 1)..<min(index + 8, sentence.upperBound)
      guard
        let head = reach.first(where: {
          words.contains(tokens[$0].folded) || series.contains(tokens[$0].folded)
            || draft.annotated.mention(covering: $0).map { draft.annotated.mentions[$0].kind == .event } ?? false
        }),
        ((index + 1)..<head).allSatisfy({
          tokens[$0].isCapital || draft.language.list("event-join").contains(tokens[$0].folded)
            || draft.annotated.mention(covering: $0) != nil
            || draft.language.list("edition-qualifier").value(tokens[$0].folded) != nil
            || draft.language.list("event-weak-left").contains(tokens[$0].folded)
        })
      else { continue }
      let named = draft.annotated.mention(covering: head).flatMap { context.ofMention[$0] }
      let whole = [context.main].compactMap { $0 }
      for event in named.map({ [$0] }) ?? (context.byCity.isEmpty ? [] : whole) {
        // A conference of others that one calls one's own is none: only meetups and what has no entry.
        guard !context.known.contains(event) || draft.entities[event]?.subtypes.contains(.meetup) == true else {
          continue
        }
        draft.state(
          .entity(event), .organizer, .entity(author), tokens: index..<(head + 1), rule: "our-event", 0.85)
      }
    }
  }

  private func state(_ draft: inout Draft, _ event: EntityID, _ relation: Relation, _ mention: Int, through end: Int) {
    let party: EntityID?
    if draft.annotated.mentions[mention].kind == .person {
      party = draft.ofMention[mention]
    } else {
      party = draft.asOrganization(mention)
    }
    guard let party else { return }
    let start = draft.annotated.mentions[mention].tokens.lowerBound
    draft.state(
      .entity(event), relation, .entity(party), tokens: start..<max(end, start + 1),
      rule: "party-" + relation.rawValue, 0.9)
  }
}
