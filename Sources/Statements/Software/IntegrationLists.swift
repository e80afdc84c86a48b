import Entities
import Mentions
import Posts

/// Software that a project's post lists under a heading like *Integrations* or *New outputs*, as headings of its own or as list
/// items.
struct IntegrationLists {
  private let headings: WordList

  init(_ language: LanguageData) { headings = language.list("integration-heading") }

  func find(_ draft: inout Draft, topic: EntityID?) {
    guard let topic else { return }
    let tokens = draft.annotated.tokens
    var open: (sentence: Range<Int>, level: Int)?
    for sentence in draft.annotated.sentences where !sentence.isEmpty {
      switch draft.annotated.block(of: sentence.lowerBound).kind {
      case .heading(let level):
        if let over = open, level > over.level {
          item(&draft, sentence, topic, over.sentence, isWhole: true)
        } else {
          open = sentence.contains { headings.match(tokens, $0) > 0 } ? (sentence, level) : nil
        }
      case .listItem:
        if let open { item(&draft, sentence, topic, open.sentence, isWhole: false) }
      case .tableCell(_, _, 0, false):
        if let open { item(&draft, sentence, topic, open.sentence, isWhole: false) }
      default: continue
      }
    }
  }

  private func item(
    _ draft: inout Draft, _ sentence: Range<Int>, _ topic: EntityID, _ heading: Range<Int>, isWhole: Bool
  ) {
    guard let mention = draft.annotated.mention(at: sentence.lowerBound),
      !isWhole || draft.annotated.mentions[mention].tokens == sentence
    else { return }
    let id: EntityID?
    switch draft.annotated.mentions[mention].kind {
    case .project, .product: id = draft.ofMention[mention]
    case .organization, .name: id = isWhole ? draft.retype(mention, to: .product) : nil
    default: id = nil
    }
    guard let id, id != topic, id.type == .project || id.type == .product else { return }
    let range = draft.annotated.mentions[mention].tokens
    draft.state(.entity(topic), .uses, .entity(id), tokens: range, rule: "integration-list", 0.82)
    draft.state(.entity(topic), .uses, .entity(id), tokens: heading, rule: "integration-list", 0.82)
  }
}
