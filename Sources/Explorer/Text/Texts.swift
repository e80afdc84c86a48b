import Foundation

/// The interface in one language: `explorer/languages/<tag>.json`.
struct Texts: Sendable {
  /// The languages that the site speaks; the first is the one of last resort.
  static let languages = ["en", "fr"]

  let language: String
  private let texts: [String: String]
  private let phrases: [String: Phrase]
  private let months: [String]
  /// Words that lose their vowel before another: `de` becomes `d’`.
  private let elisions: [String: String]

  private struct File: Decodable {
    var texts: [String: String]
    var phrases: [String: String]
    var months: [String]
    var elisions: [String: String]
  }

  init(language: String) throws(ExplorerError) {
    let path = "languages/\(language).json"
    guard let bytes = ExplorerData.bytes(path) else { throw ExplorerError(.badData, file: path, cause: "missing") }
    do {
      let file = try JSONDecoder().decode(File.self, from: Data(bytes))
      self.language = language
      texts = file.texts
      months = file.months
      elisions = file.elisions
      phrases = try file.phrases.mapValues { try Phrase($0) }
    } catch {
      throw ExplorerError(.badData, file: path, cause: "\(error)")
    }
  }

  /// A text, or its key where there is none: a gap shows, and nothing breaks.
  func callAsFunction(_ key: String) -> String { texts[key] ?? key }

  func has(_ key: String) -> Bool { texts[key] != nil }

  /// `{n}` is the number; `key.one` stands for exactly one (and, in French, for none).
  func count(_ key: String, _ number: Int) -> String {
    let isOne = number == 1 || (number == 0 && language == "fr")
    let text = isOne ? texts[key + ".one"] ?? self(key) : self(key)
    return text.replacingOccurrences(of: "{n}", with: self.number(number))
  }

  /// With the separator of thousands that the language uses.
  func number(_ number: Int) -> String {
    let digits = String(number)
    guard digits.count > 3 else { return digits }
    let separator = self("thousands")
    var out = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { out += separator }
      out.append(digit)
    }
    return out
  }

  func phrase(_ key: String) -> Phrase? { phrases[key] }

  /// `2024-03-21` as the language writes it; as precise as it is.
  func date(_ lexical: String) -> String {
    let parts = lexical.prefix(10).split(separator: "-").compactMap { Int($0) }
    guard parts.count > 1, (1...12).contains(parts[1]), months.count == 12 else { return String(lexical.prefix(10)) }
    let month = months[parts[1] - 1]
    guard parts.count > 2 else { return "\(month) \(parts[0])" }
    let day = parts[2] == 1 ? self("date.first") : String(parts[2])
    return "\(day) \(month) \(parts[0])"
  }

  /// `on 21 March 2024`, `in March 2024`.
  func onDate(_ lexical: String) -> String {
    let isDay = lexical.prefix(10).split(separator: "-").count > 2
    return self(isDay ? "date.on" : "date.in").replacingOccurrences(of: "{date}", with: date(lexical))
  }

  /// The word before a name: `de ` or `d’`.
  func linking(_ word: String, before name: String) -> String {
    guard let short = elisions[word] else { return word + " " }
    let first = name.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).first
    return first.map { "aeiou".contains($0) } == true ? short : word + " "
  }
}
