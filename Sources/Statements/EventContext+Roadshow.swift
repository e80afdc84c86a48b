import Entities
import Mentions
import Posts

// A series of meetups, one in each of several cities.
extension EventContext {
  mutating func roadshow(_ draft: inout Draft) {
    let tokens = draft.annotated.tokens
    let words = draft.language.list("meetup-word")
    let series = draft.language.list("series-word")
    let tour = tourName(draft)
    // A series of meetups in the title or the first paragraphs, and two cities or more at which the text stops.
    let plural = tokens.indices.first { index in
      tokens[index].block < 12 && series.contains(tokens[index].folded)
        && (words.contains(tokens[index].folded)
          || draft.sentence(index).contains { words.contains(tokens[$0].folded) })
    }
    guard let head = tour?.lowerBound ?? plural else { return }
    let cities = stops(draft)
    guard cities.count >= 2 else { return }
    let name = tour.map { (draft.annotated.string($0), draft.annotated.string($0), $0) } ?? seriesName(draft, head)
    let titleRange = titleTokens(draft)
    let isTitled = tour == nil && titleRange.contains { words.contains(tokens[$0].folded) }
    let full = isTitled ? Self.titleName(draft, titleRange, words) : name.0
    // The same series in every language: its topics, the head, and the month in which it begins.
    let key = MeetupKey(draft, name: name.2)
    let isOurs: (Range<Int>) -> Bool = {
      draft.contains(words, in: $0) != nil || draft.contains(draft.language.list("tour-word"), in: $0) != nil
    }
    let month = Self.opening(draft, of: isOurs)?.start ?? draft.anchor
    let slug = key.series(month)
    let id = EntityID(.event, slug)
    var mentions = [draft.annotated.range(name.2)]
    if isTitled { mentions.append(draft.annotated.range(titleRange)) }
    let isWhole = tour != nil || isOneWhole(draft, words)
    if isWhole {
      draft.insert(
        Entity(
          id: id, subtypes: [.meetup, .series], names: isTitled ? [full, name.0] : [full],
          mentions: mentions.sorted { $0.lowerBound < $1.lowerBound }, rule: "meetup-series", confidence: 0.85))
      main = id
    }
    for (city, mention) in cities {
      guard let place = draft.ofMention[mention], let label = draft.entities[place]?.names.first else { continue }
      let eventID = EntityID(.event, key.meetup(in: city, month))
      let range = draft.annotated.range(draft.annotated.mentions[mention].tokens)
      draft.insert(
        Entity(
          id: eventID, subtypes: [.meetup], names: [name.1 + " " + label], isUnnamed: true, mentions: [range],
          rule: "meetup-city", confidence: 0.85))
      byCity.append((city, eventID))
      let evidence = draft.annotated.range(draft.sentence(draft.annotated.mentions[mention].tokens.lowerBound))
      draft.state(.entity(eventID), .location, .entity(city), bytes: evidence, rule: "meetup-city", 0.9)
      if isWhole {
        draft.state(.entity(eventID), .superEvent, .entity(id), bytes: evidence, rule: "meetup-city", 0.88)
      }
    }
  }

  /// `the Cloud Native Spring Tour`, `la Tournée Cloud Native`: a name of its own for what goes from city to city.
  private func tourName(_ draft: Draft) -> Range<Int>? {
    let words = draft.language.list("tour-word")
    return draft.annotated.mentions.first { mention in
      guard mention.kind == .event, mention.entry == nil, mention.tokens.count > 1,
        draft.annotated.tokens[mention.tokens.lowerBound].block < 12
      else { return false }
      let first = draft.annotated.tokens[mention.tokens.lowerBound]
      let last = draft.annotated.tokens[mention.tokens.upperBound - 1]
      return words.contains(first.folded) || words.contains(last.folded)
    }?.tokens
  }

  /// Whether the text speaks of the meetups as one thing: a roadshow, a series, days from the first to the last. Otherwise
  /// there is a meetup here and a meetup there.
  private func isOneWhole(_ draft: Draft, _ words: WordList) -> Bool {
    let tokens = draft.annotated.tokens
    let series = draft.language.list("series-word")
    let isSaid = tokens.indices.contains { index in
      series.contains(tokens[index].folded) && !words.contains(tokens[index].folded)
        && (draft.contains(words, in: draft.sentence(index)) != nil || tokens[index].block < 12)
        && titlesAround(draft, index).isEmpty
    }
    if isSaid { return true }
    let opening = Self.opening(draft, of: { draft.contains(words, in: $0) != nil })
    return opening.map { $0.start != $0.end } ?? false
  }

  /// Quotations that a token stands in: a title's words say nothing of the meetups.
  private func titlesAround(_ draft: Draft, _ token: Int) -> [Quotation] {
    let range = draft.annotated.range(draft.sentence(token))
    let own = draft.annotated.tokens[token].range
    return draft.annotated.quotations(startingIn: range).filter { $0.range.overlaps(own) }
  }

  /// The title, without the topics that a colon sets off (`Cloud Native Meetups: Storage and Helm 3`).
  private static func titleName(_ draft: Draft, _ title: Range<Int>, _ words: WordList) -> String {
    let tokens = draft.annotated.tokens
    guard let colon = title.first(where: { tokens[$0].folded == ":" }), colon > title.lowerBound,
      (title.lowerBound..<colon).contains(where: { words.contains(tokens[$0].folded) })
    else { return draft.post.title }
    return draft.annotated.string(title.lowerBound..<colon)
  }

