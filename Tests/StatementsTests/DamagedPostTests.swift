import Entities
import Foundation
import Posts
import TestSupport
import Testing

@testable import Statements

/// However broken a post is, reading it ends, and what comes out holds together.
@Suite struct DamagedPostTests {
  @Test func wholePostsHoldTogether() throws {
    for sentence in SentenceCase.all {
      let extraction = try #require(try Extraction.run(sentence.markdown, language: sentence.language))
      #expect(Invariants.broken(extraction) == [], "\(sentence.testDescription)")
    }
  }

  @Test(arguments: 0..<6)
  func damagedPostsHoldTogether(_ seed: Int) throws {
    try damage(seed: UInt64(seed) + 1, rounds: 60, posts: SentenceCase.all.map { ($0.markdown, $0.language) })
  }

  /// Real posts, which not everybody has beside the project; the test above proves the same on the project's own.
  @Test(.enabled(if: Folders.shared("posts") != nil), arguments: ["en", "fr"])
  func damagedRealPostsHoldTogether(_ language: String) throws {
    let folder = try #require(Folders.shared("posts")).appending(path: language)
    let posts = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".md") || $0.hasSuffix(".html") }
      .compactMap { try? String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
      .filter { $0.utf8.count < 12_000 }
    try #require(!posts.isEmpty)
    try damage(seed: 77, rounds: 24, posts: posts.map { ($0, language) })
  }

  private func damage(seed: UInt64, rounds: Int, posts: [(text: String, language: String)]) throws {
    var random = SplitMix(seed: seed)
    for round in 0..<rounds {
      let post = posts[Int(random.next() % UInt64(posts.count))]
      let broken = Damage.apply(to: post.text, &random)
      guard let extraction = try Extraction.run(broken, language: post.language) else { continue }
      #expect(Invariants.broken(extraction) == [], "seed \(seed), round \(round)")
      if round % 8 == 0 {
        let again = try #require(try Extraction.run(broken, language: post.language))
        #expect(again.entities == extraction.entities, "seed \(seed), round \(round)")
        #expect(again.statements == extraction.statements, "seed \(seed), round \(round)")
        #expect(again.mainEntities == extraction.mainEntities, "seed \(seed), round \(round)")
      }
    }
  }
}

/// Deletes, doubles and swaps words, marks and blocks.
enum Damage {
  private static let marks = [
    ",", ".", ":", ";", "(", ")", "“", "”", "‘", "’", "\"", "«", "»", "„", "'", "–", "—", "-", "|", "[", "]", "!", "@",
    "#",
    "&", "+", "…", "\u{200B}", "\u{301}", "™", "https://", "1-3", "May", "2019", "'s", "d’", "\n", "\n\n", "# ",
    "| a | b |\n",
  ]

  static func apply(to text: String, _ random: inout SplitMix) -> String {
    func below(_ limit: Int) -> Int { limit > 0 ? Int(random.next() % UInt64(limit)) : 0 }
    var blocks = text.components(separatedBy: "\n\n").map {
      $0.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    }
    for _ in 0..<(2 + below(24)) {
      let at = below(blocks.count)
      let word = below(blocks[at].count)
      switch below(9) {
      case 0 where blocks.count > 1: blocks.remove(at: at)
      case 1: blocks.insert(blocks[at], at: below(blocks.count))
      case 2: blocks.swapAt(at, below(blocks.count))
      case 3 where blocks[at].count > 1: blocks[at].remove(at: word)
      case 5: if !blocks[at].isEmpty { blocks[at].insert(blocks[at][word], at: below(blocks[at].count)) }
      case 6: if !blocks[at].isEmpty { blocks[at].swapAt(word, below(blocks[at].count)) }
      case 7: blocks[at].insert(marks[below(marks.count)], at: word)
      case 8:
        if !blocks[at].isEmpty { blocks[at][word] += marks[below(marks.count)] }
      default:
        // Half a word: the cut may fall anywhere between characters.
        if !blocks[at].isEmpty { blocks[at][word] = String(blocks[at][word].prefix(below(blocks[at][word].count + 1))) }
      }
    }
    return blocks.map { $0.joined(separator: " ") }.joined(separator: "\n\n")
  }
}

/// A small generator with a seed: the same damage in every run (Steele, Lea, Flood: Fast splittable pseudorandom number
/// generators, 2014).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// What holds for every extraction.
enum Invariants {
  static func broken(_ extraction: PostExtraction) -> [String] {
    var found: [String] = []
    let text = extraction.post.text
    let plain = String(decoding: text.utf8, as: UTF8.self)
    let ids = extraction.entities.map(\.id)
    let known = Set(ids)
    func check(_ range: Range<Int>, _ what: String) {
      guard range.lowerBound >= 0, range.upperBound <= text.utf8.count, !range.isEmpty else {
        found.append("\(what): \(range) is empty or outside of 0..<\(text.utf8.count)")
        return
      }
      // Decoding repairs a character that was cut in two: then the quotation is not in the text.
      let words = text.string(range)
      if !words.utf8.elementsEqual(text.utf8[range]) || !plain.contains(words) {
        found.append("\(what): '\(words)' does not stand word for word in the text")
      }
    }
    if ids != ids.sorted() { found.append("entities are out of order") }
    if known.count != ids.count { found.append("an entity stands twice") }
    for entity in extraction.entities {
      let what = "\(entity.id.type)/\(entity.id.slug)"
      if entity.names.isEmpty || entity.names.contains("") { found.append("\(what) has an empty name") }
      if entity.id.slug.isEmpty { found.append("\(what) has no slug") }
      if !(0...1).contains(entity.confidence) { found.append("\(what): confidence \(entity.confidence)") }
      if entity.mentions.isEmpty { found.append("\(what) is nowhere in the text") }
      for mention in entity.mentions { check(mention, what) }
      if entity.mentions.map(\.lowerBound) != entity.mentions.map(\.lowerBound).sorted() {
        found.append("\(what): mentions out of order")
      }
    }
    for statement in extraction.statements {
      let what = "\(statement.subject) \(statement.relation) \(statement.object)"
      if statement.evidence.isEmpty { found.append("\(what): no evidence") }
      for range in statement.evidence { check(range, what) }
      if statement.evidence.map(\.lowerBound) != statement.evidence.map(\.lowerBound).sorted() {
        found.append("\(what): evidence out of order")
      }
      if case .entity(let id) = statement.subject, !known.contains(id) { found.append("\(what): no such subject") }
      if case .entity(let id) = statement.object, !known.contains(id) { found.append("\(what): no such object") }
      if !(0...1).contains(statement.confidence) { found.append("\(what): confidence \(statement.confidence)") }
      if case .date(let date) = statement.object, !isDate(date) { found.append("\(what): no date") }
    }
    for id in extraction.mainEntities where !known.contains(id) {
      found.append("main entity \(id.slug) does not exist")
    }
    for depiction in extraction.depictions {
      if !extraction.post.pictures.indices.contains(depiction.picture) {
        found.append("no picture \(depiction.picture)")
      }
      for id in depiction.entities where !known.contains(id) { found.append("depicted \(id.slug) does not exist") }
    }
    return found
  }

  /// `2019`, `2019-02` or a day that the calendar has.
  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-").map { Int($0) ?? -1 }
    guard (1...3).contains(parts.count), parts[0] > 0 else { return false }
    guard parts.count > 1 else { return true }
    guard (1...12).contains(parts[1]) else { return false }
    guard parts.count > 2 else { return true }
    let isLeap = parts[0] % 4 == 0 && (parts[0] % 100 != 0 || parts[0] % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[parts[1] - 1]).contains(parts[2])
  }
}
