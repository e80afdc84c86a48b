import Entities
import Mentions
import Posts

// Events that the text does not name.
extension EventContext {
  mutating func gatherings(_ draft: inout Draft) {
    announced(&draft, Gatherings(draft, days: days))
    // Weekdays are those of the event that the post is about, where its days are told.
    let reader = Gatherings(
      draft, days: span(draft).map { RelativeDays(draft.language).days(draft, around: $0) } ?? days)
    let sections = Sections(draft.annotated)
    for (number, sentence) in draft.annotated.sentences.enumerated() where !sentence.isEmpty {
      switch draft.annotated.block(of: sentence.lowerBound).kind {
      case .frontMatter, .heading, .tableCell: continue
      default: break
      }
      if draft.isHypothetical(in: sentence) || draft.isNegated(in: sentence) { continue }
      let isNamed = !draft.mentions(in: sentence, [.event]).isEmpty
      if let setting = reader.turn(draft, sentence), !isSaidOfNamed(draft, setting, sentence) {
        turned(&draft, number, setting)
        if gatheringOfSentence[number] != nil { turnedSentences.insert(number) }
        continue
      }
      if described(&draft, reader, number, sentence) { continue }
      if !isNamed, dated(&draft, reader, sections, number, sentence) { continue }
      if !isNamed { listed(&draft, reader, sections, number, sentence) }
    }
  }

  /// The days that the clauses around its name tell of the event that the post is about.
  private func span(_ draft: Draft) -> ClosedRange<Int>? {
    for mention in settings.keys.sorted() where ofMention[mention] == main {
      guard let date = settings[mention]?.date, !date.isVague else { continue }
      let start = draft.resolved(date.start, year: main.flatMap { draft.eventYears[$0] }, in: date.tokens.lowerBound)
      var end = date.end
      end.year = end.year ?? start.year
      if let first = start.dayNumber, let last = end.dayNumber, first <= last, last - first <= 14 {
        return first...last
      }
    }
    return nil
  }

  /// `Community meeting on May 18: come with questions`, `Webinar: Falco in Anger`: what a title without an event's name announces.
  private mutating func announced(_ draft: inout Draft, _ reader: Gatherings) {
    let tokens = draft.annotated.tokens
    guard let block = draft.annotated.text.blocks.first(where: { $0.kind == .frontMatter(key: "title") }) else {
      return
    }
    let title = draft.annotated.tokens(in: block.range)
    guard !title.isEmpty, draft.mentions(in: title, [.event]).isEmpty, byCity.isEmpty else { return }
    for index in title {
      guard let head = reader.head(draft, index, draft.sentence(index)) else { continue }
      let next = head.tokens.upperBound
      // Only the first words announce something; what follows tells of it.
      guard head.tokens.lowerBound == title.lowerBound else { return }
      let isLabel = next < title.upperBound && tokens[next].folded == ":"
      let setting = next < title.upperBound ? reader.reader.behind(draft, next, title.upperBound) : nil
      guard setting?.date?.isVague == false || isLabel && hasLabel(draft) else { return }
      let range = isLabel ? title : head.tokens
      let name = isLabel ? draft.post.title : draft.annotated.string(head.tokens)
      let month = setting?.date.map { draft.resolved($0.start, year: nil, in: next) }
      let id = EntityID(.event, Folding.slug(name) + (month?.iso.map { "-" + $0 } ?? ""))
      draft.insert(
        Entity(id: id, names: [name], mentions: [draft.annotated.range(range)], rule: "event-title", confidence: 0.82))
      main = id
      announced = id
      if let setting { unnamed.append((id, setting, head.tokens.lowerBound..<setting.tokens.upperBound)) }
      return
    }
  }

  /// A line of the text says when or where.
  private func hasLabel(_ draft: Draft) -> Bool {
    let labels = draft.language.list("setting-label")
    return draft.annotated.dates.contains { date in
      guard !date.isVague else { return false }
      let token = date.tokens.lowerBound
      let low = max(draft.sentence(token).lowerBound, token - 4)
      return (low..<token).contains { labels.match(draft.annotated.tokens, $0) > 0 }
    }
  }

  /// `a workshop in Lille on June 12`: a noun with its day, or its city and its day.
  private mutating func described(
    _ draft: inout Draft, _ reader: Gatherings, _ number: Int, _ sentence: Range<Int>
  ) -> Bool {
    var isFound = false
    var read = sentence.lowerBound
    for index in sentence where index >= read {
      guard let head = reader.head(draft, index, sentence), head.tokens.upperBound < sentence.upperBound else {
        continue
      }
      if let end = titled(&draft, reader, head, number, sentence) {
        read = max(end, index + 1)
        isFound = true
        continue
      }
      if isTold(draft, head, sentence) { continue }
      let stops = Stops(draft, reader.reader, head.tokens.upperBound, sentence.upperBound)
      var found = stops.found
      var low = head.tokens.lowerBound
      if found.allSatisfy({ $0.date == nil }), let front = reader.reader.front(draft, sentence, head.tokens.lowerBound)
      {
        if found.isEmpty { found = [Stops.Stop(place: front.places.first, date: nil)] }
        for position in found.indices { found[position].date = front.date }
        low = sentence.lowerBound
      }
      found.removeAll { $0.date == nil || ($0.date?.isVague ?? true) && $0.place == nil }
      guard !found.isEmpty, found.count <= 12 else { continue }
      let tokens = low..<max(stops.end, head.tokens.upperBound)
      for stop in found { meet(&draft, reader, head, stop, tokens, number) }
      read = max(stops.end, index + 1)
      isFound = true
    }
    return isFound
  }

