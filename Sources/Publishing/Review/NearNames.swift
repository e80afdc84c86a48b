import Mentions

/// Things of one type whose names differ by a letter, or by spaces and hyphens only: perhaps one thing.
struct NearNames {
  private let things: [ReviewedThing]

  init(_ things: [ReviewedThing]) { self.things = things.filter { $0.type != "talk" && $0.slug.count >= 5 } }

  func doubts() -> [Doubt] {
    var buckets: [String: [Int]] = [:]
    for (index, thing) in things.enumerated() {
      // What differs by one edit has a deletion in common.
      for key in EditDistance.deletions(thing.slug) { buckets[thing.type + "/" + key, default: []].append(index) }
      buckets[thing.type + "|" + Self.bare(thing.slug), default: []].append(index)
    }
    var seen: Set<[Int]> = []
    var found: [Doubt] = []
    for key in buckets.keys.sorted() {
      let bucket = buckets[key] ?? []
      for a in bucket.indices {
        for b in bucket.indices where bucket[a] < bucket[b] {
          guard seen.insert([bucket[a], bucket[b]]).inserted else { continue }
          if let doubt = doubt(things[bucket[a]], things[bucket[b]]) { found.append(doubt) }
        }
      }
    }
    return found
  }

  private static func bare(_ slug: String) -> String { slug.filter { $0 != "-" } }

  private func doubt(_ a: ReviewedThing, _ b: ReviewedThing) -> Doubt? {
    guard !(a.isKnown && b.isKnown) else { return nil }
    let isSpacing = Self.bare(a.slug) == Self.bare(b.slug)
    guard isSpacing || EditDistance.isOne(a.slug, b.slug) else { return nil }
    // Numbers tell editions and versions apart.
    guard a.slug.filter(\.isNumber) == b.slug.filter(\.isNumber) else { return nil }
    let how = isSpacing ? "spaces or hyphens" : "one letter"
    // Into the one that is better known.
    let (from, into) = (b.isKnown, b.mentions.count) > (a.isKnown, a.mentions.count) ? (a, b) : (b, a)
    return Doubt(
      isSpacing ? 0.7 : 0.6, "\"\(a.name)\" and \"\(b.name)\" differ by \(how): the same \(a.type)?",
      grounds: Array(a.mentions.prefix(3) + b.mentions.prefix(3)),
      entries: [["- merge: \(from.reference)", "  into: \(into.reference)"]])
  }
}

private func > (a: (Bool, Int), b: (Bool, Int)) -> Bool { a.0 != b.0 ? a.0 : a.1 > b.1 }

/// Spellings that are one edit apart: a letter left out, put in, changed, or two neighbours swapped.
enum EditDistance {
  /// The text itself and all that are one character shorter.
  static func deletions(_ text: String) -> Set<String> {
    let characters = Array(text.utf8)
    var out: Set<String> = [text]
    for index in characters.indices {
      out.insert(String(decoding: characters[..<index] + characters[(index + 1)...], as: UTF8.self))
    }
    return out
  }

  static func isOne(_ a: String, _ b: String) -> Bool {
    let (x, y) = (Array(a.utf8), Array(b.utf8))
    guard x != y, abs(x.count - y.count) <= 1 else { return false }
    let prefix = zip(x, y).prefix { $0 == $1 }.count
    let (p, q) = (x[prefix...], y[prefix...])
    if x.count != y.count {
      return x.count > y.count ? p.dropFirst().elementsEqual(q) : q.dropFirst().elementsEqual(p)
    }
    if p.dropFirst().elementsEqual(q.dropFirst()) { return true }
    return p.count >= 2 && p.first == q.dropFirst().first && p.dropFirst().first == q.first
      && p.dropFirst(2).elementsEqual(q.dropFirst(2))
  }
}
