/// One author's name as a front matter writes it, with the link around it.
struct AuthorPiece: Equatable {
  var name: String
  var url: String?
}

/// Takes a line of authors apart: `[Ada Example](https://…), Bob and Example Corp`.
enum AuthorList {
  static func split(_ text: String) -> [AuthorPiece] {
    separated(text).compactMap(piece)
  }

  /// At commas outside brackets, semicolons, and the words for *and*.
  private static func separated(_ text: String) -> [String] {
    var parts: [String] = []
    var current: [Character] = []
    var depth = 0
    let characters = Array(text)
    func flush() {
      parts.append(String(current).trimmingWhitespace)
      current = []
    }
    var i = 0
    while i < characters.count {
      let c = characters[i]
      if "[(<".contains(c) { depth += 1 }
      if "])>".contains(c) { depth = max(0, depth - 1) }
      if depth == 0, c == "," || c == ";" || c == "\n" {
        flush()
      } else if depth == 0, c.isWhitespace, let length = conjunction(characters, i) {
        flush()
        i += length
        continue
      } else {
        current.append(c)
      }
      i += 1
    }
    flush()
    // A degree or a legal form after a comma belongs to the name before it.
    var result: [String] = []
    for part in parts where !part.isEmpty {
      let bare = part.lowercased().filter { $0 != "." }
      if let last = result.last, suffixes.contains(bare) {
        result[result.count - 1] = last + ", " + part
      } else {
        result.append(part)
      }
    }
    return result
  }

  private static let suffixes: Set<String> = [
    "inc", "ltd", "llc", "gmbh", "phd", "md", "jr", "sr", "corp", "sa", "esq",
  ]

  private static func conjunction(_ c: [Character], _ i: Int) -> Int? {
    for word in ["and", "et", "&", "+"] {
      let end = i + 1 + word.count
      guard end < c.count, c[end].isWhitespace, String(c[(i + 1)..<end]).lowercased() == word else { continue }
      return word.count + 2
    }
    return nil
  }

  private static func piece(_ text: String) -> AuthorPiece? {
    var text = text
    for word in ["and ", "et ", "by ", "par "] where text.lowercased().hasPrefix(word) { text.removeFirst(word.count) }
    guard !text.isEmpty else { return nil }
    // Nearly all are bare names.
    guard text.utf8.contains(where: { $0 == 0x5B || $0 == 0x3C }) else {
      return AuthorPiece(name: unmarked(text), url: nil)
    }
    if let match = text.firstMatch(of: /\[([^\]]+)\]\(\s*<?([^)\s>]+)>?[^)]*\)/) {
      let rest = (text[..<match.range.lowerBound] + text[match.range.upperBound...])
      let name = (String(match.1) + (rest.allSatisfy(\.isWhitespace) ? "" : String(rest))).trimmingWhitespace
      return AuthorPiece(name: unmarked(name), url: String(match.2))
    }
    if let match = text.firstMatch(of: /<a\s[^>]*href\s*=\s*["']?([^"'\s>]+)[^>]*>([^<]+)<\/a>/.ignoresCase()) {
      return AuthorPiece(name: unmarked(String(match.2)), url: String(match.1))
    }
    // `Ada Example <ada@example.com>`
    if let match = text.firstMatch(of: /^([^<]+)<([^>]+)>$/) {
      let inside = String(match.2)
      return AuthorPiece(name: unmarked(String(match.1)), url: Address.hasScheme(inside) ? inside : nil)
    }
    return AuthorPiece(name: unmarked(text), url: nil)
  }

  private static func unmarked(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 == 0x2A || $0 == 0x60 }) else { return name.trimmingWhitespace }
    return name.replacing("**", with: "").replacing("`", with: "").trimmingWhitespace
  }
}
