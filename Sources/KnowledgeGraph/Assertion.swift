public import RDFModel

/// A `bg:Assertion` of an evidence graph, read back.
public struct Assertion: Sendable {
  public var post: IRI
  public var subject: Term
  public var predicate: IRI
  public var object: Term
  public var rule: String
  public var confidence: Double
  /// In the order of the text.
  public var quotations: [Quotation]
  /// Where it stands in the file, for what is in no words of the text.
  public var line: Int?

  public init(
    post: IRI, subject: Term, predicate: IRI, object: Term, rule: String, confidence: Double, quotations: [Quotation],
    line: Int? = nil
  ) {
    self.post = post
    self.subject = subject
    self.predicate = predicate
    self.object = object
    self.rule = rule
    self.confidence = confidence
    self.quotations = quotations
    self.line = line
  }

  public struct Quotation: Sendable, Equatable {
    public var exact: String
    public var prefix: String
    public var suffix: String
    public var start: Int
    public var line: Int?

    public init(exact: String, prefix: String = "", suffix: String = "", start: Int = 0, line: Int? = nil) {
      self.exact = exact
      self.prefix = prefix
      self.suffix = suffix
      self.start = start
      self.line = line
    }
  }

  /// All assertions of a dataset, by graph and name. One that lacks a part is passed over.
  public static func all(in dataset: Dataset) -> [Assertion] {
    guard let type = dataset.terms.find(.iri(RDF.type)), let kind = dataset.terms.find(.iri(BG.assertion)) else {
      return []
    }
    // Most graphs of a dataset may hold content: they are not worth decoding.
    let graphs = Set(
      dataset.quads.lazy.filter { $0.triple.predicate == type && $0.triple.object == kind }.map(\.graph))
    var nodes: [Key: [(IRI, Term)]] = [:]
    var assertions: [Key] = []
    for id in dataset.quads where graphs.contains(id.graph) {
      let quad = dataset.decode(id)
      guard case .iri(let graph)? = quad.graph, case .iri(let subject) = quad.subject else { continue }
      let key = Key(graph: graph.string, node: subject.string)
      nodes[key, default: []].append((quad.predicate, quad.object))
      if quad.predicate == RDF.type, quad.object == .iri(BG.assertion) { assertions.append(key) }
    }
    return Set(assertions).sorted().compactMap { key in
      let facts = nodes[key] ?? []
      func first(_ predicate: IRI) -> Term? { facts.first { $0.0 == predicate }?.1 }
      guard let subject = first(RDF.subject), case .iri(let predicate)? = first(RDF.predicate),
        let object = first(RDF.object), case .iri(let post)? = first(OA.hasSource)
      else { return nil }
      let quotations = facts.filter { $0.0 == OA.hasSelector }.compactMap { fact -> Quotation? in
        guard case .iri(let selector) = fact.1 else { return nil }
        return quotation(nodes[Key(graph: key.graph, node: selector.string)] ?? [])
      }
      return Assertion(
        post: post, subject: subject, predicate: predicate, object: object,
        rule: first(BG.rule)?.literal?.lexicalForm ?? "",
        confidence: (first(BG.confidence)?.literal?.lexicalForm).flatMap(Double.init) ?? 0,
        quotations: quotations.sorted { $0.start < $1.start },
        line: (first(BG.line)?.literal?.lexicalForm).flatMap { Int($0) })
    }
  }

  private struct Key: Hashable, Comparable {
    let graph: String
    let node: String
    static func < (a: Key, b: Key) -> Bool {
      a.graph == b.graph
        ? a.node.utf8.lexicographicallyPrecedes(b.node.utf8) : a.graph.utf8.lexicographicallyPrecedes(b.graph.utf8)
    }
  }

  static func quotation(_ facts: [(IRI, Term)]) -> Quotation? {
    func text(_ predicate: IRI) -> String? { facts.first { $0.0 == predicate }?.1.literal?.lexicalForm }
    guard let exact = text(OA.exact) else { return nil }
    return Quotation(
      exact: exact, prefix: text(OA.prefix) ?? "", suffix: text(OA.suffix) ?? "",
      start: text(OA.start).flatMap { Int($0) } ?? 0, line: text(BG.line).flatMap { Int($0) })
  }
}
