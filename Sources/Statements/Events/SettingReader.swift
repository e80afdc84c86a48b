import Mentions

/// When and where something is, as one stretch of words says it.
struct Setting {
  var date: DateMention?
  /// Mentions of places, in the order of the text.
  var places: [Int] = []
  /// Capitalised words that stand where a venue would: mentions of unknown kind.
  var venues: [Int] = []
  var tokens: Range<Int>

  var isEmpty: Bool { date == nil && places.isEmpty }
}

/// Reads settings: chains of days and places with nothing between them but prepositions, marks, and words of taking place.
///
/// `KubeCon takes place in Chicago, on November 6–9`, `(October 24–28, Huntington Place, Detroit, and online)`, `le 8 juin à Lille`
/// are such chains, whatever their order. Any other word ends the chain, so that what it says stays with what it is said of.
struct SettingReader {
  private let fillers: WordList
  private let held: WordList
  private let beside: WordList
  private let venueBefore: WordList
  private let crowd: WordList
  private let clock: WordList
  private let attend: WordList
  private let opening: WordList
  private let yearBefore: WordList
  private let connectors: WordList
  private let going: WordList
  private let and: WordList
  private let the: WordList
  private let days: [DateMention]
  /// Most tokens between two links of a chain.
  private static let reach = 12

  init(_ draft: Draft, days: [DateMention]) {
    let language = draft.language
    fillers = language.list("setting-filler")
    held = language.list("held-verb")
    beside = language.list("beside-event")
    venueBefore = language.list("venue-before")
    crowd = language.list("crowd-noun")
    clock = language.list("clock-word")
    attend = language.list("attend-verb")
    opening = language.list("clause-opening")
    yearBefore = language.list("year-before")
    connectors = language.list("setting-connector")
    going = language.list("setting-place-before")
    and = language.list("and")
    the = language.list("the")
    self.days = days
  }

  /// The setting of each mention of an event.
  func settings(_ draft: Draft) -> [Int: Setting] {
    var found: [Int: Setting] = [:]
    for sentence in draft.annotated.sentences where !sentence.isEmpty {
      let events = draft.mentions(in: sentence, [.event])
      guard !events.isEmpty else { continue }
      for event in events {
        let end = draft.annotated.mentions[event].tokens.upperBound
        if isTakenBack(draft, sentence, end) { continue }
        if let setting = behind(draft, end, sentence.upperBound, passing: true) { found[event] = setting }
      }
      for event in events where found[event].map({ $0.date == nil || $0.places.isEmpty }) ?? true {
        guard let near = before(draft, sentence, draft.annotated.mentions[event].tokens.lowerBound) else { continue }
        found[event] = found[event].map { merged($0, near) } ?? near
      }
      if let first = events.first, let front = front(draft, sentence, draft.annotated.mentions[first].tokens.lowerBound)
      {
        found[first] = found[first].map { merged($0, front) } ?? front
      }
      share(draft, events, &found)
    }
    return found
  }

  /// A chain that begins at a token, with a link right there or behind fillers.
  ///
  /// - Parameter passing: `a day of KubeCon, on May 3`: another event named beside may stand between.
  func behind(_ draft: Draft, _ start: Int, _ limit: Int, passing: Bool = false) -> Setting? {
    let tokens = draft.annotated.tokens
    var setting = Setting(tokens: start..<start)
    var at = start
    var since = 0
    var mayVenue = false
    var isBeside = false
    while at < limit, since <= Self.reach {
      if let day = day(at: at) {
        if setting.date != nil, !(setting.date?.isVague ?? false) { break }
        setting.date = setting.date.map { $0.isVague && !day.isVague ? Self.closer(day, $0) : $0 } ?? day
        at = day.tokens.upperBound
        setting.tokens = start..<at
        since = 0
        mayVenue = true
        continue
      }
      if let year = CalendarDate.year(tokens[at].folded), at > start, setting.date == nil,
        yearBefore.contains(tokens[at - 1].folded)
      {
        setting.date = DateMention(
          tokens: at..<(at + 1), start: CalendarDate(year: year), end: CalendarDate(year: year))
        at += 1
        setting.tokens = start..<at
        continue
      }
      if let index = draft.annotated.mention(at: at) {
        let mention = draft.annotated.mentions[index]
        switch mention.kind {
        case .place:
          setting.places.append(index)
          setting.tokens = start..<mention.tokens.upperBound
          since = 0
          mayVenue = true
        case .event:
          guard passing, isBeside else { return finished(setting) }
        case .name, .organization:
          guard mayVenue else { return finished(setting) }
          setting.venues.append(index)
        default: return finished(setting)
        }
        at = mention.tokens.upperBound
        isBeside = false
        continue
      }
      if let length = link(draft, at, setting) {
        isBeside = beside.match(tokens, at) > 0 || isBeside && fillers.match(tokens, at) > 0
        mayVenue =
          venueBefore.match(tokens, at) > 0 || [",", "("].contains(tokens[at].folded) && !setting.isEmpty
          || mayVenue && the.contains(tokens[at].folded)
        since += length
        at += length
      } else {
        break
      }
    }
    return finished(setting)
  }

