/// Job titles: a head noun with what stands around it (`Senior Vice President of Product`, `architecte de solutions`).
public struct RoleGrammar: Sendable {
  private let heads: WordList
  private let modifiers: WordList
  private let of: WordList
  private let affiliation: WordList
  private let language: LanguageData
  /// Heads behind which `of` leads to the organization (`founder of …`), not to a field.
  private let whole: WordList
  private let stops: WordList
  private let wordOrder: WordList
  private let articles: WordList
  private let employers: WordList
  private let owners: WordList

  public init(_ language: LanguageData) {
    heads = language.list("role-head")
    modifiers = language.list("role-modifier")
    of = language.list("role-of")
    affiliation = language.list("affiliation")
    self.language = language
    whole = language.list("role-whole")
    stops = language.list("title-stop")
    wordOrder = language.list("title-words")
    articles = language.list("article")
    employers = language.list("organization-head-before")
    owners = language.list("owner-noun")
  }

  /// How many tokens the title that begins at `start` takes; 0 for none.
  public func length(_ annotated: AnnotatedText, _ start: Int) -> Int {
    let tokens = annotated.tokens
    let sentence = tokens[start].sentence
    guard heads.match(tokens, start) > 0 || modifiers.contains(tokens[start].folded) || isPlainCapital(annotated, start)
    else { return 0 }
    var end = start
    var lastGood = start
    var hasHead = false
    while end < tokens.count, tokens[end].sentence == sentence, end - start < 10 {
      if heads.match(tokens, end) > 0 {
        end += heads.match(tokens, end)
        hasHead = true
        lastGood = end
      } else if hasHead, of.contains(tokens[end].folded), end + 1 < tokens.count {
        if whole.contains(tokens[end - 1].folded) { break }
        var next = end + 1
        while next < tokens.count, tokens[next].sentence == sentence, next - end < 4,
          modifiers.contains(tokens[next].folded) || isPlainCapital(annotated, next)
        { next += 1 }
        if let field = field(annotated, end + 1, sentence) {
          next = max(next, field)
        }
        guard next > end + 1, !isEmployer(annotated, (end + 1)..<next) else { break }
        end = next
        lastGood = end
      } else if modifiers.contains(tokens[end].folded) || isPlainCapital(annotated, end) {
        end += 1
        // Behind the head a modifier belongs to the title only in a title case run (`VP Software Engineering`).
        if hasHead, tokens[end - 1].isCapital || modifiers.contains(tokens[end - 1].folded) { lastGood = end }
      } else {
        break
      }
    }
    while lastGood > start, of.contains(tokens[lastGood - 1].folded) || stops.contains(tokens[lastGood - 1].folded) {
      lastGood -= 1
    }
    return hasHead ? lastGood - start : 0
  }

  /// Where the field behind `head of` ends (`cartography`, `machine translation`): plain words up to what cannot be part of it.
  private func field(_ annotated: AnnotatedText, _ start: Int, _ sentence: Int) -> Int? {
    let tokens = annotated.tokens
    var end = start
    var length = articles.match(tokens, end)
    if length > 0, wordOrder.contains("before") { return nil }
    // `directrice de l'agence`: whose, not of what.
    if length > 0, start + length < tokens.count, owners.contains(tokens[start + length].folded) { return nil }
    end += length
    length = 0
    while end < tokens.count, tokens[end].sentence == sentence, length < 4,
      isPlain(annotated, end, sentence)
        || length > 0 && of.contains(tokens[end].folded)
          && affiliation.match(tokens, end) > 0
          && isPlain(annotated, end + 1 + articles.match(tokens, min(end + 1, tokens.count - 1)), sentence)
          && !wordOrder.contains("before")
    {
      if of.contains(tokens[end].folded) {
        end += 1
        end += articles.match(tokens, end)
      }
      end += 1
      length += 1
    }
    guard length > 0 else { return nil }
    guard end < tokens.count, tokens[end].sentence == sentence else { return end }
    let next = tokens[end]
    return !next.isWord || stops.contains(next.folded) || affiliation.match(tokens, end) > 0 || next.isCapital
      ? end : nil
  }

  /// A lower-case word that may be part of a title.
  private func isPlain(_ annotated: AnnotatedText, _ index: Int, _ sentence: Int) -> Bool {
    let tokens = annotated.tokens
    return index < tokens.count && tokens[index].sentence == sentence && tokens[index].isWord
      && !tokens[index].isCapital && !stops.contains(tokens[index].folded) && annotated.mention(covering: index) == nil
  }

  /// The same where the place says that a title must come (behind `Ada, `): plain words before or behind the head count
  /// too (`site reliability lead`, `ingénieure logicielle principale`).
  public func apposedLength(_ annotated: AnnotatedText, _ start: Int) -> Int {
    let tokens = annotated.tokens
    let sentence = tokens[start].sentence
    func isPlain(_ index: Int) -> Bool { self.isPlain(annotated, index, sentence) }
    let length = length(annotated, start)
    if wordOrder.contains("before") {
      if length > 0 { return length }
      for skipped in 1...4 {
        guard isPlain(start + skipped - 1) else { return 0 }
        let head = start + skipped
        guard head < tokens.count, tokens[head].sentence == sentence else { return 0 }
        if heads.match(tokens, head) > 0 || modifiers.contains(tokens[head].folded) {
          let rest = self.length(annotated, head)
          if rest > 0 { return skipped + rest }
        }
      }
      return 0
    }
    guard length > 0 else { return 0 }
    var end = start + length
    for _ in 0..<4 {
      if isPlain(end) {
        end += 1
      } else if end < tokens.count, of.contains(tokens[end].folded), isPlain(end + 1) {
        end += 2
      } else {
        break
      }
    }
    // What follows must not be the rest of a clause.
    guard end < tokens.count, tokens[end].sentence == sentence else { return end - start }
    let follows = tokens[end]
    return !follows.isWord || follows.isCapital || stops.contains(follows.folded) || affiliation.match(tokens, end) > 0
      ? end - start : length
  }

  /// A name behind `of` that is no ordinary word is the employer (`CTO of Quillmark`), unless another one follows
  /// (`Head of DevRel at Quillmark`).
  private func isEmployer(_ annotated: AnnotatedText, _ words: Range<Int>) -> Bool {
    let tokens = annotated.tokens
    guard let start = words.first(where: { tokens[$0].isCapital }),
      (words.lowerBound..<start).allSatisfy({ articles.contains(tokens[$0].folded) })
    else { return false }
    let first = tokens[start]
    let isNamed: Bool
    if employers.contains(first.folded) {
      isNamed = true
    } else {
      guard let mention = annotated.mention(covering: start), annotated.mentions[mention].kind == .name else {
        return false
      }
      isNamed = !modifiers.contains(first.folded) && !language.isOrdinary(first.folded)
    }
    let next = words.upperBound
    return isNamed
      && !(next < tokens.count && tokens[next].sentence == first.sentence && affiliation.match(tokens, next) > 0)
  }

  /// A capitalised word that names neither person nor organization nor place.
  private func isPlainCapital(_ annotated: AnnotatedText, _ index: Int) -> Bool {
    let token = annotated.tokens[index]
    guard token.isCapital, token.isWord else { return false }
    guard let mention = annotated.mention(covering: index) else { return true }
    return annotated.mentions[mention].isSoftware || annotated.mentions[mention].kind == .name
  }
}
