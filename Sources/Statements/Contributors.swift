import Entities
import Mentions
import Posts

/// People whom a post of a project thanks or lists as those who made it.
struct Contributors {
  private let headings: WordList
  private let thanks: WordList
  private let help: WordList
  private let roles: WordList

  init(_ language: LanguageData) {
    headings = language.list("contributor-heading")
    thanks = language.list("thank")
    help = language.list("contributor-help")
    roles = language.list("project-role")
  }

  func find(_ draft: inout Draft, project: EntityID?) {
    guard let project else { return }
    let tokens = draft.annotated.tokens
    var inSection = false
    for sentence in draft.annotated.sentences where !sentence.isEmpty {
      let block = draft.annotated.block(of: sentence.lowerBound)
      if case .heading = block.kind {
        inSection = sentence.contains { headings.match(tokens, $0) > 0 }
        continue
      }
      if case .frontMatter = block.kind { continue }
      let people = draft.mentions(in: sentence, [.person])
      guard !people.isEmpty else { continue }
      let named = draft.mentions(in: sentence, [.project, .product]).compactMap { draft.ofMention[$0] }
      let thanked = sentence.first { thanks.match(tokens, $0) > 0 }
      let helped = sentence.contains { help.match(tokens, $0) > 0 }
      let role = sentence.first { roles.contains(tokens[$0].folded) }
      // Thanked with their firm, people are its, not the project's.
      let firms = draft.mentions(in: sentence, [.organization])
      if !inSection, !firms.isEmpty, role == nil { continue }
      guard
        inSection || thanked != nil && helped || helped && people.count >= 2
          || role != nil && isOfProject(draft, sentence, role, project)
      else { continue }
      for person in people {
        let range = draft.annotated.mentions[person].tokens
        if let thanked, range.lowerBound < thanked, !inSection { continue }
        guard let id = draft.ofMention[person] else { continue }
        let target = named.count == 1 && named.first?.type == .project && role != nil ? named[0] : project
        draft.state(
          .entity(id), .contributesTo, .entity(target), tokens: sentence,
          rule: inSection ? "contributor-section" : "contributor-thanks",
          inSection ? 0.9 : 0.8)
      }
    }
  }

  /// `Falco maintainers A, B and C`, `Speaker: A, Maintainer`.
  private func isOfProject(_ draft: Draft, _ sentence: Range<Int>, _ role: Int?, _ project: EntityID) -> Bool {
    guard let role else { return false }
    let tokens = draft.annotated.tokens
    let near = draft.mentions(in: max(sentence.lowerBound, role - 3)..<role, [.project]).compactMap {
      draft.ofMention[$0]
    }
    if near.contains(project) { return true }
    return tokens[role].isCapital && role > sentence.lowerBound && tokens[role - 1].folded == ","
  }
}
