public import JSONLD
public import KnowledgeGraph
public import Posts
public import RDFModel

/// A page's structured data: what schema.org can say of the post, for search engines. A projection of the post's graph,
/// not a dump: no terms of our own, plain strings, only nodes that are complete, and only what a reader of the page can see.
public struct PageProjection: Sendable {
  private let hiddenKeys: Set<String>
  private let siteFacts: NodeTable
  private let sameAs: NodeTable
  /// Both versions name each other; the triples stand in the translation's graph.
  private let translations: NodeTable

  public init(site: Site, graph: BlogGraph) {
    hiddenKeys = site.hiddenKeys
    siteFacts = NodeTable(graph.site.quads)
    sameAs = NodeTable(graph.gazetteer.lazy.filter { $0.predicate == Schema.sameAs })
    let (version, original) = (Schema.workTranslation, Schema.translationOfWork)
    let content = graph.content()
    let predicates = [version, original].compactMap { content.terms.find(.iri($0)) }
    translations = NodeTable(
      content.quads.filter { predicates.contains($0.triple.predicate) }.map(content.decode))
  }

  /// One post's page; `nil` where the post's address names no file.
  public func page(for post: PostGraph) -> Page? {
    guard let path = PagePath.file(of: post.post.string) else { return nil }
    let table = NodeTable(post.quads)
    let hidden = hiddenKeys.isEmpty ? [] : post.fields.filter { hiddenKeys.contains($0.key) }
    var article = PageArticle(table: table, hidden: hidden).node(post.post.string)
    for (property, predicate) in [
      ("workTranslation", Schema.workTranslation), ("translationOfWork", Schema.translationOfWork),
    ] {
      article.outward.append((property, translations.iris(post.post.string, predicate)))
    }
    let entities = PageEntity(post: table, site: siteFacts, sameAs: sameAs, unshownTexts: post.unshownTexts)
    var nodes = [article]
    var seen: Set<String> = [article.id]
    var left = Page.LeftOut()
    left.unshown = hidden.count + post.unshownTexts.count
    // Node after node, as far as references lead: what a page does not reach, it does not say.
    var next = 0
    while next < nodes.count {
      for (_, targets) in nodes[next].references {
        for target in targets where seen.insert(target).inserted {
          if !post.unshown.isEmpty, post.unshown.contains(IRI(target)) {
            left.unshown += 1
          } else if let node = entities.node(target) {
            nodes.append(node)
          }
        }
      }
      next += 1
    }
    let complete = PageCompletion.complete(nodes, root: article.id)
    guard !complete.nodes.isEmpty else { return nil }
    left.incomplete = complete.incomplete
    return Page(post: post.post, path: path, nodes: complete.nodes, leftOut: left)
  }
}

/// The structured data of one page.
public struct Page: Sendable {
  public let post: IRI
  /// `pages/…/index.jsonld`.
  public let path: String
  let nodes: [PageNode]
  public let leftOut: LeftOut

  /// What the graph says and the page does not.
  public struct LeftOut: Sendable, Equatable {
    /// Things and values that the page does not show word for word.
    public var unshown = 0
    /// Things that lack what search engines ask of their kind.
    public var incomplete = 0
    public init() {}
  }

  public var document: JSONValue {
    ["@context": "https://schema.org", "@graph": .array(nodes.map(\.json))]
  }

  /// `index.jsonld`: for people to read, and as it is for a script element.
  public var file: OutputFile {
    OutputFile(
      path: path, bytes: JSONSerializer(isPretty: true, escapesForHTML: true).bytes(of: document) + [0x0A])
  }
}
