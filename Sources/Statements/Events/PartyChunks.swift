import Mentions

/// The words of a sentence as the grammar of hosts, sponsors and organizers sees them.
enum PartyChunk: Equatable {
  /// A list of names.
  case party([Int])
  case place(Int)
  case event(Int)
  /// `the meetup`, `la soirée`
  case gathering
  /// Those who come: `us`, `everyone`.
  case guests
  /// Who was named before.
  case it
  /// What a host gives: rooms, doors, a roof.
  case room
  /// What a sponsor gives: food, drinks, prizes.
  case treat
  /// A verb that says of its subject what it is to the event: `hosted`, `sponsored`, `ran`.
  case act(Relation)
  /// A verb of giving: what is given says what the giver is.
  case give
  /// `our sponsors`, `the host`
  case noun(Relation)
  /// `we host`, `nous commanditons`
  case own(Relation)
  /// `we were`, before a noun
  case we
  /// `by`, `courtesy of`
  case by
  /// `on`, `from`: of treats only
  case on
  /// `both`, `les deux`: the events that the sentence names
  case both
  /// `of` in `les gaufres de Quillmark`
  case of
  case `for`
  case `as`
  case thanks
  case be
  case and
  case comma
  /// Words that say nothing here: articles, adverbs, adjectives of praise.
  case gap
  case stop
  case other
}

/// Cuts sentences into the chunks of the grammar of parties.
struct PartyChunker {
  private let lists: [(WordList, PartyChunk)]
  private let nouns: WordList
  private let own: WordList
  private let the: WordList
  private let nounBefore: WordList
  private let pronouns: WordList
  private let beside: WordList
  private let treats: WordList
  private let groups: WordList
  private let addresses: WordList
  private let and: WordList
  private let with: WordList
  private let gaps: [WordList]

  struct Piece {
    var chunk: PartyChunk
    var tokens: Range<Int>
    /// `the`, `a`: what follows is a new noun.
    var isArticle = false
  }

  init(_ language: LanguageData) {
    lists = [
      (language.list("thank"), .thanks),
      (language.list("party-host-verb"), .act(.host)), (language.list("party-sponsor-verb"), .act(.sponsor)),
      (language.list("party-organize-verb"), .act(.organizer)), (language.list("party-give-verb"), .give),
      (language.list("party-room"), .room), (language.list("treat"), .treat),
      (language.list("party-guests"), .guests), (language.list("meetup-word"), .gathering),
      (language.list("event-noun"), .gathering), (language.list("party-by"), .by),
      (language.list("party-on"), .on), (language.list("party-we"), .we), (language.list("party-both"), .both),
      (language.list("party-of"), .of),
      (language.list("party-for"), .for), (language.list("party-as"), .as),
      (language.list("be"), .be),
    ]
    nouns = language.list("party-role")
    own = language.list("party-own-verb")
    the = language.list("the")
    nounBefore = language.list("party-noun-before")
    pronouns = language.list("party-it")
    beside = language.list("beside-event")
    treats = language.list("treat")
    groups = language.list("party-group")
    addresses = language.list("address-noun")
    and = language.list("and")
    with = language.list("party-with")
    gaps = [
      language.list("party-gap"), language.list("the"), language.list("adverb"), language.list("party-filler"),
    ]
  }

  func pieces(_ draft: Draft, _ sentence: Range<Int>) -> [Piece] {
    var found: [Piece] = []
    var at = sentence.lowerBound
    while at < sentence.upperBound {
      var piece = piece(draft, at, sentence.upperBound)
      // `our sponsors`, `Sponsors: A`, and `A sponsors the meetup`: the same word, told by what stands before.
      if case .act = piece.chunk, let noun = noun(draft, at), isNoun(draft, at, sentence) { piece = noun }
      at = piece.tokens.upperBound
      // Names that commas and `and` join are one list.
      if case .party(let names) = piece.chunk, let list = joined(&found), case .party(let before) = list.chunk {
        found.append(Piece(chunk: .party(before + names), tokens: list.tokens.lowerBound..<at))
      } else {
        found.append(piece)
      }
    }
    return found
  }

  private func isBeside(_ draft: Draft, _ at: Int) -> Bool {
    let low = max(draft.sentence(at).lowerBound, at - 6)
    return (low..<at).contains { start in
      let length = beside.match(draft.annotated.tokens, start)
      return length > 1
        && (start + length == at || start + length == at - 1 && the.contains(draft.annotated.tokens[at - 1].folded))
    }
  }

  /// `Sparks Street`, `rue Sparks`: where something is, and nobody.
  private func isAddress(_ draft: Draft, _ name: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    return addresses.contains(tokens[name.upperBound - 1].folded) || addresses.contains(tokens[name.lowerBound].folded)
      || name.lowerBound > 0 && addresses.contains(tokens[name.lowerBound - 1].folded)
  }

