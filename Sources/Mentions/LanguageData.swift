public import OntologyData
import Posts

/// What the folder `languages/<tag>` of the ontology knows of a language: its word lists, its ordinary words and the
/// source of its patterns. A language is a folder of data, not code.
public struct LanguageData: Sendable {
  public let tag: String
  public let lists: [String: WordList]
  public let patternSource: String
  private let words: SortedWords
  /// English words: titles and terms of the field stand in every language's texts.
  private let loanWords: SortedWords

  /// What elides in the phrases of lists and patterns.
  public static let elisions = ["l", "d", "qu", "j", "n", "s", "c", "m", "t"]

  /// Nil when the ontology has no such language.
  public init?(tag: String, ontology: OntologyFolder) throws(OntologyDataError) {
    let folder = "languages/\(tag)/"
    guard let lists = (try? ontology.bytes(folder + "lists.txt")) else { return nil }
    self.tag = tag
    self.lists = try Self.parse(String(decoding: lists, as: UTF8.self), file: folder + "lists.txt")
    patternSource = (try? ontology.bytes(folder + "patterns.txt")).map { String(decoding: $0, as: UTF8.self) } ?? ""
    words = SortedWords((try? ontology.bytes(folder + "words.txt")) ?? [])
    loanWords = tag == "en" ? SortedWords([]) : SortedWords((try? ontology.bytes("languages/en/words.txt")) ?? [])
  }

  /// A language that is given as the text of its files.
  init(tag: String, lists: String, patterns: String = "") throws(OntologyDataError) {
    self.tag = tag
    self.lists = try Self.parse(lists, file: "languages/\(tag)/lists.txt")
    patternSource = patterns
    words = SortedWords([])
    loanWords = SortedWords([])
  }

  public func list(_ name: String) -> WordList { lists[name] ?? WordList() }

  /// Whether the folded word is an ordinary word of the language.
  public func isOrdinary(_ folded: String) -> Bool { words.contains(folded) || loanWords.contains(folded) }

  /// `[name]` opens a list; every other line holds phrases separated by `|`, each with an optional ` = value`; `#` opens a
  /// comment.
  static func parse(_ source: String, file: String) throws(OntologyDataError) -> [String: WordList] {
    var lists: [String: WordList] = [:]
    var name: String?
    var list = WordList()
    let tokenizer = Tokenizer(elisions: elisions)
    for (number, line) in source.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let text = Substring(line.prefix { $0 != 0x23 }).trimmed
      if text.isEmpty { continue }
      if text.hasPrefix("["), text.hasSuffix("]") {
        if let name { lists[name] = list }
        let opened = String(text.dropFirst().dropLast())
        list = lists[opened] ?? WordList()
        name = opened
        continue
      }
      guard name != nil else {
        throw OntologyDataError(.badList, file: file, line: number + 1, "a phrase stands before the first [list]")
      }
      for part in text.utf8.split(separator: 0x7C) {
        let equals = part.firstIndex(of: 0x3D) ?? part.endIndex
        let phrase = Substring(part[..<equals]).trimmed
        if phrase.isEmpty { continue }
        let value = equals == part.endIndex ? nil : String(Substring(part[part.index(after: equals)...]).trimmed)
        list.insert(tokenizer.words(of: String(phrase)), value: value, phrase: String(phrase))
      }
    }
    if let name { lists[name] = list }
    return lists
  }
}

/// A folded, sorted word per line, searched in place: no table is built at start.
struct SortedWords: Sendable {
  private let bytes: [UInt8]
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func contains(_ word: String) -> Bool {
    let wanted = Array(word.utf8)
    var low = 0
    var high = bytes.count
    while low < high {
      let middle = (low + high) / 2
      var start = middle
      while start > low, bytes[start - 1] != 0x0A { start -= 1 }
      var end = middle
      while end < high, bytes[end] != 0x0A { end += 1 }
      let line = bytes[start..<end]
      if line.elementsEqual(wanted) { return true }
      if line.lexicographicallyPrecedes(wanted) { low = end + 1 } else { high = start }
    }
    return false
  }
}

extension Substring {
  /// Without white space of ASCII around it.
  var trimmed: Substring {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    var bytes = utf8
    while let first = bytes.first, isSpace(first) { bytes = bytes.dropFirst() }
    while let last = bytes.last, isSpace(last) { bytes = bytes.dropLast() }
    return Substring(bytes)
  }
}

extension Tokenizer {
  /// The folded tokens of a phrase.
  public func words(of phrase: String) -> [String] {
    if let words = Self.plainWords(phrase) { return words }
    let bytes = Array(phrase.utf8)
    let text = Posts.PlainText(
      utf8: bytes, blocks: [Posts.PlainText.Block(kind: .paragraph, range: 0..<bytes.count)])
    var words: [String] = []
    var last: Token?
    for token in tokens(of: text) {
      // On its own, `'s` or `l'` is the token that it is in a text.
      if let before = last, !token.shape.contains(.spaceBefore),
        before.folded == "'" && token.folded == "s" || token.folded == "'" && elisions.contains(before.folded)
      {
        words[words.count - 1] += token.folded
      } else {
        words.append(token.folded)
      }
      last = token
    }
    return words
  }

  /// Of ASCII letters, digits and spaces only, as most names are: nothing there joins or parts words but the spaces.
  private static func plainWords(_ phrase: String) -> [String]? {
    for byte in phrase.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x20: continue
      default: return nil
      }
    }
    return phrase.lowercased().split(separator: " ").map(String.init)
  }
}
