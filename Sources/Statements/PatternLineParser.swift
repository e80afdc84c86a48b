import Mentions

/// Reads the elements of a pattern line.
struct PatternLineParser {
  private var scanner: PatternScanner
  private let language: LanguageData
  private let tokenizer = Tokenizer(elisions: LanguageData.elisions)
  /// The rule's variables by slot; a line may add to them.
  private(set) var variables: [String]

  init(_ scanner: PatternScanner, language: LanguageData, variables: [String]) {
    self.scanner = scanner
    self.language = language
    self.variables = variables
  }

  mutating func parse() throws(OntologyDataError) -> [PatternElement] {
    let elements = try sequence()
    if let character = scanner.current {
      throw scanner.error(
        character == ")"
          ? "this ')' closes nothing" : "alternatives with '|' stand in parentheses, or on lines of their own")
    }
    guard elements.leastLength > 0 else { throw scanner.error("the line would match without taking a single token") }
    return elements
  }

  private mutating func sequence() throws(OntologyDataError) -> [PatternElement] {
    var elements: [PatternElement] = []
    while true {
      scanner.skipSpace()
      guard let character = scanner.current, character != ")", character != "|" else { return elements }
      elements.append(try suffixed())
    }
  }

  private mutating func suffixed() throws(OntologyDataError) -> PatternElement {
    let element = try element()
    guard let suffix = scanner.current, suffix == "?" || suffix == "*" || suffix == "+" else { return element }
    guard suffix != "+" else { throw scanner.error("'+' stands behind a kind only, as in p:Person+") }
    // `(..3)?` is harmless; what looks at a place without taking anything is never optional.
    guard element.leastLength > 0 || suffix == "?" && element.mayTake else {
      throw scanner.error("'\(suffix)' stands behind something that may be empty already")
    }
    scanner.advance()
    return suffix == "?" ? .optional(element) : .star(element)
  }

  private mutating func element() throws(OntologyDataError) -> PatternElement {
    switch scanner.current {
    case "!":
      scanner.advance()
      let inner = try element()
      if case .not = inner { throw scanner.error("expected something to be absent behind '!', found another '!'") }
      if case .gap = inner { throw scanner.error("a gap cannot be absent") }
      return .not(inner)
    case "(": return try group()
    case "\"": return .words(try words(of: scanner.quoted()))
    case "@": return try list()
    case "~": return try stem()
    case "^":
      scanner.advance()
      return .sentenceStart
    case "$":
      scanner.advance()
      return .sentenceEnd
    case ".": return try dots()
    case "?", "*", "+":
      throw scanner.error("\(scanner.found) has nothing before it; a mark that is meant as such is quoted")
    default:
      if let kind = try kind() { return kind }
      return .words(try words(of: bareWord()))
    }
  }

  private mutating func group() throws(OntologyDataError) -> PatternElement {
    scanner.advance()
    var alternatives: [[PatternElement]] = []
    repeat {
      let elements = try sequence()
      guard !elements.isEmpty else { throw scanner.error("expected an element, found \(scanner.found)") }
      alternatives.append(elements)
    } while scanner.take("|")
    guard scanner.take(")") else { throw scanner.error("expected ')', found \(scanner.found)") }
    return .group(alternatives)
  }

  private mutating func list() throws(OntologyDataError) -> PatternElement {
    scanner.advance()
    let name = scanner.identifier()
    guard !name.isEmpty else { throw scanner.error("expected the name of a word list behind '@'") }
    guard language.lists[name] != nil else {
      throw scanner.error("there is no word list '\(name)' in the language's lists.txt")
    }
    return .list(name)
  }

  private mutating func stem() throws(OntologyDataError) -> PatternElement {
    scanner.advance()
    let stem = Folding.fold(bareWord())
    guard !stem.isEmpty else { throw scanner.error("expected the beginning of a word behind '~'") }
    return .stem(stem)
  }

  private mutating func dots() throws(OntologyDataError) -> PatternElement {
    scanner.advance()
    guard scanner.take(".") else {
      if let next = scanner.current, !next.isWhitespace, !"()|?*".contains(next) {
        throw scanner.error("a word that begins with a dot is quoted")
      }
      return .anyToken
    }
    let digits = scanner.take { $0.isASCII && $0.isNumber }
    guard let most = Int(digits), (1...PatternElement.longestGap).contains(most) else {
      throw scanner.error("expected a number from 1 to \(PatternElement.longestGap) behind '..'")
    }
    return .gap(most)
  }

  /// `x:Kind`, `:Kind|Kind`, `x:Kind+`; nil when a word stands here.
  private mutating func kind() throws(OntologyDataError) -> PatternElement? {
    var length = 0
    while let character = scanner.peek(length), PatternScanner.isNamePart(character) { length += 1 }
    guard scanner.peek(length) == ":" else { return nil }
    let variable = scanner.identifier()
    scanner.advance()
    var kinds = try oneKind()
    // `|` with a kind right behind it goes on; any other is of the group around.
    while scanner.current == "|", let next = scanner.peek(1), next.isASCII, next.isUppercase {
      scanner.advance()
      kinds.formUnion(try oneKind())
    }
    let slot = variable.isEmpty ? nil : try slot(of: variable)
    guard scanner.take("+") else { return .item(kinds, slot: slot) }
    guard language.lists["and"] != nil else {
      throw scanner.error("'+' needs the word list 'and' in the language's lists.txt")
    }
    return .items(kinds, slot: slot)
  }

  private mutating func oneKind() throws(OntologyDataError) -> PatternKind {
    let found = scanner.found
    let name = scanner.identifier()
    guard let kind = PatternKind(named: name) else {
      let known = PatternKind.named.map(\.name).joined(separator: ", ")
      throw scanner.error("expected a kind behind ':' (\(known)), found \(found)")
    }
    return kind
  }

  private mutating func slot(of variable: String) throws(OntologyDataError) -> Int {
    guard !PatternSet.builtins.contains(variable) else {
      throw scanner.error("'\(variable)' is a built-in name; a variable is called something else")
    }
    if let slot = variables.firstIndex(of: variable) { return slot }
    variables.append(variable)
    return variables.count - 1
  }

  private mutating func bareWord() -> String {
    scanner.take { !$0.isWhitespace && !"()|\"?*+".contains($0) }
  }

  private func words(of text: String) throws(OntologyDataError) -> [String] {
    let words = tokenizer.words(of: text)
    guard !words.isEmpty else { throw scanner.error("expected a word, found \(text.isEmpty ? "none" : "'\(text)'")") }
    return words
  }
}
