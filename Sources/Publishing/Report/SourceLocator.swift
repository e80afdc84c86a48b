import KnowledgeGraph
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
  private var files: [String: String] = [:]
  private var graphs: [Term: Set<String>] = [:]
  private var holders: [Triple: [String]] = [:]
  private var lines: [Claim: Int] = [:]
  /// The first line of anything that a post says of a node.
  private var firstLines: [Occurrence: Int] = [:]

  private struct Triple: Hashable {
    let subject: Term
    let predicate: IRI
    let object: Term
  }
  private struct Claim: Hashable {
    let post: String
    let triple: Triple
  }
  private struct Occurrence: Hashable {
    let post: String
    let node: Term
  }

  /// - Parameters:
  ///   - content: the post graphs.
  ///   - evidence: the evidence graphs, if they are at hand: without them only files are known.
  public init(content: Dataset, evidence: Dataset) {
    for id in content.quads {
      let quad = content.decode(id)
      guard case .iri(let graph)? = quad.graph else { continue }
      if quad.predicate == BG.sourceFile, quad.subject == quad.graph, let file = quad.object.literal {
        files[graph.string] = file.lexicalForm
      }
      graphs[quad.subject, default: []].insert(graph.string)
      holders[Triple(subject: quad.subject, predicate: quad.predicate, object: quad.object), default: []]
        .append(graph.string)
    }
    for assertion in Assertion.all(in: evidence) {
      guard let line = assertion.quotations.compactMap(\.line).min() else { continue }
      let triple = Triple(subject: assertion.subject, predicate: assertion.predicate, object: assertion.object)
      lines[Claim(post: assertion.post.string, triple: triple)] = line
      let occurrence = Occurrence(post: assertion.post.string, node: assertion.subject)
      firstLines[occurrence] = min(line, firstLines[occurrence] ?? line)
    }
  }

  /// Where a result of a validation comes from, ascending: the posts that say the offending value, or else those that
  /// speak of the node at all, each with the line of the words that it rests on.
  public func locations(of node: Term, path: IRI?, value: Term?) -> [SourceLocation] {
    if let path, let value {
      let triple = Triple(subject: node, predicate: path, object: value)
      let found = (holders[triple] ?? []).compactMap { post in location(post, triple) ?? location(post, of: node) }
      if !found.isEmpty { return Set(found).sorted() }
    }
    return (graphs[node] ?? []).compactMap { location($0, of: node) }.sorted()
  }

  private func location(_ post: String, _ triple: Triple) -> SourceLocation? {
    guard let file = files[post], let line = lines[Claim(post: post, triple: triple)] else { return nil }
    return SourceLocation(file: file, line: line)
  }

  /// The first words that name the node in the post.
  private func location(_ post: String, of node: Term) -> SourceLocation? {
    guard let file = files[post] else { return nil }
    if node == .iri(post) { return SourceLocation(file: file, line: 1) }
    let mention = Triple(subject: .iri(post), predicate: Schema.mentions, object: node)
    if let line = lines[Claim(post: post, triple: mention)] { return SourceLocation(file: file, line: line) }
    // A milestone, a release, a picture: no entity, but some fact of it has evidence.
    return SourceLocation(file: file, line: firstLines[Occurrence(post: post, node: node)])
  }
}
