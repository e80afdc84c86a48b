import Mentions

/// Reads a pattern file: rules, each with its pattern lines and what they state.
struct PatternFileParser {
  private let file: String
  private let language: LanguageData
  private let relations: Set<String>?
  private var rules: [PatternRule] = []
  private var names: Set<String> = []
  /// The line of the last rule's head.
  private var head = 0
  private var isOpen = false

  init(file: String, language: LanguageData, relations: Set<String>?) {
    self.file = file
    self.language = language
    self.relations = relations
  }

  mutating func parse(_ source: String) throws(OntologyDataError) -> [PatternRule] {
    let lines = source.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let text = Self.withoutComment(line)
      guard let first = text.firstIndex(where: { !$0.isWhitespace }) else { continue }
      var scanner = PatternScanner(text[first...], file: file, line: index + 1)
      if first == text.startIndex {
        try close()
        try open(&scanner, line: index + 1)
      } else if !isOpen {
        throw scanner.error(
          rules.isEmpty
            ? "expected 'rule NAME CONFIDENCE' before the first pattern line" : "the rule ended with its '=>' line")
      } else if scanner.current == "=", scanner.peek(1) == ">" {
        scanner.advance(2)
        try state(scanner)
      } else {
        try alternative(scanner, line: index + 1)
      }
    }
    try close()
    return rules
  }

  private mutating func open(_ scanner: inout PatternScanner, line: Int) throws(OntologyDataError) {
    guard scanner.identifier() == "rule", scanner.current?.isWhitespace == true else {
      throw scanner.error("expected 'rule NAME CONFIDENCE', or an indented line of a rule")
    }
    scanner.skipSpace()
    let name = scanner.identifier()
    guard !name.isEmpty, scanner.atEnd || scanner.current?.isWhitespace == true else {
      throw scanner.error("expected the rule's name (letters, digits, hyphens), found \(scanner.found)")
    }
    guard names.insert(name).inserted else { throw scanner.error("there is a rule '\(name)' already") }
    scanner.skipSpace()
    let found = scanner.found
    guard let confidence = Double(scanner.take { !$0.isWhitespace }), (0...1).contains(confidence) else {
      throw scanner.error("expected the rule's confidence, a number from 0 to 1, found \(found)")
    }
    scanner.skipSpace()
    guard scanner.atEnd else { throw scanner.error("expected the end of the line, found \(scanner.found)") }
    rules.append(PatternRule(name: name, confidence: confidence, alternatives: [], variables: [], relations: []))
    head = line
    isOpen = true
  }

  private mutating func alternative(_ scanner: PatternScanner, line: Int) throws(OntologyDataError) {
    let last = rules.count - 1
    var parser = PatternLineParser(scanner, language: language, variables: rules[last].variables)
    rules[last].alternatives.append(.init(elements: try parser.parse(), line: line))
    rules[last].variables = parser.variables
  }

  private mutating func state(_ scanner: PatternScanner) throws(OntologyDataError) {
    let last = rules.count - 1
    guard !rules[last].alternatives.isEmpty else {
      throw scanner.error("expected a pattern line before the '=>' line of '\(rules[last].name)'")
    }
    var parser = PatternRelationParser(scanner, variables: rules[last].variables, known: relations)
    rules[last].relations = try parser.parse()
    isOpen = false
  }

  private mutating func close() throws(OntologyDataError) {
    guard isOpen, let rule = rules.last else { return }
    throw OntologyDataError(
      .badPattern, file: file, line: head, "the rule '\(rule.name)' has no '=>' line that says what it states")
  }

  /// `#` opens a comment where no word or quotation is open.
  private static func withoutComment(_ line: Substring) -> Substring {
    var isQuoted = false
    var before: Character = " "
    for index in line.indices {
      let character = line[index]
      if character == "\"" { isQuoted.toggle() }
      if character == "#", !isQuoted, before.isWhitespace { return line[..<index] }
      before = character
    }
    return line
  }
}