  /// `the webinar *Flux for Helm Users*`: the title behind the noun is the event's name. Its day may stand before.
  private mutating func titled(
    _ draft: inout Draft, _ reader: Gatherings, _ head: Gatherings.Head, _ number: Int, _ sentence: Range<Int>
  ) -> Int? {
    guard draft.language.list("online-noun").contains(head.noun) else { return nil }
    var at = head.tokens.upperBound
    if at < sentence.upperBound, [":", ","].contains(draft.annotated.tokens[at].folded) { at += 1 }
    guard at < sentence.upperBound else { return nil }
    let byte = draft.annotated.tokens[at].range.lowerBound
    let range = draft.annotated.range(sentence)
    let spans = draft.annotated.spans(startingIn: range).filter { $0.kind == .emphasis || $0.kind == .strong }.map(
      \.range)
    let quoted = draft.annotated.quotations(startingIn: range).map(\.range)
    guard let title = (spans + quoted).first(where: { $0.lowerBound == byte && $0.count > 6 }) else { return nil }
    let name = draft.annotated.text.string(title)
    let end = draft.annotated.tokens(in: title).upperBound
    let setting =
      reader.reader.behind(draft, end, sentence.upperBound)
      ?? reader.reader.front(draft, sentence, head.tokens.lowerBound, isNear: true)
    guard let date = setting?.date, !date.isVague else { return nil }
    let day = draft.resolved(date.start, year: nil, in: date.tokens.lowerBound)
    let id = EntityID(.event, Folding.slug(name) + (day.iso.map { "-" + $0 } ?? ""))
    draft.insert(Entity(id: id, names: [name], mentions: [title], rule: "event-gathering", confidence: 0.8))
    let tokens = min(head.tokens.lowerBound, date.tokens.lowerBound)..<max(end, date.tokens.upperBound)
    unnamed.append((id, Setting(date: date, tokens: tokens), tokens))
    gatheringOfSentence[number] = gatheringOfSentence[number] ?? id
    return end
  }

  /// `the meetup`, `cette rencontre`: the one that the post is about; `the next meetup` is another.
  private func isTold(_ draft: Draft, _ head: Gatherings.Head, _ sentence: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    guard
      draft.language.list("meetup-word").contains(Folding.fold(head.noun))
        || draft.language.list("event-noun").contains(Folding.fold(head.noun))
    else { return false }
    if !byCity.isEmpty { return true }
    guard main != nil, head.tokens.lowerBound > sentence.lowerBound else { return false }
    let isNext = head.tokens.contains { draft.language.list("edition-qualifier").value(tokens[$0].folded) == "next" }
    return !isNext && draft.language.list("event-the").contains(tokens[head.tokens.lowerBound - 1].folded)
  }

  /// `November 8 – [Harbor Bug Scrub](…)`, under a heading of events: a day and a name that nothing else explains.
  private mutating func dated(
    _ draft: inout Draft, _ reader: Gatherings, _ sections: Sections, _ number: Int, _ sentence: Range<Int>
  ) -> Bool {
    let tokens = draft.annotated.tokens
    let block = tokens[sentence.lowerBound].block
    let range = draft.annotated.text.blocks[block].range
    guard range.lowerBound == tokens[sentence.lowerBound].range.lowerBound,
      let day = reader.reader.day(at: sentence.lowerBound),
      !day.isVague, let heading = sections.headings(over: block).first,
      draft.contains(
        draft.language.list("event-section"), in: draft.annotated.tokens(in: draft.annotated.text.blocks[heading].range)
      )
        != nil,
      draft.contains(draft.language.list("talk-noun"), in: sentence) == nil
    else { return false }
    var at = day.tokens.upperBound
    while at < sentence.upperBound, !tokens[at].isWord { at += 1 }
    guard at > day.tokens.upperBound, at < sentence.upperBound, tokens[at].isCapital else { return false }
    let byte = tokens[at].range.lowerBound
    let span = draft.annotated.links(at: at).first?.range
    guard let span, span.lowerBound == byte else { return false }
    let name = draft.annotated.tokens(in: span)
    guard name.count >= 2, name.count <= 8, draft.mentions(in: name, [.person]).isEmpty else { return false }
    let title = draft.annotated.text.string(span)
    let date = draft.resolved(day.start, year: nil, in: day.tokens.lowerBound)
    let id = EntityID(.event, Folding.slug(title) + (date.iso.map { "-" + $0 } ?? ""))
    draft.insert(Entity(id: id, names: [title], mentions: [span], rule: "event-dated", confidence: 0.78))
    let words = day.tokens.lowerBound..<name.upperBound
    let behind = reader.reader.behind(draft, name.upperBound, sentence.upperBound)
    unnamed.append((id, Setting(date: day, places: behind?.places ?? [], tokens: words), words))
    gatheringOfSentence[number] = id
    return true
  }

