import Entities
import Mentions
import Posts

/// Who runs, ships, supports or builds on what: a verb of use with a maker or a product before it and software behind it.
///
/// The subject is the nearest organization or software before the verb, with those joined to it; the objects are all software from
/// the verb to the end of its clause. Without a subject in the sentence there is no fact.
struct UsesFinder {
  private let verbs: WordList
  private let strong: WordList
  private let stops: WordList
  private let and: WordList
  private let negation: WordList
  private let hypothetical: WordList
  private let passive: WordList
  private let like: WordList
  private let be: WordList
  private let adopters: WordList
  private let topic: EntityID?
  /// Whom `we` means: the organization that signs, else the project that the post is about.
  private let speaker: EntityID?
  private let we: WordList
  private let generic: WordList

  /// `topic` is the project that the post is about.
  init(_ language: LanguageData, topic: EntityID?, author: EntityID?) {
    self.topic = topic
    speaker = author?.type == .organization ? author : topic
    we = language.list("we")
    generic = language.list("generic-term")
    like = language.list("like")
    be = language.list("be")
    adopters = language.list("adopters")
    verbs = language.list("use-verb")
    strong = language.list("use-verb-any")
    stops = language.list("clause-start")
    and = language.list("and")
    negation = language.list("negation")
    hypothetical = language.list("hypothetical")
    passive = language.list("use-passive")
  }

  func find(_ draft: inout Draft) {
    let tokens = draft.annotated.tokens
    for sentence in draft.annotated.sentences where sentence.count > 3 {
      switch draft.annotated.block(of: sentence.lowerBound).kind {
      case .frontMatter, .heading, .tableCell: continue
      default: break
      }
      reversed(&draft, sentence)
      var index = sentence.lowerBound
      var last: (subjects: [Int], objects: [Int])?
      while index < sentence.upperBound {
        let length = verbs.match(tokens, index)
        if length > 0 {
          last = clause(&draft, sentence, index..<(index + length), last) ?? last
          index += length
        } else {
          index += 1
        }
      }
    }
  }

  private func clause(
    _ draft: inout Draft, _ sentence: Range<Int>, _ verb: Range<Int>, _ previous: (subjects: [Int], objects: [Int])?
  ) -> (subjects: [Int], objects: [Int])? {
    let tokens = draft.annotated.tokens
    let near = max(sentence.lowerBound, verb.lowerBound - 6)..<verb.upperBound
    for index in near
    where negation.match(tokens, index) > 0 || hypothetical.match(tokens, index) > 0 && !tokens[index].isCapital {
      return nil
    }
    // `is used`, `will be supported`: told from the other side.
    if verb.lowerBound > sentence.lowerBound, be.contains(tokens[verb.lowerBound - 1].folded), verb.count == 1 {
      return nil
    }
    var subjects = subjects(draft, sentence, verb.lowerBound)
    // `X supports A and has pushed B`: what the first verb took is no subject of the second.
    if let previous, let nearest = subjects.last, previous.objects.contains(nearest) {
      let gap = draft.annotated.mentions[nearest].tokens.upperBound..<verb.lowerBound
      guard gap.contains(where: { and.contains(tokens[$0].folded) }) else { return nil }
      subjects = previous.subjects
    }
    if subjects.isEmpty { subjects = enumerated(draft, sentence, verb.lowerBound) }
    if subjects.isEmpty, let speaker, saysWe(draft, sentence, verb.lowerBound) {
      // `We use …` of who signs the post, or of the project that its people write about.
      for object in draft.mentions(
        in: verb.upperBound..<clauseEnd(draft, sentence, verb.upperBound), [.project, .product])
      {
        guard let used = draft.ofMention[object] else { continue }
        draft.state(
          .entity(speaker), .uses, .entity(used),
          tokens: verb.lowerBound..<draft.annotated.mentions[object].tokens.upperBound,
          rule: "use-we", 0.72)
      }
      return nil
    }
    guard let last = subjects.last else { return nil }
    let end = clauseEnd(draft, sentence, verb.upperBound)
    var objects = draft.mentions(in: verb.upperBound..<end, [.project, .product])
    if objects.isEmpty || isNegatedBehind(draft, sentence, end) { return nil }
    // A verb that may take anything needs its object close by.
    if !strong.contains(tokens[verb.lowerBound].folded),
      let first = objects.first, draft.annotated.mentions[first].tokens.lowerBound - verb.upperBound > 4
    {
      return nil
    }
    objects = objects.filter { !subjects.contains($0) }
    if objects.contains(where: { draft.ofMention[$0] == topic }), isEnumeration(draft, sentence, verb.lowerBound) {
      // `from retailers like A to banks like B, all rely on P`
      subjects = draft.mentions(in: sentence.lowerBound..<verb.lowerBound, [.organization, .product, .name]).filter {
        draft.annotated.mentions[$0].kind != .name || mayBeCompany(draft, $0)
      }
      guard !subjects.isEmpty else { return nil }
    }
    let distance = verb.lowerBound - draft.annotated.mentions[subjects.last ?? last].tokens.upperBound
    let confidence = distance <= 2 ? 0.88 : 0.78
    let start = draft.annotated.mentions[subjects[0]].tokens.lowerBound
    for subject in subjects {
      guard let user = draft.ofMention[subject] ?? draft.asOrganization(subject), user.type != .place,
        user.type != .person
      else { continue }
      for object in objects {
        guard let used = draft.ofMention[object] else { continue }
        draft.state(
          .entity(user), .uses, .entity(used), tokens: start..<draft.annotated.mentions[object].tokens.upperBound,
          rule: "use-verb",
          confidence)
      }
    }
    return (subjects, objects)
  }

