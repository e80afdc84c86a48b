import Entities
import Posts
public import RDFModel
import Statements

/// `{base}id/site`: what the site's configuration says of the site itself: its name in each language, who publishes it, and
/// pages of those who write for it. It rests on the configuration and on no post.
public struct SiteGraph: Sendable {
  public let quads: [Quad]
  /// The organization that publishes the site, when the configuration names one.
  public let publisher: IRI?
  private let websites: [String: IRI]
  private let names: [IRI: String]
  private let homes: [IRI: IRI]

  init(iris: GraphIRIs, site: Site, posts: [PostExtraction]) {
    var graph = GraphBuilder(iris.site)
    let publisher = site.publisher.map { Self.organization(named: $0, iris, posts) }
    var websites: [String: IRI] = [:]
    var names: [IRI: String] = [:]
    var homes: [IRI: IRI] = [:]
    for language in Set(posts.map(\.post.language)).sorted() {
      guard let name = site.title(in: language), !name.isEmpty,
        let home = IRIText.webAddress(site.home(in: language))
      else { continue }
      let node = IRI(home + "#website")
      websites[language] = node
      names[node] = name
      homes[node] = IRI(home)
      graph.add(node, types: Classes.website)
      // A site without homes of its own for each language has one name.
      let hasOwn = site.homes[language] != nil || site.titles[language] != nil || language == site.defaultLanguage
      graph.add(node, Schema.name, hasOwn ? .text(name, language: language) : .plain(name))
      graph.add(node, Schema.url, IRI(home))
      if let publisher { graph.add(node, Schema.publisher, publisher) }
    }
    if let publisher, let name = site.publisher { Self.describe(publisher, name, site, in: &graph) }
    Self.describe(site.authors, posts, iris, in: &graph)
    quads = graph.quads
    self.publisher = publisher
    self.websites = websites
    self.names = names
    self.homes = homes
  }

  /// The site as pages in a language name it.
  func website(_ language: String) -> IRI? { websites[language] }

  func home(of website: IRI) -> IRI? { homes[website] }

  func name(of website: IRI) -> String { names[website] ?? "" }

  private static func describe(_ node: IRI, _ name: String, _ site: Site, in graph: inout GraphBuilder) {
    graph.add(node, types: Classes.of(.organization))
    graph.add(node, Schema.name, .plain(name))
    if let url = IRIText.webAddress(site.publisherURL ?? site.baseURL) { graph.add(node, Schema.url, IRI(url)) }
    if let logo = site.publisherLogo.flatMap(IRIText.webAddress) { graph.add(node, Schema.logo, IRI(logo)) }
    for profile in site.socialProfiles.compactMap(IRIText.webAddress) { graph.add(node, Schema.sameAs, IRI(profile)) }
  }

  private static func describe(
    _ authors: [Site.Author], _ posts: [PostExtraction], _ iris: GraphIRIs, in graph: inout GraphBuilder
  ) {
    for author in authors {
      let wanted = Slug.make(author.name)
      let writers = posts.flatMap { post in
        post.entities.filter { $0.id.type == .person && $0.names.contains { Slug.make($0) == wanted } }.map(\.id)
      }
      // Somebody whom no post names is nobody's author.
      guard let id = writers.min() else { continue }
      let node = iris.entity(id)
      graph.add(node, types: Classes.of(.person))
      graph.add(node, Schema.name, .plain(author.name))
      if let url = author.url.flatMap(IRIText.webAddress) { graph.add(node, Schema.url, IRI(url)) }
      for same in author.sameAs.compactMap(IRIText.webAddress) { graph.add(node, Schema.sameAs, IRI(same)) }
    }
  }

  /// The organization that the posts call so, or a new one.
  private static func organization(named name: String, _ iris: GraphIRIs, _ posts: [PostExtraction]) -> IRI {
    let wanted = Slug.make(name)
    let known = posts.flatMap { post in
      post.entities.filter { $0.id.type == .organization && $0.names.contains { Slug.make($0) == wanted } }.map(\.id)
    }
    return iris.entity(known.min() ?? EntityID(.organization, wanted))
  }
}
