import Entities
import Mentions
import Posts

/// Who says `I`: the guest in the answers of an interview, elsewhere the person who signs the post.
struct Interview {
  private let author: EntityID?
  private var guest: EntityID?
  /// Tokens of answers, ascending.
  private var answers: [Range<Int>] = []
  private static let longestQuestion = 30

  init(_ draft: Draft, author: EntityID?) {
    self.author = author?.type == .person ? author : nil
    let (questions, answers) = Self.parts(draft.annotated)
    guard questions.count >= 2 || !questions.isEmpty && Self.isConversation(draft) else { return }
    guest = Self.guest(draft, author: author, before: questions[0].lowerBound)
    if guest != nil { self.answers = answers }
  }

  /// The person whom a first person at a token means.
  func speaker(_ token: Int) -> EntityID? {
    guard guest != nil else { return author }
    return answers.contains { $0.contains(token) } ? guest : author
  }

  func isAnswer(_ token: Int) -> Bool { answers.contains { $0.contains(token) } }

  private static func isConversation(_ draft: Draft) -> Bool {
    guard let title = draft.post.text.blocks.first(where: { $0.kind == .frontMatter(key: "title") })?.range else {
      return false
    }
    return draft.contains(draft.language.list("genre-of-conversation"), in: draft.annotated.tokens(in: title)) != nil
  }

  /// A question is a strong line, a term or a heading that ends with its mark, or the strong words that a paragraph begins
  /// with; what follows up to the next one, or the next heading, is the answer.
  private static func parts(_ annotated: AnnotatedText) -> (questions: [Range<Int>], answers: [Range<Int>]) {
    var questions: [Range<Int>] = []
    var answers: [Range<Int>] = []
    var isOpen = false
    var isHeading = false
    for block in annotated.text.blocks {
      if case .frontMatter = block.kind { continue }
      let tokens = annotated.tokens(in: block.range)
      guard let last = tokens.last else { continue }
      let strong = annotated.spans(startingIn: block.range).first {
        $0.kind == .strong && $0.range.lowerBound == block.range.lowerBound
      }
      let asks = annotated.tokens[last].folded == "?" && tokens.count <= longestQuestion
      if case .heading = block.kind {
        isOpen = asks
        isHeading = asks
        if asks { questions.append(tokens) }
        continue
      }
      if let strong {
        let words = annotated.tokens(in: strong.range)
        let rest = words.upperBound..<tokens.upperBound
        if rest.count <= 1 {
          if asks { questions.append(tokens) }
          isOpen = asks || !isHeading && isOpen && words.count >= 3
          continue
        }
        if words.count >= 3, let end = words.last, ["?", ".", "!"].contains(annotated.tokens[end].folded) {
          if annotated.tokens[end].folded == "?" { questions.append(words) }
          answers.append(rest)
          isOpen = false
          continue
        }
      }
      if asks, strong == nil, isTerm(block) {
        questions.append(tokens)
        isOpen = true
        continue
      }
      if isOpen { answers.append(tokens) }
    }
    return (questions, answers)
  }

  private static func isTerm(_ block: PlainText.Block) -> Bool {
    switch block.kind {
    case .paragraph, .listItem: true
    default: false
    }
  }

  /// The one person in the title, or else the one whom the text introduces before the first question.
  private static func guest(_ draft: Draft, author: EntityID?, before first: Int) -> EntityID? {
    let annotated = draft.annotated
    let title = annotated.text.blocks.first { $0.kind == .frontMatter(key: "title") }?.range
    func people(_ tokens: Range<Int>) -> [EntityID] {
      var found: [EntityID] = []
      for mention in draft.mentions(in: tokens, [.person]) {
        if let id = draft.ofMention[mention], id != author, !found.contains(id) { found.append(id) }
      }
      return found
    }
    if let title {
      let named = people(annotated.tokens(in: title))
      if named.count == 1 { return named[0] }
    }
    let body = annotated.text.blocks.first { block in
      if case .frontMatter = block.kind { return false }
      return true
    }
    guard let body, case let start = annotated.tokens(in: body.range).lowerBound, start < first else { return nil }
    let named = people(start..<first)
    return named.count == 1 ? named[0] : nil
  }
}

extension Affiliations {
  /// `I work at Quillmark`, `I'm a maintainer of Rook`: of whoever speaks.
  func firstPerson(_ draft: inout Draft, _ sentence: Range<Int>, _ interview: Interview) {
    let tokens = draft.annotated.tokens
    for index in sentence where list("pronoun-i").match(tokens, index) > 0 {
      guard index + 1 < sentence.upperBound, let speaker = interview.speaker(index), !draft.annotated.isQuoted(index)
      else {
        continue
      }
      let clause: Affiliation?
      if list("pronoun-i").value(tokens[index].folded) == "be" {
        let start = reader.skip(draft, index + 1, sentence.upperBound, ["affiliation-adverb"])
        let found = reader.description(draft, start, sentence.upperBound, allowsBare: false)
        clause = found.isEmpty ? nil : found
      } else {
        clause = verbs.clause(draft, index + 1, sentence.upperBound)
      }
      guard let clause else { continue }
      let range = index..<clause.end
      state(&draft, clause, of: [speaker], "first-person", 0.86, tokens: range, doubt: range, at: index)
    }
  }
}
