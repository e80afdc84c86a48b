import Posts

@testable import Mentions
@testable import Statements

/// A text with its mentions marked by hand: `{person:Ada Lovelace} works for {organization:Acme}`. Besides the kinds of
/// mentions there are `date`, `role` and `title`; quotations are found by their marks.
struct MarkedText {
  let annotated: AnnotatedText
  let context: MatchContext

  /// Blocks are separated by a line feed.
  init(_ marked: String) throws {
    var bytes: [UInt8] = []
    var marks: [(kind: String, range: Range<Int>)] = []
    var rest = marked.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "{") else {
        bytes.append(byte)
        continue
      }
      let kind = String(rest.prefix { $0 != UInt8(ascii: ":") }) ?? ""
      rest = rest.dropFirst(kind.utf8.count + 1)
      let inside = rest.prefix { $0 != UInt8(ascii: "}") }
      marks.append((kind, bytes.count..<(bytes.count + inside.count)))
      bytes += inside
      rest = rest.dropFirst(inside.count + 1)
    }
    var blocks: [PlainText.Block] = []
    var start = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      blocks.append(.init(kind: .paragraph, range: start..<(start + line.count)))
      start += line.count + 1
    }
    let text = PlainText(utf8: bytes, blocks: blocks)
    var tokens = Tokenizer(elisions: LanguageData.elisions).tokens(of: text)
    let quotations = QuotationFinder.find(text)
    tokens.markSentences(abbreviations: [], protected: quotations.map(\.range))
    func covered(_ range: Range<Int>) -> Range<Int> {
      let inside = tokens.indices.filter { range.contains(tokens[$0].range.lowerBound) }
      return (inside.first ?? 0)..<((inside.last ?? -1) + 1)
    }
    var mentions: [Mention] = []
    var dates: [DateMention] = []
    var lengths: [String: [Int: Int]] = [:]
    for mark in marks {
      let range = covered(mark.range)
      if let kind = Mention.Kind(rawValue: mark.kind) {
        mentions.append(Mention(kind, range, name: text.string(mark.range), rule: "hand", confidence: 1))
      } else if mark.kind == "date" {
        let year = CalendarDate(year: Int(text.string(mark.range).suffix(4)))
        dates.append(DateMention(tokens: range, start: year, end: year))
      } else {
        lengths[mark.kind, default: [:]][range.lowerBound] = range.count
      }
    }
    var annotated = AnnotatedText(text: text, tokens: tokens, quotations: quotations, dates: dates)
    annotated.setMentions(mentions)
    self.annotated = annotated
    let roles = lengths["role"] ?? [:]
    let titles = lengths["title"] ?? [:]
    context = MatchContext(role: { roles[$0] ?? 0 }, title: { titles[$0] ?? 0 })
  }

  func matches(_ patterns: PatternSet) -> [PatternMatch] { patterns.matches(in: annotated, context: context) }

  /// `worksFor(Ada Lovelace, Acme)`, one per match.
  func statements(_ patterns: PatternSet) -> [String] { matches(patterns).map(describe) }

  func describe(_ match: PatternMatch) -> String {
    let arguments = match.arguments.map { argument in
      switch argument {
      case .mention(let index): annotated.mentions[index].name
      case .tokens(let range): annotated.string(range)
      case .date(let date): date.start.iso ?? "?"
      case .builtin(let name): "<\(name)>"
      case .constant(let text): "\"\(text)\""
      }
    }
    return match.relation + "(" + arguments.joined(separator: ", ") + ")"
  }
}

enum PatternFixture {
  static let lists = """
    [and]
    and | et
    [at]
    at | at the heart of | chez
    [the]
    the | a
    [empty]
    """

  static func language() throws -> LanguageData { try LanguageData(tag: "xx", lists: lists) }

  static func set(_ source: String, relations: Set<String>? = nil) throws -> PatternSet {
    try PatternSet(source: source, file: "patterns.txt", language: language(), relations: relations)
  }

  /// One rule of one pattern line that states `r(x)`, or `r(post)` when nothing is bound.
  static func set(line: String, stating relation: String? = nil) throws -> PatternSet {
    try set("rule one 1\n  \(line)\n  => \(relation ?? (line.contains("x:") ? "r(x)" : "r(post)"))\n")
  }

  /// The stretches that a pattern line matches.
  static func stretches(_ line: String, in marked: String) throws -> [String] {
    let text = try MarkedText(marked)
    return text.matches(try set(line: line, stating: "r(post)")).map { text.annotated.string($0.tokens) }
  }
}
