import Foundation
import KnowledgeGraph
import Posts
public import RDFModel
import RDFSyntax
import SHACL

extension TracedReport {
  /// `report.txt` and `report.ttl`.
  func files(base iris: GraphIRIs) throws -> [OutputFile] {
    var turtle: [UInt8] = []
    try TurtleWriter(prefixes: Prefixes.all).write(dataset(report: IRI(iris.base + "id/report")), to: &turtle)
    return [
      OutputFile(path: "report.txt", bytes: Array(text().utf8)), OutputFile(path: "report.ttl", bytes: turtle),
    ]
  }

  /// The report as RDF (SHACL §3.6), each result with `bg:sourceFile` and `bg:line`, and no blank node: a node's IRI is
  /// derived from what is said of it.
  ///
  /// - Parameter report: the report's own IRI; `nil` leaves all nodes blank.
  public func dataset(report name: IRI?) -> Dataset {
    let quads = report.quads(naming: names.name)
    let nodes = quads.filter { $0.predicate == SH.result }.map(\.object)
    var all = kept(quads, nodes)
    for result in results {
      let node = nodes[result.index]
      for file in Set(result.locations.map(\.file)).sorted() {
        all.append(Quad(node, BG.sourceFile, .literal(Literal(file))))
      }
      // With several files a line would not say whose it is.
      if Set(result.locations.map(\.file)).count == 1, let line = result.locations.compactMap(\.line).first {
        all.append(Quad(node, BG.line, .literal(Literal(String(line), datatype: XSD.integer))))
      }
    }
    var dataset = Dataset()
    for quad in name.map({ Skolemizer(quads: all, base: $0).skolemized() }) ?? all { dataset.insert(quad) }
    return dataset
  }

  /// What is left of the report's quads when results were filtered out: everything that the report still reaches.
  private func kept(_ quads: [Quad], _ nodes: [Term]) -> [Quad] {
    guard results.count < nodes.count, let root = quads.first?.subject else { return quads }
    let wanted = Set(results.map { nodes[$0.index] })
    let bySubject = Dictionary(grouping: quads, by: \.subject)
    var reached: Set<Term> = [root]
    var open = [root]
    while let node = open.popLast() {
      for quad in bySubject[node] ?? [] where quad.predicate != SH.result || wanted.contains(quad.object) {
        if case .blankNode = quad.object, reached.insert(quad.object).inserted { open.append(quad.object) }
      }
    }
    return quads.filter { reached.contains($0.subject) && ($0.predicate != SH.result || wanted.contains($0.object)) }
  }
}

/// Gives the blank nodes of a tree IRIs that are derived from what the tree says of them (RDF 1.1 Concepts §3.5).
struct Skolemizer {
  private let quads: [Quad]
  private let base: IRI
  private let statements: [BlankNode: [Quad]]
  private let root: BlankNode?

  init(quads: [Quad], base: IRI) {
    self.quads = quads
    self.base = base
    var statements: [BlankNode: [Quad]] = [:]
    for quad in quads {
      if case .blankNode(let node) = quad.subject { statements[node, default: []].append(quad) }
    }
    self.statements = statements
    root = quads.first.flatMap { if case .blankNode(let node) = $0.subject { node } else { nil } }
  }

  func skolemized() -> [Quad] {
    var names: [BlankNode: IRI] = [:]
    if let root { names[root] = base }
    for quad in quads {
      for case .blankNode(let node) in [quad.subject, quad.object] where names[node] == nil {
        names[node] = IRI(base.string + "#" + digest(node, depth: 0))
      }
    }
    func named(_ term: Term) -> Term {
      if case .blankNode(let node) = term, let name = names[node] { .iri(name) } else { term }
    }
    return quads.map { Quad(named($0.subject), $0.predicate, named($0.object), graph: $0.graph) }
  }

  private func digest(_ node: BlankNode, depth: Int) -> String {
    guard let said = statements[node], depth < 64 else { return "n-" + node.label }
    let lines = said.map { quad -> String in
      let object: String =
        if case .blankNode(let child) = quad.object {
          digest(child, depth: depth + 1)
        } else {
          String(decoding: CanonicalForm.bytes(of: quad.object), as: UTF8.self)
        }
      return quad.predicate.string + " " + object
    }
    return "r-" + SHA256.hexadecimal(Array(lines.sorted().joined(separator: "\n").utf8)).prefix(16)
  }
}
