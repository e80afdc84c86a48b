/// Finds named events: known series with their edition, and capitalised names whose head is an event's noun.
struct EventGrammar {
  private let heads: WordList
  private let firstHeads: WordList
  private let regions: WordList
  private let joins: WordList
  private let weakLeft: WordList
  let gazetteer: Gazetteer
  let language: LanguageData

  init(_ gazetteer: Gazetteer, _ language: LanguageData) {
    heads = language.list("event-head")
    firstHeads = language.list("event-head-first")
    regions = language.list("event-region")
    joins = language.list("event-join")
    weakLeft = language.list("event-weak-left")
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
    while low < run.upperBound, weakLeft.contains(tokens[low].folded) { low += 1 }
    for end in stride(from: run.upperBound, to: low, by: -1) {
      let last = tokens[end - 1]
      let isCon = last.folded.hasSuffix("con") && last.shape.contains(.mixed) && last.folded.count > 5
      guard heads.contains(last.folded) || isCon else { continue }
      guard end - low >= 2 || isCon else { continue }
      // A bare head after one ordinary word (`The Conference`) names nothing.
      if !isCon, tokens[low..<(end - 1)].allSatisfy({ weakLeft.contains($0.folded) }) { continue }
      let full = edition(annotated, end)
      return Mention(
        .event, low..<full, name: annotated.string(low..<full), rule: "event-head", confidence: 0.85)
    }
    if low + 2 < run.upperBound, firstHeads.contains(tokens[low].folded) {
      let full = edition(annotated, run.upperBound)
      return Mention(.event, low..<full, name: annotated.string(low..<full), rule: "event-head-first", confidence: 0.8)
    }
    if low > 0, low < run.upperBound, firstHeads.contains(tokens[low - 1].folded),
      tokens[low - 1].sentence == tokens[low].sentence
    {
      let full = edition(annotated, run.upperBound)
      return Mention(
        .event, (low - 1)..<full, name: annotated.string((low - 1)..<full), rule: "event-head-first", confidence: 0.8)
    }
    return nil
  }

  /// Takes in what tells an edition: a region, a year, in any order.
  private func edition(_ annotated: AnnotatedText, _ from: Int) -> Int {
    let tokens = annotated.tokens
    var end = from
    while end < tokens.count, tokens[end].sentence == tokens[from - 1].sentence {
      if regions.match(tokens, end) > 0, tokens[end].isCapital {
        end += regions.match(tokens, end)
      } else if DateFinder.year(tokens[end].folded) != nil {
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
