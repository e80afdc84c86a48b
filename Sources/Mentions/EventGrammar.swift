import Posts

/// Finds named events: known series with their edition, and capitalised names whose head is an event's noun.
struct EventGrammar {
  private let heads: WordList
  private let firstHeads: WordList
  private let regions: WordList
  private let joins: WordList
  private let weakLeft: WordList
  private let lowerHeads: WordList
  private let weakHeads: WordList
  private let ofWords: WordList
  private let topics: WordList
  private let suffixes: WordList
  private let weekdays: WordList
  private let regionAdjectives: WordList
  private let indefinite: WordList
  let gazetteer: Gazetteer
  let language: LanguageData

  init(_ gazetteer: Gazetteer, _ language: LanguageData) {
    heads = language.list("event-head")
    firstHeads = language.list("event-head-first")
    regions = language.list("event-region")
    joins = language.list("event-join")
    weakLeft = language.list("event-weak-left")
    lowerHeads = language.list("event-head-lower")
    weakHeads = language.list("event-head-weak")
    ofWords = language.list("event-of")
    topics = language.list("group-topic")
    weekdays = language.list("weekday")
    suffixes = language.list("event-suffix")
    regionAdjectives = language.list("event-region-adjective")
    indefinite = language.list("indefinite")
    self.gazetteer = gazetteer
    self.language = language
  }

  /// The event that begins at a token, if one does.
  func event(_ annotated: AnnotatedText, _ start: Int, known: (Int) -> (length: Int, entry: Int)?) -> Mention? {
    let tokens = annotated.tokens
    if let (length, entry) = known(start) {
      var end = start + length
      // Two series that are held together are one event (`KubeCon + CloudNativeCon`).
      if end + 1 < tokens.count, joins.contains(tokens[end].folded), let second = known(end + 1) {
        end += 1 + second.length
      }
      end = edition(annotated, end)
      return Mention(
        .event, start..<end, name: annotated.string(start..<end), entry: entry, rule: "event-series", confidence: 0.95)
    }
    return nil
  }

  /// An event named by a run of capitalised words that ends in an event's noun (`Cloud Native Day 2020`), or begins with one
  /// (French: `journée Cloud Native`).
  func event(_ annotated: AnnotatedText, run: Range<Int>) -> Mention? {
    let tokens = annotated.tokens
    var low = run.lowerBound
    while low < run.upperBound, weakLeft.contains(tokens[low].folded) || weekdays.contains(tokens[low].folded) {
      low += 1
    }
    for end in stride(from: run.upperBound, to: low, by: -1) {
      let last = tokens[end - 1]
      let isCon = isCompound(last, annotated)
      guard heads.contains(last.folded) || isCon else { continue }
      guard end - low >= 2 || isCon, !isInsideTitle(annotated, end) else { continue }
      // `The Early Days` names no event: a plural of days needs a name before it, or more than one word.
      if weakHeads.contains(last.folded), end - low == 2, language.isOrdinary(tokens[low].folded),
        !tokens[low].shape.contains(.mixed), DateFinder.year(end < tokens.count ? tokens[end].folded : "") == nil
      {
        continue
      }
      // Quoted, `Our Operator Tour` is a title.
      if weakHeads.contains(last.folded), isQuoted(annotated, low) { continue }
      // A bare head after one ordinary word (`The Conference`) names nothing.
      if !isCon, tokens[low..<(end - 1)].allSatisfy({ weakLeft.contains($0.folded) }) { continue }
      let full = edition(annotated, end)
      return Mention(
        .event, low..<full, name: annotated.string(low..<full), rule: "event-head", confidence: 0.85)
    }
    if let named = group(annotated, low..<run.upperBound) { return named }
    if let named = firstHead(annotated, low..<run.upperBound) { return named }
    if let named = lowerHead(annotated, low..<run.upperBound) { return named }
    if low + 2 < run.upperBound, firstHeads.contains(tokens[low].folded) {
      let full = edition(annotated, run.upperBound)
      return Mention(.event, low..<full, name: annotated.string(low..<full), rule: "event-head-first", confidence: 0.8)
    }
    if low > 0, low < run.upperBound, firstHeads.contains(tokens[low - 1].folded),
      tokens[low - 1].sentence == tokens[low].sentence, !gazetteer.givenNames.contains(tokens[low].folded)
    {
      let full = edition(annotated, joined(annotated, run.upperBound))
      return Mention(
        .event, (low - 1)..<full, name: annotated.string((low - 1)..<full), rule: "event-head-first", confidence: 0.8)
    }
    return nil
  }

  /// `tournée Kubernetes & Cloud Native`: what a sign joins to the name is part of it.
  private func joined(_ annotated: AnnotatedText, _ from: Int) -> Int {
    let tokens = annotated.tokens
    var end = from
    while end + 1 < tokens.count, ["&", "+"].contains(tokens[end].folded), tokens[end + 1].isCapital,
      tokens[end + 1].sentence == tokens[from - 1].sentence
    {
      end += 2
      while end < tokens.count, tokens[end].isCapital, tokens[end].sentence == tokens[from - 1].sentence { end += 1 }
    }
    return end
  }

  /// `ContainerDays`, `KotlinConf`: one word of two capitals, the second of which begins an event's noun.
  private func isCompound(_ token: Token, _ annotated: AnnotatedText) -> Bool {
    guard token.shape.contains(.mixed), !token.folded.contains("-"), !token.folded.contains(".") else { return false }
    let written = annotated.text.string(token.range)
    return suffixes.singleWords.contains { suffix in
      token.folded.hasSuffix(suffix) && token.folded.count > suffix.count + 1
        && written.dropLast(suffix.count - 1).last?.isUppercase == true
    } || token.folded.hasSuffix("con") && token.folded.count > 5
  }

