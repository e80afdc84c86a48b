import Entities
import Mentions
import Posts

// Events that the text names.
extension EventContext {
  mutating func named(_ draft: inout Draft) {
    let groups = EventResolver(gazetteer: draft.gazetteer, language: draft.language).resolve(
      draft.annotated, told: told(draft))
    for group in groups {
      let mentions = group.mentions.map { draft.annotated.mentions[$0] }
      if let main, !byCity.isEmpty, mentions.allSatisfy({ isSeries($0, draft) && isOurs($0, main, draft) }) {
        draft.insert(
          Entity(
            id: main, names: mentions.map(\.name), mentions: mentions.map { draft.annotated.range($0.tokens) },
            rule: "meetup-series", confidence: 0.85))
        for mention in group.mentions {
          ofMention[mention] = main
          draft.ofMention[mention] = main
        }
        continue
      }
      // Meetups here and there that are no whole: each city has its own.
      if main == nil, !byCity.isEmpty, mentions.allSatisfy({ $0.entry == nil && isSeries($0, draft) }) { continue }
      let entry = mentions.compactMap(\.entry).first.map { draft.gazetteer.entries[$0] }
      let name = group.name
      let mayDate = name.isEdition || group.qualifier != nil || entry == nil || name.toldPlace != nil
      let date = mayDate ? date(of: group, draft) : nil
      let year = name.year ?? name.toldYear ?? date?.year
      // Region and year tell an edition; the place, which only some names have, would make two of it.
      var parts = [name.series, name.region, name.region != nil && year != nil ? nil : name.place].compactMap { $0 }
      if let year {
        // A group meets often: its month tells one meeting from the next, as in a series of them.
        let isMeetup = entry?["subtype"] == EntitySubtype.meetup.rawValue
        let month = isMeetup && date?.year == year ? date?.month : nil
        parts.append(CalendarDate(year: year, month: month).iso ?? String(year))
      }
      if let qualifier = group.qualifier, year == nil { parts.append(qualifier) }
      let isTold = entry != nil && !name.isEdition && group.qualifier == nil && year == nil
      // `KubeCon in Chicago` is not the series.
      if isTold, let place = name.toldPlace { parts.append(place) }
      var id = EntityID(.event, parts.joined(separator: "-"))
      // Of two editions that nothing else tells apart, the place does.
      if draft.entities[id] != nil, let place = name.toldPlace, !parts.contains(place) {
        id = EntityID(.event, (parts + [place]).joined(separator: "-"))
      }
      var names: [String] = []
      for mention in mentions where !names.contains(mention.name) { names.append(mention.name) }
      names = names.enumerated().sorted { ($0.element.count, -$0.offset) > ($1.element.count, -$1.offset) }.map(
        \.element)
      var subtypes: [EntitySubtype] = entry?["subtype"].flatMap(EntitySubtype.init(rawValue:)).map { [$0] } ?? []
      let isEdition = name.isEdition || group.qualifier != nil || name.toldPlace != nil || year != nil
      if !isEdition, entry != nil { subtypes.append(.series) }
      // A group that meets, or what calls itself a meetup.
      let meetups = draft.language.list("meetup-word")
      let isMeetup = mentions.contains { mention in
        mention.rule == "event-group"
          || mention.entry == nil && mention.tokens.contains { meetups.contains(draft.annotated.tokens[$0].folded) }
      }
      if isMeetup, !subtypes.contains(.meetup) { subtypes.append(.meetup) }
      draft.insert(
        Entity(
          id: id, subtypes: subtypes, names: names,
          // An edition is not its series, whose names and pages are not its own.
          gazetteerKey: isEdition ? nil : entry?.key,
          mentions: mentions.map { draft.annotated.range($0.tokens) }, rule: mentions[0].rule,
          confidence: mentions.map(\.confidence).max() ?? 0.8))
      if let year = name.year { draft.eventYears[id] = year }
      if entry != nil { known.insert(id) }
      for mention in group.mentions {
        ofMention[mention] = id
        draft.ofMention[mention] = id
      }
      let isWide = name.place.flatMap { draft.gazetteer.entry(.place, $0)?["kind"] } != "city" && name.toldPlace != nil
      if !isWide, let place = name.place, let first = group.mentions.first(where: { mentionsPlace(draft, $0, name) }),
        let entry = draft.gazetteer.entry(.place, place)
      {
        let placeID = EntityID(.place, place)
        let range = draft.annotated.range(draft.annotated.mentions[first].tokens)
        draft.insert(
          Entity(
            id: placeID, subtypes: entry["kind"].flatMap(EntitySubtype.init(rawValue:)).map { [$0] } ?? [],
            names: [name.placeName ?? entry.name], gazetteerKey: place, mentions: [range], rule: "event-place",
            confidence: 0.9))
        draft.state(.entity(id), .location, .entity(placeID), bytes: range, rule: "event-name-place", 0.93)
      }
    }
  }

  /// The city and the year that the clauses around mentions tell, of those that tell one.
  private func told(_ draft: Draft) -> [Int: (place: String?, year: Int?)] {
    settings.mapValues { setting in
      let cities = setting.places.compactMap { draft.annotated.mentions[$0].entry }.map { draft.gazetteer.entries[$0] }
      let city = cities.first { $0["kind"] == "city" }?.key
      let start = setting.date?.start
      return (city, start?.month == nil && city == nil ? nil : start?.year)
    }
  }

  private func mentionsPlace(_ draft: Draft, _ mention: Int, _ name: EventName) -> Bool {
    guard let place = name.placeName else { return false }
    return draft.annotated.mentions[mention].name.contains(place)
  }

  /// The first of the days that the sentences naming the event tell.
  private func date(of group: EventResolver.Group, _ draft: Draft) -> CalendarDate? {
    for mention in group.mentions {
      let sentence = draft.sentence(draft.annotated.mentions[mention].tokens.lowerBound)
      let date = draft.annotated.dates.first { !$0.isVague && sentence.contains($0.tokens.lowerBound) }
      guard let date else { continue }
      let start = draft.resolved(date.start, year: nil, in: date.tokens.lowerBound)
      if start.year != nil { return start }
    }
    return nil
  }

  /// The mention's words are those of the series' name, or kinds of event.
  private func isOurs(_ mention: Mention, _ main: EntityID, _ draft: Draft) -> Bool {
    let names = draft.entities[main]?.names.map { Folding.fold($0) } ?? []
    let heads = draft.language.list("meetup-word")
    let words = mention.tokens.map { draft.annotated.tokens[$0] }.filter { $0.isCapital && !heads.contains($0.folded) }
    return words.allSatisfy { word in names.contains { $0.contains(word.folded) } }
  }

  /// The mention's noun is the plural that the roadshow goes by.
  private func isSeries(_ mention: Mention, _ draft: Draft) -> Bool {
    let series = draft.language.list("series-word")
    let tours = draft.language.list("tour-word")
    return mention.tokens.contains {
      series.contains(draft.annotated.tokens[$0].folded) || tours.contains(draft.annotated.tokens[$0].folded)
    }
  }
}
