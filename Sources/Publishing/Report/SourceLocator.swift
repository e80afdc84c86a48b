public import KnowledgeGraph
public import RDFModel

/// A place in a post's source file.
public struct SourceLocation: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Relative to the content folder.
  public var file: String
  /// From 1; `nil` when only the file is known.
  public var line: Int?

  public init(file: String, line: Int?) {
    self.file = file
    self.line = line
  }

  public var description: String { line.map { "\(file):\($0)" } ?? file }

  public static func < (a: SourceLocation, b: SourceLocation) -> Bool {
    if a.file != b.file { return a.file.utf8.lexicographicallyPrecedes(b.file.utf8) }
    return (a.line ?? 0) < (b.line ?? 0)
  }
}

/// From a triple of an export back to the files and lines that it stems from: through the post's graph that holds it,
/// and the evidence for it there.
public struct SourceLocator: Sendable {
  private let terms: TermTable
  /// The posts' files by graph.
  private var files: [TermID: String] = [:]
  /// What the posts say of the nodes, ascending.
  private var quads: [IDQuad] = []
  private var lines: [IDQuad: Int] = [:]
  /// The first line of anything that a post says of a node.
  private var firstLines: [Occurrence: Int] = [:]

  private struct Occurrence: Hashable {
    let post: TermID
    let node: TermID
  }

  /// - Parameters:
  ///   - content: the post graphs; it may hold evidence graphs too.
  ///   - evidence: further evidence over the content's terms, if it is at hand: without any only files are known.
  ///   - nodes: what will be asked for. Of a big export that is little, and only that is kept.
  public init(content: Dataset, evidence: EvidenceIndex? = nil, nodes: some Sequence<Term>) {
    terms = content.terms
    let nodes = Set(nodes.compactMap(terms.find))
    guard !nodes.isEmpty, let sourceFile = terms.find(.iri(BG.sourceFile)) else { return }
    for quad in content.quads where quad.triple.predicate == sourceFile && quad.triple.subject == quad.graph {
      files[quad.graph] = terms[quad.triple.object].literal?.lexicalForm
    }
    quads = content.quads.filter { nodes.contains($0.triple.subject) && files[$0.graph] != nil }.sorted {
      Self.order($0) < Self.order($1)
    }
    for assertion in Assertion.all(in: content) {
      guard let subject = terms.find(assertion.subject), let predicate = terms.find(.iri(assertion.predicate)),
        let object = terms.find(assertion.object)
      else { continue }
      add(IDTriple(subject, predicate, object), assertion.post, assertion.quotations)
    }
    guard let evidence else { return }
    // Few assertions speak of a node that something is wrong with.
    for (index, entry) in evidence.entries.enumerated()
    where nodes.contains(entry.triple.subject) || nodes.contains(entry.triple.object) {
      add(entry.triple, entry.post, evidence.quotations(of: index))
    }
  }

  private mutating func add(_ triple: IDTriple, _ post: IRI, _ quotations: [Assertion.Quotation]) {
    guard let line = quotations.compactMap(\.line).min(), let post = terms.find(.iri(post)) else { return }
    lines[IDQuad(triple, graph: post)] = line
    let occurrence = Occurrence(post: post, node: triple.subject)
    firstLines[occurrence] = min(line, firstLines[occurrence] ?? line)
  }

  private static func order(_ quad: IDQuad) -> (TermID, TermID, TermID, TermID) {
    (quad.triple.subject, quad.triple.predicate, quad.triple.object, quad.graph)
  }

  /// Where a result of a validation comes from, ascending: the posts that say the offending value, or else those that
  /// speak of the node at all, each with the line of the words that it rests on.
  public func locations(of node: Term, path: IRI?, value: Term?) -> [SourceLocation] {
    guard !quads.isEmpty, let node = terms.find(node) else { return [] }
    let about = said(of: node)
    if let path = path.flatMap({ terms.find(.iri($0)) }), let value = value.flatMap(terms.find) {
      let triple = IDTriple(node, path, value)
      let found = about.filter { $0.triple == triple }.compactMap { quad in
        location(quad) ?? location(quad.graph, of: node)
      }
      if !found.isEmpty { return Set(found).sorted() }
    }
    return Set(about.map(\.graph)).compactMap { location($0, of: node) }.sorted()
  }

  private func said(of node: TermID) -> ArraySlice<IDQuad> {
    var (low, high) = (0, quads.count)
    while low < high {
      let middle = (low + high) / 2
      if quads[middle].triple.subject < node { low = middle + 1 } else { high = middle }
    }
    return quads[low...].prefix { $0.triple.subject == node }
  }

  private func location(_ quad: IDQuad) -> SourceLocation? {
    guard let file = files[quad.graph], let line = lines[quad] else { return nil }
    return SourceLocation(file: file, line: line)
  }

  /// The first words that name the node in the post.
  private func location(_ post: TermID, of node: TermID) -> SourceLocation? {
    guard let file = files[post] else { return nil }
    if node == post { return SourceLocation(file: file, line: 1) }
    if let mentions = terms.find(.iri(Schema.mentions)),
      let line = lines[IDQuad(IDTriple(post, mentions, node), graph: post)]
    {
      return SourceLocation(file: file, line: line)
    }
    // A milestone, a release, a picture: no entity, but some fact of it has evidence.
    return SourceLocation(file: file, line: firstLines[Occurrence(post: post, node: node)])
  }
}
