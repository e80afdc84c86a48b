import Entities
import Mentions
import Posts

/// Talks in schedules: tables with a column of titles and one of speakers, headings or linked titles with labelled lines
/// (`Speaker: …`), and list items that name a title and who gives it.
struct TalkTables {
  let context: EventContext
  private let titleColumn: WordList
  private let speakerColumn: WordList
  private let speakerLabel: WordList
  private let by: WordList
  private let documents: DocumentLinks
  private let slideWords: WordList
  private let recordingWords: WordList

  init(_ language: LanguageData, context: EventContext) {
    self.context = context
    titleColumn = language.list("title-column")
    speakerColumn = language.list("speaker-column")
    speakerLabel = language.list("speaker-label")
    by = language.list("talk-by")
    documents = DocumentLinks(language)
    slideWords = language.list("slides-only-word")
    recordingWords = language.list("recording-word")
  }

  func find(_ draft: inout Draft) {
    tables(&draft)
    labelled(&draft)
    items(&draft)
  }

  // MARK: tables

  private func tables(_ draft: inout Draft) {
    var columns: [Int: (title: Int?, speaker: Int?)] = [:]
    var cells: [(table: Int, row: Int, column: Int, range: Range<Int>)] = []
    for block in draft.annotated.text.blocks {
      guard case .tableCell(let table, let row, let column, let header) = block.kind else { continue }
      if header || row == 0 {
        let words = Tokenizer(elisions: []).words(of: draft.annotated.text.string(block.range))
        if titleColumn.match(words) { columns[table, default: (nil, nil)].title = column }
        if speakerColumn.match(words) { columns[table, default: (nil, nil)].speaker = column }
      } else {
        cells.append((table, row, column, block.range))
      }
    }
    for cell in cells {
      guard let known = columns[cell.table], known.title == cell.column else { continue }
      let speakers = cells.first { $0.table == cell.table && $0.row == cell.row && $0.column == known.speaker }
      add(&draft, title: cell.range, speakers: speakers?.range, evidence: cell.range, rule: "talk-table")
    }
  }

  // MARK: labelled lines

  private func labelled(_ draft: inout Draft) {
    let tokens = draft.annotated.tokens
    for sentence in draft.annotated.sentences where sentence.count >= 3 {
      let length = speakerLabel.match(tokens, sentence.lowerBound)
      guard length > 0, sentence.lowerBound + length < sentence.upperBound,
        tokens[sentence.lowerBound + length].folded == ":"
      else { continue }
      let people = draft.annotated.range(sentence)
      guard let title = titleBefore(draft, sentence.lowerBound) else { continue }
      add(&draft, title: title, speakers: people, evidence: people, rule: "talk-label")
    }
  }

  /// The nearest linked, strong or heading text before a label: at most three blocks up.
  private func titleBefore(_ draft: Draft, _ token: Int) -> Range<Int>? {
    let annotated = draft.annotated
    let at = annotated.tokens[token].range.lowerBound
    let block = annotated.tokens[token].block
    let floor = annotated.text.blocks[max(0, block - 3)].range.lowerBound
    var linked: Range<Int>?
    for span in annotated.spans(startingIn: floor..<at) where span.range.upperBound <= at {
      if case .link(_, let absolute) = span.kind, documents.kind(absolute) != nil { linked = span.range }
    }
    if let linked { return linked }
    for index in stride(from: block - 1, through: max(0, block - 3), by: -1) {
      if case .heading = annotated.text.blocks[index].kind { return annotated.text.blocks[index].range }
    }
    return nil
  }

  // MARK: list items

  /// `TITLE – P, Organization`, `TITLE by P`, `TITLE with P` as a whole item, the title linked or capitalised.
  private func items(_ draft: inout Draft) {
    let annotated = draft.annotated
    for sentence in annotated.sentences where !sentence.isEmpty && sentence.count <= 45 {
      switch annotated.block(of: sentence.lowerBound).kind {
      case .listItem, .quotation, .paragraph, .heading: item(&draft, sentence)
      default: continue
      }
    }
  }

  private func item(_ draft: inout Draft, _ sentence: Range<Int>) {
    let annotated = draft.annotated
    let bytes = annotated.range(sentence)
    guard let marked = marked(annotated, bytes) ?? quoted(annotated, sentence) else {
      heading(&draft, sentence)
      return
    }
    var title = annotated.tokens(in: marked)
    guard title.count >= 3 else { return }
    let people = draft.mentions(in: sentence, [.person])
    guard let first = people.first else { return }
    let start = annotated.mentions[first].tokens.lowerBound
    if title.contains(start) {
      // `TITLE with P` inside the link.
      guard start > title.lowerBound + 2,
        by.contains(annotated.tokens[start - 1].folded)
          || [",", "-", "–", "—"].contains(annotated.tokens[start - 1].folded)
      else { return }
      title = title.lowerBound..<(start - 1)
    } else {
      guard start >= title.upperBound, start - title.upperBound <= 4 else { return }
      let between = title.upperBound..<start
      guard
        between.allSatisfy({
          by.contains(annotated.tokens[$0].folded) || !annotated.tokens[$0].isWord
            || speakerLabel.contains(annotated.tokens[$0].folded)
        })
      else { return }
    }
    add(
      &draft, title: annotated.range(title), speakers: annotated.range(start..<sentence.upperBound), evidence: bytes,
      rule: "talk-item")
  }

