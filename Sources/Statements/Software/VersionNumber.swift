/// What the version of a release looks like.
enum VersionNumber {
  private static let prereleases = [
    "alpha", "beta", "rc", "pre", "preview", "dev", "snapshot", "ga", "lts", "m", "a", "b",
  ]

  /// `v1`, `v1.14`, `1.2.3`, `3.7.0-beta.0`, `1.0rc1`, `2.x`; a bare number is none, nor is a day (`25.02.2019`).
  static func matches(_ folded: String) -> Bool {
    var rest = Array(folded.utf8)[...]
    let isMarked = rest.first == UInt8(ascii: "v")
    if isMarked { rest = rest.dropFirst() }
    var parts: [ArraySlice<UInt8>] = []
    while true {
      let part = rest.prefix { isDigit($0) }
      if part.isEmpty {
        // The last part may stand for all.
        guard !parts.isEmpty, rest == [UInt8(ascii: "x")] else { return false }
        return true
      }
      parts.append(part)
      rest = rest.dropFirst(part.count)
      guard rest.first == UInt8(ascii: ".") else { break }
      rest = rest.dropFirst()
    }
    if !isMarked, parts.count == 3, parts[2].count == 4 || parts[0].count == 4 && parts[1].count == 2 { return false }
    guard isMarked || parts.count > 1 else { return false }
    if rest.isEmpty { return parts.count <= 4 }
    // A hyphen and anything behind a full version; otherwise the words for what comes before a release (`1.5-hour`).
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
      if rest.count > 1, isMarked || parts.count > 2 { return true }
      rest = rest.dropFirst()
    }
    let word = String(decoding: rest.prefix { !isDigit($0) && $0 != UInt8(ascii: ".") }, as: UTF8.self)
    return prereleases.contains(word)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
