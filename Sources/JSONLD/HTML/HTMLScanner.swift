/// Finds tags in HTML, and the text of elements whose text is not markup (HTML Standard §13.2.5). It builds no
/// tree: where a tag stands in the page does not matter here.
struct HTMLScanner {
  struct Element {
    var name: String
    var attributes: [(name: String, value: String)]
    /// Where its tag begins.
    var start: Int
    var isEndTag = false
    /// Where the text of a script, style, title… is; empty for all other elements.
    var content: Range<Int>

    /// The first attribute of that name, as the standard has it.
    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next start tag, or end tag if asked for; nil at the end. The end tag of an element with text comes with its start
  /// tag.
  mutating func next(withEndTags: Bool = false) -> Element? {
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "<") else {
        at += 1
        continue
      }
      if starts(with: "<!--") {
        skipComment()
      } else if let byte = byte(at + 1), isLetter(byte) {
        return element()
      } else if starts(with: "</"), let byte = byte(at + 2), isLetter(byte) {
        let start = at
        at += 2
        if let (name, _) = tag(), withEndTags {
          return Element(name: name, attributes: [], start: start, isEndTag: true, content: at..<at)
        }
      } else if starts(with: "<!") || starts(with: "<?") || starts(with: "</") {
        // A doctype or a bogus comment.
        skip(past: UInt8(ascii: ">"))
      } else {
        at += 1
      }
    }
    return nil
  }

  private mutating func element() -> Element? {
    let start = at
    at += 1
    guard let (name, attributes) = tag() else { return nil }
    let content: Range<Int>
    switch name {
    case "script": content = scriptData()
    case "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes": content = rawText(until: name)
    case "plaintext":
      content = at..<bytes.count
      at = bytes.count
    default: content = at..<at
    }
    return Element(name: name, attributes: attributes, start: start, content: content)
  }

  /// From a tag's name to behind its `>`. Nil when the page ends inside.
  private mutating func tag() -> (String, [(name: String, value: String)])? {
    let start = at
    while let byte = byte(at), !isSpace(byte), byte != UInt8(ascii: "/"), byte != UInt8(ascii: ">") { at += 1 }
    let name = lower(start..<at)
    var attributes: [(name: String, value: String)] = []
    while let byte = byte(at) {
      if byte == UInt8(ascii: ">") {
        at += 1
        return (name, attributes)
      }
      if isSpace(byte) || byte == UInt8(ascii: "/") {
        at += 1
      } else {
        attributes.append(attribute())
      }
    }
    return nil
  }

  private mutating func attribute() -> (name: String, value: String) {
    let start = at
    at += 1
    while let byte = byte(at), !isSpace(byte), byte != UInt8(ascii: "/"), byte != UInt8(ascii: ">"),
      byte != UInt8(ascii: "=")
    { at += 1 }
    let name = lower(start..<at)
    var next = at
    while let byte = byte(next), isSpace(byte) { next += 1 }
    guard byte(next) == UInt8(ascii: "=") else { return (name, "") }
    at = next + 1
    while let byte = byte(at), isSpace(byte) { at += 1 }
    let quote = byte(at)
    let range: Range<Int>
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      at += 1
      let start = at
      while let byte = byte(at), byte != quote { at += 1 }
      range = start..<at
      at = min(at + 1, bytes.count)
    } else {
      let start = at
      while let byte = byte(at), !isSpace(byte), byte != UInt8(ascii: ">") { at += 1 }
      range = start..<at
    }
    return (name, CharacterReferences.decode(String(decoding: bytes[range], as: UTF8.self)))
  }

  /// §13.2.5.43: a comment ends at `-->` or `--!>`, and `<!-->` is one.
  private mutating func skipComment() {
    at += 4
    if starts(with: ">") {
      at += 1
      return
    }
    if starts(with: "->") {
      at += 2
      return
    }
    while at < bytes.count {
      if starts(with: "-->") {
        at += 3
        return
      }
      if starts(with: "--!>") {
        at += 4
        return
      }
      at += 1
    }
  }

  private mutating func skip(past end: UInt8) {
    while at < bytes.count, bytes[at] != end { at += 1 }
    at = min(at + 1, bytes.count)
  }

  private mutating func rawText(until name: String) -> Range<Int> {
    let start = at
    while at < bytes.count, !isTag("</" + name) { at += 1 }
    return start..<at
  }

  /// Script data (§13.2.5.4, §13.2.5.15 to §13.2.5.31): inside `<!--`, a `<script>` keeps its `</script>`.
  private mutating func scriptData() -> Range<Int> {
    enum State { case data, escaped, doubleEscaped }
    var state = State.data
    let start = at
    while at < bytes.count {
      switch state {
      case .data:
        if isTag("</script") { return start..<at }
        if starts(with: "<!--") {
          state = .escaped
          at += 1
        }
      case .escaped:
        if starts(with: "-->") { state = .data }
        if isTag("</script") { return start..<at }
        if isTag("<script") { state = .doubleEscaped }
      case .doubleEscaped:
        if starts(with: "-->") { state = .data }
        if isTag("</script") { state = .escaped }
      }
      at += 1
    }
    return start..<at
  }

  /// Whether a tag of that name starts here, in any case of letters.
  private func isTag(_ text: String) -> Bool {
    var index = at
    for wanted in text.utf8 {
      guard let byte = byte(index), (isLetter(byte) ? byte | 0x20 : byte) == wanted else { return false }
      index += 1
    }
    guard let byte = byte(index) else { return false }
    return isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }

  private func starts(with text: StaticString) -> Bool {
    guard bytes.count - at >= text.utf8CodeUnitCount else { return false }
    return bytes[at...].starts(with: text.description.utf8)
  }

  private func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }
  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }
  private func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(byte) }

  private func lower(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}

/// The character references that occur in the attributes read here: numbers, and the few names that templates write
/// (`application/ld&#43;json` is common).
enum CharacterReferences {
  private static let names = ["amp": "&", "plus": "+", "quot": "\"", "apos": "'", "lt": "<", "gt": ">", "sol": "/"]

  static func decode(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      rest = rest[start...]
      guard let end = rest.prefix(12).firstIndex(of: ";"),
        let decoded = decode(reference: rest[rest.index(after: start)..<end])
      else {
        result += "&"
        rest = rest.dropFirst()
        continue
      }
      result += decoded
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func decode(reference: Substring) -> String? {
    guard reference.first == "#" else { return names[String(reference)] }
    let digits = reference.dropFirst()
    let value =
      digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    return value.flatMap { Unicode.Scalar($0) }.map { String($0) }
  }
}
