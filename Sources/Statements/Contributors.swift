import Entities
import Mentions
import Posts

/// People whom a post of a project thanks or lists as those who made it.
struct Contributors {
  private let headings: WordList
  private let thanks: WordList
  private let help: WordList
  private let roles: WordList
  private let group: WordList
  private let others: [WordList]
  private let finding: WordList
  private static let longestHeading = 7
  private let lists: ContributorLists

  init(_ language: LanguageData) {
    headings = language.list("contributor-heading")
    thanks = language.list("thank")
    help = language.list("contributor-help")
    roles = language.list("project-role")
    finding = language.list("contributor-not")
    group = language.list("group-noun")
    others = [language.list("host-word"), language.list("sponsor-word")]
    lists = ContributorLists(language)
  }

  func find(_ draft: inout Draft, project: EntityID?) {
    guard let main = project else { return }
    var project = main
    let tokens = draft.annotated.tokens
    var heading: Range<Int>?
    var lead: Range<Int>?
    var done = -1
    for sentence in draft.annotated.sentences where !sentence.isEmpty {
      let number = tokens[sentence.lowerBound].block
      if number == done { continue }
      let block = draft.annotated.block(of: sentence.lowerBound)
      if case .heading = block.kind {
        let isShort = sentence.count <= Self.longestHeading
        heading = isShort && sentence.contains { headings.match(tokens, $0) > 0 } ? sentence : nil
        lead = nil
        project = draft.project(ofHeading: sentence) ?? main
        continue
      }
      if case .frontMatter = block.kind { continue }
      // Who found a fault is thanked, and did not make the project.
      if heading != nil, draft.contains(finding, in: sentence) != nil { heading = nil }
      if let opening = heading ?? lead, lists.find(&draft, from: sentence.lowerBound, project, opening: opening) {
        done = number
        continue
      }
      lead = isLead(draft, sentence) ? sentence : keepsLead(block) ? lead : nil
      thanked(&draft, sentence, project)
      inProse(&draft, sentence, project, inSection: heading != nil)
    }
  }

  /// `The following people helped with this release:` opens a list.
  private func isLead(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    return tokens[sentence.upperBound - 1].folded == ":"
      && sentence.contains { help.match(tokens, $0) > 0 || roles.contains(tokens[$0].folded) }
      && draft.mentions(in: sentence, [.person, .organization, .event]).isEmpty
      && !others.contains { draft.contains($0, in: sentence) != nil }
  }

  private func keepsLead(_ block: PlainText.Block) -> Bool {
    if case .listItem = block.kind { true } else { false }
  }

  /// `(thanks to Ada)`, `thanks @ada`: behind what they did.
  private func thanked(_ draft: inout Draft, _ sentence: Range<Int>, _ project: EntityID) {
    let tokens = draft.annotated.tokens
    for word in sentence {
      let length = thanks.match(tokens, word)
      guard length > 0 else { continue }
      let isRemark = word > sentence.lowerBound && ["(", "[", "–", "—"].contains(tokens[word - 1].folded)
      var at = word + length
      while at < sentence.upperBound {
        if tokens[at].shape.contains(.handle) {
          lists.state(&draft, at..<(at + 1), project, opening: sentence, "contributor-thanks", 0.85)
          at += 1
        } else if let mention = draft.annotated.mention(at: at), draft.annotated.mentions[mention].kind == .person,
          isRemark || hasProfile(draft, mention, sentence)
        {
          let range = draft.annotated.mentions[mention].tokens
          lists.state(&draft, range, project, opening: sentence, "contributor-thanks", 0.85)
          at = range.upperBound
        } else if [",", "&", "to"].contains(tokens[at].folded) || draft.language.list("and").contains(tokens[at].folded)
        {
          at += 1
        } else {
          break
        }
      }
    }
  }

  /// `Ada (@ada)`, a person linked to where code is kept: a contributor is called so.
  private func hasProfile(_ draft: Draft, _ mention: Int, _ sentence: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    let name = draft.annotated.mentions[mention].tokens
    if name.upperBound + 1 < sentence.upperBound, tokens[name.upperBound].folded == "(",
      tokens[name.upperBound + 1].shape.contains(.handle)
    {
      return true
    }
    return draft.annotated.links(at: name.lowerBound).contains { Self.handle($0.absolute) != nil }
  }

  /// Whose page on a code host an address is.
  static func handle(_ address: String) -> String? {
    let parts = address.split(separator: "/").map(String.init)
    guard parts.count == 3, ["github.com", "www.github.com", "gitlab.com"].contains(parts[1]) else { return nil }
    return Folding.fold(parts[2].hasPrefix("@") ? String(parts[2].dropFirst()) : parts[2])
  }

  private func inProse(_ draft: inout Draft, _ sentence: Range<Int>, _ project: EntityID, inSection: Bool) {
    let tokens = draft.annotated.tokens
    let people = draft.mentions(in: sentence, [.person])
    guard !people.isEmpty else { return }
    let named = draft.mentions(in: sentence, [.project, .product]).compactMap { draft.ofMention[$0] }
    let thanked = sentence.first { thanks.match(tokens, $0) > 0 }
    let helped = sentence.contains { help.match(tokens, $0) > 0 }
    let role = sentence.first { roles.contains(tokens[$0].folded) }
    // Thanked with their firm, people are its, not the project's.
    if role == nil, namesFirm(draft, sentence), !inSection || thanked != nil { return }
    guard
      inSection || thanked != nil && helped || helped && people.count >= 2
        || role != nil && isOfProject(draft, sentence, role, project)
    else { return }
    let isByRole = !inSection && !(thanked != nil && helped) && !(helped && people.count >= 2)
    for person in isByRole ? holders(draft, people, role) : people {
      let range = draft.annotated.mentions[person].tokens
      if let thanked, range.lowerBound < thanked, !inSection { continue }
      guard let id = draft.ofMention[person] else { continue }
      // What the sentence says of them by name is not said of the post's project as well.
      if draft.objects(of: id, .contributesTo).contains(where: { object in named.contains { object == .entity($0) } }) {
        continue
      }
      let target = named.count == 1 && named.first?.type == .project && role != nil ? named[0] : project
      draft.state(
        .entity(id), .contributesTo, .entity(target), tokens: sentence,
        rule: inSection ? "contributor-section" : "contributor-thanks",
        inSection ? 0.9 : 0.8)
    }
  }

  /// The persons that a role stands next to: those right behind it, or else the last one before.
  private func holders(_ draft: Draft, _ people: [Int], _ role: Int?) -> [Int] {
    guard let role else { return people }
    let behind = people.filter { draft.annotated.mentions[$0].tokens.lowerBound > role }
    if let first = behind.first, draft.annotated.mentions[first].tokens.lowerBound - role <= 3 { return behind }
    return people.filter { draft.annotated.mentions[$0].tokens.lowerBound < role }.suffix(1)
  }

  /// An organization, or the team of something that is no software.
  private func namesFirm(_ draft: Draft, _ sentence: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    return !draft.mentions(in: sentence, [.organization]).isEmpty
      || draft.mentions(in: sentence, [.name]).contains { mention in
        let end = draft.annotated.mentions[mention].tokens.upperBound
        return end < sentence.upperBound && group.contains(tokens[end].folded)
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
      && draft.language.list("role-not").contains(tokens[role].folded)
  }
}
