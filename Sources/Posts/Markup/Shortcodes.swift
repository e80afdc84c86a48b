/// A post's shortcodes, taken out of the body before Markdown or HTML is read, as Hugo does it. Each is replaced by a
/// stand-in of exactly its length, so that no position moves: two private-use characters that carry its number, and
/// more of them to fill.
struct Shortcodes {
  private(set) var all: [Shortcode] = []
  /// The body with stand-ins, from the same offsets as the file.
  private(set) var body: [UInt8]
  private let source: [UInt8]

  var isEmpty: Bool { all.isEmpty }

  /// U+E000 to U+E7FF, then U+E800 to U+EFFF: eleven bits each.
  private static let limit = 1 << 22

  init(_ source: [UInt8], body range: Range<Int>, readsHugo: Bool, readsLiquid: Bool) {
    self.source = source
    body = source
    var scanner = ShortcodeScanner(source, range, readsHugo: readsHugo, readsLiquid: readsLiquid)
    let found = scanner.scan()
    for shortcode in found.prefix(Self.limit) {
      replace(shortcode.range, with: all.count)
      all.append(shortcode)
    }
  }

  private mutating func replace(_ range: Range<Int>, with number: Int) {
    var i = range.lowerBound
    func put(_ scalar: Int) {
      body[i] = 0xE0 | UInt8(scalar >> 12)
      body[i + 1] = 0x80 | UInt8((scalar >> 6) & 0x3F)
      body[i + 2] = 0x80 | UInt8(scalar & 0x3F)
      i += 3
    }
    put(0xE000 + (number >> 11))
    put(0xE800 + (number & 0x7FF))
    while i + 3 <= range.upperBound { put(0xF8FF) }
    while i < range.upperBound {
      body[i] = 0x78
      i += 1
    }
  }

  /// The next stand-in in a text.
  func next(in bytes: [UInt8], _ range: Range<Int>) -> (range: Range<Int>, shortcode: Shortcode)? {
    var i = range.lowerBound
    while i < range.upperBound {
      if bytes[i] == 0xEE, let number = number(bytes, at: i, before: range.upperBound) {
        return (i..<(i + all[number].range.count), all[number])
      }
      i += 1
    }
    return nil
  }

  private func number(_ bytes: [UInt8], at i: Int, before end: Int) -> Int? {
    guard i + 6 <= end, bytes[i + 3] == 0xEE else { return nil }
    func scalar(_ k: Int) -> Int {
      (Int(bytes[k] & 0x0F) << 12) | (Int(bytes[k + 1] & 0x3F) << 6) | Int(bytes[k + 2] & 0x3F)
    }
    let (high, low) = (scalar(i) - 0xE000, scalar(i + 3) - 0xE800)
    guard high >= 0, high < 0x800, low >= 0, low < 0x800 else { return nil }
    let number = (high << 11) | low
    guard number < all.count, i + all[number].range.count <= end else { return nil }
    // A private-use character that the author wrote is no stand-in: the whole of it must be as we wrote it.
    let range = all[number].range
    for k in 0..<range.count where bytes[i + k] != body[range.lowerBound + k] { return nil }
    return number
  }

  /// An address with the target of `ref` and `relref` in place of their stand-ins.
  func restoringAddresses(in address: String, _ page: PageContext) -> String {
    guard !isEmpty, address.utf8.contains(0xEE) else { return address }
    let bytes = Array(address.utf8)
    var result: [UInt8] = []
    var i = 0
    while let token = next(in: bytes, i..<bytes.count) {
      result += bytes[i..<token.range.lowerBound]
      if case .link(let target, _) = meaning(token.shortcode, page) { result += Array(target.utf8) }
      i = token.range.upperBound
    }
    return Bytes.string(result + bytes[i...])
  }

  func meaning(_ shortcode: Shortcode, _ page: PageContext) -> ShortcodeMeaning {
    shortcode.meaning(page, source: source)
  }
}
