public import Mentions

/// The relation patterns of a language: the rules of its `patterns.txt`, as `ontology/languages/README.md` describes
/// them.
public struct PatternSet: Sendable {
  private struct Line: Sendable {
    var rule: Int
    var program: PatternProgram
    var number: Int
  }

  private let rules: [PatternRule]
  /// In the order of the file, so that the lines of a rule stand together.
  private let lines: [Line]
  private let index: PatternIndex
  private let words: PatternMachine.ListWords

  /// What a relation may name without a variable.
  public static let builtins: Set<String> = ["author", "event", "series", "site", "post", "topic"]

  /// - Parameters:
  ///   - source: The text of a pattern file.
  ///   - file: Its name, for messages.
  ///   - language: The word lists that patterns refer to.
  ///   - relations: The relations that rules may state; nil for any.
  /// - Throws: `OntologyDataError` (`badPattern`) with the line of the first mistake and what was expected there.
  public init(
    source: String, file: String, language: LanguageData, relations: Set<String>? = nil
  ) throws(OntologyDataError) {
    var parser = PatternFileParser(file: file, language: language, relations: relations)
    rules = try parser.parse(source)
    var lines: [Line] = []
    var index = PatternIndex()
    for (number, rule) in rules.enumerated() {
      for alternative in rule.alternatives {
        guard let program = PatternProgram(alternative.elements, language: language) else {
          throw OntologyDataError(
            .badPattern, file: file, line: alternative.line,
            "the line is too large: groups with '*' stand in each other")
        }
        index.insert(alternative.elements, line: lines.count, language: language)
        lines.append(Line(rule: number, program: program, number: alternative.line))
      }
    }
    self.lines = lines
    self.index = index
    words = PatternMachine.ListWords(language)
  }

  /// The rules' names, in the order of the file.
  public var ruleNames: [String] { rules.map(\.name) }

  /// What the rules state of a text: by where a match begins, then by the order of the rules and of their relations.
  ///
  /// The matches of one rule do not overlap: the leftmost counts, of those that begin together the longest, of those
  /// that are equally long the first in the file. Matches of different rules may overlap. The time is linear in the
  /// text.
  public func matches(in annotated: AnnotatedText, context: MatchContext) -> [PatternMatch] {
    var machine = PatternMachine(PatternSites(annotated, context: context), words: words)
    var found: [PatternMatch] = []
    var count = 0
    /// By rule: where its last match ended.
    var free = Array(repeating: 0, count: rules.count)
    var candidates: [Int] = []
    for token in annotated.tokens.indices {
      index.candidates(at: token, &machine.sites, into: &candidates)
      var next = candidates.startIndex
      while next < candidates.endIndex {
        let rule = lines[candidates[next]].rule
        var best: (success: PatternMachine.Success, line: Int)?
        while next < candidates.endIndex, lines[candidates[next]].rule == rule {
          let line = lines[candidates[next]]
          next += 1
          guard free[rule] <= token, let success = machine.run(line.program, at: token) else { continue }
          if best.map({ success.end > $0.success.end }) ?? true { best = (success, line.number) }
        }
        guard let best else { continue }
        free[rule] = best.success.end
        let relations = rules[rule].relations(best.success, at: token, line: best.line, id: count)
        if !relations.isEmpty { count += 1 }
        found += relations
      }
    }
    return found
  }
}
