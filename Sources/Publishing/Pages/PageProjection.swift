import Foundation
import JSONLD
public import KnowledgeGraph
public import Posts
import RDFModel

/// A page's structured data: what schema.org can say of the post, for search engines. A projection of the post's graph,
/// not a dump: no terms of our own, plain strings, and only nodes that are complete.
public struct PageProjection: Sendable {
  private let site: Site
  /// Other IRIs of a thing, from the gazetteer; they name it and say nothing of it.
  private let sameAs: NodeTable

  public init(site: Site, graph: BlogGraph) {
    self.site = site
    sameAs = NodeTable(graph.gazetteer.filter { $0.predicate == Schema.sameAs })
  }

  /// `index.jsonld` of one post.
  public func file(for post: PostGraph) -> OutputFile? {
    guard let path = Self.path(of: post.post.string, below: site.baseURL) else { return nil }
    let nodes = complete(nodes(of: post), root: post.post.string)
    guard !nodes.isEmpty else { return nil }
    let document: JSONValue = ["@context": "https://schema.org", "@graph": .array(nodes.map(\.json))]
    let bytes = JSONSerializer(isPretty: true, escapesForHTML: true).bytes(of: document)
    return OutputFile(path: path, bytes: bytes + [0x0A])
  }

  /// `pages/` and the permalink's own path, as the site's generator would name the folders: escapes undone.
  static func path(of permalink: String, below base: String) -> String? {
    guard let scheme = permalink.range(of: "://") else { return nil }
    let rest = permalink[scheme.upperBound...].drop { $0 != "/" && $0 != "?" && $0 != "#" }
    let path = rest.prefix { $0 != "?" && $0 != "#" }
    let parts = path.split(separator: "/").map { $0.removingPercentEncoding ?? String($0) }
    let file = (["pages"] + parts + ["index.jsonld"]).joined(separator: "/")
    return OutputManifest.isInside(file) && !parts.contains { $0.contains("/") } ? file : nil
  }

  private func nodes(of post: PostGraph) -> [PageNode] {
    let table = NodeTable(post.quads)
    var nodes = [article(post.post.string, table)]
    if let publisher { nodes.append(publisher) }
    let entities =
      table.iris(post.post.string, Schema.mentions) + table.iris(post.post.string, Schema.image)
      + table.iris(post.post.string, Schema.mentions).flatMap { table.iris($0, Schema.workFeatured) }
    var seen: Set<String> = []
    for entity in entities where seen.insert(entity).inserted {
      if let node = PageEntity(table: table, sameAs: sameAs).node(entity) { nodes.append(node) }
    }
    return nodes
  }

  private func article(_ id: String, _ table: NodeTable) -> PageNode {
    var node = PageNode(id: id, type: "BlogPosting")
    node.values.append(("url", .string(id)))
    node.values.append(("mainEntityOfPage", .string(id)))
    for (property, predicate) in [
      ("headline", Schema.headline), ("description", Schema.description), ("inLanguage", Schema.inLanguage),
    ] {
      if let text = table.texts(id, predicate).first { node.values.append((property, .string(text))) }
    }
    for (property, predicate) in [("datePublished", Schema.datePublished), ("dateModified", Schema.dateModified)] {
      if let date = PageEntity.date(table.objects(id, predicate)) { node.values.append((property, .string(date))) }
    }
    let keywords = table.texts(id, Schema.keywords)
    if !keywords.isEmpty { node.values.append(("keywords", .array(keywords.map { .string($0) }))) }
    node.references.append(("image", table.iris(id, Schema.image)))
    node.references.append(("author", table.iris(id, Schema.author)))
    if let publisher { node.references.append(("publisher", [publisher.id])) }
    let about = table.iris(id, Schema.about)
    node.references.append(("about", about))
    node.references.append(("mentions", table.iris(id, Schema.mentions).filter { !about.contains($0) }))
    return node
  }

  private var publisher: PageNode? {
    guard let name = site.publisher, !name.isEmpty else { return nil }
    var node = PageNode(id: site.baseURL + "#publisher", type: "Organization")
    node.values.append(("name", .string(name)))
    node.values.append(("url", .string(site.baseURL)))
    if let logo = site.publisherLogo.flatMap(IRIText.webAddress) { node.values.append(("logo", .string(logo))) }
    let profiles = site.socialProfiles.compactMap(IRIText.webAddress)
    if !profiles.isEmpty { node.values.append(("sameAs", .array(profiles.map { .string($0) }))) }
    return node
  }

  /// Leaves out what lacks a required part, then every reference to it, until nothing more falls; then what the post no
  /// longer reaches. The post stays first, the others follow by `@id`.
  private func complete(_ nodes: [PageNode], root: String) -> [PageNode] {
    var nodes = nodes
    while true {
      let ids = Set(nodes.map(\.id))
      for index in nodes.indices {
        nodes[index].references = nodes[index].references.map { ($0.property, $0.targets.filter(ids.contains)) }
      }
      let kept = nodes.filter { node in node.required.allSatisfy(node.has) }
      if kept.count == nodes.count { break }
      nodes = kept
    }
    let byID = Dictionary(nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    guard let first = byID[root] else { return [] }
    var reached: Set<String> = [root]
    var open = [first]
    while let node = open.popLast() {
      for target in node.references.flatMap(\.targets) where reached.insert(target).inserted {
        if let next = byID[target] { open.append(next) }
      }
    }
    return [first]
      + nodes.filter { reached.contains($0.id) && $0.id != root }
      .sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }
}
