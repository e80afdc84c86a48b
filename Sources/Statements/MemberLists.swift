import Entities
import Mentions
import Posts

/// Lists of people under a heading or behind a line that says whose members they are: `Our new CNCF Ambassadors`, `Members of the
/// Steering Committee:`, `Rook maintainers`; the items are list entries, or sections whose headings begin with a person.
struct MemberLists {
  private let reader: AffiliationReader
  private let members: WordList
  private let officers: WordList
  private let makers: WordList
  private let of: WordList
  private let to: WordList
  private static let longestOpening = 24

  private enum Opening {
    case body(Range<Int>)
    case project(Int)
  }

  init(_ language: LanguageData) {
    reader = AffiliationReader(language)
    members = language.list("member-noun")
    officers = language.list("officer-noun")
    makers = language.list("project-people")
    of = language.list("member-of")
    to = language.list("contribution-to")
  }

  func find(_ draft: inout Draft) {
    let annotated = draft.annotated
    let sections = Sections(annotated)
    var first: [Int: Range<Int>] = [:]
    var known: [Int: Opening?] = [:]
    for sentence in annotated.sentences where !sentence.isEmpty {
      let block = annotated.tokens[sentence.lowerBound].block
      guard first[block] == nil else { continue }
      first[block] = sentence
      guard let person = person(draft, sentence) ?? firm(draft, sentence),
        let openings = openings(draft, block, sections)
      else { continue }
      for opening in openings {
        guard let words = first[opening] else { continue }
        let read = known[opening] ?? self.opening(draft, words)
        known[opening] = read
        guard let read else { continue }
        state(&draft, person, read, words)
        break
      }
    }
  }

  /// The person that a block begins with.
  private func person(_ draft: Draft, _ sentence: Range<Int>) -> Int? {
    var at = sentence.lowerBound
    while at < sentence.upperBound, !draft.annotated.tokens[at].isWord, at - sentence.lowerBound < 2 { at += 1 }
    guard at < sentence.upperBound, let mention = draft.annotated.mention(at: at),
      draft.annotated.mentions[mention].kind == .person
    else { return nil }
    return mention
  }

  /// The organization, or the name that may be one's, that a list item begins with.
  private func firm(_ draft: Draft, _ sentence: Range<Int>) -> Int? {
    var at = sentence.lowerBound
    while at < sentence.upperBound, !draft.annotated.tokens[at].isWord, at - sentence.lowerBound < 2 { at += 1 }
    guard at < sentence.upperBound, case .listItem = draft.annotated.block(of: at).kind,
      let mention = draft.annotated.mention(at: at),
      draft.annotated.mentions[mention].kind == .organization || draft.annotated.mentions[mention].kind == .name
    else { return nil }
    return mention
  }

  /// What may say whose members a block's persons are: the line that leads into its list, and its heading.
  private func openings(_ draft: Draft, _ block: Int, _ sections: Sections) -> [Int]? {
    switch draft.annotated.text.blocks[block].kind {
    case .listItem, .tableCell: return [sections.leadIn[block], sections.headings(over: block).first].compactMap { $0 }
    case .heading: return sections.headings(over: block).first.map { [$0] }
    case .paragraph:
      // `**Ada** is …` under the heading
      let start = draft.annotated.text.blocks[block].range.lowerBound
      guard draft.annotated.spans(startingIn: start..<(start + 1)).contains(where: { $0.kind == .strong }) else {
        return nil
      }
      return sections.headings(over: block).first.map { [$0] }
    default: return nil
    }
  }

  private func opening(_ draft: Draft, _ words: Range<Int>) -> Opening? {
    let tokens = draft.annotated.tokens
    guard words.count <= Self.longestOpening, draft.mentions(in: words, [.person]).isEmpty else { return nil }
    for index in words {
      let noun = max(members.match(tokens, index), officers.match(tokens, index))
      if noun > 0, let body = body(draft, words, index, noun) { return .body(body) }
      let maker = makers.match(tokens, index)
      if maker > 0, let project = project(draft, words, index, maker) { return .project(project) }
    }
    return nil
  }

  private func body(_ draft: Draft, _ words: Range<Int>, _ index: Int, _ length: Int) -> Range<Int>? {
    let tokens = draft.annotated.tokens
    let isOfficer = members.match(tokens, index) == 0
    for low in max(words.lowerBound, index - 6)..<max(words.lowerBound, index) {
      if let member = reader.member(draft, low, words.upperBound), member.end == index + length,
        let body = member.members.first,
        !isOfficer || reader.isBody(draft, body)
      {
        return body
      }
    }
    var end = index + length
    guard end < words.upperBound, of.match(tokens, end) > 0 else {
      return !isOfficer && tokens[index].folded.hasSuffix("s") ? titled(draft, words) : nil
    }
    return reader.bodies(draft, end, words.upperBound, &end).first { !isOfficer || reader.isBody(draft, $0) }
  }

  /// `Our new ambassadors` are of the one foundation or body that the title names.
  private func titled(_ draft: Draft, _ words: Range<Int>) -> Range<Int>? {
    guard draft.mentions(in: words, [.organization, .project, .product, .name, .event]).isEmpty,
      let title = draft.post.text.blocks.first(where: { $0.kind == .frontMatter(key: "title") })?.range
    else { return nil }
    let named = draft.mentions(in: draft.annotated.tokens(in: title), [.organization]).map {
      draft.annotated.mentions[$0].tokens
    }.filter { reader.isFoundation(draft, $0) || reader.isBody(draft, $0) }
    return named.count == 1 ? named[0] : nil
  }

  private func project(_ draft: Draft, _ words: Range<Int>, _ index: Int, _ length: Int) -> Int? {
    let tokens = draft.annotated.tokens
    if index > words.lowerBound {
      let at = ["'s", "'", "’"].contains(tokens[index - 1].folded) ? index - 2 : index - 1
      if at >= words.lowerBound, let mention = draft.annotated.mention(covering: at),
        draft.annotated.mentions[mention].isSoftware
      {
        return mention
      }
    }
    let end = index + length
    guard end < words.upperBound, case let step = to.match(tokens, end), step > 0 else { return nil }
    return reader.projects(draft, reader.skip(draft, end + step, words.upperBound, ["the"]), words.upperBound).first
  }

  private func isMembership(_ draft: Draft, _ words: Range<Int>) -> Bool {
    let nouns = draft.language.list("firm-member")
    return words.contains { nouns.contains(draft.annotated.tokens[$0].folded) }
  }

  private func state(_ draft: inout Draft, _ mention: Int, _ opening: Opening, _ words: Range<Int>) {
    let isPerson = draft.annotated.mentions[mention].kind == .person
    // Firms are members of foundations only, and by that noun only.
    if !isPerson {
      guard case .body(let name) = opening, reader.isFoundation(draft, name), isMembership(draft, words) else { return }
    }
    guard let person = isPerson ? draft.ofMention[mention] : draft.ofMention[mention] ?? draft.asOrganization(mention),
      isPerson || person.type == .organization
    else { return }
    let relation: Relation
    let object: EntityID
    switch opening {
    case .body(let name):
      guard let body = reader.organizations.resolve(&draft, name) else { return }
      (relation, object) = (.memberOf, body)
    case .project(let software):
      guard let project = draft.ofMention[software] else { return }
      (relation, object) = (.contributesTo, project)
    }
    for range in [words, draft.annotated.mentions[mention].tokens] {
      draft.state(.entity(person), relation, .entity(object), tokens: range, rule: "member-list", 0.9)
    }
  }
}
