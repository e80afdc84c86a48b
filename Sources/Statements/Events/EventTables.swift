import Entities
import Mentions
import Posts

/// Rows of tables that name an event in one cell, and its days and its place in others.
struct EventTables {
  let context: EventContext

  func find(_ draft: inout Draft) {
    let reader = SettingReader(draft, days: context.days)
    var rows: [[Int]] = []
    var last: (table: Int, row: Int)?
    for (index, block) in draft.annotated.text.blocks.enumerated() {
      guard case .tableCell(let table, let row, _, let isHeader) = block.kind, !isHeader else { continue }
      if let last, last.table == table, last.row == row {
        rows[rows.count - 1].append(index)
      } else {
        rows.append([index])
      }
      last = (table, row)
    }
    for row in rows where row.count > 1 {
      read(&draft, row, reader)
      diary(&draft, row)
    }
  }

  private func read(_ draft: inout Draft, _ row: [Int], _ reader: SettingReader) {
    var event: (id: EntityID, tokens: Range<Int>)?
    var setting = Setting(tokens: 0..<0)
    for block in row {
      let tokens = draft.annotated.tokens(in: draft.annotated.text.blocks[block].range)
      guard !tokens.isEmpty else { continue }
      let events = draft.mentions(in: tokens, [.event])
      if let first = events.first {
        // The cell names the event and nothing else: a session's row says where the session was.
        guard event == nil, events.count == 1, let id = context.ofMention[first],
          tokens.count <= draft.annotated.mentions[first].tokens.count + 3
        else { return }
        event = (id, draft.annotated.mentions[first].tokens)
      } else if let cell = reader.behind(draft, tokens.lowerBound, tokens.upperBound) {
        if setting.date == nil { setting.date = cell.date }
        setting.places += cell.places
      } else if tokens.count <= 8 {
        // `Quillmark HQ, Lille`
        setting.places += draft.mentions(in: tokens, [.place])
      }
    }
    if event == nil { event = gathering(&draft, row, setting) }
    guard let event, !setting.isEmpty else { return }
    setting.tokens = event.tokens
    EventSettings(context: context).apply(&draft, event.id, setting, cells(draft, row), rule: "event-row", 0.9)
  }

  /// `| June 20 | Lille | Workshop: Policies from zero, with Ada |`: what a cell calls a gathering, on the day of its row.
  private func gathering(_ draft: inout Draft, _ row: [Int], _ setting: Setting) -> (id: EntityID, tokens: Range<Int>)?
  {
    guard let date = setting.date, !date.isVague else { return nil }
    let nouns = draft.language.list("gathering-noun")
    let with = draft.language.list("talk-by")
    for block in row {
      let tokens = draft.annotated.tokens(in: draft.annotated.text.blocks[block].range)
      guard let first = tokens.first, case let length = nouns.match(draft.annotated.tokens, first), length > 0,
        let colon = (first + length..<min(first + length + 4, tokens.upperBound)).first(where: {
          draft.annotated.tokens[$0].folded == ":"
        }), colon + 1 < tokens.upperBound
      else { continue }
      let end =
        tokens.first {
          draft.annotated.tokens[$0].folded == "," && $0 + 1 < tokens.upperBound
            && with.contains(draft.annotated.tokens[$0 + 1].folded)
        } ?? tokens.upperBound
      // `Webinar with Quillmark: Passing the Audit` is called by what stands behind.
      let name = (colon == first + length ? first : colon + 1)..<end
      let day = draft.resolved(date.start, year: nil, in: date.tokens.lowerBound)
      let id = EntityID(
        .event, Folding.slug(draft.annotated.string(name)) + (day.iso.map { "-" + $0 } ?? ""))
      draft.insert(
        Entity(
          id: id, names: [draft.annotated.string(name)], mentions: [draft.annotated.range(name)],
          rule: "event-gathering", confidence: 0.8))
      return (id, name)
    }
    return nil
  }

  /// `| 2019 | Ada presents it at FOSDEM |`: what a row tells happened in the year, or month, of its first cell.
  private func diary(_ draft: inout Draft, _ row: [Int]) {
    guard let first = row.first else { return }
    let cell = draft.annotated.tokens(in: draft.annotated.text.blocks[first].range)
    guard cell.count == 1, let head = cell.first, let year = CalendarDate.year(draft.annotated.tokens[head].folded)
    else {
      return
    }
    for block in row.dropFirst() {
      let tokens = draft.annotated.tokens(in: draft.annotated.text.blocks[block].range)
      for mention in draft.mentions(in: tokens, [.event]) {
        guard let event = context.ofMention[mention], !draft.isDated(event), context.settings[mention]?.date == nil
        else {
          continue
        }
        let date = CalendarDate(year: year)
        draft.tell(
          event, from: date, to: date, bytes: draft.annotated.range(head..<tokens.upperBound), rule: "event-row", 0.76)
      }
    }
  }

  /// From the first cell to the last.
  private func cells(_ draft: Draft, _ row: [Int]) -> Range<Int> {
    let tokens = row.map { draft.annotated.tokens(in: draft.annotated.text.blocks[$0].range) }.filter { !$0.isEmpty }
    return (tokens.first?.lowerBound ?? 0)..<(tokens.last?.upperBound ?? 0)
  }
}
