import Entities
import Mentions
import Posts

/// The events of a post, and at which of them each sentence plays.
struct EventContext {
  /// The event of each event mention.
  private(set) var ofMention: [Int: EntityID] = [:]
  /// The event that the post is about.
  private(set) var main: EntityID?
  /// Meetups of a roadshow, by the key of their city, in the order of the text.
  private(set) var byCity: [(city: EntityID, event: EntityID)] = []
  /// By sentence: the event it plays at.
  private(set) var ofSentence: [EntityID?] = []

  func event(in city: EntityID) -> EntityID? { byCity.first { $0.city == city }?.event }

  static func build(_ draft: inout Draft) -> EventContext {
    var context = EventContext()
    context.roadshow(&draft)
    context.named(&draft)
    context.chooseMain(draft)
    context.followSentences(draft)
    return context
  }

  // MARK: named events

  private mutating func named(_ draft: inout Draft) {
    let groups = EventResolver(gazetteer: draft.gazetteer, language: draft.language).resolve(draft.annotated)
    for group in groups {
      let mentions = group.mentions.map { draft.annotated.mentions[$0] }
      if let main, !byCity.isEmpty, mentions.allSatisfy({ isSeries($0, draft) }) {
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
      let entry = mentions.compactMap(\.entry).first.map { draft.gazetteer.entries[$0] }
      var name = group.name
      if name.year == nil, name.isEdition || group.qualifier != nil || entry == nil { name.year = nil }
      var parts = [name.series, name.region, name.place].compactMap { $0 }
      if let year = name.year ?? year(of: group, draft) { parts.append(String(year)) }
      if let qualifier = group.qualifier, name.year == nil { parts.append(qualifier) }
      let id = EntityID(.event, parts.joined(separator: "-"))
      var names: [String] = []
      for mention in mentions where !names.contains(mention.name) { names.append(mention.name) }
      names = names.enumerated().sorted { ($0.element.count, -$0.offset) > ($1.element.count, -$1.offset) }.map(
        \.element)
      var subtypes: [EntitySubtype] = entry?["subtype"].flatMap(EntitySubtype.init(rawValue:)).map { [$0] } ?? []
      if !name.isEdition, group.qualifier == nil, entry != nil { subtypes.append(.series) }
      draft.insert(
        Entity(
          id: id, subtypes: subtypes, names: names, gazetteerKey: entry?.key,
          mentions: mentions.map { draft.annotated.range($0.tokens) }, rule: mentions[0].rule,
          confidence: mentions.map(\.confidence).max() ?? 0.8))
      for mention in group.mentions {
        ofMention[mention] = id
        draft.ofMention[mention] = id
      }
      if let place = name.place, let first = group.mentions.first(where: { mentionsPlace(draft, $0, name) }),
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

  private func mentionsPlace(_ draft: Draft, _ mention: Int, _ name: EventName) -> Bool {
    guard let place = name.placeName else { return false }
    return draft.annotated.mentions[mention].name.contains(place)
  }

  /// The year in which a bare edition falls, from a date in the sentence of its first mention.
  private func year(of group: EventResolver.Group, _ draft: Draft) -> Int? { nil }

  /// The mention's noun is the plural that the roadshow goes by.
  private func isSeries(_ mention: Mention, _ draft: Draft) -> Bool {
    let series = draft.language.list("series-word")
    return mention.tokens.contains { series.contains(draft.annotated.tokens[$0].folded) }
  }

  // MARK: a meetup in each of several cities

  private mutating func roadshow(_ draft: inout Draft) {
    let tokens = draft.annotated.tokens
    let words = draft.language.list("meetup-word")
    let series = draft.language.list("series-word")
    // A series of meetups in the title or the first paragraphs, and two cities or more at which the text stops.
    guard
      let head = tokens.indices.first(where: { index in
        tokens[index].block < 12 && series.contains(tokens[index].folded)
          && (words.contains(tokens[index].folded)
            || draft.sentence(index).contains { words.contains(tokens[$0].folded) })
      })
    else { return }
    let cities = stops(draft)
    guard cities.count >= 2 else { return }
    let name = seriesName(draft, head)
    let titleRange = titleTokens(draft)
    let isTitled = titleRange.contains { words.contains(tokens[$0].folded) }
    let full = isTitled ? draft.post.title : name.full
    let year = draft.anchor?.year
    let slug = Folding.slug(full) + (full.contains(where: \.isNumber) ? "" : year.map { "-\($0)" } ?? "")
    let id = EntityID(.event, slug)
    var mentions = [draft.annotated.range(name.tokens)]
    if isTitled { mentions.append(draft.annotated.range(titleRange)) }
    draft.insert(
      Entity(
        id: id, subtypes: [.meetup, .series], names: isTitled ? [full, name.full] : [full],
        mentions: mentions.sorted { $0.lowerBound < $1.lowerBound }, rule: "meetup-series", confidence: 0.85))
    main = id
    for (city, mention) in cities {
      guard let place = draft.ofMention[mention], let label = draft.entities[place]?.names.first else { continue }
      let eventID = EntityID(
        .event, Folding.slug(name.singular + " " + city.slug) + (year.map { "-\($0)" } ?? ""))
      let range = draft.annotated.range(draft.annotated.mentions[mention].tokens)
      draft.insert(
        Entity(
          id: eventID, subtypes: [.meetup], names: [name.singular + " " + label], isUnnamed: true, mentions: [range],
          rule: "meetup-city", confidence: 0.85))
      byCity.append((city, eventID))
      let evidence = draft.annotated.range(draft.sentence(draft.annotated.mentions[mention].tokens.lowerBound))
      draft.state(.entity(eventID), .location, .entity(city), bytes: evidence, rule: "meetup-city", 0.9)
      draft.state(.entity(eventID), .superEvent, .entity(id), bytes: evidence, rule: "meetup-city", 0.88)
    }
  }

  /// Cities that the text stops at: named behind a preposition in a sentence of meetups, or at the start of one.
  private func stops(_ draft: Draft) -> [(EntityID, Int)] {
    let tokens = draft.annotated.tokens
    let words = draft.language.list("meetup-word")
    let series = draft.language.list("series-word")
    let community = draft.language.list("community-word")
    let before = draft.language.list("place-before")
    var found: [(EntityID, Int)] = []
    for (index, mention) in draft.annotated.mentions.enumerated() where mention.kind == .place {
      guard let id = draft.ofMention[index], let entity = draft.entities[id],
        isCity(entity, draft)
      else { continue }
      let at = mention.tokens.lowerBound
      let sentence = draft.sentence(at)
      let isBehind = at > sentence.lowerBound && before.contains(tokens[at - 1].folded)
      let starts = isBehind && at - sentence.lowerBound <= 2
      let noun =
        sentence.lowerBound < at - 1
        && (words.contains(tokens[max(at - 2, 0)].folded) || community.contains(tokens[max(at - 2, 0)].folded))
      let listed =
        draft.mentions(in: sentence, [.place]).count >= 3
        && (sentence.contains { series.contains(tokens[$0].folded) || words.contains(tokens[$0].folded) })
      guard starts || noun && isBehind || listed else { continue }
      if case .frontMatter = draft.annotated.block(of: at).kind { continue }
      if !found.contains(where: { $0.0 == id }) { found.append((id, index)) }
    }
    // A city that no sentence plays at but the list names counts; one that only a footer names does not.
    return found
  }

  private func isCity(_ entity: Entity, _ draft: Draft) -> Bool {
    guard let entry = entity.gazetteerKey.flatMap({ draft.gazetteer.entry(.place, $0) }) else { return true }
    if entry["kind"] == "city" { return true }
    // Twin cities: a region inside a province.
    guard entry["kind"] == "region", let parent = entry["containedIn"].flatMap({ draft.gazetteer.entry(.place, $0) })
    else {
      return false
    }
    return parent["kind"] == "administrativeArea"
  }

  private func titleTokens(_ draft: Draft) -> Range<Int> {
    guard let block = draft.annotated.text.blocks.first(where: { $0.kind == .frontMatter(key: "title") }) else {
      return 0..<0
    }
    return draft.annotated.tokens(in: block.range)
  }

  /// The capitalised words before the plural head, and the name of one meetup of the series.
  private func seriesName(_ draft: Draft, _ head: Int) -> (full: String, singular: String, tokens: Range<Int>) {
    let tokens = draft.annotated.tokens
    let joins = draft.language.list("event-join")
    let of = draft.language.list("meetup-word")
    var best = head..<(head + 1)
    for index in tokens.indices where of.contains(tokens[index].folded) && tokens[index].block < 12 {
      var low = index
      while low > 0, tokens[low - 1].sentence == tokens[index].sentence,
        tokens[low - 1].isCapital
          && draft.annotated.mention(covering: low - 1).map({
            draft.annotated.mentions[$0].kind != .place
          }) ?? true || joins.contains(tokens[low - 1].folded)
      {
        low -= 1
      }
      while low < index,
        joins.contains(tokens[low].folded)
          || tokens[low].shape.contains(.sentenceStart) && !tokens[low].shape.contains(.mixed)
      { low += 1 }
      var high = index + 1
      // French: the head stands first.
      if low == index {
        while high < tokens.count, tokens[high].sentence == tokens[index].sentence,
          tokens[high].isCapital || joins.contains(tokens[high].folded)
        { high += 1 }
        while high > index + 1, joins.contains(tokens[high - 1].folded) { high -= 1 }
      }
      if high - low > best.count { best = low..<high }
      if best.count >= 3 { break }
    }
    let full = draft.annotated.string(best)
    let singular = full.replacing("Meetups", with: "Meetup").replacing("meetups", with: "Meetup")
    return (full, singular, best)
  }

  // MARK: where a sentence plays

  private mutating func chooseMain(_ draft: Draft) {
    guard main == nil else { return }
    var score: [EntityID: Double] = [:]
    for (mention, id) in ofMention {
      let first = draft.annotated.mentions[mention].tokens.lowerBound
      if case .frontMatter(key: let key) = draft.annotated.block(of: first).kind {
        score[id, default: 0] += key == "title" ? 3 : 1
      } else {
        score[id, default: 0] += draft.annotated.tokens[first].block < 8 ? 1.2 : 0.6
      }
    }
    main = score.filter { $0.value >= 1.8 }.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// `the same talk that was given in X`: X is where it was, not where it is.
  private func isElsewhere(_ draft: Draft, _ place: Int, _ sentence: Range<Int>) -> Bool {
    guard place - 2 >= sentence.lowerBound else { return false }
    return draft.language.list("elsewhere-before").contains(draft.annotated.tokens[place - 2].folded)
      && draft.contains(draft.language.list("same-talk"), in: sentence) != nil
  }

  private mutating func followSentences(_ draft: Draft) {
    let tokens = draft.annotated.tokens
    let before = draft.language.list("place-before")
    var current: EntityID?
    ofSentence = []
    for sentence in draft.annotated.sentences {
      var here: EntityID?
      for index in draft.mentions(in: sentence, [.place]) where !byCity.isEmpty {
        let at = draft.annotated.mentions[index].tokens.lowerBound
        guard let city = draft.ofMention[index], let event = event(in: city), at > sentence.lowerBound,
          before.contains(tokens[at - 1].folded), !isElsewhere(draft, at, sentence)
        else { continue }
        here = event
        break
      }
      if let here { current = here }
      if byCity.isEmpty {
        here = draft.mentions(in: sentence, [.event]).compactMap { ofMention[$0] }.first
        ofSentence.append(here ?? main)
      } else {
        if case .frontMatter = draft.annotated.block(of: sentence.lowerBound).kind { current = nil }
        ofSentence.append(here ?? current ?? main)
      }
    }
  }
}
