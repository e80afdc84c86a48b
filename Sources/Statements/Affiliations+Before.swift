import Entities
import Mentions
import Posts

/// Titles and owners that stand before persons: `our architect Ada`, `Quillmark's Ada`, `the agency's CTO, Ada`; lists that a role opens.
extension Affiliations {
  func before(_ draft: inout Draft, _ group: [Int], _ sentence: Range<Int>) {
    guard let first = group.first else { return }
    let tokens = draft.annotated.tokens
    var at = draft.annotated.mentions[first].tokens.lowerBound
    if at - 1 > sentence.lowerBound, [",", ":", "("].contains(tokens[at - 1].folded) { at -= 1 }
    if ofNoun(&draft, first, at, sentence) { return }
    var bare: Range<Int>?
    // The title that ends here, and who owns it.
    for length in stride(from: 1, through: 6, by: 1) where at - length >= sentence.lowerBound {
      let start = at - length
      let isColleague = length == list("colleague").match(tokens, start) && list("colleague").match(tokens, start) > 0
      let isTitle = !isColleague && reader.roles.apposedLength(draft.annotated, start) == length
      let isPlural =
        !isColleague && list("role-plural").contains(tokens[at - 1].folded)
        || list("unit-noun").contains(tokens[at - 1].folded)
      if isTitle, at == draft.annotated.mentions[first].tokens.lowerBound, mayStandBefore(draft, start..<at) {
        bare = start..<at
      }
      guard isColleague || isTitle || isPlural, start > sentence.lowerBound else { continue }
      let owner = tokens[start - 1].folded
      var found = Affiliation(end: at)
      if isTitle, !list("role-plural").contains(tokens[at - 1].folded),
        !list("role-not").contains(tokens[at - 1].folded)
      {
        found.titles = [start..<at]
      }
      let range = (start - 1)..<draft.annotated.mentions[group[group.count - 1]].tokens.upperBound
      if list("our").contains(owner) {
        guard isColleague || isTitle || tokens[at].folded == "," || tokens[at].folded == ":" || length <= 2 else {
          continue
        }
        if isPlural, tokens[at].folded != ",", tokens[at].folded != ":",
          !list("role-plural").contains(tokens[at - 1].folded)
        {
          continue
        }
        found.employers = [.home]
        state(&draft, found, isPlural ? group : isTitle ? [first] : group, "our-people", 0.9, tokens: range)
        return
      }
      if isTitle, list("its").contains(owner) || list("their").contains(owner) {
        guard list("its").contains(owner) || language.tag == "fr" && !isColleague else { continue }
        found.employers = [.antecedent]
        state(&draft, found, [first], "its-people", 0.86, tokens: range)
        return
      }
      if isColleague, list("their").contains(owner), let other = personBefore(draft, start, sentence) {
        colleague(&draft, group, of: other, range)
        return
      }
      // `The company's CTO, Ada`
      if isTitle, ["'s", "'", "’"].contains(owner), start - 2 >= sentence.lowerBound,
        list("owner-noun").match(tokens, start - 2) > 0
      {
        found.employers = [.noun(start - 2)]
        state(&draft, found, [first], "its-people", 0.86, tokens: (start - 2)..<range.upperBound)
        return
      }
    }
    // `Senior architect Ada`
    if let bare {
      var found = Affiliation(end: at)
      found.titles = [bare]
      state(
        &draft, found, [first], "title-person", 0.88,
        tokens: bare.lowerBound..<draft.annotated.mentions[first].tokens.upperBound)
    }
  }

  /// A title that may stand before a name without a word on whose it is; `author`, `member`, `host` say something else there.
  private func mayStandBefore(_ draft: Draft, _ title: Range<Int>) -> Bool {
    let last = draft.annotated.tokens[title.upperBound - 1].folded
    guard !draft.annotated.tokens[title.lowerBound].folded.hasPrefix("'") else { return false }
    return !list("role-not").contains(last) && !list("role-plural").contains(last)
      && !list("title-not-before").contains(last)
      && draft.mentions(in: title, [.project, .product, .organization, .name, .place, .event]).isEmpty
  }

  /// `la directrice technique de l'agence, Ada`
  private func ofNoun(_ draft: inout Draft, _ person: Int, _ at: Int, _ sentence: Range<Int>) -> Bool {
    let tokens = draft.annotated.tokens
    guard at - 3 >= sentence.lowerBound, list("owner-noun").match(tokens, at - 1) == 1,
      list("article").contains(tokens[at - 2].folded) || list("the").contains(tokens[at - 2].folded)
    else { return false }
    let preposition = list("role-of").contains(tokens[at - 3].folded) ? at - 3 : at - 2
    guard list("role-of").contains(tokens[preposition].folded) else { return false }
    for length in stride(from: 6, through: 1, by: -1) where preposition - length >= sentence.lowerBound {
      let start = preposition - length
      guard !list("article").contains(tokens[start].folded),
        reader.roles.apposedLength(draft.annotated, start) == length
      else { continue }
      var found = Affiliation(end: at)
      found.titles = [start..<preposition]
      found.employers = [.noun(at - 1)]
      state(
        &draft, found, [person], "its-people", 0.86,
        tokens: start..<draft.annotated.mentions[person].tokens.upperBound)
      return true
    }
    return false
  }

  private func personBefore(_ draft: Draft, _ at: Int, _ sentence: Range<Int>) -> Int? {
    draft.mentions(in: sentence.lowerBound..<at, [.person]).last
  }

  /// Who is somebody's colleague works where that one does.
  private func colleague(_ draft: inout Draft, _ group: [Int], of other: Int, _ range: Range<Int>) {
    guard let person = draft.ofMention[other] else { return }
    for employer in draft.objects(of: person, .worksFor) {
      for member in group {
        guard let id = draft.ofMention[member] else { continue }
        draft.state(.entity(id), .worksFor, employer, tokens: range, rule: "colleague", 0.88)
      }
    }
  }

  // MARK: Lists that a role opens

  /// `We welcome two new maintainers: Ada (Quillmark) and Bo.`
  func announced(_ draft: inout Draft, _ groups: [[Int]], _ sentence: Range<Int>) {
    let tokens = draft.annotated.tokens
    guard let topic, let first = groups.first?.first,
      let colon = (sentence.lowerBound..<draft.annotated.mentions[first].tokens.lowerBound).last(where: {
        tokens[$0].folded == ":"
      }),
      let role = (sentence.lowerBound..<colon).first(where: { list("project-people").match(tokens, $0) > 0 }),
      draft.mentions(in: sentence.lowerBound..<colon, [.organization, .event, .name]).isEmpty
    else { return }
    for mention in groups.flatMap({ $0 }) {
      guard let person = draft.ofMention[mention] else { continue }
      let range = role..<draft.annotated.mentions[mention].tokens.upperBound
      draft.state(
        .entity(person), .contributesTo, .entity(topic), tokens: range, rule: "role-opens-list", 0.88)
    }
  }
}
