import KnowledgeGraph
import RDFModel

/// Whether a page's nodes hang together and what they refer to is there.
struct PageConnections {
  let terms: SchemaTerms
  /// What the pages of this run describe, and their addresses.
  let described: Set<String>

  struct Fault {
    var check: PageCheck
    var node: Term
    var line: Int?
    var message: String
  }

  func faults(_ page: CheckedPage) -> [Fault] { unresolved(page) + unreached(page) }

  /// A reference into the site must lead to something that a page describes. What others call their things is not ours to
  /// know.
  private func unresolved(_ page: CheckedPage) -> [Fault] {
    guard let host = page.address.flatMap(Self.host) else { return [] }
    var seen: Set<String> = []
    return page.scripts.flatMap(\.references).compactMap { id, line in
      guard Self.host(id) == host, !described.contains(id), seen.insert(id).inserted else { return nil }
      return Fault(check: .resolves, node: .iri(id), line: line, message: "no page describes \(id)")
    }
  }

  private static func host(_ address: String) -> Substring? {
    guard let scheme = address.firstRange(of: "://") else { return nil }
    return address[scheme.upperBound...].prefix { !"/?#".contains($0) }
  }

  /// Search engines take what is said of the page's main item; what hangs on nothing is said of nothing.
  private func unreached(_ page: CheckedPage) -> [Fault] {
    var types: [Term: [String]] = [:]
    var next: [Term: [Term]] = [:]
    var nodes: [Term] = []
    for quad in page.quads {
      if quad.predicate == RDF.type {
        guard let name = quad.object.iri.flatMap(SchemaTerms.name) else { continue }
        if types[quad.subject] == nil { nodes.append(quad.subject) }
        types[quad.subject, default: []].append(name)
      } else if !quad.object.isLiteral {
        next[quad.subject, default: []].append(quad.object)
      }
    }
    let articles = nodes.filter { node in
      types[node]?.contains { terms.kinds(of: $0)?.contains("Article") == true } ?? false
    }
    guard !articles.isEmpty else { return [] }
    var reached = Set(articles)
    var open = articles
    while let node = open.popLast() {
      for target in next[node] ?? [] where reached.insert(target).inserted { open.append(target) }
    }
    return nodes.filter { !reached.contains($0) }.map { node in
      Fault(
        check: .connected, node: node, line: nil,
        message: "it hangs on nothing: the page's article does not lead to it")
    }
  }
}
