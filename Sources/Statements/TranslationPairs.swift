public import Entities
import Posts

/// Finds posts that are versions of one post in two languages, where no key in the front matter says so.
///
/// A translation keeps what has no language: the links, the pictures, the people and things that it names. Two posts are a pair
/// when they share more than half of that, at least three of it, and neither shares more with another post.
public enum TranslationPairs {
  /// Permalinks of both versions, the smaller source file first; ascending.
  public static func find(_ extractions: [PostExtraction]) -> [(String, String)] {
    find(extractions.map { ($0.post.permalink, Trace($0)) })
  }

  /// The same from what was kept of the posts.
  public static func find(_ posts: [(permalink: String, trace: Trace)]) -> [(String, String)] {
    let traces = posts.map(\.trace)
    let candidates = Candidates(traces)
    var best: [Int: (other: Int, score: Double)] = [:]
    for a in traces.indices {
      for b in candidates.of(a, among: traces) {
        guard let score = traces[a].likeness(traces[b]), score >= 0.5 else { continue }
        if best[a].map({ score > $0.score }) ?? true { best[a] = (b, score) }
      }
    }
    return traces.indices.compactMap { a in
      guard let b = best[a]?.other, a < b, best[b]?.other == a else { return nil }
      return (posts[a].permalink, posts[b].permalink)
    }
  }

  /// Which posts share enough with a post to be looked at: comparing each with each takes as long as all the rest.
  private struct Candidates {
    private var holders: [String: [Int]] = [:]

    init(_ traces: [Trace]) {
      for (index, trace) in traces.enumerated() {
        for key in trace.keys { holders[key, default: []].append(index) }
      }
    }

    /// Ascending.
    func of(_ a: Int, among traces: [Trace]) -> [Int] {
      var shared: [Int: Int] = [:]
      for key in traces[a].keys {
        for b in holders[key] ?? [] where traces[b].language != traces[a].language { shared[b, default: 0] += 1 }
      }
      return shared.filter { $0.value >= Trace.least }.keys.sorted()
    }
  }

  /// What of a post survives translation.
  public struct Trace: Sendable {
    public let language: String
    public let links: Set<String>
    public let pictures: Set<String>
    let things: Set<EntityID>

    /// How much two posts must share, whatever its weight.
    static let least = 3

    var keys: [String] {
      links.map { "l" + $0 } + pictures.map { "p" + $0 } + things.map { "t" + $0.type.rawValue + "/" + $0.slug }
    }

    /// From what was kept of a trace; the things are those of the post's entities.
    public init(language: String, links: [String], pictures: [String], entities: [Entity]) {
      self.language = language
      self.links = Set(links)
      self.pictures = Set(pictures)
      things = Self.things(entities)
    }

    private static func things(_ entities: [Entity]) -> Set<EntityID> {
      Set(entities.map(\.id).filter { [.person, .organization, .project, .product].contains($0.type) })
    }

    public init(_ extraction: PostExtraction) {
      language = extraction.post.language
      links = Set(
        extraction.post.text.spans.compactMap { span in
          guard case .link(_, let absolute) = span.kind else { return nil }
          return absolute
        })
      pictures = Set(extraction.post.pictures.map { Self.name($0.address) })
      things = Self.things(extraction.entities)
    }

    /// A picture's file name without what resizing adds (`photo-300x200.jpg`, `photo-1.jpg`).
    private static func name(_ address: String) -> String {
      let file = address.split(separator: "/").last.map(String.init) ?? address
      let stem = file.split(separator: ".").first.map(String.init) ?? file
      let parts = stem.split(separator: "-")
      guard parts.count > 1, let last = parts.last, last.allSatisfy({ $0.isNumber || $0 == "x" }) else { return stem }
      return parts.dropLast().joined(separator: "-")
    }

    /// The share of common traces, weighed by kind; nil when there is too little to tell.
    func likeness(_ other: Trace) -> Double? {
      var sum = 0.0
      var weight = 0.0
      var common = 0
      func count<Value: Hashable>(_ a: Set<Value>, _ b: Set<Value>, _ share: Double) {
        guard !a.isEmpty, !b.isEmpty else { return }
        let both = a.intersection(b).count
        sum += share * Double(2 * both) / Double(a.count + b.count)
        weight += share
        common += both
      }
      count(links, other.links, 1)
      count(pictures, other.pictures, 1)
      count(things, other.things, 2)
      return common >= Self.least && weight > 0 ? sum / weight : nil
    }
  }
}
