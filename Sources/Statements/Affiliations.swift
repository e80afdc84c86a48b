import Entities
import Mentions
import Posts

/// Who works where, as what, and who belongs to what: reads what stands before and behind each person.
struct Affiliations {
  let reader: AffiliationReader
  let verbs: AffiliationVerbs
  let language: LanguageData
  let voice: Voice
  let topic: EntityID?
  let author: EntityID?

  init(_ language: LanguageData, voice: Voice, topic: EntityID?, author: EntityID?) {
    self.author = author
    reader = AffiliationReader(language)
    verbs = AffiliationVerbs(reader)
    self.language = language
    self.voice = voice
    self.topic = topic
  }

  func list(_ name: String) -> WordList { language.list(name) }

  func find(_ draft: inout Draft) {
    var antecedent = Antecedent()
    let interview = Interview(draft, author: author)
    for sentence in draft.annotated.sentences where !sentence.isEmpty {
      switch draft.annotated.block(of: sentence.lowerBound).kind {
      case .frontMatter(let key) where key != "description" && key != "summary": continue
      default: break
      }
      let groups = groups(draft, sentence)
      for group in groups {
        behind(&draft, group, sentence)
        before(&draft, group, sentence)
      }
      for group in listed(draft, sentence) { leadIn(&draft, group, sentence) }
      announced(&draft, groups, sentence)
      pronouns(&draft, sentence, &antecedent)
      firstPerson(&draft, sentence, interview)
    }
  }

  /// Persons joined by conjunctions, with commas before the last two.
  private func groups(_ draft: Draft, _ sentence: Range<Int>) -> [[Int]] {
    let tokens = draft.annotated.tokens
    var groups: [[Int]] = []
    var current: [Int] = []
    var hasAnd = false
    func close() {
      guard !current.isEmpty else { return }
      // Names that only commas part may each be something else than the next one.
      if hasAnd { groups.append(current) } else { groups += current.map { [$0] } }
      current = []
      hasAnd = false
    }
    for mention in draft.mentions(in: sentence, [.person]) {
      if let last = current.last {
        let between =
          draft.annotated.mentions[last].tokens.upperBound..<draft.annotated.mentions[mention].tokens.lowerBound
        let isJoined =
          !between.isEmpty && between.count <= 3
          && between.allSatisfy {
            tokens[$0].folded == "," || list("and").match(tokens, $0) > 0 || list("and").contains(tokens[$0].folded)
          }
        if !isJoined || hasAnd { close() }
        if isJoined, between.contains(where: { tokens[$0].folded != "," }) { hasAnd = true }
      }
      current.append(mention)
    }
    close()
    return groups
  }

  // MARK: What stands behind

