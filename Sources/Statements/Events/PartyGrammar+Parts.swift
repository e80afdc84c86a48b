import Mentions

// What clauses of parties are made of, and what goes on without its verb.
extension PartyGrammar {
  /// What goes on without its verb: `, and B the waffles`, `, the cider by B`, `and to B for the pizza`.
  func ellipsis(behind at: Int, _ former: PartyClause) -> (PartyClause, Int)? {
    let start = former.tokens.lowerBound
    if let more = more(behind: at, former) { return more }
    var next = at
    var isJoined = false
    while next < pieces.count {
      switch pieces[next].chunk {
      case .comma, .and: isJoined = true
      case .gap: break
      case .party(let names) where isJoined:
        if let full = active(next, names) { return full }
        if let (relation, end) = gift(behind: next + 1) {
          return (clause(relation, names, start, end), end)
        }
        var behind = next + 1
        while behind < pieces.count, pieces[behind].chunk == .gap { behind += 1 }
        guard behind < pieces.count, pieces[behind].chunk == .for, let (relation, end) = gift(behind: behind + 1) else {
          return nil
        }
        return (clause(relation, names, start, end), end)
      case .room where isJoined, .treat where isJoined: return passive(next)
      default: return nil
      }
      next += 1
      if next - at > 4 { return nil }
    }
    return nil
  }

  /// `our sponsors: A and B for all four cities, plus C in X`: another of the same role, with a city of its own.
  func more(behind at: Int, _ former: PartyClause) -> (PartyClause, Int)? {
    var next = at
    var isJoined = false
    while next < pieces.count, next - at <= 9 {
      switch pieces[next].chunk {
      case .and, .comma: isJoined = true
      case .party(let names):
        var behind = next + 1
        while behind < pieces.count, [.comma, .gap, .other].contains(pieces[behind].chunk), behind - next <= 3 {
          behind += 1
        }
        let (places, end) = places(behind: behind)
        guard isJoined || !former.places.isEmpty, !places.isEmpty else { return nil }
        var more = clause(former.relation, names, former.tokens.lowerBound, end)
        more.places = places
        return (more, end)
      case .gap, .for, .other, .of, .room, .guests, .both: break
      default: return nil
      }
      next += 1
    }
    return nil
  }

  func clause(_ relation: Relation, _ names: [Int], _ start: Int, _ end: Int) -> PartyClause {
    PartyClause(relation: relation, parties: names, tokens: start..<pieces[end - 1].tokens.upperBound)
  }

  /// `the meetup`, `us`, an event's name: what is hosted, sponsored or organized.
  func object(behind at: Int) -> (event: Int?, end: Int)? {
    var next = at
    var strangers = 0
    while next < pieces.count, next - at <= 6 {
      switch pieces[next].chunk {
      case .gap: break
      case .event(let index): return (index, next + 1)
      case .gathering, .guests, .it: return (nil, next + 1)
      case .other where strangers < 1: strangers += 1
      default: return nil
      }
      next += 1
    }
    return nil
  }

  /// `the tour that A organizes`: what the relative clause hangs on, and where it stands.
  func relativeObject(_ at: Int) -> (event: Int?, end: Int)? {
    guard at > 1, pieces[at - 1].chunk == .both else { return nil }
    for index in stride(from: at - 2, through: max(0, at - 5), by: -1) {
      switch pieces[index].chunk {
      case .event(let event): return (event, index)
      case .gathering: return (nil, index)
      case .gap, .comma, .other: continue
      default: return nil
      }
    }
    return nil
  }

  /// Rooms or treats behind a verb of giving.
  func gift(behind at: Int) -> (Relation, end: Int)? {
    var next = at
    var strangers = 0
    while next < pieces.count, next - at <= 7 {
      switch pieces[next].chunk {
      case .gap, .guests: break
      case .room: return (.host, next + 1)
      case .treat: return (.sponsor, next + 1)
      case .other where strangers < 2: strangers += 1
      default: return nil
      }
      next += 1
    }
    return nil
  }

  /// `of KubeCon`, behind `a gold sponsor`.
  func objectOf(_ at: Int) -> (event: Int?, end: Int)? {
    var next = at
    while next < pieces.count, pieces[next].chunk != .of { next += 1 }
    return object(behind: next + 1)
  }

  func role(behind at: Int) -> (Relation, end: Int)? {
    var next = at
    while next < pieces.count, next - at <= 3 {
      switch pieces[next].chunk {
      case .gap: next += 1
      case .noun(let relation): return (relation, next + 1)
      default: return nil
      }
    }
    return nil
  }

  func names(behind at: Int) -> ([Int], end: Int)? {
    var next = at
    while next < pieces.count, next - at <= 5 {
      switch pieces[next].chunk {
      case .gap: next += 1
      case .party(let names): return (names, next + 1)
      default: return nil
      }
    }
    return nil
  }

  func follows(_ at: Int, _ chunk: PartyChunk) -> Bool {
    var next = at
    while next < pieces.count, pieces[next].chunk == .gap { next += 1 }
    return next < pieces.count && pieces[next].chunk == chunk
  }

  func isThing(_ at: Int) -> Bool {
    var next = at
    while next < pieces.count, pieces[next].chunk == .gap { next += 1 }
    return next < pieces.count && (pieces[next].chunk == .room || pieces[next].chunk == .treat)
  }

  func span(_ from: Int, _ end: Int) -> Range<Int> {
    pieces[from].tokens.lowerBound..<pieces[max(end - 1, from)].tokens.upperBound
  }
}
