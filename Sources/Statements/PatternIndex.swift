import Mentions

/// Which pattern lines can begin at a token: so that a text costs its length, not its length times the rules.
struct PatternIndex: Sendable {
  private var byWord: [String: [Int]] = [:]
  private var byStemStart: [UInt8: [Int]] = [:]
  private var byKind: [(kind: PatternKind, line: Int)] = []
  private var atSentenceStart: [Int] = []
  private var anywhere: [Int] = []

  mutating func insert(_ elements: [PatternElement], line: Int, language: LanguageData) {
    var first = First()
    first.add(elements, language)
    if first.isAnything {
      if elements.first == .sentenceStart { atSentenceStart.append(line) } else { anywhere.append(line) }
      return
    }
    for word in first.words { byWord[word, default: []].append(line) }
    for start in first.stemStarts { byStemStart[start, default: []].append(line) }
    if !first.kinds.isEmpty { byKind.append((first.kinds, line)) }
  }

  /// The lines that can begin at a token, ascending.
  func candidates(at token: Int, _ sites: inout PatternSites, into lines: inout [Int]) {
    lines.removeAll(keepingCapacity: true)
    let token = (index: token, value: sites.annotated.tokens[token])
    lines += anywhere
    if let found = byWord[token.value.folded] { lines += found }
    if let start = token.value.folded.utf8.first, let found = byStemStart[start] { lines += found }
    if !atSentenceStart.isEmpty, sites.annotated.sentences[token.value.sentence].lowerBound == token.index {
      lines += atSentenceStart
    }
    let kinds = sites.kinds(at: token.index)
    if !kinds.isEmpty { for entry in byKind where !entry.kind.isDisjoint(with: kinds) { lines.append(entry.line) } }
    guard lines.count > 1 else { return }
    lines.sort()
    var last = -1
    lines.removeAll { line in
      defer { last = line }
      return line == last
    }
  }

  /// What the first token of a match can be.
  private struct First {
    var words: Set<String> = []
    var stemStarts: Set<UInt8> = []
    var kinds: PatternKind = []
    var isAnything = false

    mutating func add(_ elements: [PatternElement], _ language: LanguageData) {
      for element in elements {
        add(element, language)
        // Behind an element that may take nothing, the next one can be the first.
        if element.leastLength > 0 { return }
      }
    }

    private mutating func add(_ element: PatternElement, _ language: LanguageData) {
      switch element {
      case .words(let sequence): if let first = sequence.first { words.insert(first) }
      case .list(let name): words.formUnion(language.list(name).firstWords)
      case .stem(let stem): if let start = stem.utf8.first { stemStarts.insert(start) }
      case .item(let kinds, _), .items(let kinds, _):
        // Only the caller knows where a job title or a title begins.
        if kinds.isDisjoint(with: [.role, .title]) { self.kinds.formUnion(kinds) } else { isAnything = true }
      case .anyToken, .gap: isAnything = true
      case .sentenceStart, .sentenceEnd, .not: break
      case .optional(let inner), .star(let inner): add(inner, language)
      case .group(let alternatives): for elements in alternatives { add(elements, language) }
      }
    }
  }
}
