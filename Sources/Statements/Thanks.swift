import Entities
import Mentions

/// Hosts and sponsors, from sentences that thank them: `Thank you A for having hosted the meetup in X, B in Y and C in Z`.
struct Thanks {
  let context: EventContext

  func find(_ draft: inout Draft) {
    let hosts = draft.language.list("host-word")
    let sponsors = draft.language.list("sponsor-word")
    let thanks = draft.language.list("thank")
    for (number, sentence) in draft.annotated.sentences.enumerated() where !sentence.isEmpty {
      guard draft.contains(thanks, in: sentence) != nil else { continue }
      let event = context.ofSentence.indices.contains(number) ? context.ofSentence[number] : context.main
      if draft.contains(hosts, in: sentence) != nil, draft.contains(sponsors, in: sentence) == nil {
        host(&draft, sentence, event)
      } else if let word = draft.contains(sponsors, in: sentence) {
        sponsor(&draft, sentence, word, context.main ?? event)
      }
    }
  }

  /// Each city takes the organizations named before it, back to the city before; cities in a row share them.
  private func host(_ draft: inout Draft, _ sentence: Range<Int>, _ event: EntityID?) {
    var current: [Int] = []
    var placed = false
    let mentions = draft.mentions(in: sentence, [.organization, .name, .project, .product, .place])
    for index in mentions {
      let mention = draft.annotated.mentions[index]
      if mention.kind == .place {
        guard let city = draft.ofMention[index], let meetup = context.event(in: city) else { continue }
        for organization in current { state(&draft, meetup, .host, organization, through: mention.tokens.upperBound) }
        placed = true
      } else {
        if mention.kind == .name, mention.tokens.lowerBound == sentence.lowerBound { continue }
        if placed {
          current = []
          placed = false
        }
        current.append(index)
      }
    }
    if context.byCity.isEmpty, let event {
      for organization in current.prefix(4) {
        state(&draft, event, .host, organization, through: draft.annotated.mentions[organization].tokens.upperBound)
      }
    }
  }

  private func sponsor(_ draft: inout Draft, _ sentence: Range<Int>, _ word: Int, _ event: EntityID?) {
    guard let event else { return }
    let tokens = draft.annotated.tokens
    let mentions = draft.mentions(in: sentence, [.organization, .name, .project, .product])
    for index in mentions {
      let mention = draft.annotated.mentions[index]
      // The list stands on one side of the word; a name that is ordinary at the sentence's start is no member of it.
      if mention.tokens.lowerBound > word,
        mentions.contains(where: { draft.annotated.mentions[$0].tokens.upperBound <= word })
      {
        continue
      }
      if mention.kind == .name, tokens[mention.tokens.lowerBound].shape.contains(.sentenceStart) { continue }
      state(&draft, event, .sponsor, index, through: sentence.upperBound)
    }
  }

  private func state(_ draft: inout Draft, _ event: EntityID, _ relation: Relation, _ mention: Int, through end: Int) {
    guard let organization = draft.asOrganization(mention) else { return }
    let start = draft.annotated.mentions[mention].tokens.lowerBound
    draft.state(
      .entity(event), relation, .entity(organization), tokens: start..<max(end, start + 1),
      rule: "thanks-" + relation.rawValue, 0.92)
  }
}