  private func saysWe(_ draft: Draft, _ sentence: Range<Int>, _ verb: Int) -> Bool {
    (max(sentence.lowerBound, verb - 3)..<verb).contains { we.contains(draft.annotated.tokens[$0].folded) }
  }

  private func isEnumeration(_ draft: Draft, _ sentence: Range<Int>, _ verb: Int) -> Bool {
    (sentence.lowerBound..<verb).contains { like.match(draft.annotated.tokens, $0) > 0 }
  }

  private func enumerated(_ draft: Draft, _ sentence: Range<Int>, _ verb: Int) -> [Int] {
    guard isEnumeration(draft, sentence, verb) else { return [] }
    return draft.mentions(in: sentence.lowerBound..<verb, [.organization, .product])
  }

  /// `adopters include A and B`, `P is used by A and B`, `P is part of A, B and C`: who stands behind the verb uses what stands before.
  private func reversed(_ draft: inout Draft, _ sentence: Range<Int>) {
    let tokens = draft.annotated.tokens
    for index in sentence {
      let isAdopters = adopters.match(tokens, index) > 0
      let length = max(passive.match(tokens, index), adopters.match(tokens, index))
      guard length > 0 else { continue }
      let end = clauseEnd(draft, sentence, index + length)
      let users = draft.mentions(
        in: (index + length)..<end, isAdopters ? [.organization, .name] : [.organization, .project, .product]
      )
      .filter { draft.annotated.mentions[$0].kind != .name || mayBeCompany(draft, $0) }
      guard let first = users.first, draft.annotated.mentions[first].tokens.lowerBound - index < 22 else { continue }
      let before = draft.mentions(in: sentence.lowerBound..<index, [.project, .product])
      guard let used = before.last.flatMap({ draft.ofMention[$0] }) ?? (isAdopters ? topic : nil) else { continue }
      let low = max(sentence.lowerBound, index - 4)
      if (low..<index).contains(where: { negation.match(tokens, $0) > 0 || hypothetical.match(tokens, $0) > 0 }) {
        continue
      }
      for mention in users {
        guard let user = draft.ofMention[mention] ?? draft.asOrganization(mention) else { continue }
        draft.state(
          .entity(user), .uses, .entity(used),
          tokens: sentence.lowerBound..<draft.annotated.mentions[mention].tokens.upperBound,
          rule: isAdopters ? "adopters" : "use-passive", 0.82)
      }
      return
    }
  }

