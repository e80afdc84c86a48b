/// Finds shortcodes, Liquid tags and formulas in a body, outside of code.
struct ShortcodeScanner {
  private let source: [UInt8]
  private let end: Int
  private let readsHugo: Bool
  private let readsLiquid: Bool
  private var i: Int
  private var found: [Shortcode] = []
  /// The fence of the code block that the scanner is in: character and length.
  private var fence: (UInt8, Int)?
  /// Closing tags that the rest of the file does not have: looked for once, not at every opening.
  private var missing: Set<String> = []

  init(_ source: [UInt8], _ range: Range<Int>, readsHugo: Bool, readsLiquid: Bool) {
    self.source = source
    self.readsHugo = readsHugo
    self.readsLiquid = readsLiquid
    i = range.lowerBound
    end = range.upperBound
  }

  mutating func scan() -> [Shortcode] {
    var atLineStart = true
    while i < end {
      let b = source[i]
      if atLineStart {
        atLineStart = false
        if readFence() { continue }
      }
      if Bytes.isLineEnd(b) {
        atLineStart = true
        i += 1
      } else if fence != nil {
        i += 1
      } else if b == 0x60 {
        skipCodeSpan()
      } else if b == 0x7B, i + 1 < end {
        readBrace()
      } else if b == 0x24, i + 1 < end, source[i + 1] == 0x24 {
        readFormula(closing: "$$")
      } else if b == 0x5C, i + 2 < end, source[i + 1] == 0x5C, source[i + 2] == 0x28 || source[i + 2] == 0x5B {
        readFormula(closing: source[i + 2] == 0x28 ? "\\\\)" : "\\\\]")
      } else {
        i += 1
      }
    }
    return found
  }

  // MARK: Code

  /// Opens or closes a fenced block at the start of a line.
  private mutating func readFence() -> Bool {
    var j = i
    while j < end, source[j] == 0x20 || source[j] == 0x09 || source[j] == 0x3E { j += 1 }
    guard j < end, source[j] == 0x60 || source[j] == 0x7E else { return false }
    let mark = source[j]
    var k = j
    while k < end, source[k] == mark { k += 1 }
    let length = k - j
    if let open = fence {
      guard mark == open.0, length >= open.1 else { return false }
      var rest = k
      while rest < end, source[rest] == 0x20 || source[rest] == 0x09 { rest += 1 }
      guard rest == end || Bytes.isLineEnd(source[rest]) else { return false }
      fence = nil
    } else {
      guard length >= 3 else { return false }
      if mark == 0x60 {
        // A back quote in the info string makes it inline code.
        var rest = k
        while rest < end, !Bytes.isLineEnd(source[rest]) {
          if source[rest] == 0x60 { return false }
          rest += 1
        }
      }
      fence = (mark, length)
    }
    i = k
    return true
  }

  private mutating func skipCodeSpan() {
    var j = i
    while j < end, source[j] == 0x60 { j += 1 }
    let length = j - i
    var k = j
    var newlines = 0
    // Code ends in its paragraph; a bound keeps a file of back quotes cheap.
    while k < end, k - j < 2000, newlines < 2 {
      if source[k] == 0x60 {
        var m = k
        while m < end, source[m] == 0x60 { m += 1 }
        if m - k == length {
          i = m
          return
        }
        k = m
        newlines = 0
      } else {
        if source[k] == 0x0A { newlines += 1 } else if !Bytes.isWhitespace(source[k]) { newlines = 0 }
        k += 1
      }
    }
    i = j
  }

  // MARK: Tags

  private mutating func readBrace() {
    let start = i
    let next = source[i + 1]
    if next == 0x7B, i + 2 < end, readsHugo, source[i + 2] == 0x3C || source[i + 2] == 0x25 {
      readHugo(mark: source[i + 2])
    } else if next == 0x7B, readsLiquid {
      if let close = Bytes.find("}}".utf8, in: source, (i + 2)..<min(end, i + 2000)) { hide(start..<(close + 2)) }
    } else if next == 0x25, readsLiquid {
      readLiquid()
    }
    if i == start { i += 1 }
  }