  /// `de 2020, le 28 janvier`: the year stands for both.
  private static func closer(_ day: DateMention, _ vague: DateMention) -> DateMention {
    guard day.start.year == nil, vague.start.month == nil else { return day }
    var closer = day
    closer.start.year = vague.start.year
    closer.end.year = vague.start.year
    return closer
  }

  /// How many tokens join a chain here without saying anything.
  func filler(_ draft: Draft, _ at: Int) -> Int {
    let tokens = draft.annotated.tokens
    let length = max(fillers.match(tokens, at), held.match(tokens, at))
    return length > 0 ? length : [",", "(", ")", "–", "-", ":"].contains(tokens[at].folded) ? 1 : 0
  }

  private func finished(_ setting: Setting) -> Setting? { setting.isEmpty ? nil : setting }

  /// How many tokens join a chain here; nil when they end it.
  private func link(_ draft: Draft, _ at: Int, _ setting: Setting) -> Int? {
    let tokens = draft.annotated.tokens
    let length = max(fillers.match(tokens, at), held.match(tokens, at), beside.match(tokens, at))
    if length > 0 { return length }
    let folded = tokens[at].folded
    if !tokens[at].isWord, !tokens[at].shape.contains(.digit) {
      return [";", ".", "!", "?", "…", "=", "$", "%"].contains(folded) ? nil : 1
    }
    // `a réuni 340 personnes à Lille`
    if crowd.contains(folded) { return 1 }
    if tokens[at].shape.contains(.digit) {
      let next = at + 1 < tokens.count ? tokens[at + 1] : nil
      if setting.date != nil, CalendarDate.year(folded) == nil { return 1 }
      if let next, crowd.contains(next.folded) || clock.contains(next.folded) { return 2 }
      return nil
    }
    return setting.date != nil && clock.contains(folded) ? 1 : nil
  }

  /// `On June 8, at Cloud Native Day Lille`, `Le lendemain se tenaient la X et la Y`: a chain that opens the sentence, and from there to
  /// the event a clause that says that it was, or that somebody was there.
  ///
  /// - Parameter isNear: What stands between needs no such word, if it is short.
  func front(_ draft: Draft, _ sentence: Range<Int>, _ name: Int, isNear: Bool = false) -> Setting? {
    let tokens = draft.annotated.tokens
    var start = sentence.lowerBound
    while start < name, opening.match(tokens, start) > 0 { start += opening.match(tokens, start) }
    guard start < name, let setting = behind(draft, start, name),
      let first = first(draft, setting), (start..<first).allSatisfy({ isStart(tokens, $0) })
    else { return nil }
    let between = setting.tokens.upperBound..<name
    let isNext = between.allSatisfy { isStart(tokens, $0) || !tokens[$0].isWord }
    let isSaid =
      between.count <= 14
      && between.contains { held.match(tokens, $0) > 0 || attend.match(tokens, $0) > 0 }
      && draft.mentions(in: between, [.person]).isEmpty
      && !between.contains { [";", ":", "("].contains(tokens[$0].folded) }
    guard isNext || isSaid || isNear && between.count <= 4, !isTakenBack(draft, sentence, name) else { return nil }
    return setting
  }