  /// A heading that names a person behind `with` or `by` in a post about one event: a talk with that title.
  private func heading(_ draft: inout Draft, _ sentence: Range<Int>) {
    let annotated = draft.annotated
    guard case .heading = annotated.block(of: sentence.lowerBound).kind, context.main != nil else { return }
    guard let person = draft.mentions(in: sentence, [.person]).first else { return }
    let start = annotated.mentions[person].tokens.lowerBound
    guard start > sentence.lowerBound + 1, by.contains(annotated.tokens[start - 1].folded) else { return }
    let bytes = annotated.range(sentence)
    add(&draft, title: bytes, speakers: bytes, evidence: bytes, rule: "talk-item")
  }

  /// The linked or strong text that an item begins with.
  private func marked(_ annotated: AnnotatedText, _ bytes: Range<Int>) -> Range<Int>? {
    var strong: Range<Int>?
    for span in annotated.spans(startingIn: bytes) {
      switch span.kind {
      case .link(_, let absolute) where documents.kind(absolute) != nil: return span.range
      case .strong where strong == nil && span.range.lowerBound - bytes.lowerBound <= 3,
        .emphasis where strong == nil && span.range.lowerBound - bytes.lowerBound <= 3:
        strong = span.range
      default: continue
      }
    }
    return strong
  }

  /// A quotation near the start of the item.
  private func quoted(_ annotated: AnnotatedText, _ sentence: Range<Int>) -> Range<Int>? {
    guard case .listItem = annotated.block(of: sentence.lowerBound).kind else { return nil }
    let bytes = annotated.range(sentence)
    return annotated.quotations(startingIn: bytes).first {
      $0.outer.lowerBound >= bytes.lowerBound && $0.outer.lowerBound - bytes.lowerBound <= 3
        && $0.outer.upperBound <= bytes.upperBound
    }?.range
  }

  // MARK: writing down

  private func add(_ draft: inout Draft, title: Range<Int>, speakers: Range<Int>?, evidence: Range<Int>, rule: String) {
    let text = draft.annotated.text.string(title)
    if draft.annotated.tokens(in: title).isEmpty { return }
    if rule == "talk-item", draft.hasTalk(titled: text) { return }
    let first = draft.annotated.tokens(in: title).lowerBound
    let sentence = draft.annotated.tokens[first].sentence
    let event = context.ofSentence.indices.contains(sentence) ? context.ofSentence[sentence] : context.main
    let id = EntityID(.talk, [event?.slug, Folding.slug(text)].compactMap { $0 }.joined(separator: "-"))
    draft.insert(Entity(id: id, names: [text], mentions: [title], rule: rule, confidence: 0.92))
    if let event { draft.state(.entity(id), .superEvent, .entity(event), bytes: evidence, rule: rule, 0.9) }
    if let speakers {
      for mention in draft.mentions(in: draft.annotated.tokens(in: speakers), [.person]) {
        guard let person = draft.ofMention[mention] else { continue }
        draft.state(.entity(id), .performer, .entity(person), bytes: speakers, rule: rule, 0.93)
      }
    }
    let tokens = draft.annotated.tokens(in: title)
    for mention in draft.mentions(in: tokens, [.project, .product]) {
      if let topic = draft.ofMention[mention] {
        draft.state(.entity(id), .about, .entity(topic), bytes: title, rule: "talk-topic", 0.9)
      }
    }
    for token in tokens {
      guard let link = draft.annotated.links(at: token).first(where: { documents.kind($0.absolute) != nil }),
        let kind = documents.kind(link.absolute)
      else { continue }
      draft.state(
        .entity(id), .url, .document(url: link.absolute, kind: kind), bytes: link.range, rule: "talk-link", 0.95)
      break
    }
    named(&draft, id, evidence)
  }

  /// A link that is called slides or recording in the lines about the talk.
  private func named(_ draft: inout Draft, _ talk: EntityID, _ bytes: Range<Int>) {
    guard !draft.has(talk, .url) else { return }
    for span in draft.annotated.spans(startingIn: bytes) {
      guard case .link(_, let absolute) = span.kind else { continue }
      let words = draft.annotated.tokens(in: span.range)
      let isRecording = draft.contains(recordingWords, in: words) != nil
      guard words.count <= 4, isRecording || draft.contains(slideWords, in: words) != nil else { continue }
      draft.state(
        .entity(talk), .url, .document(url: absolute, kind: isRecording ? .recording : .slides), bytes: bytes,
        rule: "talk-link-word", 0.9)
    }
  }
}
