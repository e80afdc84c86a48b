import Posts
import RDFModel

/// What a post's page is beside the post: a page of the site, at the end of a trail that begins at the site's home.
struct PageFacts {
  let post: Post
  let iri: IRI
  let site: SiteGraph

  func add(to graph: inout GraphBuilder) {
    guard let website = site.website(post.language), let home = site.home(of: website) else {
      if let publisher = site.publisher { graph.add(iri, Schema.publisher, publisher) }
      return
    }
    let page = IRI(iri.string + "#webpage")
    let trail = IRI(iri.string + "#breadcrumbs")
    graph.add(iri, Schema.mainEntityOfPage, page)
    graph.add(iri, Schema.isPartOf, website)
    if let publisher = site.publisher { graph.add(iri, Schema.publisher, publisher) }
    graph.add(page, types: [Schema.term("WebPage"), Schema.term("CreativeWork")])
    graph.add(page, Schema.url, iri)
    graph.add(page, Schema.isPartOf, website)
    graph.add(page, Schema.breadcrumb, trail)
    graph.add(trail, types: [Schema.term("BreadcrumbList")])
    // The last step is the page itself and needs no address.
    let steps = [(site.name(of: website), home), (post.title, nil)]
    for (index, step) in steps.enumerated() {
      let node = IRI(iri.string + "#breadcrumb-\(index + 1)")
      graph.add(trail, Schema.itemListElement, node)
      graph.add(node, types: [Schema.term("ListItem")])
      graph.add(node, Schema.position, .integer(index + 1))
      graph.add(node, Schema.name, .text(step.0, language: post.language))
      if let address = step.1 { graph.add(node, Schema.item, address) }
    }
  }
}