  /// `to Amsterdam for KubeCon`, `à Accra en novembre, lors du Sommet`: a chain right before the event, joined to it by a word that says
  /// that what is told was there.
  private func before(_ draft: Draft, _ sentence: Range<Int>, _ name: Int) -> Setting? {
    let tokens = draft.annotated.tokens
    var joint: Int?
    var at = name
    while at > sentence.lowerBound, name - at < 4, joint == nil {
      at -= 1
      if connectors.match(tokens, at) > 0 { joint = at }
      if draft.annotated.mention(covering: at) != nil { return nil }
    }
    guard var low = joint, !isTakenBack(draft, sentence, name) else { return nil }
    var last: Int?
    while low > sentence.lowerBound, name - low < 14 {
      let index = low - 1
      if let mention = draft.annotated.mention(covering: index) {
        guard draft.annotated.mentions[mention].kind == .place else { break }
        low = draft.annotated.mentions[mention].tokens.lowerBound
        last = low
      } else if let day = days.last(where: { $0.tokens.contains(index) }) {
        low = day.tokens.lowerBound
        last = low
      } else if fillers.match(tokens, index) > 0 || [",", "("].contains(tokens[index].folded) {
        low = index
      } else {
        break
      }
    }
    guard let last, last > sentence.lowerBound, going.match(tokens, last - 1) > 0 || day(at: last) != nil else {
      return nil
    }
    // `Ada of Quillmark in Paris, at the summit`: who is there is from there.
    let near = max(sentence.lowerBound, last - 4)..<last
    guard draft.mentions(in: near, [.person, .organization]).isEmpty else { return nil }
    return behind(draft, last, name)
  }

  /// Where the setting's first link begins.
  private func first(_ draft: Draft, _ setting: Setting) -> Int? {
    let places = setting.places.map { draft.annotated.mentions[$0].tokens.lowerBound }
    return (places + [setting.date?.tokens.lowerBound].compactMap { $0 }).min()
  }

  private func isStart(_ tokens: [Token], _ at: Int) -> Bool {
    fillers.match(tokens, at) > 0 || the.match(tokens, at) > 0 || !tokens[at].isWord && tokens[at].folded != ";"
  }

  /// Negated, doubted or wished for, in the words from the clause's start to the event.
  private func isTakenBack(_ draft: Draft, _ sentence: Range<Int>, _ end: Int) -> Bool {
    let low = max(sentence.lowerBound, end - 12)
    return draft.isHypothetical(in: low..<end)
  }

  /// `ArgoCon and BackstageCon on October 24`, `Le lendemain se tenaient la X et la Y`: what is said of one of a list is said of all.
  private func share(_ draft: Draft, _ events: [Int], _ found: inout [Int: Setting]) {
    for (one, other) in zip(events, events.dropFirst()) {
      let between =
        draft.annotated.mentions[one].tokens.upperBound..<draft.annotated.mentions[other].tokens.lowerBound
      let tokens = draft.annotated.tokens
      guard !between.isEmpty, between.contains(where: { and.contains(tokens[$0].folded) || tokens[$0].folded == "," }),
        between.allSatisfy({
          and.contains(tokens[$0].folded) || the.contains(tokens[$0].folded) || tokens[$0].folded == ","
        })
      else { continue }
      if let setting = found[one], found[other] == nil { found[other] = setting }
      if let setting = found[other], found[one] == nil { found[one] = setting }
    }
  }

  private func merged(_ a: Setting, _ b: Setting) -> Setting {
    Setting(
      date: a.date.map { $0.isVague && b.date?.isVague == false ? b.date ?? $0 : $0 } ?? b.date,
      places: a.places.isEmpty ? b.places : a.places, venues: a.venues + b.venues,
      tokens: min(a.tokens.lowerBound, b.tokens.lowerBound)..<max(a.tokens.upperBound, b.tokens.upperBound))
  }

  func day(at token: Int) -> DateMention? {
    var low = 0
    var high = days.count
    while low < high {
      let middle = (low + high) / 2
      if days[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
    }
    guard low < days.count, days[low].tokens.lowerBound == token else { return nil }
    return days[low]
  }
}
