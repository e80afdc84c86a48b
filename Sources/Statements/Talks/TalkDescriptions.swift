import Entities
import Mentions
import Posts

/// What talks are about by what the text says around them, once all are found: names in the title that are names elsewhere in the post,
/// the sentence that the title stands in, the sentences that go on about the talk, the cells beside it.
struct TalkDescriptions {
  private let sentences: TopicSentence
  private let generic: WordList
  /// A description has no more sentences than this.
  private static let mostSentences = 8

  init(_ language: LanguageData) {
    sentences = TopicSentence(language)
    generic = language.list("generic-term")
  }

  /// Where a talk is told, and who gives it. The same words may tell of talks at several events.
  struct Told {
    var tokens: Range<Int>
    var talks: [EntityID]
    var performers: Set<EntityID>
  }

  func find(_ draft: inout Draft) {
    let told = told(draft)
    for (index, talk) in told.enumerated() {
      nameTitle(&draft, talk)
      let behind = told[(index + 1)...].first { $0.tokens.lowerBound >= talk.tokens.upperBound }
      let before = told[..<index].last { $0.tokens.upperBound <= talk.tokens.lowerBound }
      let room = (before?.tokens.upperBound ?? 0)..<(behind?.tokens.lowerBound ?? draft.annotated.tokens.count)
      switch draft.annotated.block(of: talk.tokens.lowerBound).kind {
      case .frontMatter: continue
      case .tableCell(let table, let row, let column, _):
        beside(&draft, talk, room)
        besideRow(&draft, talk, table, row, column)
      case .heading: under(&draft, talk, room, isSection: true)
      default:
        beside(&draft, talk, room)
        if hasOwnLine(draft, talk.tokens) {
          under(&draft, talk, room, isSection: false)
        } else {
          next(&draft, talk, room)
        }
      }
    }
  }

  private func told(_ draft: Draft) -> [Told] {
    var found: [Told] = []
    for id in draft.entities.keys.sorted() where id.type == .talk {
      guard let first = draft.entities[id]?.mentions.first else { continue }
      let tokens = draft.annotated.tokens(in: first)
      guard !tokens.isEmpty else { continue }
      let people = draft.objects(of: id, .performer).compactMap { object -> EntityID? in
        if case .entity(let person) = object { person } else { nil }
      }
      if let known = found.firstIndex(where: { $0.tokens == tokens }) {
        found[known].talks.append(id)
        found[known].performers.formUnion(people)
      } else {
        found.append(Told(tokens: tokens, talks: [id], performers: Set(people)))
      }
    }
    return found.sorted { ($0.tokens.lowerBound, $0.tokens.upperBound) < ($1.tokens.lowerBound, $1.tokens.upperBound) }
  }

  // MARK: where

  /// Words of the title that name software elsewhere in the post: `Flux` at the start of a title may be any word.
  private func nameTitle(_ draft: inout Draft, _ talk: Told) {
    for id in draft.entities.keys.sorted() where id.type == .project || id.type == .product {
      guard let entity = draft.entities[id], entity.mentions.count > 1 else { continue }
      let isNamed = entity.names.contains { name in
        let length = name.split(separator: " ").count
        return talk.tokens.contains { start in
          let own = start..<min(start + length, talk.tokens.upperBound)
          return own.count == length && isFree(draft, own) && draft.annotated.string(own) == name
        }
      }
      if isNamed { state(&draft, talk, id, talk.tokens, rule: "talk-topic-known", 0.85) }
    }
  }

  /// No term of the field, and no part of the name of something known.
  private func isFree(_ draft: Draft, _ name: Range<Int>) -> Bool {
    guard generic.match(draft.annotated.tokens, name.lowerBound) != name.count else { return false }
    return name.allSatisfy { token in
      draft.annotated.mention(covering: token).map { draft.annotated.mentions[$0].kind == .name } ?? true
    }
  }

