/// How a language says a relation, as data: text with `{slots}`, and parts in `[…]` that are left out when a slot in them
/// is empty. `{de:place}` puts a linking word before what fills the slot (`de Paris`, `d’Ottawa`).
struct Phrase: Sendable, Equatable {
  indirect enum Part: Sendable, Equatable {
    case text(String)
    case slot(String, linking: String?)
    case optional([Part])
  }

  struct Malformed: Error { let phrase: String }

  let parts: [Part]

  init(_ text: String) throws {
    var scanner = text[...]
    parts = try Self.parse(&scanner, isNested: false)
    if !scanner.isEmpty { throw Malformed(phrase: text) }
  }

  private static func parse(_ rest: inout Substring, isNested: Bool) throws -> [Part] {
    var parts: [Part] = []
    var text = ""
    func flush() {
      if !text.isEmpty { parts.append(.text(text)) }
      text = ""
    }
    while let character = rest.first {
      if character == "]" && isNested { break }
      rest.removeFirst()
      switch character {
      case "[":
        flush()
        parts.append(.optional(try parse(&rest, isNested: true)))
        guard rest.first == "]" else { throw Malformed(phrase: String(rest)) }
        rest.removeFirst()
      case "{":
        flush()
        guard let end = rest.firstIndex(of: "}") else { throw Malformed(phrase: String(rest)) }
        let names = rest[..<end].split(separator: ":").map(String.init)
        rest = rest[rest.index(after: end)...]
        guard let name = names.last, names.count <= 2 else { throw Malformed(phrase: String(rest)) }
        parts.append(.slot(name, linking: names.count == 2 ? names[0] : nil))
      default: text.append(character)
      }
    }
    flush()
    return parts
  }

  /// - Parameters:
  ///   - slots: what fills each slot; none for an empty one.
  ///   - link: the linking word and the plain text after it, made one.
  func filled(_ slots: [String: Inline], link: (String, String) -> String) -> Markup {
    Self.fill(parts, slots, link) ?? Markup()
  }

  private static func fill(_ parts: [Part], _ slots: [String: Inline], _ link: (String, String) -> String) -> Markup? {
    var out = Markup()
    var isWhole = true
    for part in parts {
      switch part {
      case .text(let text): out.append(text: text)
      case .slot(let name, let linking):
        guard let value = slots[name] else {
          isWhole = false
          continue
        }
        if let linking { out.append(text: link(linking, value.plain)) }
        out.append(value.markup)
      case .optional(let inner):
        if let filled = fill(inner, slots, link) { out.append(filled) }
      }
    }
    return isWhole ? out : nil
  }
}

/// A piece of a sentence: as it is shown, and as plain text.
struct Inline: Sendable {
  var markup: Markup
  var plain: String
  init(_ markup: Markup, plain: String) {
    self.markup = markup
    self.plain = plain
  }
  init(text: String) { self.init(Markup(text: text), plain: text) }
}