  private func behind(_ draft: inout Draft, _ group: [Int], _ sentence: Range<Int>) {
    let tokens = draft.annotated.tokens
    guard let last = group.last else { return }
    let limit = sentence.upperBound
    var at = draft.annotated.mentions[last].tokens.upperBound
    guard at < limit else {
      lineBelow(&draft, group, sentence)
      return
    }
    // `(CTO, Quillmark)`, `(@ada)`
    if tokens[at].folded == "(" || tokens[at].folded == "[" {
      guard let close = (at..<min(at + 16, limit)).first(where: { [")", "]"].contains(tokens[$0].folded) }) else {
        return
      }
      let inside = reader.description(draft, at + 1, close, allowsBare: true)
      if !inside.isEmpty, inside.end == close {
        let isAll =
          inside.isShared
          || group.count > 1 && inside.titles.isEmpty && isSpeakerLine(draft, group, sentence)
            && group.allSatisfy { draft.annotated.mentions[$0].tokens.count > 1 }
        state(&draft, inside, isAll ? group : [last], "person-parenthesis", 0.93)
      }
      at = close + 1
      guard at < limit else { return }
    }
    let word = tokens[at].folded
    if [",", "–", "—", "-", "|", ":"].contains(word) {
      let isLine = isSpeakerLine(draft, group, sentence)
      var found = reader.description(draft, at + 1, limit, allowsBare: isLine && word != ":")
      if word == ",", start(draft, group) > sentence.lowerBound, tokens[start(draft, group) - 1].folded == ",",
        let clause = verbs.predicate(draft, at + 1, limit)
      {
        // `One of them, Ada, maintains Rook`
        let more = verbs.clause(draft, at + 1, limit) ?? clause
        state(&draft, more, group, "person-clause", 0.86)
      }
      if word == "," { clauseBehind(&draft, group, found.isEmpty ? at : found.end, limit) }
      guard !found.isEmpty, word != ":" || !found.titles.isEmpty, isWhole(draft, found, from: at + 1, limit) else {
        return
      }
      let isAll = found.isShared || found.isRespective || isLine && found.titles.isEmpty
      if found.employers.isEmpty, found.members.isEmpty, found.projects.isEmpty, !found.titles.isEmpty,
        voice.signs && speaksForPublisher(draft, group, sentence) || isContact(draft, group, sentence)
      {
        found.employers = [voice.signs ? .home : .untold]
      } else if found.employers.isEmpty, found.members.isEmpty, found.projects.isEmpty, group.count == 1,
        isQuoted(draft, group, sentence)
      {
        found.employers = [.near]
      }
      state(&draft, found, isAll ? group : [last], isLine ? "speaker-line" : "person-apposition", isLine ? 0.9 : 0.93)
      return
    }
    if word == "@", let organization = reader.organizations.read(draft, at + 1, limit) {
      var found = Affiliation(end: organization.end)
      found.employers = [.named(organization.name)]
      state(&draft, found, group, "person-at-organization", 0.92)
      return
    }
    if let found = team(draft, at, limit) ?? appointed(draft, at, limit) {
      state(&draft, found, group, "person-clause", 0.88)
      return
    }
    let direct = list("employer-direct").match(tokens, at)
    if direct > 0 {
      guard let organization = reader.organizations.read(draft, at + direct, limit),
        !isGenitive(draft, at, organization.name)
      else { return }
      var found = Affiliation(end: organization.end)
      if reader.isBody(draft, organization.name) {
        found.members = [organization.name]
      } else {
        found.employers = [.named(organization.name)]
      }
      state(&draft, found, group, "person-from-organization", 0.92)
      // `from IBM, one of the maintainers of Rook`
      if found.end < limit, tokens[found.end].folded == "," {
        let more = reader.description(draft, found.end + 1, limit, allowsBare: false)
        if !more.isEmpty, more.employers.isEmpty, group.count == 1 || more.isRespective {
          state(&draft, more, group, "person-apposition", 0.9)
        }
      }
      return
    }
    if let clause = verbs.relative(draft, at, limit) ?? verbs.clause(draft, at, limit) {
      state(&draft, clause, clause.isShared ? group : group.count > 1 ? group : [last], "person-clause", 0.9)
    }
  }

  /// A name that has its line alone, and under it `CTO, Quillmark`.
  private func lineBelow(_ draft: inout Draft, _ group: [Int], _ sentence: Range<Int>) {
    let tokens = draft.annotated.tokens
    let at = sentence.upperBound
    guard group.count == 1, at < tokens.count, tokens[at].block == tokens[at - 1].block,
      sentence.lowerBound == draft.annotated.mentions[group[0]].tokens.lowerBound
        || !tokens[sentence.lowerBound].isWord
    else { return }
    let line = draft.sentence(at)
    let found = reader.description(draft, at, line.upperBound, allowsBare: true)
    guard !found.isEmpty, found.end == line.upperBound else { return }
    state(&draft, found, group, "person-line", 0.88)
  }

  /// `Ada, previously at Google, maintains Knative`: what the sentence says of its subject behind a remark between commas.
  private func clauseBehind(_ draft: inout Draft, _ group: [Int], _ start: Int, _ limit: Int) {
    let tokens = draft.annotated.tokens
    guard let last = group.last else { return }
    let name = draft.annotated.mentions[last].tokens.upperBound
    // The comma that closes the remark, not the one that opens it.
    guard start < limit,
      let comma = (start..<min(start + 14, limit)).first(where: { $0 > name && tokens[$0].folded == "," }),
      comma + 1 < limit, draft.mentions(in: name..<comma, [.person]).isEmpty,
      let clause = verbs.predicate(draft, comma + 1, limit)
    else { return }
    state(&draft, clause, group, "person-clause", 0.86, doubt: comma..<clause.end)
  }

  /// `and her team at Quillmark`
  private func team(_ draft: Draft, _ start: Int, _ limit: Int) -> Affiliation? {
    let tokens = draft.annotated.tokens
    var at = start + list("and").match(tokens, start)
    guard at > start, at < limit, list("their").match(tokens, at) > 0 else { return nil }
    at += list("their").match(tokens, at)
    while at < limit, at - start < 5, tokens[at].isWord, list("unit-noun").match(tokens, at) == 0,
      list("colleague").match(tokens, at) == 0
    { at += 1 }
    guard at + 1 < limit, case let noun = max(list("unit-noun").match(tokens, at), list("colleague").match(tokens, at)),
      noun > 0,
      at + noun < limit, case let preposition = list("employer-at").match(tokens, at + noun), preposition > 0,
      let organization = reader.organizations.read(draft, at + noun + preposition, limit, isEmployer: true)
    else { return nil }
    var found = Affiliation(end: organization.end)
    found.employers = [.named(organization.name)]
    return found
  }

