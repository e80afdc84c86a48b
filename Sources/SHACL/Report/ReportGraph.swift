public import RDFModel

extension ValidationReport {
  /// The report as RDF (SHACL §3.6), every result with its path as a tree of its own.
  ///
  /// Blank nodes of the data keep their labels, so that the quads can join the data. Those of the shapes graph and
  /// the report's own get labels that none of them has.
  /// - Parameters:
  ///   - graph: the named graph to write into; nil is the default graph.
  ///   - explained: whether a result whose shape has no `sh:message` gets the explanation, in English, as its message.
  ///   - name: what terms are called in such messages.
  public func quads(
    graph: Term? = nil, explained: Bool = true, naming name: @escaping (Term) -> String? = { _ in nil }
  ) -> [Quad] {
    var writer = ReportWriter(graph: graph, explained: explained, name: name, taken: dataLabels)
    writer.write(self)
    return writer.quads
  }

  /// Adds the report to a dataset.
  public func write(
    into dataset: inout Dataset, graph: Term? = nil, explained: Bool = true,
    naming name: @escaping (Term) -> String? = { _ in nil }
  ) {
    for quad in quads(graph: graph, explained: explained, naming: name) { dataset.insert(quad) }
  }

  /// The labels of the data's blank nodes in this report.
  private var dataLabels: [String] {
    func labels(_ results: [ValidationResult]) -> [String] {
      results.flatMap { result in
        [result.focusNode, result.value].compactMap { term in
          if case .blankNode(let node)? = term { node.label } else { nil }
        } + labels(result.details)
      }
    }
    return labels(results)
  }
}

/// Writes one report.
private struct ReportWriter {
  private(set) var quads: [Quad] = []
  private let graph: Term?
  private let explained: Bool
  private let name: (Term) -> String?
  private let prefix: String
  private var count = 0

  init(graph: Term?, explained: Bool, name: @escaping (Term) -> String?, taken: [String]) {
    self.graph = graph
    self.explained = explained
    self.name = name
    var prefix = "report-"
    while taken.contains(where: { $0.hasPrefix(prefix) }) { prefix += "r-" }
    self.prefix = prefix
  }

  mutating func write(_ report: ValidationReport) {
    let node = fresh()
    add(node, RDF.type, .iri(SH.validationReport))
    add(node, SH.conforms, .literal(Literal(report.conforms ? "true" : "false", datatype: XSD.boolean)))
    for result in report.results { add(node, SH.result, write(result)) }
  }

  private mutating func write(_ result: ValidationResult) -> Term {
    let node = fresh()
    add(node, RDF.type, .iri(SH.validationResult))
    add(node, SH.focusNode, result.focusNode)
    if let path = result.path { add(node, SH.resultPath, write(path)) }
    if let value = result.value { add(node, SH.value, value) }
    add(node, SH.resultSeverity, .iri(result.severity))
    add(node, SH.sourceShape, ofShapes(result.sourceShape))
    add(node, SH.sourceConstraintComponent, .iri(result.sourceConstraintComponent))
    for message in result.messages { add(node, SH.resultMessage, .literal(message)) }
    if result.messages.isEmpty, explained {
      add(node, SH.resultMessage, .literal(Literal(result.message(naming: name), language: "en")))
    }
    for detail in result.details { add(node, SH.detail, write(detail)) }
    return node
  }

  private mutating func write(_ path: PropertyPath) -> Term {
    switch path {
    case .predicate(let iri): return .iri(iri)
    case .sequence(let steps): return list(steps)
    case .inverse(let path): return wrapped(SH.inversePath, write(path))
    case .alternative(let ways): return wrapped(SH.alternativePath, list(ways))
    case .zeroOrMore(let path): return wrapped(SH.zeroOrMorePath, write(path))
    case .oneOrMore(let path): return wrapped(SH.oneOrMorePath, write(path))
    case .zeroOrOne(let path): return wrapped(SH.zeroOrOnePath, write(path))
    }
  }

  private mutating func wrapped(_ property: IRI, _ value: Term) -> Term {
    let node = fresh()
    add(node, property, value)
    return node
  }

  private mutating func list(_ paths: [PropertyPath]) -> Term {
    var rest = Term.iri(RDF.nil)
    for path in paths.reversed() {
      let member = write(path)
      let node = fresh()
      add(node, RDF.first, member)
      add(node, RDF.rest, rest)
      rest = node
    }
    return rest
  }

  private func ofShapes(_ term: Term) -> Term {
    if case .blankNode(let node) = term { .blankNode(BlankNode(prefix + "shape-" + node.label)) } else { term }
  }

  private mutating func fresh() -> Term {
    count += 1
    return .blankNode(BlankNode("\(prefix)\(count)"))
  }

  private mutating func add(_ subject: Term, _ predicate: IRI, _ object: Term) {
    quads.append(Quad(subject, predicate, object, graph: graph))
  }
}
