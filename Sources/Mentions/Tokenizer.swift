public import Posts

/// Cuts a plain text into tokens, block by block.
///
/// Hyphens and dots between letters or digits stay inside a word (`Kitchener-Waterloo`, `v1.14`, `FD.io`); an English
/// possessive and a French elision are tokens of their own (`Ada` `’s`, `l’` `est`); trade-mark signs are no tokens.
public struct Tokenizer: Sendable {
  /// Folded words that elide before a vowel, without the apostrophe (`l`, `d`, `qu`).
  var elisions: Set<String>
  /// Folded words that a capitalised name may be compounded with (`Kubernetes-based`): the name stands on its own there.
  private let tails: Set<String>

  public init(elisions: [String], compoundTails: [String] = []) {
    self.elisions = Set(elisions)
    tails = Set(compoundTails)
  }

  public func tokens(of text: PlainText) -> [Token] {
    var out: [Token] = []
    out.reserveCapacity(text.utf8.count / 5)
    for (index, block) in text.blocks.enumerated() { append(text, block.range, index, &out) }
    return out
  }

  private func append(_ text: PlainText, _ range: Range<Int>, _ block: Int, _ out: inout [Token]) {
    let bytes = text.utf8
    var at = range.lowerBound
    var space = false
    var lineBreak = false
    func emit(_ r: Range<Int>, _ extra: Token.Shape = []) {
      guard !r.isEmpty else { return }
      let string = String(decoding: bytes[r], as: UTF8.self)
      var shape = Self.shape(string).union(extra)
      if space { shape.insert(.spaceBefore) }
      if lineBreak { shape.insert(.lineBreakBefore) }
      space = false
      lineBreak = false
      out.append(Token(range: r, folded: Folding.fold(string), shape: shape, block: block, sentence: 0))
    }
    while at < range.upperBound {
      let (scalar, length) = Self.scalar(bytes, at)
      if Self.isSpace(scalar) {
        space = true
        if scalar == "\n" { lineBreak = true }
        at += length
      } else if scalar == "™" || scalar == "®" || scalar == "©" || Self.isIgnorable(scalar) {
        at += length
      } else if let end = Self.urlEnd(bytes, at, range.upperBound) {
        emit(at..<end, .url)
        at = end
      } else if scalar == "@", at + 1 < range.upperBound, Self.isWordScalar(Self.scalar(bytes, at + 1).0) {
        let end = wordEnd(bytes, at + 1, range.upperBound)
        emit(at..<end, .handle)
        at = end
      } else if Self.isWordScalar(scalar) {
        at = word(bytes, at, range.upperBound, emit)
      } else {
        emit(at..<(at + length))
        at += length
      }
    }
  }

  /// Emits the word that starts at `start`, cut at an elision or possessive; answers where it ends.
  private func word(_ bytes: [UInt8], _ start: Int, _ limit: Int, _ emit: (Range<Int>, Token.Shape) -> Void) -> Int {
    var end = wordEnd(bytes, start, limit)
    guard end < limit, let quote = Self.apostropheLength(bytes, end) else {
      emit(start..<end, [])
      return end
    }
    let head = Folding.fold(String(decoding: bytes[start..<end], as: UTF8.self))
    if elisions.contains(head) {
      emit(start..<(end + quote), [])
      return end + quote
    }
    // Otherwise an apostrophe counts between letters only.
    guard end + quote < limit, Self.isWordScalar(Self.scalar(bytes, end + quote).0) else {
      emit(start..<end, [])
      return end
    }
    let tailEnd = wordEnd(bytes, end + quote, limit)
    if tailEnd - (end + quote) == 1, bytes[end + quote] | 0x20 == UInt8(ascii: "s") {
      emit(start..<end, [])
      emit(end..<tailEnd, [])
      return tailEnd
    }
    end = tailEnd
    emit(start..<end, [])
    return end
  }