  private func isQuoted(_ annotated: AnnotatedText, _ token: Int) -> Bool {
    let at = annotated.tokens[token].range.lowerBound
    let sentence = annotated.sentences[annotated.tokens[token].sentence]
    return annotated.quotations(startingIn: annotated.range(sentence)).contains { $0.range.contains(at) }
  }

  /// In a title that goes on (`“Ninety Days Is a Long Time”`) the noun is a word like others.
  private func isInsideTitle(_ annotated: AnnotatedText, _ end: Int) -> Bool {
    guard end < annotated.tokens.count else { return false }
    let next = annotated.tokens[end]
    guard next.isWord, next.isCapital, regions.match(annotated.tokens, end) == 0 else { return false }
    let sentence = annotated.sentences[annotated.tokens[end - 1].sentence]
    return annotated.quotations(startingIn: annotated.range(sentence)).contains { quotation in
      quotation.range.contains(annotated.tokens[end - 1].range.lowerBound)
        && quotation.range.contains(next.range.lowerBound)
    }
  }

  /// A group that meets, called by its topic and its city: `Cloud Native Halifax`.
  private func group(_ annotated: AnnotatedText, _ run: Range<Int>) -> Mention? {
    guard let first = run.first else { return nil }
    let length = topics.match(annotated.tokens, first)
    guard length > 0, first + length < run.upperBound,
      let place = gazetteer.place(annotated, first + length, before: run.upperBound), place.entry["kind"] == "city",
      first + length + place.length == run.upperBound
    else { return nil }
    // `co-organizer of Cloud Native Halifax`: the group, not what it holds.
    if first > 1, annotated.tokens[first - 1].sentence == annotated.tokens[first].sentence,
      language.list("member-of").contains(annotated.tokens[first - 1].folded),
      language.list("member-noun").contains(annotated.tokens[first - 2].folded)
        || language.list("role-head").contains(annotated.tokens[first - 2].folded)
    {
      return nil
    }
    // A link elsewhere (a chat, a page of its own) makes it another thing of that name.
    let pages = language.list("event-page-host").phrases
    guard annotated.links(at: first).allSatisfy({ link in pages.contains { link.absolute.contains($0) } }) else {
      return nil
    }
    // `Cloud Native Halifax` before another capital is part of a longer name, which other rules read.
    var low = first
    if first > 0, firstHeads.contains(annotated.tokens[first - 1].folded),
      annotated.tokens[first - 1].sentence == annotated.tokens[first].sentence
    {
      low -= 1
    }
    let range = low..<run.upperBound
    return Mention(.event, range, name: annotated.string(range), rule: "event-group", confidence: 0.8)
  }

  /// French: `le Sommet des développeurs`, the head with a capital inside a sentence and what it is of.
  private func firstHead(_ annotated: AnnotatedText, _ run: Range<Int>) -> Mention? {
    let tokens = annotated.tokens
    guard run.count == 1, let head = run.first, firstHeads.contains(tokens[head].folded), tokens[head].isCapital,
      !tokens[head].shape.contains(.sentenceStart), head + 2 < tokens.count,
      tokens[head + 2].sentence == tokens[head].sentence, ofWords.contains(tokens[head + 1].folded),
      tokens[head + 2].isWord
    else { return nil }
    let range = head..<(head + 3)
    return Mention(.event, range, name: annotated.string(range), rule: "event-head-first", confidence: 0.8)
  }

  /// A name before a noun in lower case: `the Cloud Native Halifax meetup`, `Harbor community meeting`. Behind `a` it is any.
  private func lowerHead(_ annotated: AnnotatedText, _ run: Range<Int>) -> Mention? {
    let tokens = annotated.tokens
    guard let first = run.first, run.upperBound < tokens.count,
      tokens[run.upperBound].sentence == tokens[first].sentence, !tokens[run.upperBound].isCapital
    else { return nil }
    let length = lowerHeads.match(tokens, run.upperBound)
    guard length > 0 else { return nil }
    if first > 0, tokens[first - 1].sentence == tokens[first].sentence, indefinite.contains(tokens[first - 1].folded) {
      return nil
    }
    // An ordinary word that only begins the sentence names nothing.
    if run.count == 1, tokens[first].shape.contains(.sentenceStart), language.isOrdinary(tokens[first].folded) {
      return nil
    }
    if run.allSatisfy({ weakLeft.contains(tokens[$0].folded) }) { return nil }
    // `the Ottawa meetup` says where one of several was.
    if let place = gazetteer.place(annotated, first, before: run.upperBound), place.length == run.count { return nil }
    let full = edition(annotated, run.upperBound + length)
    return Mention(
      .event, first..<full, name: annotated.string(first..<full), rule: "event-head-lower", confidence: 0.8)
  }

  /// Takes in what tells an edition: a region, a year, in any order.
  private func edition(_ annotated: AnnotatedText, _ from: Int) -> Int {
    let tokens = annotated.tokens
    var end = from
    while end < tokens.count, tokens[end].sentence == tokens[from - 1].sentence {
      if regions.match(tokens, end) > 0, tokens[end].isCapital {
        end += regions.match(tokens, end)
      } else if DateFinder.year(tokens[end].folded) != nil || regionAdjectives.value(tokens[end].folded) != nil {
        end += 1
      } else if tokens[end].shape.contains([.word, .digit]) == false, tokens[end].folded.hasPrefix("'"),
        tokens[end].folded.count == 3
      {
        end += 1
      } else if !heads.contains(tokens[end].folded),
        let place = gazetteer.trie.matches(tokens, end).last(where: { match in
          match.entries.contains { gazetteer.entries[$0].kind == .place }
        }), tokens[end].isCapital
      {
        end += place.length
      } else {
        break
      }
    }
    return end
  }
}
