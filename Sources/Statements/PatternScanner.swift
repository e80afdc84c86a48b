import Mentions

/// A line of a pattern file and how far it is read.
struct PatternScanner {
  private let characters: [Character]
  private(set) var at = 0
  private let file: String
  private let line: Int

  init(_ text: Substring, file: String, line: Int) {
    characters = Array(text)
    self.file = file
    self.line = line
  }

  var current: Character? { at < characters.count ? characters[at] : nil }
  var atEnd: Bool { at >= characters.count }

  func peek(_ offset: Int) -> Character? { at + offset < characters.count ? characters[at + offset] : nil }

  mutating func advance(_ count: Int = 1) { at += count }

  mutating func skipSpace() {
    while let character = current, character.isWhitespace { at += 1 }
  }

  mutating func take(_ character: Character) -> Bool {
    guard current == character else { return false }
    at += 1
    return true
  }

  mutating func take(while isPart: (Character) -> Bool) -> String {
    let start = at
    while let character = current, isPart(character) { at += 1 }
    return String(characters[start..<at])
  }

  /// What stands between the quotation marks that open here.
  mutating func quoted() throws(OntologyDataError) -> String {
    advance()
    let text = take { $0 != "\"" }
    guard take("\"") else { throw error("a quotation mark is not closed") }
    return text
  }

  /// A variable, a relation, a rule or a list.
  mutating func identifier() -> String { take(while: Self.isNamePart) }

  static func isNamePart(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber) || character == "_" || character == "-"
  }

  /// What stands at the reading point, for a message.
  var found: String {
    guard !atEnd else { return "the end of the line" }
    return "'" + String(characters[at...].prefix { !$0.isWhitespace }.prefix(20)) + "'"
  }

  func error(_ message: String) -> OntologyDataError {
    OntologyDataError(.badPattern, file: file, line: line, message)
  }
}
