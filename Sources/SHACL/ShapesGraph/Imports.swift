public import RDFModel

extension ShapesGraph {
  /// The `owl:imports` of a dataset, sorted.
  public static func imports(of dataset: Dataset) -> [IRI] {
    guard let imports = dataset.terms.find(.iri("http://www.w3.org/2002/07/owl#imports")) else { return [] }
    let named = dataset.quads.filter { $0.triple.predicate == imports }.compactMap {
      dataset.terms[$0.triple.object].iri
    }
    return Set(named).sorted()
  }

  /// A dataset with all that it imports, however far (SHACL §3.1, "the shapes graph […] may be merged with the graphs
  /// that it imports"). Blank nodes of different documents stay apart.
  /// - Parameter load: the document at an IRI, from wherever the caller keeps such; nil when there is none.
  /// - Returns: the union, and the imports for which there was nothing.
  public static func importing(
    _ dataset: Dataset, load: (IRI) throws -> Dataset?
  ) rethrows -> (dataset: Dataset, missing: [IRI]) {
    var merged = dataset
    var missing: [IRI] = []
    var seen: Set<IRI> = []
    var open = imports(of: dataset)
    while let next = open.popLast() {
      guard seen.insert(next).inserted else { continue }
      guard let document = try load(next) else {
        missing.append(next)
        continue
      }
      merge(document, into: &merged, number: seen.count)
      open += imports(of: document)
    }
    return (merged, missing.sorted())
  }

  private static func merge(_ document: Dataset, into merged: inout Dataset, number: Int) {
    var names: [String: Term] = [:]
    func renamed(_ term: Term) -> Term {
      guard case .blankNode(let node) = term else { return term }
      if let name = names[node.label] { return name }
      var label = "import\(number)-\(node.label)"
      while merged.terms.find(.blankNode(BlankNode(label))) != nil { label += "-" }
      names[node.label] = .blankNode(BlankNode(label))
      return .blankNode(BlankNode(label))
    }
    for quad in document.quads.map(document.decode) {
      merged.insert(
        Quad(renamed(quad.subject), quad.predicate, renamed(quad.object), graph: quad.graph.map(renamed)))
    }
  }
}
