import Entities
import Posts

/// Finds posts that are versions of one post in two languages, where no key in the front matter says so.
///
/// A translation keeps what has no language: the links, the pictures, the people and things that it names. Two posts are a pair
/// when they share more than half of that, at least three of it, and neither shares more with another post.
public enum TranslationPairs {
  /// Permalinks of both versions, the smaller source file first; ascending.
  public static func find(_ extractions: [PostExtraction]) -> [(String, String)] {
    let traces = extractions.map(Trace.init)
    var best: [Int: (other: Int, score: Double)] = [:]
    for a in traces.indices {
      for b in traces.indices where traces[a].language != traces[b].language {
        guard let score = traces[a].likeness(traces[b]), score >= 0.5 else { continue }
        if best[a].map({ score > $0.score }) ?? true { best[a] = (b, score) }
      }
    }
    return traces.indices.compactMap { a in
      guard let b = best[a]?.other, a < b, best[b]?.other == a else { return nil }
      return (extractions[a].post.permalink, extractions[b].post.permalink)
    }
  }

  /// What of a post survives translation.
  private struct Trace {
    let language: String
    let links: Set<String>
    let pictures: Set<String>
    let things: Set<EntityID>

    init(_ extraction: PostExtraction) {
      language = extraction.post.language
      links = Set(
        extraction.post.text.spans.compactMap { span in
          guard case .link(_, let absolute) = span.kind else { return nil }
          return absolute
        })
      pictures = Set(extraction.post.pictures.map { Self.name($0.address) })
      things = Set(
        extraction.entities.map(\.id).filter { [.person, .organization, .project, .product].contains($0.type) })
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
      return common >= 3 && weight > 0 ? sum / weight : nil
    }
  }
}