  /// An item of a list that a gathering's noun leads into: `– in Lille, on June 12`.
  private mutating func listed(
    _ draft: inout Draft, _ reader: Gatherings, _ sections: Sections, _ number: Int, _ sentence: Range<Int>
  ) {
    let block = draft.annotated.tokens[sentence.lowerBound].block
    guard case .listItem = draft.annotated.text.blocks[block].kind, let lead = sections.leadIn[block],
      sentence.count <= 24
    else { return }
    let words = draft.annotated.tokens(in: draft.annotated.text.blocks[lead].range)
    guard let last = words.last else { return }
    let leading = draft.sentence(last)
    guard let head = leading.reversed().compactMap({ reader.head(draft, $0, leading) }).first else { return }
    let stops = Stops(draft, reader.reader, sentence.lowerBound, sentence.upperBound)
    for stop in stops.found where stop.place != nil && stop.date?.isVague == false {
      meet(&draft, reader, head, stop, sentence.lowerBound..<stops.end, number)
    }
  }

  private mutating func meet(
    _ draft: inout Draft, _ reader: Gatherings, _ head: Gatherings.Head, _ stop: Stops.Stop, _ tokens: Range<Int>,
    _ number: Int
  ) {
    let place = stop.place.map { draft.annotated.mentions[$0].name }
    let written = reader.name(head.written, in: place)
    let name = reader.name(head.name, in: place)
    add(
      &draft, written == name ? [name] : [written, name], slug: [head.name, place].compactMap { $0 }, stop, tokens,
      number)
  }

  /// An event that the sentence names takes place there: `we go to Lille in May for KubeCon`.
  private func isSaidOfNamed(_ draft: Draft, _ setting: Setting, _ sentence: Range<Int>) -> Bool {
    draft.mentions(in: sentence, [.event]).contains { event in
      !(settings[event]?.places ?? []).filter(setting.places.contains).isEmpty
    }
  }

  /// `Next stop: Detroit, October 24–28`: the next of what the post is about.
  private mutating func turned(_ draft: inout Draft, _ number: Int, _ setting: Setting) {
    guard let main, byCity.isEmpty, let entity = draft.entities[main], let place = setting.places.first,
      let city = draft.ofMention[place], draft.entities[city]?.subtypes.contains(.city) == true
    else { return }
    // The same city again is the same event, told once more.
    let told = settings.filter { ofMention[$0.key] == main }.values.flatMap(\.places).compactMap { draft.ofMention[$0] }
    if told.contains(city) { return }
    let label = draft.annotated.mentions[place].name
    let stop = Stops.Stop(place: place, date: setting.date)
    let isMeetup = entity.subtypes.contains(.meetup)
    let noun = draft.language.list("gathering-meetup").phrases.first ?? "meetup"
    let at = draft.language.list("gathering-at").phrases.first ?? "in"
    if isMeetup {
      add(&draft, ["\(noun) \(at) \(label)"], slug: [noun, label], stop, setting.tokens, number)
    } else if known.contains(main), let series = seriesName(draft, entity) {
      add(&draft, ["\(series) \(label)"], slug: [series, label], stop, setting.tokens, number)
    }
  }

  /// What the series is called for short, as a name of its edition begins.
  private func seriesName(_ draft: Draft, _ edition: Entity) -> String? {
    let listed = ofMention.keys.sorted().first {
      ofMention[$0] == edition.id && draft.annotated.mentions[$0].entry != nil
    }
    .flatMap { draft.annotated.mentions[$0].entry }.map { draft.gazetteer.entries[$0] }
    guard let found = listed else { return nil }
    // A regional edition that the gazetteer lists is one of a series.
    let entry = found["series"].flatMap { draft.gazetteer.entry(.event, $0) } ?? found
    let all = [entry.name] + entry.aliases.map(\.text)
    return all.filter { name in edition.names.contains { $0.hasPrefix(name) } }.min { ($0.count, $0) < ($1.count, $1) }
      ?? entry.name
  }

  private mutating func add(
    _ draft: inout Draft, _ names: [String], slug parts: [String], _ stop: Stops.Stop, _ tokens: Range<Int>,
    _ number: Int
  ) {
    var date = stop.date.map { draft.resolved($0.start, year: nil, in: $0.tokens.lowerBound) }
    date?.weekday = nil
    let id = EntityID(.event, (parts.map { Folding.slug($0) } + [date?.iso].compactMap { $0 }).joined(separator: "-"))
    draft.insert(
      Entity(
        id: id, names: names, isUnnamed: true, mentions: [draft.annotated.range(tokens)], rule: "event-gathering",
        confidence: 0.8))
    let setting = Setting(date: stop.date, places: [stop.place].compactMap { $0 }, tokens: tokens)
    unnamed.append((id, setting, tokens))
    gatheringOfSentence[number] = gatheringOfSentence[number] ?? id
  }
}
