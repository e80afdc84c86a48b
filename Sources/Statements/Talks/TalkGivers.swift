import Entities
import Mentions
import Posts

/// Reads in prose under a title who gives the talk: `A of X and B, who …, show`, `Hosted by A. Panelists: B; C`,
/// `the speaker is A`, `a debate between A and B`.
struct TalkGivers {
  struct Found {
    var people: [Int] = []
    /// The author of the post, who speaks of himself.
    var isAuthor = false
    /// The sentence that tells of them.
    var sentence: Range<Int>
    /// A word of giving a talk stands with them.
    var isGiving: Bool
  }

  private let by: WordList
  private let between: WordList
  private let labels: WordList
  private let nouns: WordList
  private let verbs: WordList
  private let sayings: WordList
  private let negation: WordList
  private let and: WordList
  private let be: WordList
  private let notBefore: WordList
  private let author: WordList

  init(_ language: LanguageData) {
    by = language.list("talk-by")
    between = language.list("talk-between")
    labels = language.list("speaker-label")
    nouns = language.list("talk-noun")
    verbs = language.list("talk-verb")
    sayings = language.list("said-verb")
    negation = language.list("negation")
    and = language.list("and")
    be = language.list("be")
    notBefore = language.list("not-speaker-before")
    author = language.list("author-self")
  }

  /// Of the first few sentences under a title.
  func find(_ draft: Draft, _ prose: Range<Int>, sentences: Int, inItem: Bool = false) -> Found? {
    guard let first = prose.first else { return nil }
    let tokens = draft.annotated.tokens
    var found: Found?
    var number = tokens[first].sentence
    let block = tokens[first].block
    for _ in 0..<sentences {
      guard number < draft.annotated.sentences.count else { break }
      let own = draft.annotated.sentences[number]
      number += 1
      guard own.lowerBound < prose.upperBound, isProse(draft, own.lowerBound, inItem),
        tokens[own.lowerBound].block - block <= 1
      else { break }
      let sentence = max(own.lowerBound, prose.lowerBound)..<min(own.upperBound, prose.upperBound)
      if let named = labelled(draft, sentence) {
        found = merge(found, named)
      } else if found == nil, let named = subject(draft, sentence) {
        found = named
      }
    }
    return found
  }

  private func isProse(_ draft: Draft, _ token: Int, _ inItem: Bool) -> Bool {
    switch draft.annotated.block(of: token).kind {
    case .paragraph, .other, .quotation: true
    case .listItem: inItem
    default: false
    }
  }

  private func merge(_ one: Found?, _ other: Found) -> Found {
    guard var one else { return other }
    for person in other.people where !one.people.contains(person) { one.people.append(person) }
    one.isAuthor = one.isAuthor || other.isAuthor
    one.isGiving = true
    return one
  }

  // MARK: labels

  /// `Hosted by A`, `Panelists: A; B, whose firm …; and C`, `The speakers are A and B`, `A debate between A and B`.
  private func labelled(_ draft: Draft, _ sentence: Range<Int>) -> Found? {
    let tokens = draft.annotated.tokens
    let people = draft.mentions(in: sentence, [.person])
    let opening = sentence.first { tokens[$0].isWord } ?? sentence.lowerBound
    for index in sentence.prefix(14) {
      var end: Int?
      let label = labels.match(tokens, index)
      let next = index + max(label, 1)
      if label > 0, next < sentence.upperBound,
        tokens[next].folded == ":" || be.contains(tokens[next].folded) && index - sentence.lowerBound <= 6
      {
        end = next
      } else if index == opening, by.match(tokens, index) > 1 {
        end = index + by.match(tokens, index)
      } else if nouns.match(tokens, index) > 0, index - sentence.lowerBound <= 5 {
        let behind = index + nouns.match(tokens, index)
        if behind < sentence.upperBound,
          max(by.match(tokens, behind), between.match(tokens, behind)) > 0,
          let first = people.first, draft.annotated.mentions[first].tokens.lowerBound - behind <= 4
        {
          end = behind
        }
      }
      guard let end else { continue }
      let isAuthor = (end..<min(end + 4, sentence.upperBound)).contains { author.match(tokens, $0) > 0 }
      let named = listed(draft, people.filter { draft.annotated.mentions[$0].tokens.lowerBound >= end })
      guard !named.isEmpty || isAuthor else { continue }
      return Found(people: named, isAuthor: isAuthor, sentence: sentence, isGiving: true)
    }
    return nil
  }

