public import Posts

/// From a post's text to the annotated text: what is named where.
public struct MentionFinder: Sendable {
  public let gazetteer: Gazetteer
  public let language: LanguageData

  public init(gazetteer: Gazetteer, language: LanguageData) {
    self.gazetteer = gazetteer
    self.language = language
  }

  public func annotate(_ text: PlainText) -> AnnotatedText {
    var annotated = AnnotatedText(text: text)
    annotated.quotations = QuotationFinder.find(text)
    annotated.tokens = Tokenizer(elisions: language.elisions, compoundTails: language.list("compound-tail").singleWords)
      .tokens(of: text)
    annotated.tokens.markLineLists(text)
    let protected = annotated.quotations.map(\.range)
    annotated.tokens.markSentences(
      abbreviations: language.abbreviations, protected: protected, months: language.list("month"))
    annotated.sentences = Self.ranges(annotated.tokens)
    annotated.dates = DateFinder(language).find(annotated.tokens)
    annotated.setMentions(mentions(annotated))
    return annotated
  }

  private static func ranges(_ tokens: [Token]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for (index, token) in tokens.enumerated() {
      if token.sentence == ranges.count { ranges.append(index..<index) }
      ranges[token.sentence] = ranges[token.sentence].lowerBound..<(index + 1)
    }
    return ranges
  }

  private func mentions(_ annotated: AnnotatedText) -> [Mention] {
    let tokens = annotated.tokens
    let matcher = GazetteerMatcher(gazetteer, language)
    let events = EventGrammar(gazetteer, language)
    let persons = PersonGrammar(gazetteer, language)
    var taken = [Bool](repeating: false, count: tokens.count)
    var found: [Mention] = []
    func claim(_ mention: Mention) {
      guard !mention.tokens.contains(where: { taken[$0] }) else { return }
      for token in mention.tokens { taken[token] = true }
      found.append(mention)
    }
    for date in annotated.dates where !date.isVague { for token in date.tokens { taken[token] = true } }
    let candidates = tokens.indices.map { start in
      matcher.candidates(annotated, start).compactMap { eventsSpelled(annotated, $0) }
    }
    func knownEvent(_ start: Int) -> (length: Int, entry: Int)? {
      for candidate in candidates[start].reversed() {
        if let entry = candidate.entries.first(where: { gazetteer.entries[$0].kind == .event }) {
          return (candidate.tokens.count, entry)
        }
      }
      return nil
    }
    for start in tokens.indices where !taken[start] {
      if let event = events.event(annotated, start, known: { $0 < tokens.count ? knownEvent($0) : nil }) {
        claim(event)
      }
    }
    let runs = NameRuns(language).find(tokens)
    for run in runs {
      for part in Self.free(run, taken) {
        let isTitle = isTitleBlock(annotated, part.lowerBound)
        if !isTitle || part.count <= 5, let event = events.event(annotated, run: part) { claim(event) }
      }
    }
    let typing = NameTyping(gazetteer, language)
    for mention in typing.organizations(
      annotated, runs: runs, taken: taken, known: { candidates[$0].last?.tokens.count ?? 0 })
    {
      claim(mention)
    }
    for range in NameRuns(language).nicknamed(tokens) {
      claim(
        Mention(.person, range, name: annotated.string(range), rule: "person-nickname", confidence: 0.9))
    }
    let evidence = NameEvidence(annotated, runs: runs, language)
    var settled: Set<Int> = []
    for pass in 0..<2 {
      for run in runs {
        for part in Self.free(run, taken) {
          let known: (Range<Int>) -> [Int] = { range in
            candidates[range.lowerBound].first { $0.tokens == range }?.entries ?? []
          }
          for (found, score) in persons.persons(
            annotated, part, known: known, settled: settled, isSecond: pass == 1, evidence: evidence)
          {
            let range = withoutFirm(tokens, found, known)
            settled.formUnion(range)
            claim(
              Mention(
                .person, range, name: annotated.string(range), rule: "person-name",
                confidence: min(0.98, 0.7 + score / 25)))
          }
        }
      }
    }
    // Who is a person once is one everywhere.
    let people = Set(found.filter { $0.kind == .person && $0.tokens.count > 1 }.map { Folding.fold($0.name) })
    for run in runs {
      for part in Self.free(run, taken) where part.count > 1 && people.contains(Folding.fold(annotated.string(part))) {
        claim(Mention(.person, part, name: annotated.string(part), rule: "person-again", confidence: 0.9))
      }
    }
    let frequent = capitalisedInside(tokens)
    let personEnds = Set(found.filter { $0.kind == .person }.map(\.tokens.upperBound))
    for start in tokens.indices where !taken[start] {
      for candidate in candidates[start].reversed() {
        guard !candidate.tokens.contains(where: { taken[$0] }) else { continue }
        if let mention = matcher.choose(
          annotated, candidate, frequent: frequent, persons: personEnds, inTitle: isTitleBlock(annotated, start))
        {
          claim(extended(mention, annotated, taken))
          break
        }
      }
    }
    for mention in typing.linkedProjects(annotated, taken: taken) { claim(mention) }
    for mention in ShortNames(gazetteer, language).find(
      annotated, persons: found.filter { $0.kind == .person }, taken: taken)
    {
      claim(mention)
    }
    let named = frequent.union(setOff(annotated))
    for run in runs {
      for part in Self.free(run, taken).flatMap({ properParts(annotated, $0) }) where isName(annotated, part) {
        let trimmed = withoutRole(annotated, trim(annotated, part, named), found)
        guard !trimmed.isEmpty, !isTitleOfPerson(annotated, trimmed) else { continue }
        let entries = candidates[trimmed.lowerBound].first { $0.tokens == trimmed }?.entries ?? []
        claim(
          Mention(
            .name, trimmed, name: annotated.string(trimmed), alternatives: entries, rule: "name-run", confidence: 0.5))
      }
    }
    typing.type(&found, annotated)
    return ListTyping(gazetteer, language).type(found, annotated)
  }