  /// The first days that an opening sentence names which speaks of the event, resolved.
  static func opening(_ draft: Draft, of isOurs: (Range<Int>) -> Bool) -> (
    start: CalendarDate, end: CalendarDate, sentence: Range<Int>
  )? {
    for date in draft.annotated.dates where !date.isVague {
      let sentence = draft.sentence(date.tokens.lowerBound)
      let token = draft.annotated.tokens[date.tokens.lowerBound]
      if case .frontMatter = draft.annotated.text.blocks[token.block].kind { continue }
      guard token.block < 10 else { return nil }
      guard isOurs(sentence) else { continue }
      let start = date.start.resolved(near: draft.anchor)
      return (start, date.end.resolved(near: start), sentence)
    }
    return nil
  }

  /// Cities that the text stops at: named behind a preposition in a sentence of meetups, or at the start of one.
  private func stops(_ draft: Draft) -> [(EntityID, Int)] {
    let tokens = draft.annotated.tokens
    let words = draft.language.list("meetup-word")
    let series = draft.language.list("series-word")
    let community = draft.language.list("community-word")
    let before = draft.language.list("place-before")
    let went = draft.language.list("went-to")
    let and = draft.language.list("and")
    var lastEnd = -1
    var found: [(EntityID, Int)] = []
    for (index, mention) in draft.annotated.mentions.enumerated() where mention.kind == .place {
      guard let id = draft.ofMention[index], let entity = draft.entities[id],
        isCity(entity, draft) || isCountryLikeCity(draft, mention.tokens.lowerBound)
      else { continue }
      let at = mention.tokens.lowerBound
      // A link leads to a group's page, not to where the text goes.
      guard draft.annotated.links(at: at).isEmpty else { continue }
      let sentence = draft.sentence(at)
      let isBehind = at > sentence.lowerBound && before.contains(tokens[at - 1].folded)
      let starts = isBehind && at - sentence.lowerBound <= 2
      let noun =
        sentence.lowerBound < at - 1
        && (words.contains(tokens[max(at - 2, 0)].folded) || community.contains(tokens[max(at - 2, 0)].folded))
      let listed =
        draft.mentions(in: sentence, [.place]).count >= 3
        && (sentence.contains { series.contains(tokens[$0].folded) || words.contains(tokens[$0].folded) }
          || tokens[at].block < 12 && draft.contains(went, in: sentence) != nil)
      // A section a city, or `the Toronto meetup`.
      let headed = isShortHeading(draft, at)
      let behind = mention.tokens.upperBound..<min(mention.tokens.upperBound + 3, sentence.upperBound)
      let named = behind.contains { words.contains(tokens[$0].folded) || community.contains(tokens[$0].folded) }
      // `we were in Ottawa`, `the next stop was Toronto`
      let gone =
        isBehind
        && (sentence.lowerBound..<at).contains { index in
          let length = went.match(tokens, index)
          return length > 0 && at - (index + length) <= 2
        }
      // The next of a list whose last one counts.
      let next =
        lastEnd < at && lastEnd >= sentence.lowerBound && at - lastEnd <= 3
        && (lastEnd..<at).allSatisfy {
          tokens[$0].folded == "," || and.contains(tokens[$0].folded) || before.contains(tokens[$0].folded)
        }
      guard starts || noun && isBehind || listed || headed || named || gone || next else { continue }
      if case .frontMatter = draft.annotated.block(of: at).kind { continue }
      lastEnd = mention.tokens.upperBound
      if !found.contains(where: { $0.0 == id }) { found.append((id, index)) }
    }
    // A city that no sentence plays at but the list names counts; one that only a footer names does not.
    return found
  }

  /// A heading of a few words that names a city, or one that opens with it (`Lille, le 8 juin (chez Quillmark)`).
  func isShortHeading(_ draft: Draft, _ token: Int) -> Bool {
    guard case .heading = draft.annotated.block(of: token).kind else { return false }
    let sentence = draft.sentence(token)
    if sentence.count <= 6 { return true }
    guard token == sentence.lowerBound, let mention = draft.annotated.mention(at: token) else { return false }
    let next = draft.annotated.mentions[mention].tokens.upperBound
    return sentence.contains(next)
      && (!draft.annotated.tokens[next].isWord || draft.annotated.date(covering: next) != nil)
  }

  /// `Ghent, Liège and Luxembourg`: a city bears the name of its country.
  private func isCountryLikeCity(_ draft: Draft, _ token: Int) -> Bool {
    let places = gazetteerPlaces(draft, token)
    return places.contains { $0["kind"] == "city" } && places.contains { $0["kind"] == "country" }
  }

  private func gazetteerPlaces(_ draft: Draft, _ token: Int) -> [GazetteerEntry] {
    guard let mention = draft.annotated.mention(covering: token) else { return [] }
    let known = draft.annotated.mentions[mention]
    return ([known.entry].compactMap { $0 } + known.alternatives).map { draft.gazetteer.entries[$0] }
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
    }
    let full = draft.annotated.string(best)
    let singular = full.replacing("Meetups", with: "Meetup").replacing("meetups", with: "Meetup")
    return (full, singular, best)
  }
}
