import Mentions

/// Who was what to an event, as a sentence says it.
struct PartyClause: Equatable {
  var relation: Relation
  /// Mentions of those who are it; none for those in whose name the post speaks.
  var parties: [Int]
  /// The event that the sentence names as the object.
  var event: Int?
  /// Mentions of the cities of which it is said (`A for hosting in X, B in Y`).
  var places: [Int] = []
  /// Said of all events that the sentence names (`we sponsor both`).
  var isOfAll = false
  /// In the name of the post's own organization, beside others it may name.
  var isOwn = false
  var tokens: Range<Int>
}

/// A grammar of clauses about hosts, sponsors and organizers, over chunks.
///
///     active    PARTY gave (us) ROOM|TREAT         PARTY hosted us|the meetup|EVENT
///     passive   ROOM|TREAT|EVENT was given by PARTY       (hosted|sponsored|organized) by PARTY
///     on, of    TREAT on|from|de PARTY
///     noun      our sponsors: PARTY          PARTY as sponsors          PARTY was our host
///     thanks    thanks to PARTY for ROOM|TREAT|hosting
///     ellipsis  …, and PARTY TREAT           …, TREAT by PARTY
struct PartyGrammar {
  let pieces: [PartyChunker.Piece]

  func clauses() -> [PartyClause] {
    var found: [PartyClause] = []
    var index = 0
    while index < pieces.count {
      if let read = clause(index) {
        var last = placed(read)
        found.append(last.0)
        while let more = ellipsis(behind: last.1, last.0).map(placed) {
          found.append(more.0)
          last = more
        }
        index = max(last.1, index + 1)
      } else {
        index += 1
      }
    }
    return found
  }

  private func clause(_ at: Int) -> (PartyClause, Int)? {
    switch pieces[at].chunk {
    case .party(let names): active(at, names)
    case .it: former(at).flatMap { active(at, $0) }
    case .own(let relation): owned(at, relation)
    case .we: ownRole(at)
    case .room, .treat: passive(at)
    case .act(let relation): participle(at, relation)
    case .noun(let relation): noun(at, relation)
    case .thanks: thanks(at)
    default: nil
    }
  }

  /// Takes in the cities behind a clause: `hosted the meetup in X and Y`.
  func placed(_ read: (PartyClause, Int)) -> (PartyClause, Int) {
    guard read.0.places.isEmpty else { return read }
    var next = read.1
    while next < pieces.count, next - read.1 <= 3, [.gap, .gathering, .comma, .of].contains(pieces[next].chunk) {
      next += 1
    }
    let (places, end) = places(behind: next)
    guard !places.isEmpty else { return read }
    var clause = read.0
    clause.places = places
    clause.tokens = clause.tokens.lowerBound..<pieces[end - 1].tokens.upperBound
    return (clause, end)
  }

  /// `X and Y`
  func places(behind at: Int) -> ([Int], end: Int) {
    var found: [Int] = []
    var next = at
    var end = at
    while next < pieces.count {
      switch pieces[next].chunk {
      case .place(let place):
        found.append(place)
        end = next + 1
      case .and where !found.isEmpty, .comma where !found.isEmpty, .gap where !found.isEmpty: break
      default: return (found, end)
      }
      next += 1
    }
    return (found, end)
  }

  /// The names that the sentence began with: whom `it` means.
  func former(_ at: Int) -> [Int]? {
    for piece in pieces[..<at] {
      if case .party(let names) = piece.chunk { return names.count == 1 ? names : nil }
    }
    return nil
  }

  // MARK: productions

