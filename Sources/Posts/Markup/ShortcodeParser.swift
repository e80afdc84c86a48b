/// Reads the inside of a Hugo shortcode: name and parameters, quoted with `"` or `` ` ``, named or in order.
enum ShortcodeParser {
  /// The shortcode at `start` and the offset after it; no shortcode when it is one in comment marks; nil when what
  /// begins at `start` is none.
  static func parse(_ source: [UInt8], from start: Int, to end: Int, closer: [UInt8]) -> (Shortcode?, Int)? {
    var i = Bytes.skipWhitespace(source, from: start + 3, to: end)
    // A bound: no shortcode is that long, and a file of `{{<` must not cost quadratic time.
    let limit = min(end, start + 8000)
    if Bytes.matches("/*".utf8, in: source, at: i) {
      guard let close = Bytes.find("*/".utf8, in: source, (i + 2)..<limit) else { return nil }
      let after = Bytes.skipWhitespace(source, from: close + 2, to: limit)
      return Bytes.matches(closer, in: source, at: after) ? (nil, after + 3) : nil
    }
    var shortcode = Shortcode(form: .hugo, name: "", range: start..<start)
    if i < limit, source[i] == 0x2F {
      shortcode.isClosing = true
      i = Bytes.skipWhitespace(source, from: i + 1, to: limit)
    }
    let nameStart = i
    while i < limit, isNameByte(source[i]) { i += 1 }
    guard i > nameStart else { return nil }
    shortcode.name = Bytes.string(source[nameStart..<i]).lowercased()
    while true {
      i = Bytes.skipWhitespace(source, from: i, to: limit)
      guard i < limit else { return nil }
      if Bytes.matches(closer, in: source, at: i) {
        shortcode.range = start..<(i + 3)
        return (shortcode, i + 3)
      }
      // `{{< name />}}` closes itself.
      if source[i] == 0x2F, Bytes.matches(closer, in: source, at: i + 1) {
        shortcode.range = start..<(i + 4)
        return (shortcode, i + 4)
      }
      var name: String?
      let wordStart = i
      while i < limit, isNameByte(source[i]), !Bytes.matches(closer, in: source, at: i) { i += 1 }
      if i > wordStart, i < limit, source[i] == 0x3D {
        name = Bytes.string(source[wordStart..<i]).lowercased()
        i += 1
      } else {
        i = wordStart
      }
      guard let value = readValue(source, &i, limit, closer) else { return nil }
      shortcode.parameters.append(.init(name: name, value: value.0, range: value.1))
    }
  }

  private static func isNameByte(_ b: UInt8) -> Bool {
    Bytes.isAlphanumeric(b) || b == 0x2D || b == 0x5F || b == 0x2E || b == 0x2F || b >= 0x80
  }

  private static func readValue(_ source: [UInt8], _ i: inout Int, _ end: Int, _ closer: [UInt8]) -> (
    String, Range<Int>
  )? {
    guard i < end else { return nil }
    let quote = source[i]
    if quote == 0x22 || quote == 0x60 {
      i += 1
      let start = i
      var value: [UInt8] = []
      while i < end, source[i] != quote {
        if quote == 0x22, source[i] == 0x5C, i + 1 < end { i += 1 }
        value.append(source[i])
        i += 1
      }
      guard i < end else { return nil }
      i += 1
      return (Bytes.string(value), start..<(i - 1))
    }
    // Another shortcode begins before this one ends: it never does.
    if Bytes.matches("{{".utf8, in: source, at: i) { return nil }
    let start = i
    while i < end, !Bytes.isWhitespace(source[i]), !Bytes.matches(closer, in: source, at: i) { i += 1 }
    return i > start ? (Bytes.string(source[start..<i]), start..<i) : nil
  }
}
