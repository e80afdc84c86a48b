import Entities
import Mentions
import Posts

/// Tables with a person a row: columns of names, of titles and of employers, known by their headers.
struct PeopleTables {
  private let reader: AffiliationReader
  private let names: WordList
  private let titles: WordList
  private let firms: WordList
  private let makers: WordList
  private let topic: EntityID?

  private struct Columns {
    var name: Int?
    var title: Int?
    var firm: Int?
    /// The header of a column of maintainers.
    var makers: Range<Int>?
  }

  init(_ language: LanguageData, topic: EntityID?) {
    reader = AffiliationReader(language)
    names = language.list("person-column")
    titles = language.list("role-column")
    firms = language.list("firm-column")
    makers = language.list("project-role")
    self.topic = topic
  }

  func find(_ draft: inout Draft) {
    var columns: [Int: Columns] = [:]
    var rows: [[Int: Range<Int>]] = []
    var tables: [Int] = []
    var last = (table: -1, row: -1)
    for block in draft.annotated.text.blocks {
      guard case .tableCell(let table, let row, let column, let header) = block.kind else { continue }
      let tokens = draft.annotated.tokens(in: block.range)
      if header || row == 0 {
        read(draft, tokens, column, &columns[table, default: Columns()])
      } else if last.table == table, last.row == row {
        rows[rows.count - 1][column] = tokens
      } else {
        rows.append([column: tokens])
        tables.append(table)
        last = (table, row)
      }
    }
    for (row, table) in zip(rows, tables) {
      guard let known = columns[table], known.name != nil,
        known.title != nil || known.firm != nil || known.makers != nil
      else { continue }
      state(&draft, row, known)
    }
  }

  private func read(_ draft: Draft, _ cell: Range<Int>, _ column: Int, _ columns: inout Columns) {
    let words = cell.map { draft.annotated.tokens[$0].folded }
    if names.match(words), columns.name == nil { columns.name = column }
    if titles.match(words), columns.title == nil { columns.title = column }
    if firms.match(words), columns.firm == nil { columns.firm = column }
    if makers.match(words) {
      columns.makers = cell
      if columns.name == nil { columns.name = column }
    }
  }

  private func state(_ draft: inout Draft, _ row: [Int: Range<Int>], _ columns: Columns) {
    guard let cell = columns.name.flatMap({ row[$0] }), !cell.isEmpty, let person = person(&draft, cell) else { return }
    let name = draft.annotated.mentions[person].tokens
    guard let id = draft.ofMention[person] else { return }
    func state(_ relation: Relation, _ object: StatementObject, _ places: [Range<Int>]) {
      for place in places { draft.state(.entity(id), relation, object, tokens: place, rule: "people-table", 0.92) }
    }
    if let cell = columns.title.flatMap({ row[$0] }), !cell.isEmpty,
      case let length = reader.roles.apposedLength(draft.annotated, cell.lowerBound), length > 0
    {
      let title = cell.lowerBound..<min(cell.lowerBound + length, cell.upperBound)
      state(.jobTitle, .text(draft.annotated.string(title)), [title, name])
    }
    if let cell = columns.firm.flatMap({ row[$0] }), !cell.isEmpty, let firm = firm(draft, cell),
      let employer = reader.organizations.resolve(&draft, firm)
    {
      state(.worksFor, .entity(employer), [firm, name])
    }
    if let header = columns.makers, let topic { state(.contributesTo, .entity(topic), [name, header]) }
  }

  private func person(_ draft: inout Draft, _ cell: Range<Int>) -> Int? {
    if let known = draft.mentions(in: cell, [.person]).first { return known }
    let tokens = draft.annotated.tokens
    guard (2...4).contains(cell.count), cell.allSatisfy({ tokens[$0].isCapital && tokens[$0].isWord }),
      case let mentions = draft.mentions(in: cell, Set(Mention.Kind.allCases)), mentions.count == 1,
      draft.annotated.mentions[mentions[0]].kind == .name, draft.annotated.mentions[mentions[0]].tokens == cell
    else { return nil }
    let name = draft.annotated.string(cell)
    let id = EntityID(.person, Folding.slug(name))
    draft.ofMention[mentions[0]] = id
    draft.insert(
      Entity(id: id, names: [name], mentions: [draft.annotated.range(cell)], rule: "people-table", confidence: 0.85))
    return mentions[0]
  }

  /// The organization that the cell begins with, or the whole cell when it is all capitals.
  private func firm(_ draft: Draft, _ cell: Range<Int>) -> Range<Int>? {
    if let name = reader.organizations.read(draft, cell.lowerBound, cell.upperBound, isEmployer: true)?.name {
      return name
    }
    let tokens = draft.annotated.tokens
    guard cell.count <= 4, draft.mentions(in: cell, [.person, .place, .event, .project]).isEmpty,
      cell.allSatisfy({ tokens[$0].isCapital && tokens[$0].range.count > 1 })
    else { return nil }
    return cell
  }
}