  private func wordEnd(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int {
    var at = start
    while at < limit {
      let (scalar, length) = Self.scalar(bytes, at)
      if Self.isWordScalar(scalar) {
        at += length
      } else if scalar == "-" || scalar == "." || scalar == "_" || scalar == "‑" {
        let next = at + length
        guard at > start, next < limit, Self.isWordScalar(Self.scalar(bytes, next).0) else { return at }
        // A version behind a name (`CoreDNS-1.0.0`) is a word of its own.
        if scalar == "-", !tails.isEmpty, isTail(bytes, next, limit),
          bytes[start..<at].contains(where: { (0x41...0x5A).contains($0) })
        {
          return at
        }
        if scalar == "-",
          Self.isVersion(bytes, next, limit) || Self.isNumber(bytes, next, limit, behind: bytes[start..<at]),
          !bytes[start..<at].contains(where: { (0x30...0x39).contains($0) })
        {
          return at
        }
        at = next
      } else if scalar == "+" || scalar == "#", at > start, at - start <= 2 {
        at += length
      } else {
        return at
      }
    }
    return at
  }

  /// A whole word of the tails.
  private func isTail(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Bool {
    var at = start
    while at < limit, (0x61...0x7A).contains(bytes[at]) { at += 1 }
    guard at > start, tails.contains(String(decoding: bytes[start..<at], as: UTF8.self)) else { return false }
    return at == limit || !Self.isWordScalar(Self.scalar(bytes, at).0) && bytes[at] != UInt8(ascii: "-")
  }

  /// Digits, a dot and a digit.
  private static func isVersion(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Bool {
    var at = start
    while at < limit, (0x30...0x39).contains(bytes[at]) { at += 1 }
    return at > start && at + 1 < limit && bytes[at] == UInt8(ascii: ".") && (0x30...0x39).contains(bytes[at + 1])
  }

  /// Three digits and nothing more, behind a name in mixed case (`CoreDNS-005`).
  private static func isNumber(_ bytes: [UInt8], _ start: Int, _ limit: Int, behind name: ArraySlice<UInt8>) -> Bool {
    var at = start
    while at < limit, (0x30...0x39).contains(bytes[at]) { at += 1 }
    guard at - start == 3, at == limit || !isWordScalar(scalar(bytes, at).0) && bytes[at] != UInt8(ascii: "-") else {
      return false
    }
    return name.count >= 4 && name.contains { (0x61...0x7A).contains($0) }
      && name.dropFirst().contains { (0x41...0x5A).contains($0) }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value) }
    return scalar.properties.isWhitespace || scalar.value == 0x200B
  }

  static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      switch scalar.value {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: return true
      default: return false
      }
    }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.canonicalCombiningClass != .notReordered
  }

  private static func isIgnorable(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x200C && scalar.properties.isDefaultIgnorableCodePoint
  }

  private static func apostropheLength(_ bytes: [UInt8], _ at: Int) -> Int? {
    if bytes[at] == 0x27 { return 1 }
    if at + 2 < bytes.count, bytes[at] == 0xE2, bytes[at + 1] == 0x80, bytes[at + 2] == 0x99 { return 3 }
    return nil
  }

  private static func urlEnd(_ bytes: [UInt8], _ at: Int, _ limit: Int) -> Int? {
    guard bytes[at] | 0x20 == UInt8(ascii: "h"), at + 8 < limit else { return nil }
    let head = bytes[at..<min(at + 8, limit)]
    guard head.starts(with: Array("http://".utf8)) || head.starts(with: Array("https://".utf8)) else { return nil }
    var end = at
    while end < limit, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ")"), bytes[end] != UInt8(ascii: ">"),
      bytes[end] != UInt8(ascii: "\"")
    {
      end += 1
    }
    while end > at, [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";")].contains(bytes[end - 1]) { end -= 1 }
    return end
  }

  /// The scalar at a byte offset of valid UTF-8, and its length in bytes.
  static func scalar(_ bytes: [UInt8], _ at: Int) -> (Unicode.Scalar, Int) {
    let first = UInt32(bytes[at])
    if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
    func rest(_ offset: Int) -> UInt32 { at + offset < bytes.count ? UInt32(bytes[at + offset] & 0x3F) : 0 }
    let value: UInt32
    let length: Int
    if first < 0xE0 {
      (value, length) = ((first & 0x1F) << 6 | rest(1), 2)
    } else if first < 0xF0 {
      (value, length) = ((first & 0x0F) << 12 | rest(1) << 6 | rest(2), 3)
    } else {
      (value, length) = ((first & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3), 4)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  static func shape(_ string: String) -> Token.Shape {
    var shape: Token.Shape = []
    var upper = 0
    var lower = 0
    var first = true
    for scalar in string.unicodeScalars {
      // Looking properties up is slow, and most of a text is ASCII.
      if scalar.value < 0x80 {
        switch scalar.value {
        case 0x41...0x5A:
          upper += 1
          shape.insert(.word)
          if first { shape.insert(.capital) }
          if lower > 0 { shape.insert(.mixed) }
        case 0x61...0x7A:
          lower += 1
          shape.insert(.word)
        case 0x30...0x39: shape.insert(.digit)
        default: break
        }
        first = false
        continue
      }
      let properties = scalar.properties
      if properties.isUppercase {
        upper += 1
        shape.insert(.word)
        if first { shape.insert(.capital) }
        if lower > 0 { shape.insert(.mixed) }
      } else if properties.isAlphabetic {
        lower += 1
        shape.insert(.word)
      } else if properties.numericType != nil {
        shape.insert(.digit)
      }
      first = false
    }
    if upper >= 2 && lower == 0 { shape.insert(.allCaps) }
    return shape
  }
}
