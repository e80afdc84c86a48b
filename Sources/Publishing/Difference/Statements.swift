import KnowledgeGraph
import RDFModel
import RDFSyntax

/// Statements of one graph as sentences, with the names that the whole graph gives to things.
struct Statements {
  /// The file and the headline of a post's graph.
  let title: String?
  /// Ascending.
  let sentences: [String]

  /// - Parameter lines: canonical N-Triples without the final " .".
  init(_ lines: [ArraySlice<UInt8>], of export: ExportGraphs, graph: IRI) {
    guard let index = export.index(of: graph), let whole = try? export.dataset(of: index) else {
      (title, sentences) = (nil, [])
      return
    }
    var statements = Dataset()
    _ = try? RDFReader(format: .nTriples).read(lines.flatMap { $0 + Array(" .\n".utf8) }, into: &statements)
    let names = NodeNames(whole)
    var file: String?
    var topics: [Term: Term] = [:]
    for quad in whole.quads.map(whole.decode) {
      if quad.predicate == BG.sourceFile { file = quad.object.literal?.lexicalForm }
      if quad.predicate == Schema.about { topics[quad.subject] = quad.object }
    }
    let post = Term.iri(graph)
    title = [file, names.name(post).map { "\"\($0)\"" }].compactMap { $0 }.joined(separator: "  ").nilIfEmpty

    let quads = statements.quads.map(statements.decode)
    // What kind of thing it is and what it is called goes without saying where something else is said of it.
    let plain: Set<IRI> = [RDF.type, Schema.name]
    let described = Set(quads.filter { !plain.contains($0.predicate) }.flatMap { [$0.subject, $0.object] })
    sentences = quads.filter { $0.object != post && (!plain.contains($0.predicate) || !described.contains($0.subject)) }
      .map { quad in
        let isEntity = quad.subject != post
        return FactSentence.text(
          subject: Self.readable(isEntity ? topics[quad.subject] ?? quad.subject : quad.subject, names),
          predicate: quad.predicate, object: Self.readable(quad.object, names),
          node: isEntity ? Self.readable(quad.subject, names) : "The post")
      }.sorted()
  }

  private static func readable(_ term: Term, _ names: NodeNames) -> String {
    if let name = names.name(term) { return name }
    return switch term {
    case .literal(let literal): literal.lexicalForm
    case .iri(let iri): NodeNames.short(iri) ?? iri.string
    case .blankNode(let node): "_:" + node.label
    }
  }
}

extension String {
  fileprivate var nilIfEmpty: String? { isEmpty ? nil : self }
}