  /// `as infrastructure manager`, where something brought the person there: titles only.
  private func appointed(_ draft: Draft, _ at: Int, _ limit: Int) -> Affiliation? {
    let tokens = draft.annotated.tokens
    let role = list("as").match(tokens, at)
    guard role > 0 else { return nil }
    let found = reader.description(draft, at + role, limit, allowsBare: false)
    return found.titles.isEmpty ? nil : found
  }

  private func start(_ draft: Draft, _ group: [Int]) -> Int {
    group.first.map { draft.annotated.mentions[$0].tokens.lowerBound } ?? 0
  }

  /// A plain `of` or `de` needs more than a capitalised word behind it: a thing that is known, or not an ordinary word.
  private func isGenitive(_ draft: Draft, _ at: Int, _ name: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    guard list("role-of").contains(tokens[at].folded) else { return false }
    return name.allSatisfy { language.isOrdinary(tokens[$0].folded) }
      && draft.annotated.mention(at: name.lowerBound)
        .map { draft.annotated.mentions[$0].kind == .name } ?? true
  }

  /// A description that breaks off in the middle of a phrase is none, unless it named its organization.
  private func isWhole(_ draft: Draft, _ found: Affiliation, from start: Int, _ limit: Int) -> Bool {
    guard found.employers.isEmpty, found.members.isEmpty, found.projects.isEmpty else { return true }
    let tokens = draft.annotated.tokens
    return found.end >= limit || reader.mayEnd(draft, found.end, limit) || tokens[found.end].folded == "–"
      || found.end == start || !tokens[found.end].isWord
      || [",", "and"].contains(tokens[found.end - 1].folded)
  }

  /// `Press contact: Ada, communications manager`
  private func isContact(_ draft: Draft, _ group: [Int], _ sentence: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    let at = start(draft, group)
    guard group.count == 1, at - 2 >= sentence.lowerBound, tokens[at - 1].folded == ":" else { return false }
    return list("contact-label").contains(tokens[at - 2].folded)
  }

  /// `said Ada, product manager`
  private func isQuoted(_ draft: Draft, _ group: [Int], _ sentence: Range<Int>) -> Bool {
    let start = draft.annotated.mentions[group[0]].tokens.lowerBound
    return (1...3).contains { length in
      start - length >= sentence.lowerBound && list("said-verb").match(draft.annotated.tokens, start - length) == length
    }
  }

  /// Who is quoted by their title alone in an organization's own post, or named there for questions, is its own.
  private func speaksForPublisher(_ draft: Draft, _ group: [Int], _ sentence: Range<Int>) -> Bool {
    guard group.count == 1 else { return false }
    let tokens = draft.annotated.tokens
    let start = draft.annotated.mentions[group[0]].tokens.lowerBound
    guard start > sentence.lowerBound else { return false }
    if list("said-verb").contains(tokens[start - 1].folded) { return true }
    for length in 2...3 where start - length >= sentence.lowerBound {
      if list("said-verb").match(tokens, start - length) == length { return true }
      if list("contact-label").match(tokens, start - length) == length { return true }
    }
    return tokens[start - 1].folded == ":" && start - 2 >= sentence.lowerBound
      && list("contact-label").contains(tokens[start - 2].folded)
  }

  /// A line of a programme: it begins with the speakers, or they stand behind a dash or another speaker.
  private func isSpeakerLine(_ draft: Draft, _ group: [Int], _ sentence: Range<Int>) -> Bool {
    guard let first = group.first else { return false }
    let tokens = draft.annotated.tokens
    let start = draft.annotated.mentions[first].tokens.lowerBound
    let block = draft.annotated.block(of: start).kind
    if start == sentence.lowerBound {
      if case .paragraph = block {
        // Prose begins with people too: a line of prose has a verb, a speaker's line is short.
        return sentence.count <= 14 || isStrong(draft, first)
      }
      return true
    }
    let before = tokens[start - 1].folded
    if ["–", "—", "|", "&", ";", "-", "•"].contains(before) { return true }
    if list("and").contains(before), start - 2 >= sentence.lowerBound, case .listItem = block {
      return sentence.count < 24
    }
    if list("and").contains(before), case .tableCell = block { return true }
    if list("speaker-label").contains(before)
      || before == ":" && start - 2 >= sentence.lowerBound
        && list("speaker-label").contains(tokens[start - 2].folded)
    {
      return true
    }
    return false
  }

  /// The line's own words are strong, and the person begins them.
  private func isStrong(_ draft: Draft, _ mention: Int) -> Bool {
    let name = draft.annotated.range(draft.annotated.mentions[mention].tokens)
    return draft.annotated.spans(startingIn: name.lowerBound..<(name.lowerBound + 1)).contains {
      $0.kind == .strong && $0.range.upperBound > name.upperBound
    }
  }
}
