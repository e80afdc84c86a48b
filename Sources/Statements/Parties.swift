import Entities
import Mentions
import Posts

/// Hosts, sponsors and organizers, told by thanks (`Thank you A for having hosted the meetup in X, B in Y and C in Z`), by a
/// participle (`hosted by A`, `our sponsors, A and B`) or by whose rooms they were.
///
/// A word of such a role stands behind those who have it, or before them; each name belongs to the role next to it.
struct Parties {
  let context: EventContext
  /// The organization that signs the post: whose `our meetups` are.
  let author: EntityID?

  struct Role {
    var relation: Relation
    var tokens: Range<Int>
    /// Those who have the role stand before the word (`A for hosting`), or behind it (`hosted by A`).
    var isBehindParties: Bool
  }

  func find(_ draft: inout Draft) {
    let lists: [(Relation, String, Bool)] = [
      (.host, "host-word", true), (.host, "host-by", false), (.sponsor, "sponsor-word", true),
      (.sponsor, "sponsor-by", false), (.organizer, "organizer-word", true), (.organizer, "organizer-by", false),
    ]
    let words = lists.map { ($0.0, draft.language.list($0.1), $0.2) }
    for (number, sentence) in draft.annotated.sentences.enumerated() where !sentence.isEmpty {
      if case .frontMatter = draft.annotated.block(of: sentence.lowerBound).kind { continue }
      let roles = roles(draft, sentence, words)
      if !roles.isEmpty, !isDoubtful(draft, sentence) { assign(&draft, sentence, roles, number) }
      rooms(&draft, sentence, number)
      ours(&draft, sentence, number)
    }
  }

  private func roles(_ draft: Draft, _ sentence: Range<Int>, _ words: [(Relation, WordList, Bool)]) -> [Role] {
    var found: [Role] = []
    var at = sentence.lowerBound
    while at < sentence.upperBound {
      var best: Role?
      for (relation, list, isBehind) in words {
        let length = list.match(draft.annotated.tokens, at)
        if length > 0, at + length <= sentence.upperBound, length > best?.tokens.count ?? 0 {
          best = Role(relation: relation, tokens: at..<(at + length), isBehindParties: isBehind)
        }
      }
      if let best {
        found.append(best)
        at = best.tokens.upperBound
      } else {
        at += 1
      }
    }
    return found
  }

  private func isDoubtful(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
    draft.contains(draft.language.list("negation"), in: sentence) != nil
      || draft.contains(draft.language.list("hypothetical"), in: sentence) != nil
  }

  // MARK: names beside a role's word

  private func assign(_ draft: inout Draft, _ sentence: Range<Int>, _ roles: [Role], _ number: Int) {
    let mentions = draft.annotated.mentions
    let isThanks = draft.contains(draft.language.list("thank"), in: sentence) != nil
    var pending: [Party] = []
    var isPlaced = false
    // `In X, hosted by A; in Y, by B`: where a city comes first, those behind it are its own.
    var last: EntityID?
    var cityFirst: Bool?
    for index in draft.mentions(in: sentence, [.organization, .name, .project, .product, .person, .place]) {
      let mention = mentions[index]
      if mention.kind == .place {
        guard let city = draft.ofMention[index], let meetup = context.event(in: city) else { continue }
        cityFirst = cityFirst ?? true
        if cityFirst == false {
          // Each city takes those named before it, back to the city before; cities in a row share them.
          for party in pending where party.role.relation == .host || citiesNamed(draft, sentence).count == 1 {
            state(&draft, meetup, party.role.relation, party.mention, through: mention.tokens.upperBound)
          }
          isPlaced = true
        }
        last = meetup
        continue
      }
      guard let (role, isElliptic) = role(draft, of: mention, roles, isThanks: isThanks) else {
        // Whose cities follow now, nobody said.
        if isPlaced, mention.kind != .person { pending = [] }
        continue
      }
      if mention.kind == .person, role.relation != .organizer { continue }
      if mention.kind == .name, draft.annotated.tokens[mention.tokens.lowerBound].shape.contains(.sentenceStart),
        mention.tokens.count == 1, draft.language.isOrdinary(draft.annotated.tokens[mention.tokens.lowerBound].folded)
      {
        continue
      }
      cityFirst = cityFirst ?? false
      if cityFirst == true, let last {
        state(&draft, last, role.relation, index, through: mention.tokens.upperBound)
        continue
      }
      if isPlaced {
        pending = []
        isPlaced = false
      }
      pending.append(Party(mention: index, role: role, isElliptic: isElliptic))
    }
    let rest = pending.filter { $0.role.relation != .host && citiesNamed(draft, sentence).count != 1 }
    finish(&draft, isPlaced ? rest : pending, sentence, number)
  }

