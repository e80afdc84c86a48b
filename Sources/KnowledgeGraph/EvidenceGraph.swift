import Posts
import RDFModel

/// `{post}#evidence`: for each fact of the post's graph, the words that it rests on and where they stand.
struct EvidenceGraph {
  /// Code points of context on either side of a quotation.
  static let context = 32

  private let post: Post
  private let iri: IRI
  private let points: CodePoints

  init(post: Post, iri: IRI) {
    self.post = post
    self.iri = iri
    self.points = CodePoints(post.text.utf8)
  }

  func quads(_ facts: [Fact]) -> [Quad] {
    var graph = GraphBuilder(GraphIRIs.evidenceGraph(of: iri))
    let selectors = selectors(facts)
    for range in selectors.keys.sorted(by: Self.precedes) {
      guard let selector = selectors[range] else { continue }
      describe(selector, range, in: &graph)
    }
    for fact in facts {
      let assertion = IRI(iri.string + "#a-" + ContentHash.of(fact.key))
      graph.add(assertion, types: [BG.assertion])
      graph.add(assertion, RDF.subject, fact.subject)
      graph.add(assertion, RDF.predicate, fact.predicate)
      graph.add(assertion, RDF.object, fact.object)
      graph.add(assertion, BG.rule, .plain(fact.rule))
      graph.add(assertion, BG.confidence, .decimal(min(max(fact.confidence, 0), 1)))
      graph.add(assertion, OA.hasSource, iri)
      if fact.evidence.isEmpty, let line = fact.line { graph.add(assertion, BG.line, .integer(line)) }
      for range in fact.evidence {
        if let selector = selectors[range] { graph.add(assertion, OA.hasSelector, selector) }
      }
    }
    return graph.quads
  }

  /// A selector's name comes from what it quotes, so that text put in before it leaves the name alone. Equal quotations
  /// in equal context are told apart by their order in the text.
  private func selectors(_ facts: [Fact]) -> [Range<Int>: IRI] {
    var ranges: [Range<Int>] = []
    for range in facts.flatMap(\.evidence).sorted(by: Self.precedes) where range != ranges.last {
      if range.lowerBound >= 0, range.upperBound <= post.text.utf8.count { ranges.append(range) }
    }
    var seen: [String: Int] = [:]
    var out: [Range<Int>: IRI] = [:]
    for range in ranges {
      let hash = ContentHash.of([prefix(range), post.text.string(range), suffix(range)])
      let count = seen[hash, default: 0] + 1
      seen[hash] = count
      out[range] = IRI(iri.string + "#q-" + hash + (count > 1 ? "-\(count)" : ""))
    }
    return out
  }

  private func describe(_ selector: IRI, _ range: Range<Int>, in graph: inout GraphBuilder) {
    graph.add(selector, types: [OA.textQuoteSelector, OA.textPositionSelector])
    graph.add(selector, OA.exact, .plain(post.text.string(range)))
    graph.add(selector, OA.prefix, .plain(prefix(range)))
    graph.add(selector, OA.suffix, .plain(suffix(range)))
    graph.add(selector, OA.start, .integer(points.offset(ofByte: range.lowerBound)))
    graph.add(selector, OA.end, .integer(points.offset(ofByte: range.upperBound)))
    graph.add(selector, BG.line, .integer(post.line(ofPlain: range.lowerBound)))
  }

  private func prefix(_ range: Range<Int>) -> String { points.text(before: range.lowerBound, count: Self.context) }
  private func suffix(_ range: Range<Int>) -> String { points.text(after: range.upperBound, count: Self.context) }

  private static func precedes(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    (a.lowerBound, a.upperBound) < (b.lowerBound, b.upperBound)
  }
}
