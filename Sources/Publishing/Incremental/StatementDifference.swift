import KnowledgeGraph
import RDFModel

/// What statements of two exports are about that are not in both, or rest on other words.
struct StatementDifference {
  private(set) var iris: Set<String> = []

  /// A post's graph then and now.
  mutating func add(_ old: PostGraph?, _ new: PostGraph?) {
    let graphs = [old, new].map { $0?.contentLines ?? GraphLines([]) }
    let evidence = [old, new].map { $0?.evidenceLines ?? GraphLines([]) }
    guard graphs[0].bytes != graphs[1].bytes || evidence[0].bytes != evidence[1].bytes else { return }
    // The post itself: what it says is another list now.
    for graph in [old, new] { if let graph { iris.insert(graph.post.string) } }
    add(graphs[0], graphs[1])
    let assertions = evidence.map { lines in
      var dataset = Dataset()
      lines.insert(into: &dataset)
      return Dictionary(grouping: Assertion.all(in: dataset)) { "\($0)" }
    }
    for (text, found) in assertions[0].merging(assertions[1], uniquingKeysWith: { first, _ in first })
    where assertions[0][text]?.count != assertions[1][text]?.count {
      for term in [found[0].subject, found[0].object] { if case .iri(let iri) = term { iris.insert(iri.string) } }
    }
  }

  /// One graph then and now.
  mutating func add(_ old: GraphLines, _ new: GraphLines) {
    guard old.bytes != new.bytes else { return }
    let lines = [old, new].map { Set($0.bytes.split(separator: 0x0A)) }
    for line in lines[0].symmetricDifference(lines[1]) {
      GraphLines(canonical: line + [0x0A]).forEachSubjectAndObject { iris.insert($0) }
    }
  }
}
