/// A named list of words and phrases of a language, as its folder's `lists.txt` gives it.
public struct WordList: Sendable {
  /// First word → phrases that begin with it, longest first, each with its value.
  private var byFirst: [String: [Phrase]] = [:]
  private var firsts = WordFilter()

  struct Phrase: Sendable {
    var words: [String]
    var value: String?
  }

  public init() {}

  mutating func insert(_ words: [String], value: String?, phrase: String) {
    phrases.append(phrase)
    guard let first = words.first else { return }
    firsts.insert(WordFilter.mark(first))
    byFirst[first, default: []].append(Phrase(words: words, value: value))
    byFirst[first]?.sort { $0.words.count > $1.words.count }
  }

  /// Its entries of one word, ascending.
  public var singleWords: [String] {
    byFirst.keys.sorted().filter { contains($0) }
  }

  /// Its entries as they were written, in the order of the file.
  public private(set) var phrases: [String] = []
  /// The words that an entry can begin with, ascending.
  public var firstWords: [String] { byFirst.keys.sorted() }

  public func contains(_ folded: String) -> Bool { beginning(folded)?.contains { $0.words.count == 1 } ?? false }

  private func beginning(_ word: String) -> [Phrase]? {
    firsts.mayContain(WordFilter.mark(word)) ? byFirst[word] : nil
  }

  /// The value behind `=` in the list.
  public func value(_ folded: String) -> String? { beginning(folded)?.first { $0.words.count == 1 }?.value }

  /// The value of a phrase, its folded words joined by spaces.
  public func value(of phrase: String) -> String? {
    let words = phrase.split(separator: " ").map(String.init)
    guard let first = words.first else { return nil }
    return byFirst[first]?.first { $0.words == words }?.value
  }

  /// How many tokens the longest phrase of the list at `index` takes; 0 for none. No phrase crosses a sentence.
  public func match(_ tokens: [Token], _ index: Int) -> Int {
    guard firsts.mayContain(tokens[index].mark), let phrases = byFirst[tokens[index].folded] else { return 0 }
    for phrase in phrases {
      let end = index + phrase.words.count
      guard end <= tokens.count else { continue }
      var equal = true
      for offset in phrase.words.indices.dropFirst()
      where tokens[index + offset].folded != phrase.words[offset]
        || tokens[index + offset].sentence != tokens[index].sentence
      {
        equal = false
        break
      }
      if equal { return phrase.words.count }
    }
    return 0
  }

  public func match(_ folded: [String]) -> Bool {
    guard let first = folded.first, let phrases = beginning(first) else { return false }
    return phrases.contains { $0.words == folded }
  }
}
