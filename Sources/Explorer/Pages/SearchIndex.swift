import KnowledgeGraph
import RDFModel

/// Names and aliases for the search field, as a script: a page that was opened from a disk may not fetch a file, but it
/// may load a script.
struct SearchIndex {
  let catalogue: Catalogue

  /// No index is bigger (bytes): other names go first, then what is named least.
  static let size = 1_000_000

  func bytes() -> [UInt8] {
    let things = catalogue.pages.compactMap { catalogue[$0] }.sorted {
      ($1.mentionCount, $0.iri) < ($0.mentionCount, $1.iri)
    }
    let whole = script(things.map { entry($0, withAliases: true) })
    if whole.count <= Self.size { return whole }
    var entries = things.map { entry($0, withAliases: false) }
    var total = entries.reduce(64) { $0 + $1.utf8.count + 2 }
    while total > Self.size, let last = entries.popLast() { total -= last.utf8.count + 2 }
    return script(entries)
  }

  private func script(_ entries: [String]) -> [UInt8] {
    Array(("window.bloggraphIndex=[\n" + entries.joined(separator: ",\n") + "\n];\n").utf8)
  }

  /// `[kind, address below the language's folder, English name, French name or 0, how often named, other names…]`
  private func entry(_ thing: Thing, withAliases: Bool) -> String {
    let kind = thing.kind ?? .post
    let (english, french) = (thing.name("en").text, thing.name("fr").text)
    var parts = [
      Self.quoted(kind.rawValue), Self.quoted(thing.address), Self.quoted(english),
      english == french ? "0" : Self.quoted(french), String(thing.mentionCount),
    ]
    if withAliases {
      var seen: Set<String> = [english, french]
      parts += thing.labels.filter { seen.insert($0.text).inserted }.prefix(12).map { Self.quoted($0.text) }
    }
    return "[" + parts.joined(separator: ",") + "]"
  }

  /// A string of JavaScript that no text can leave, in whatever it is put (ECMA-262 §12.9.4).
  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": out += "\\" + String(scalar)
      case "<", ">", "&", "\u{2028}", "\u{2029}": out += escape(scalar)
      default: if scalar.value < 0x20 { out += escape(scalar) } else { out.unicodeScalars.append(scalar) }
      }
    }
    return out + "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let hex = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
  }
}