  /// `(yes, really)`: a remark that names nobody.
  private func remark(_ draft: Draft, _ at: Int, _ limit: Int) -> Int? {
    for index in (at + 1)..<max(at + 1, min(at + 9, limit)) {
      if draft.annotated.mention(covering: index) != nil { return nil }
      if draft.annotated.tokens[index].folded == ")" { return index + 1 }
    }
    return nil
  }

  private func noun(_ draft: Draft, _ at: Int) -> Piece? {
    let length = nouns.match(draft.annotated.tokens, at)
    guard length > 0 else { return nil }
    let phrase = draft.annotated.tokens[at..<(at + length)].map(\.folded).joined(separator: " ")
    return nouns.value(of: phrase).flatMap(Relation.init(rawValue:)).map {
      Piece(chunk: .noun($0), tokens: at..<(at + length))
    }
  }

  /// Behind an article, a possessive or an adjective, or where a line begins.
  private func isNoun(_ draft: Draft, _ at: Int, _ sentence: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    let before = at - 1
    guard before >= sentence.lowerBound, !tokens[at].shape.contains(.lineBreakBefore) else { return true }
    return the.contains(tokens[before].folded) || nounBefore.contains(tokens[before].folded)
      || !tokens[before].isWord && tokens[before].folded != ","
  }

  /// Takes `A ,` or `A and the` off the end, when a name behind them goes on with the list.
  private func joined(_ found: inout [Piece]) -> Piece? {
    var end = found.count
    var isJoined = false
    while end > 0 {
      switch found[end - 1].chunk {
      case .and, .comma: isJoined = true
      case .gap where found[end - 1].tokens.count == 1 && end < found.count + 1: break
      case .party where isJoined:
        let list = found[end - 1]
        found.removeSubrange((end - 1)...)
        return list
      default: return nil
      }
      end -= 1
      if found.count - end > 3 { return nil }
    }
    return nil
  }

  private func piece(_ draft: Draft, _ at: Int, _ limit: Int) -> Piece {
    let tokens = draft.annotated.tokens
    if let index = draft.annotated.mention(at: at) {
      let mention = draft.annotated.mentions[index]
      let chunk: PartyChunk
      switch mention.kind {
      case .place: chunk = .place(index)
      // `co-located with KubeCon`: what is said is not said of that one.
      case .event: chunk = isBeside(draft, at) ? .gap : .event(index)
      case .name where isAddress(draft, mention.tokens): chunk = .other
      case .name where treats.match(tokens, at) >= mention.tokens.count: chunk = .treat
      case _ where mention.tokens.upperBound < limit && groups.match(tokens, mention.tokens.upperBound) > 0:
        // `the CNCF community group`: not the foundation.
        chunk = .other
      default: chunk = .party([index])
      }
      return Piece(chunk: chunk, tokens: at..<min(mention.tokens.upperBound, limit))
    }
    let token = tokens[at]
    if token.folded == "(", let end = remark(draft, at, limit) { return Piece(chunk: .gap, tokens: at..<end) }
    if pronouns.contains(token.folded) { return Piece(chunk: .it, tokens: at..<(at + 1)) }
    var best = (length: 0, chunk: PartyChunk.other)
    func offer(_ length: Int, _ chunk: PartyChunk) {
      if length > best.length, at + length <= limit { best = (length, chunk) }
    }
    for (list, chunk) in lists { offer(list.match(tokens, at), chunk) }
    for (list, make) in [(nouns, PartyChunk.noun), (own, PartyChunk.own)] {
      let length = list.match(tokens, at)
      guard length > 0 else { continue }
      let phrase = tokens[at..<(at + length)].map(\.folded).joined(separator: " ")
      if let relation = list.value(of: phrase).flatMap(Relation.init(rawValue:)) { offer(length, make(relation)) }
    }
    let length = max(and.match(tokens, at), with.match(tokens, at))
    if length > best.length { return Piece(chunk: .and, tokens: at..<(at + length)) }
    // `d’abord` is more than its `d’`.
    if best.length == 1, let length = gaps.first.map({ $0.match(tokens, at) }), length > 1 { offer(length, .gap) }
    if best.length == 0 {
      for list in gaps { offer(list.match(tokens, at), .gap) }
    }
    if best.length == 0 {
      best.length = 1
      switch token.folded {
      case ",": best.chunk = .comma
      case ";", "?", "!", "…": best.chunk = .stop
      case "(", ")", ":", "–", "—", "\"", "“", "”", "«", "»", "*", "|", "-", "'s", "'", "’": best.chunk = .gap
      default: break
      }
    }
    return Piece(
      chunk: best.chunk, tokens: at..<(at + best.length),
      isArticle: best.chunk == .gap && the.match(tokens, at) == best.length)
  }
}
