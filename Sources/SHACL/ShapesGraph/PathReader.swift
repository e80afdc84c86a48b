import RDFModel

/// Reads a property path from the shapes graph (SHACL §2.3.1).
///
/// A node that is a list and has a path property too is read as the list: that is what the W3C suite's approved
/// cases `path-strange-001` and `-002` ask for.
struct PathReader {
  struct Fault: Error { let reason: String }

  let source: ShapesSource

  func path(_ node: TermID) throws(Fault) -> NumberedPath { try path(node, depth: 0) }

  private func path(_ node: TermID, depth: Int) throws(Fault) -> NumberedPath {
    // A path that contains itself ends here as well.
    guard depth < ShapeCompiler.deepest else { throw Fault(reason: "it is recursive, or nests too deep") }
    switch source.terms.kind(node) {
    case .iri: return .predicate(node)
    case .literal: throw Fault(reason: "\(source.terms[node].text) is a literal")
    case .blankNode: break
    }
    if source.has(node, RDF.first) || source.has(node, RDF.rest) {
      return .sequence(try members(node, depth: depth, what: "a sequence path"))
    }
    var found: [NumberedPath] = []
    for value in source.objects(node, SH.alternativePath) {
      found.append(.alternative(try members(value, depth: depth, what: "sh:alternativePath")))
    }
    let wrappers: [(IRI, (NumberedPath) -> NumberedPath)] = [
      (SH.inversePath, { .inverse($0) }), (SH.zeroOrMorePath, { .zeroOrMore($0) }),
      (SH.oneOrMorePath, { .oneOrMore($0) }), (SH.zeroOrOnePath, { .zeroOrOne($0) }),
    ]
    for (property, wrap) in wrappers {
      for value in source.objects(node, property) { found.append(wrap(try path(value, depth: depth + 1))) }
    }
    guard found.count == 1 else {
      throw Fault(reason: found.isEmpty ? "a blank node is no path of any kind" : "a blank node is several paths")
    }
    return found[0]
  }

  private func members(_ head: TermID, depth: Int, what: String) throws(Fault) -> [NumberedPath] {
    guard let nodes = source.list(head) else { throw Fault(reason: "\(what) is no well-formed list") }
    guard nodes.count >= 2 else { throw Fault(reason: "\(what) has fewer than two members") }
    var paths: [NumberedPath] = []
    for node in nodes { paths.append(try path(node, depth: depth + 1)) }
    return paths
  }
}