  private struct Party {
    var mention: Int
    var role: Role
    /// The word of the role stands with another: only a city behind makes it theirs too.
    var isElliptic: Bool
  }

  /// Parties that no city claimed: of the event at which the sentence plays.
  private func finish(_ draft: inout Draft, _ parties: [Party], _ sentence: Range<Int>, _ number: Int) {
    let played = context.event(ofSentence: number)
    let cities = citiesNamed(draft, sentence)
    for party in parties.prefix(16) where !party.isElliptic {
      let role = party.role
      var events: [EntityID] = []
      if context.byCity.isEmpty {
        events = [played].compactMap { $0 }
      } else if role.relation == .host {
        // A roadshow has as many hosts as cities: without a city, nobody knows whose.
        events = played == context.main ? [] : [played].compactMap { $0 }
      } else if let main = context.main {
        events = cities.count == 1 ? cities : [main]
      } else {
        // Of meetups that are no whole nobody knows which is meant, unless the sentence says so.
        events = cities.count == 1 ? cities : []
      }
      for event in events { state(&draft, event, role.relation, party.mention, through: sentence.upperBound) }
    }
  }

  private func citiesNamed(_ draft: Draft, _ sentence: Range<Int>) -> [EntityID] {
    draft.mentions(in: sentence, [.place]).compactMap { draft.ofMention[$0].flatMap { context.event(in: $0) } }
  }

  /// The role of a name: of the words around it the one whose side it is on, with nothing but a list between.
  private func role(_ draft: Draft, of mention: Mention, _ roles: [Role], isThanks: Bool) -> (Role, isElliptic: Bool)? {
    let before = roles.last { $0.tokens.upperBound <= mention.tokens.lowerBound }
    let after = roles.first { $0.tokens.lowerBound >= mention.tokens.upperBound }
    if let before, !before.isBehindParties, isList(draft, before.tokens.upperBound..<mention.tokens.lowerBound) {
      return (before, false)
    }
    if let after, after.isBehindParties, isThanks || mention.tokens.upperBound + 3 >= after.tokens.lowerBound {
      return (after, false)
    }
    // `A for hosting in X, B in Y`: the word is said once.
    if let before, before.isBehindParties, isThanks, after == nil { return (before, true) }
    return nil
  }

  /// Names, commas, `and`, articles, places and what stands in parentheses; no clause.
  private func isList(_ draft: Draft, _ between: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    let and = draft.language.list("and")
    let the = draft.language.list("the")
    let before = draft.language.list("place-before")
    let fillers = draft.language.list("party-filler")
    var depth = 0
    var strange = 0
    for index in between {
      let folded = tokens[index].folded
      if folded == "(" { depth += 1 }
      if folded == ")" { depth -= 1 }
      if depth > 0 || !tokens[index].isWord && folded != "." || tokens[index].isCapital { continue }
      if and.contains(folded) || the.contains(folded) || before.contains(folded) || fillers.contains(folded)
        || draft.annotated.mention(covering: index) != nil
      {
        continue
      }
      strange += 1
    }
    return strange == 0
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
        (max(sentence.lowerBound, start - 4)..<start).contains {
          held.match(tokens, $0) > 0 && $0 + held.match(tokens, $0) == start
        }
        && (draft.annotated.dates.contains { sentence.contains($0.tokens.lowerBound) }
          || draft.contains(draft.language.list("held-word"), in: sentence.lowerBound..<start) != nil)
      guard isPossessive || isOf || isHeld else { continue }
      state(&draft, event, .host, index, through: mention.upperBound)
    }
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
