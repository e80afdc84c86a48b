import Mentions

/// Places and days in turn: `in Lille and Lyon on June 12, and in Nice on June 19`.
///
/// The days behind some places are the days of each of them, until another place follows.
struct Stops {
  struct Stop: Equatable {
    var place: Int?
    var date: DateMention?
  }

  private(set) var found: [Stop] = []
  private(set) var end: Int

  init(_ draft: Draft, _ reader: SettingReader, _ start: Int, _ limit: Int) {
    let tokens = draft.annotated.tokens
    let and = draft.language.list("and")
    let nouns = draft.language.list("gathering-noun")
    var places: [Int] = []
    var dates: [DateMention] = []
    end = start
    func close(_ found: inout [Stop]) {
      for place in places.isEmpty ? [nil] : places.map(Optional.some) {
        for date in dates.isEmpty ? [nil] : dates.map(Optional.some) where place != nil || date != nil {
          found.append(Stop(place: place, date: date))
        }
      }
    }
    var at = start
    var since = 0
    while at < limit, since <= 8 {
      if let day = reader.day(at: at) {
        dates.append(day)
        at = day.tokens.upperBound
      } else if let mention = draft.annotated.mention(at: at), draft.annotated.mentions[mention].kind == .place {
        if !dates.isEmpty, !places.isEmpty {
          close(&found)
          (places, dates) = ([], [])
        }
        places.append(mention)
        at = draft.annotated.mentions[mention].tokens.upperBound
      } else if at > start, nouns.match(tokens, at) > 0, reader.filler(draft, at) <= 1,
        !found.isEmpty || !places.isEmpty || !dates.isEmpty
      {
        break
      } else if case let length = max(and.contains(tokens[at].folded) ? 1 : 0, reader.filler(draft, at)), length > 0 {
        at += length
        since += length
        continue
      } else {
        break
      }
      end = at
      since = 0
    }
    close(&found)
  }
}
