import KnowledgeGraph
/// Doubts as a `bloggraph.yaml` whose entries are commented out.
public enum ReviewText {
  /// How many places a doubt shows.
  private static let mostPlaces = 4

  public static func text(_ doubts: [Doubt], of output: String, limit: Int) -> String {
    var lines = [
      "# Doubtful decisions of \(YAMLText.oneLine(output)), the most doubtful first: \(doubts.count).",
      "# Take the # away before an entry to make it count; docs/curation.md describes them.",
      "curation:",
    ]
    for (number, doubt) in doubts.prefix(limit).enumerated() {
      lines += ["", "# \(number + 1). \(YAMLText.oneLine(doubt.sentence))"]
      let places = doubt.grounds.flatMap { fact in
        fact.quotations.prefix(2).map { quotation in
          "#    \(fact.file)\(quotation.line.map { ":\($0)" } ?? "")  \(YAMLText.oneLine(quotation.inContext))"
        }
      }
      lines += places.prefix(mostPlaces)
      if places.count > mostPlaces { lines.append("#    and \(places.count - mostPlaces) more") }
      for entry in doubt.entries { lines += entry.map { "#  " + $0 } }
    }
    if doubts.count > limit { lines += ["", "# \(doubts.count - limit) more (--limit)."] }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Text for a YAML file.
enum YAMLText {
  /// A plain scalar where that is safe in a flow too, else a quoted one.
  static func scalar(_ text: String) -> String {
    let plain = text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || [0x2D, 0x2E, 0x2F, 0x5F].contains(byte) || byte >= 0x80
    }
    if plain, let first = text.utf8.first, first != 0x2D { return text }
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      default: out.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
      }
    }
    return out + "\""
  }

  /// Nothing that would end a comment.
  static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline || $0.unicodeScalars.contains { $0.value < 0x20 } ? " " : $0 })
  }
}