  private mutating func hide(_ range: Range<Int>) {
    guard range.count >= 6 else {
      i = range.upperBound
      return
    }
    found.append(.init(form: .hidden, name: "", range: range))
    i = range.upperBound
  }

  private mutating func readFormula(closing: String) {
    let start = i
    let open = closing.utf8.count
    if let close = Bytes.find(closing.utf8, in: source, (i + open)..<min(end, i + 4000)),
      Bytes.find("\n\n".utf8, in: source, i..<close) == nil
    {
      hide(start..<(close + open))
    } else {
      i += open
    }
  }

  private mutating func readLiquid() {
    guard let close = Bytes.find("%}".utf8, in: source, (i + 2)..<min(end, i + 2000)) else { return }
    let start = i
    let tag = Bytes.string(source[(i + 2)..<close]).trimmingLiquid
    let name = tag.split(separator: " ").first.map(String.init) ?? ""
    if name == "highlight" || name == "comment" || name == "mermaid" || name == "math" {
      if let stop = closingLiquid("end" + name, from: close + 2) {
        hide(start..<stop)
        return
      }
    }
    hide(start..<(close + 2))
  }

  private mutating func closingLiquid(_ name: String, from start: Int) -> Int? {
    guard !missing.contains(name) else { return nil }
    var j = start
    while let open = Bytes.find("{%".utf8, in: source, j..<end) {
      guard let close = Bytes.find("%}".utf8, in: source, open..<min(end, open + 2000)) else { break }
      if Bytes.string(source[(open + 2)..<close]).trimmingLiquid == name { return close + 2 }
      j = close + 2
    }
    missing.insert(name)
    return nil
  }

  // MARK: Hugo

  private mutating func readHugo(mark: UInt8) {
    let start = i
    let closer: [UInt8] = mark == 0x3C ? Array(">}}".utf8) : Array("%}}".utf8)
    guard let (shortcode, stop) = ShortcodeParser.parse(source, from: start, to: end, closer: closer) else { return }
    // `{{</* name */>}}` shows how a shortcode is written: not one itself.
    guard let shortcode else {
      i = stop
      return
    }
    if !shortcode.isClosing, Self.hiding.contains(shortcode.name),
      let pairEnd = closing(shortcode.name, from: stop)
    {
      found.append(.init(form: .hidden, name: shortcode.name, range: start..<pairEnd))
      i = pairEnd
      return
    }
    found.append(shortcode)
    i = stop
  }

  /// Pairs whose content is no prose.
  private static let hiding: Set<String> = [
    "highlight", "code", "codeblock", "mermaid", "katex", "math", "chart", "css", "js", "script", "style", "comment",
    "gist-code", "plantuml", "terminal", "console", "diagram", "kroki",
  ]

  private mutating func closing(_ name: String, from start: Int) -> Int? {
    guard !missing.contains("/" + name) else { return nil }
    var j = start
    while let open = Bytes.find("{{".utf8, in: source, j..<end) {
      var k = open + 2
      guard k < end, source[k] == 0x3C || source[k] == 0x25 else {
        j = open + 2
        continue
      }
      let mark = source[k]
      k = Bytes.skipWhitespace(source, from: k + 1, to: end)
      if k < end, source[k] == 0x2F {
        k = Bytes.skipWhitespace(source, from: k + 1, to: end)
        let after = Bytes.skipWhitespace(source, from: k + name.utf8.count, to: end)
        let closer: [UInt8] = mark == 0x3C ? Array(">}}".utf8) : Array("%}}".utf8)
        if Bytes.matches(name.utf8, in: source, at: k), Bytes.matches(closer, in: source, at: after) {
          return after + 3
        }
      }
      j = open + 2
    }
    missing.insert("/" + name)
    return nil
  }
}

extension String {
  /// A Liquid tag without its white space control marks.
  fileprivate var trimmingLiquid: String {
    var s = Substring(self)
    while let c = s.first, c == "-" || c.isWhitespace { s.removeFirst() }
    while let c = s.last, c == "-" || c.isWhitespace { s.removeLast() }
    return String(s)
  }
}