  /// An ordinary word is a series' name only when it is spelled as one (`SCALE`, not `at Scale`).
  private func eventsSpelled(_ annotated: AnnotatedText, _ candidate: GazetteerMatcher.Candidate)
    -> GazetteerMatcher.Candidate?
  {
    guard candidate.tokens.count == 1, language.isOrdinary(annotated.tokens[candidate.tokens.lowerBound].folded) else {
      return candidate
    }
    let written = annotated.string(candidate.tokens)
    var spelled = candidate
    spelled.entries = candidate.entries.filter { index in
      let entry = gazetteer.entries[index]
      return entry.kind != .event || written == entry.name || entry.aliases.contains { $0.text == written }
    }
    return spelled.entries.isEmpty ? nil : spelled
  }

  /// A capitalised noun of software right behind a project's name makes another project's (`Helm Operator`).
  private func extended(_ mention: Mention, _ annotated: AnnotatedText, _ taken: [Bool]) -> Mention {
    let next = mention.tokens.upperBound
    guard mention.kind == .project, next < annotated.tokens.count, !taken[next], annotated.tokens[next].isCapital,
      annotated.tokens[next].sentence == annotated.tokens[next - 1].sentence,
      language.list("software-suffix").contains(annotated.tokens[next].folded), !isTitleBlock(annotated, next)
    else { return mention }
    // In a title any noun has a capital: `Write Your First Falco Plugin`.
    if language.list("software-suffix").value(annotated.tokens[next].folded) == "common",
      annotated.isInMarkedTitle(next)
    {
      return mention
    }
    let range = mention.tokens.lowerBound..<(next + 1)
    return Mention(.project, range, name: annotated.string(range), rule: "software-suffix", confidence: 0.82)
  }

  /// The stretches of a run that nothing has claimed.
  private static func free(_ run: Range<Int>, _ taken: [Bool]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start: Int?
    for index in run {
      if taken[index] {
        if let begin = start { parts.append(begin..<index) }
        start = nil
      } else if start == nil {
        start = index
      }
    }
    if let begin = start { parts.append(begin..<run.upperBound) }
    return parts
  }

  /// `Jonas von Acme`: the word is a particle of names, and of firms that the gazetteer knows it means whose somebody is.
  private func withoutFirm(_ tokens: [Token], _ person: Range<Int>, _ known: (Range<Int>) -> [Int]) -> Range<Int> {
    let affiliation = language.list("affiliation")
    let firm = person.dropFirst().first { at in
      affiliation.contains(tokens[at].folded)
        && known((at + 1)..<person.upperBound).contains { gazetteer.entries[$0].kind == .organization }
    }
    return person.lowerBound..<(firm ?? person.upperBound)
  }

  /// Headings and titles write every word with a capital: there it proves nothing.
  private func isTitleBlock(_ annotated: AnnotatedText, _ token: Int) -> Bool {
    switch annotated.block(of: token).kind {
    case .heading: true
    case .frontMatter(let key): key == "title" || key == "linktitle"
    default: false
    }
  }

  private func isName(_ annotated: AnnotatedText, _ part: Range<Int>) -> Bool {
    if isTitleBlock(annotated, part.lowerBound), part.count > 4 { return false }
    return part.contains { index in
      let token = annotated.tokens[index]
      return token.isCapital || token.shape.contains(.mixed)
    }
  }