  func active(_ at: Int, _ names: [Int]) -> (PartyClause, Int)? {
    var guests = false
    var next = at + 1
    var strangers = 0
    while next < pieces.count {
      switch pieces[next].chunk {
      case .gap, .be: break
      case .guests: guests = true
      case .comma where next == at + 1: break
      case .it: return nil
      case .act(let relation):
        if follows(next + 1, .by) { return nil }
        guard let (event, end) = object(behind: next + 1) ?? relativeObject(at) ?? (guests ? (nil, next + 1) : nil)
        else { return nil }
        if end <= at {
          return (PartyClause(relation: relation, parties: names, event: event, tokens: span(end, next + 1)), next + 1)
        }
        return (PartyClause(relation: relation, parties: names, event: event, tokens: span(at, end)), end)
      case .give:
        if follows(next + 1, .by) { return nil }
        guard let (relation, end) = gift(behind: next + 1) else { return nil }
        return (PartyClause(relation: relation, parties: names, tokens: span(at, end)), end)
      case .as:
        guard let (relation, end) = role(behind: next + 1) else { return nil }
        return (PartyClause(relation: relation, parties: names, tokens: span(at, end)), end)
      case .noun(let relation):
        // `Quillmark was our host`, `Quillmark, our host`
        let between = pieces[(at + 1)..<next].map(\.chunk)
        if between.contains(.be) || between.contains(.comma), follows(next + 1, .of),
          let (event, end) = objectOf(next + 1)
        {
          return (PartyClause(relation: relation, parties: names, event: event, tokens: span(at, end)), end)
        }
        guard between.contains(.be) || between.contains(.comma), !follows(next + 1, .of),
          names.count == 1 || between.contains(.be)
        else { return nil }
        return (PartyClause(relation: relation, parties: names, tokens: span(at, next + 1)), next + 1)
      case .other where strangers == 0: strangers += 1
      default: return nil
      }
      next += 1
    }
    return nil
  }

  /// `we sponsor the coffee`, `nous accueillons la soirée`.
  private func owned(_ at: Int, _ relation: Relation) -> (PartyClause, Int)? {
    if follows(at + 1, .both) {
      let end = pieces.indices.first { $0 > at && pieces[$0].chunk == .both } ?? at
      return (
        PartyClause(relation: relation, parties: [], isOfAll: true, isOwn: true, tokens: span(at, end + 1)), end + 1
      )
    }
    // `…, both of which we sponsor`
    if let both = pieces[..<at].lastIndex(where: { $0.chunk == .both }), at - both <= 3 {
      return (
        PartyClause(relation: relation, parties: [], isOfAll: true, isOwn: true, tokens: span(both, at + 1)), at + 1
      )
    }
    if let (event, end) = object(behind: at + 1) {
      let (others, last) = partners(behind: end)
      return (PartyClause(relation: relation, parties: others, event: event, isOwn: true, tokens: span(at, last)), last)
    }
    if let (_, end) = gift(behind: at + 1) {
      return (PartyClause(relation: relation, parties: [], isOwn: true, tokens: span(at, end)), end)
    }
    return nil
  }

  /// `with A and B`, behind what we do.
  private func partners(behind at: Int) -> (names: [Int], end: Int) {
    var next = at
    var isWith = false
    while next < pieces.count, next - at <= 4 {
      switch pieces[next].chunk {
      case .and: isWith = true
      case .gap, .comma, .other: break
      case .party(let names) where isWith: return (names, next + 1)
      default: return ([], at)
      }
      next += 1
    }
    return ([], at)
  }

  /// `we were one of the sponsors, with A and B`.
  private func ownRole(_ at: Int) -> (PartyClause, Int)? {
    var next = at + 1
    while next < pieces.count, next - at <= 5 {
      switch pieces[next].chunk {
      case .gap, .of, .other: next += 1
      case .noun(let relation):
        var end = next + 1
        var others: [Int] = []
        var behind = end
        while behind < pieces.count, [.comma, .and, .gap].contains(pieces[behind].chunk) { behind += 1 }
        if behind < pieces.count, behind > end, case .party(let names) = pieces[behind].chunk {
          others = names
          end = behind + 1
        }
        return (PartyClause(relation: relation, parties: others, isOwn: true, tokens: span(at, end)), end)
      default: return nil
      }
    }
    return nil
  }

  /// `The drinks were paid for by A`, `les gaufres de A`, `the samosas were on A`.
  func passive(_ at: Int) -> (PartyClause, Int)? {
    let relation: Relation = pieces[at].chunk == .room ? .host : .sponsor
    var next = at + 1
    var isGiven = false
    while next < pieces.count {
      switch pieces[next].chunk {
      case .gap, .be: break
      case .give, .act: isGiven = true
      case .and where next + 1 < pieces.count && isThing(next + 1): next += 1
      case .comma where next + 1 < pieces.count && isThing(next + 1): next += 1
      case .treat, .room: break
      case .by where pieces[at].chunk == .treat || isGiven, .on where pieces[at].chunk == .treat,
        .thanks where pieces[at].chunk == .treat:
        guard let (names, end) = names(behind: next + 1) else { return nil }
        return (PartyClause(relation: relation, parties: names, tokens: span(at, end)), end)
      case .of where !isGiven && next == at + 1:
        guard let (names, end) = names(behind: next + 1), names.count == 1 else { return nil }
        return (PartyClause(relation: relation, parties: names, tokens: span(at, end)), end)
      default: return nil
      }
      next += 1
    }
    return nil
  }