  /// Behind a label everybody is meant but for those in apposition (`A, a student of B`).
  private func listed(_ draft: Draft, _ people: [Int]) -> [Int] {
    let tokens = draft.annotated.tokens
    return people.filter { person in
      let start = draft.annotated.mentions[person].tokens.lowerBound
      guard start > 0, person != people.first else { return true }
      let before = tokens[start - 1]
      return !before.isWord && before.folded != "(" || and.contains(before.folded) || by.contains(before.folded)
        || (max(0, start - 4)..<start).contains { and.match(tokens, $0) > 0 || tokens[$0].folded == ";" }
    }
  }

  // MARK: subjects

  /// The people that a sentence begins with, who do something.
  private func subject(_ draft: Draft, _ sentence: Range<Int>) -> Found? {
    let tokens = draft.annotated.tokens
    let mentions = draft.annotated.mentions
    let people = draft.mentions(in: sentence, [.person])
    guard let first = people.first else { return nil }
    let start = mentions[first].tokens.lowerBound
    // `Linkerd maintainer Ada …`, `In his stead Ada …`: a few words may come first.
    guard start - sentence.lowerBound <= 5,
      !(sentence.lowerBound..<start).contains(where: {
        notBefore.match(tokens, $0) > 0 || tokens[$0].shape.contains(.handle)
      })
    else { return nil }
    let group = Coordination(and: and).group(draft, people)
    let end = mentions[group[group.count - 1]].tokens.upperBound
    guard end < sentence.upperBound else { return nil }
    let window = end..<min(sentence.upperBound, end + 18)
    if draft.isDenied(negation, in: sentence.lowerBound..<min(sentence.upperBound, end + 8)) { return nil }
    // Who is only quoted gives no talk.
    if (end..<min(sentence.upperBound, end + 2)).contains(where: { sayings.match(tokens, $0) > 0 }),
      !draft.annotated.quotations(startingIn: draft.annotated.range(sentence)).isEmpty
    {
      return nil
    }
    return Found(
      people: group, sentence: sentence, isGiving: window.contains { verbs.match(tokens, $0) > 0 })
  }
}

/// People who are the subject of one verb: `A, who …, and his former colleague B, now with X`.
struct Coordination {
  let and: WordList

  /// The first of some people of a sentence, and those joined to the first.
  func group(_ draft: Draft, _ people: [Int]) -> [Int] {
    let tokens = draft.annotated.tokens
    let mentions = draft.annotated.mentions
    guard let first = people.first else { return [] }
    var group = [first]
    var pending: [Int] = []
    for person in people.dropFirst() {
      let last = mentions[pending.last ?? group[group.count - 1]].tokens.upperBound
      let start = mentions[person].tokens.lowerBound
      guard start - last <= 24 else { break }
      // Back over `his former intern` to what joins.
      var at = start - 1
      while at > last, start - at <= 5, tokens[at].isWord, !tokens[at].isCapital, and.match(tokens, at) == 0 { at -= 1 }
      if at >= last, and.match(tokens, at) > 0, balanced(tokens, last..<at) {
        group += pending + [person]
        pending = []
      } else if at >= last, tokens[at].folded == ",", balanced(tokens, last..<at) {
        pending.append(person)
      } else {
        break
      }
    }
    return group
  }

  /// No parenthesis is left open, and no sentence ends.
  private func balanced(_ tokens: [Token], _ range: Range<Int>) -> Bool {
    var depth = 0
    for index in range {
      if tokens[index].folded == "(" { depth += 1 }
      if tokens[index].folded == ")" { depth -= 1 }
      if [";", ":"].contains(tokens[index].folded) { return false }
    }
    return depth == 0
  }
}