  /// Leaves out ordinary words that only the start of the sentence, or a particle at an end, puts into the run.
  private func trim(_ annotated: AnnotatedText, _ part: Range<Int>, _ names: Set<String>) -> Range<Int> {
    let particles = language.list("name-particle")
    var low = part.lowerBound
    var high = part.upperBound
    let tokens = annotated.tokens
    while low < high,
      particles.contains(tokens[low].folded) && !tokens[low].isCapital || tokens[low].folded == "."
        || (tokens[low].shape.contains(.sentenceStart) && language.isOrdinary(tokens[low].folded)
          && !tokens[low].shape.contains(.mixed) && !(part.count == 1 && names.contains(tokens[low].folded)))
    {
      low += 1
    }
    while high > low, particles.contains(tokens[high - 1].folded) || tokens[high - 1].folded == "." { high -= 1 }
    return low..<high
  }

  /// In a quoted title every word has its capital: there only what is no ordinary word is a name.
  private func properParts(_ annotated: AnnotatedText, _ part: Range<Int>) -> [Range<Int>] {
    let start = annotated.tokens[part.lowerBound].range.lowerBound
    guard part.count > 1, annotated.quotations.contains(where: { $0.range.contains(start) }),
      part.contains(where: { language.isOrdinary(annotated.tokens[$0].folded) })
    else { return [part] }
    var parts: [Range<Int>] = []
    var low = part.lowerBound
    for index in part.lowerBound...part.upperBound
    where index == part.upperBound || language.isOrdinary(annotated.tokens[index].folded) {
      if low < index { parts.append(low..<index) }
      low = index + 1
    }
    return parts
  }

  /// `DevOps Engineer` names nothing of its own.
  private func isTitleOfPerson(_ annotated: AnnotatedText, _ part: Range<Int>) -> Bool {
    let words = part.map { annotated.tokens[$0].folded }
    guard let last = words.last, words.count > 1, language.list("role-head").contains(last) else { return false }
    let modifiers = language.list("role-modifier")
    return words.dropLast().allSatisfy { modifiers.contains($0) || language.isOrdinary($0) }
  }

  /// `Quillmark CTO` before a person, or at the end of a parenthesis, is the firm and a title.
  private func withoutRole(_ annotated: AnnotatedText, _ part: Range<Int>, _ found: [Mention]) -> Range<Int> {
    let tokens = annotated.tokens
    let roles = language.list("role-head")
    let modifiers = language.list("role-modifier")
    let next = part.upperBound
    guard part.count > 1, next < tokens.count, roles.contains(tokens[next - 1].folded),
      tokens[next].folded == ")" || found.contains(where: { $0.kind == .person && $0.tokens.lowerBound == next })
    else { return part }
    var high = next - 1
    while high > part.lowerBound + 1, modifiers.contains(tokens[high - 1].folded) { high -= 1 }
    return part.lowerBound..<high
  }

  /// Words that the text sets off inside a sentence, with a capital: `in **Mosaic**, our platform`.
  private func setOff(_ annotated: AnnotatedText) -> Set<String> {
    var found: Set<String> = []
    for span in annotated.text.spans where span.kind == .strong || span.kind == .emphasis {
      let words = annotated.tokens(in: span.range)
      guard words.count == 1, case let token = annotated.tokens[words.lowerBound], token.isCapital, token.isWord,
        !token.shape.contains(.sentenceStart)
      else { continue }
      found.insert(token.folded)
    }
    return found
  }

  /// Ordinary words that this text writes with a capital inside sentences of prose, twice or more, and hardly ever without:
  /// names here.
  private func capitalisedInside(_ tokens: [Token]) -> Set<String> {
    var capital: [String: Int] = [:]
    var lower: [String: Int] = [:]
    for token in tokens where token.isWord {
      if token.isCapital {
        if !token.shape.contains(.sentenceStart) { capital[token.folded, default: 0] += 1 }
      } else {
        lower[token.folded, default: 0] += 1
      }
    }
    return Set(capital.filter { $0.value >= 2 && $0.value > 2 * (lower[$0.key] ?? 0) }.keys)
  }
}

extension LanguageData {
  var elisions: [String] { lists["elision"].map { $0.singleWords } ?? [] }
  /// What a full stop behind ends no sentence, short forms of months among it.
  var abbreviations: Set<String> {
    let months = list("month")
    let words = months.singleWords
    let short = words.filter { word in
      words.contains { $0.count > word.count && $0.hasPrefix(word) && months.value($0) == months.value(word) }
    }
    return Set(list("abbreviation").singleWords + short)
  }
}