  /// The nearest candidate within reach before the verb, and those joined to it.
  private func subjects(_ draft: Draft, _ sentence: Range<Int>, _ verb: Int) -> [Int] {
    let tokens = draft.annotated.tokens
    let low = max(sentence.lowerBound, verb - 9)
    let candidates = draft.mentions(in: sentence.lowerBound..<verb, [.organization, .project, .product, .name])
      // A name may hold the verb's word itself.
      .filter { draft.annotated.mentions[$0].tokens.upperBound <= verb }
    guard let nearest = candidates.last, draft.annotated.mentions[nearest].tokens.upperBound > low,
      draft.annotated.mentions[nearest].tokens.upperBound <= verb
    else { return [] }
    // A person, or another clause, between the candidate and the verb is the subject.
    let between = draft.annotated.mentions[nearest].tokens.upperBound..<verb
    if !draft.mentions(in: between, [.person, .place, .event]).isEmpty { return [] }
    if between.contains(where: {
      [",", ";", ":", "(", ".", "–", "—"].contains(tokens[$0].folded) && $0 != between.lowerBound
    }) {
      return []
    }
    if between.contains(where: {
      stops.contains(tokens[$0].folded) && !["that", "which", "who", "qui"].contains(tokens[$0].folded)
    }) {
      return []
    }
    if let first = between.first, tokens[first].folded == "'s" || tokens[first].folded == "’" { return [] }
    if draft.annotated.mentions[nearest].kind == .name, !mayBeCompany(draft, nearest) { return [] }
    // An object of a preposition is no subject (`the release of X supports Y`), but its head may be X's.
    var found = [nearest]
    for candidate in candidates.dropLast().reversed() {
      guard let first = found.first else { break }
      let (end, start) = (
        draft.annotated.mentions[candidate].tokens.upperBound, draft.annotated.mentions[first].tokens.lowerBound
      )
      guard end <= start else { break }
      let gap = end..<start
      guard gap.count <= 2, !gap.isEmpty,
        gap.allSatisfy({ tokens[$0].folded == "," || and.contains(tokens[$0].folded) })
      else { break }
      found.insert(candidate, at: 0)
    }
    return found
  }

  /// A name that nothing is known of may be a company's: not an acronym, not an ordinary word, not a month or the like.
  private func mayBeCompany(_ draft: Draft, _ mention: Int) -> Bool {
    let words = draft.annotated.mentions[mention].tokens.map { draft.annotated.tokens[$0] }
    return words.contains { word in
      !draft.language.isOrdinary(word.folded) && !generic.contains(word.folded) && !word.shape.contains(.allCaps)
        && word.folded.count > 3
        && !(word.folded.hasSuffix("s") && word.shape.contains(.mixed) && word.folded.count < 6)
        && draft.language.list("month").value(word.folded) == nil
    } && words.allSatisfy { !$0.shape.contains(.digit) }
  }

  /// `nutzt P nicht.`: in some languages the negation stands at the end of what it negates.
  private func isNegatedBehind(_ draft: Draft, _ sentence: Range<Int>, _ end: Int) -> Bool {
    guard end < sentence.upperBound else { return false }
    let behind = end + negation.match(draft.annotated.tokens, end)
    return behind > end && (behind >= sentence.upperBound || !draft.annotated.tokens[behind].isWord)
  }

  private func clauseEnd(_ draft: Draft, _ sentence: Range<Int>, _ from: Int) -> Int {
    let tokens = draft.annotated.tokens
    var end = from
    while end < sentence.upperBound, end - from < 34 {
      if stops.contains(tokens[end].folded) || negation.match(tokens, end) > 0
        || [";", ":", "(", "–", "—"].contains(tokens[end].folded)
      {
        break
      }
      end += 1
    }
    return end
  }
}