  /// `hosted by A`, and before it what was.
  private func participle(_ at: Int, _ relation: Relation) -> (PartyClause, Int)? {
    var next = at + 1
    // `qu’accueillait A`: the object stands before, the subject behind.
    if at > 0, at + 1 < pieces.count, pieces[at - 1].chunk == .both, case .party(let names) = pieces[at + 1].chunk {
      return (PartyClause(relation: relation, parties: names, tokens: span(at, at + 2)), at + 2)
    }
    while next < pieces.count, [.gap].contains(pieces[next].chunk) { next += 1 }
    guard next < pieces.count, pieces[next].chunk == .by, let (names, end) = names(behind: next + 1) else { return nil }
    // What was hosted must be an event, or stand unsaid in a line of its own; software is hosted and supported too.
    var event: Int?
    var before = at - 1
    var isOurs = at <= 1
    var strangers = 0
    search: while before >= 0, at - before <= 7 {
      switch pieces[before].chunk {
      case .event(let index):
        event = index
        isOurs = true
        break search
      case .gathering, .guests, .it:
        isOurs = true
        break search
      case .gap, .be, .comma, .place, .act, .and, .by: break
      case .party where before > 0 && pieces[before - 1].chunk == .by: break
      case .other where strangers < 2: strangers += 1
      default: break search
      }
      before -= 1
    }
    guard isOurs else { return nil }
    let start = event == nil ? at : before
    return (PartyClause(relation: relation, parties: names, event: event, tokens: span(start, end)), end)
  }

  /// `our sponsors, A and B`, `Host: A`, `the host was A`.
  private func noun(_ at: Int, _ relation: Relation) -> (PartyClause, Int)? {
    var next = at + 1
    var isFor = false
    while next < pieces.count, next - at <= 8 {
      switch pieces[next].chunk {
      case .gap where pieces[next].isArticle && !pieces[at..<next].contains { $0.chunk == .be }: return nil
      case .gap, .be, .comma: break
      // `our host for the evening`
      case .for, .of: isFor = true
      case .gathering where isFor: isFor = false
      case .party(let names):
        // `organizer of A` organizes A.
        if isFor { return nil }
        return (PartyClause(relation: relation, parties: names, tokens: span(at, next + 1)), next + 1)
      default: return nil
      }
      next += 1
    }
    return nil
  }

  /// `Thanks to A for the room and to B for the pizza`, `Merci à A d’avoir hébergé …`.
  private func thanks(_ at: Int) -> (PartyClause, Int)? {
    guard let (names, behind) = thanked(at + 1) else { return nil }
    var next = behind
    while next < pieces.count, next - behind <= 2, [.gap, .comma].contains(pieces[next].chunk) { next += 1 }
    guard next < pieces.count, pieces[next].chunk == .for || pieces[next].chunk == .of else { return nil }
    let isOf = pieces[next].chunk == .of
    next += 1
    var strangers = 0
    while next < pieces.count {
      switch pieces[next].chunk {
      case .gap, .guests, .and: break
      case .give where !isOf: break
      case .room where !isOf, .treat where !isOf:
        let relation: Relation = pieces[next].chunk == .room ? .host : .sponsor
        return (PartyClause(relation: relation, parties: names, tokens: span(at, next + 1)), next + 1)
      case .give:
        guard let (relation, end) = gift(behind: next + 1) else { return nil }
        return (PartyClause(relation: relation, parties: names, tokens: span(at, end)), end)
      case .act(let relation):
        let (event, end) = object(behind: next + 1) ?? (nil, next + 1)
        return (PartyClause(relation: relation, parties: names, event: event, tokens: span(at, end)), end)
      case .noun(let relation) where !isOf:
        return (PartyClause(relation: relation, parties: names, tokens: span(at, next + 1)), next + 1)
      case .other where strangers < 3 && !isOf: strangers += 1
      default: return nil
      }
      next += 1
    }
    return nil
  }

  /// Who is thanked; `all our speakers as well as A` thanks others too.
  private func thanked(_ at: Int) -> ([Int], end: Int)? {
    var next = at
    while next < pieces.count, next - at <= 7 {
      switch pieces[next].chunk {
      case .gap, .guests, .and, .other, .comma, .of: next += 1
      case .party(let names): return (names, next + 1)
      default: return nil
      }
    }
    return nil
  }
}