  /// The rest of the sentence, and what stands before the title behind the verb of telling.
  private func beside(_ draft: inout Draft, _ talk: Told, _ room: Range<Int>) {
    let sentence = draft.sentence(talk.tokens.lowerBound)
    let low = max(sentence.lowerBound, room.lowerBound)
    let high = min(sentence.upperBound, room.upperBound)
    if talk.tokens.upperBound < high {
      for mention in sentences.behind(draft, talk, talk.tokens.upperBound..<high) {
        state(&draft, talk, mention, sentence, rule: "talk-told-behind", 0.8)
      }
    }
    if low < talk.tokens.lowerBound, talk.talks.contains(where: { draft.entities[$0]?.isUnnamed == false }) {
      for mention in sentences.before(draft, talk, low..<talk.tokens.lowerBound) {
        state(&draft, talk, mention, sentence, rule: "talk-told-before", 0.8)
      }
    }
  }

  /// The sentences behind in the same block.
  private func next(_ draft: inout Draft, _ talk: Told, _ room: Range<Int>) {
    let block = draft.annotated.tokens[talk.tokens.lowerBound].block
    let number = draft.annotated.tokens[talk.tokens.upperBound - 1].sentence
    let isItem = if case .listItem = draft.annotated.text.blocks[block].kind { true } else { false }
    goOn(&draft, talk, from: number + 1, room, isOwn: isItem) { $0 == block }
  }

  /// What stands under a title that has its line to itself, as far as the next heading.
  private func under(_ draft: inout Draft, _ talk: Told, _ room: Range<Int>, isSection: Bool) {
    let number = draft.annotated.tokens[talk.tokens.upperBound - 1].sentence
    let first = draft.annotated.tokens[talk.tokens.lowerBound].block
    let blocks = draft.annotated.text.blocks
    goOn(&draft, talk, from: number + 1, room, isOwn: true) { block in
      blocks[first + 1..<block + 1].allSatisfy { between in
        switch between.kind {
        case .paragraph, .other, .quotation: true
        case .listItem: isSection
        default: false
        }
      }
    }
  }

  /// Sentence after sentence, as long as they tell of the talk.
  private func goOn(
    _ draft: inout Draft, _ talk: Told, from first: Int, _ room: Range<Int>, isOwn: Bool, holds: (Int) -> Bool
  ) {
    let all = draft.annotated.sentences
    var after: TopicSentence.Found?
    for number in first..<max(first, min(all.count, first + Self.mostSentences)) {
      let sentence = all[number]
      guard !sentence.isEmpty, sentence.upperBound <= room.upperBound,
        holds(draft.annotated.tokens[sentence.lowerBound].block)
      else { return }
      if isOwn {
        for id in sentences.described(draft, talk, sentence) {
          state(&draft, talk, id, sentence, rule: "talk-told-under", 0.8)
        }
      } else {
        guard let found = sentences.told(draft, talk, sentence, after: after) else { return }
        for id in found.topics { state(&draft, talk, id, sentence, rule: "talk-told-next", 0.8) }
        after = found
      }
    }
  }

  /// The other cells of the row that name nobody.
  private func besideRow(_ draft: inout Draft, _ talk: Told, _ table: Int, _ row: Int, _ column: Int) {
    for block in draft.annotated.text.blocks {
      guard case .tableCell(table, row, let other, false) = block.kind, other > column else { continue }
      let cell = draft.annotated.tokens(in: block.range)
      guard cell.count >= 4, draft.mentions(in: cell, [.person]).isEmpty else { continue }
      for id in sentences.all(draft, cell) { state(&draft, talk, id, cell, rule: "talk-told-row", 0.8) }
    }
  }

  /// A paragraph's first line is the title, and lines of other things follow, or none.
  private func hasOwnLine(_ draft: Draft, _ title: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    let block = tokens[title.lowerBound].block
    if case .listItem = draft.annotated.text.blocks[block].kind { return false }
    let isFirst = title.lowerBound < 2 || tokens[title.lowerBound - 2].block != block
    let ends = (title.upperBound...title.upperBound + 1).contains { next in
      next >= tokens.count || tokens[next].block != block || tokens[next].shape.contains(.lineBreakBefore)
    }
    return isFirst && ends
  }

  private func state(
    _ draft: inout Draft, _ talk: Told, _ topic: EntityID, _ tokens: Range<Int>, rule: String, _ confidence: Double
  ) {
    for id in talk.talks {
      draft.state(.entity(id), .about, .entity(topic), tokens: tokens, rule: rule, confidence)
    }
  }
}
