import Entities
import Mentions
import Posts

/// Talks in schedules: tables with a column of titles and one of speakers, headings or linked titles with labelled lines
/// (`Speaker: …`, `When: …`).
struct TalkTables {
  let context: EventContext
  private let titleColumn: WordList
  private let speakerColumn: WordList
  private let speakerLabel: WordList
  private let whenLabel: WordList
  private let writer: TalkWriter
  private let time: ScheduleTime

  init(_ language: LanguageData, context: EventContext) {
    self.context = context
    titleColumn = language.list("title-column")
    speakerColumn = language.list("speaker-column")
    speakerLabel = language.list("speaker-label")
    whenLabel = language.list("when-label")
    writer = TalkWriter(language)
    time = ScheduleTime(language)
  }

  /// Adds the talks found to those `listed` so far.
  func find(_ draft: inout Draft, _ listed: inout [Int: [TalkListing.Listed]]) {
    tables(&draft, &listed)
    labelled(&draft, &listed)
  }

  // MARK: tables

  private func tables(_ draft: inout Draft, _ listed: inout [Int: [TalkListing.Listed]]) {
    var columns: [Int: (title: Int?, speaker: Int?)] = [:]
    var cells: [(table: Int, row: Int, column: Int, range: Range<Int>)] = []
    for block in draft.annotated.text.blocks {
      guard case .tableCell(let table, let row, let column, let header) = block.kind else { continue }
      if header || row == 0 {
        let words = Tokenizer(elisions: []).words(of: draft.annotated.text.string(block.range))
        if titleColumn.match(words) { columns[table, default: (nil, nil)].title = column }
        // `Speaker(s) and firm`, `Intervenant·e`
        if speakerColumn.match(words) || words.contains(where: { speakerColumn.contains($0) }) {
          columns[table, default: (nil, nil)].speaker = column
        }
      } else {
        cells.append((table, row, column, block.range))
      }
    }
    for cell in cells {
      guard let known = columns[cell.table], known.title == cell.column else { continue }
      let speakers = cells.first { $0.table == cell.table && $0.row == cell.row && $0.column == known.speaker }
      // Title and speakers in one cell are a line like those of lists.
      if speakers == nil, !draft.mentions(in: draft.annotated.tokens(in: cell.range), [.person]).isEmpty { continue }
      let row = cells.filter { $0.table == cell.table && $0.row == cell.row && $0.column != cell.column }
      let event = row.compactMap { draft.event(in: $0.range) }.first
      add(
        &draft, &listed, title: cell.range, speakers: speakers?.range, evidence: cell.range, at: event,
        rule: "talk-table")
    }
  }

  // MARK: labelled lines

  private func labelled(_ draft: inout Draft, _ listed: inout [Int: [TalkListing.Listed]]) {
    let tokens = draft.annotated.tokens
    var titled: Set<Int> = []
    for sentence in draft.annotated.sentences where sentence.count >= 3 {
      let speaker = speakerLabel.match(tokens, sentence.lowerBound)
      let length = max(speaker, whenLabel.match(tokens, sentence.lowerBound))
      guard length > 0, sentence.lowerBound + length < sentence.upperBound,
        tokens[sentence.lowerBound + length].folded == ":",
        let title = titleBefore(draft, sentence.lowerBound, isMarked: speaker == 0)
      else { continue }
      // Its speakers' line came first.
      if speaker == 0, titled.contains(title.lowerBound) { continue }
      titled.insert(title.lowerBound)
      let bytes = draft.annotated.range(sentence)
      add(
        &draft, &listed, title: title, speakers: speaker > 0 ? bytes : nil, evidence: speaker > 0 ? bytes : title,
        at: nil,
        rule: "talk-label")
    }
  }

  /// The nearest linked, strong or heading text before a label: at most three blocks up, and under the same heading.
  private func titleBefore(_ draft: Draft, _ token: Int, isMarked: Bool) -> Range<Int>? {
    let annotated = draft.annotated
    let at = annotated.tokens[token].range.lowerBound
    let block = annotated.tokens[token].block
    var top = max(0, block - 3)
    var heading: Range<Int>?
    for index in stride(from: block, through: top, by: -1) {
      if case .heading = annotated.text.blocks[index].kind {
        heading = annotated.text.blocks[index].range
        top = index
        break
      }
    }
    let floor = annotated.text.blocks[top].range.lowerBound
    var linked: Range<Int>?
    var strong: Range<Int>?
    for span in annotated.spans(startingIn: floor..<at) where span.range.upperBound <= at {
      switch span.kind {
      case .link(_, let absolute) where writer.documents.kind(absolute) != nil: linked = span.range
      case .strong:
        let words = annotated.tokens(in: span.range)
        let isLabel = words.last.map { annotated.tokens[$0].folded == ":" } ?? true
        if words.count >= 3, !isLabel, time.end(annotated, words) == words.lowerBound { strong = span.range }
      default: continue
      }
    }
    // A strong line is the title; a link inside a description leads elsewhere, and is called by less than a title.
    if let linked, strong.map({ $0.overlaps(linked) }) ?? isTitled(annotated, linked) { return linked }
    return strong ?? linked.flatMap { isMarked || heading == nil ? $0 : nil } ?? (isMarked ? nil : heading)
  }

  private func isTitled(_ annotated: AnnotatedText, _ range: Range<Int>) -> Bool {
    let words = annotated.tokens(in: range)
    return words.count >= 3 && words.count { annotated.tokens[$0].isCapital } * 2 >= words.count
  }

  // MARK: writing down

  private func add(
    _ draft: inout Draft, _ listed: inout [Int: [TalkListing.Listed]], title: Range<Int>, speakers: Range<Int>?,
    evidence: Range<Int>, at event: EntityID?, rule: String
  ) {
    let tokens = draft.annotated.tokens(in: title)
    guard let first = tokens.first else { return }
    let people = speakers.map { draft.mentions(in: draft.annotated.tokens(in: $0), [.person]) } ?? []
    let named = people.compactMap { draft.ofMention[$0] }
    let sentence = draft.annotated.tokens[first].sentence
    let id = writer.write(
      &draft, title: title, speakers: named, told: speakers, at: event ?? context.event(ofSentence: sentence),
      evidence: evidence, rule: rule)
    let talk = TalkListing.Listed(id: id, title: draft.annotated.text.string(title), speakers: named, tokens: tokens)
    listed[sentence, default: []].append(talk)
    if let told = speakers.flatMap({ draft.annotated.tokens(in: $0).first }) {
      let number = draft.annotated.tokens[told].sentence
      if number != sentence { listed[number, default: []].append(talk) }
    }
  }
}
