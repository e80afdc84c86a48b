import JSONLD
import KnowledgeGraph
import RDFModel

/// The nodes of a page beside the post itself.
struct PageEntity {
  let post: NodeTable
  /// What the site's configuration says.
  let site: NodeTable
  /// Other IRIs of a thing, from the gazetteer; they tell which thing is meant and say nothing of it.
  let sameAs: NodeTable
  let unshownTexts: Set<Term>

  /// `nil` for what is no type that a page can name.
  func node(_ id: String) -> PageNode? {
    let classes = post.types(id) + (site.contains(id) ? site.types(id) : [])
    guard let type = PageTerms.types.first(where: { classes.contains($0.0) })?.1 else { return nil }
    var node = PageNode(id: id, type: type)
    // The post's own way to say the name comes first: it is what the page shows.
    node.add("name", Array((post.texts(id, Schema.name) + site.texts(id, Schema.name)).prefix(1)))
    switch type {
    case "Person":
      node.add("jobTitle", jobTitles(id))
      identify(id, &node)
    case "Event", "EventSeries":
      describeEvent(id, &node)
      identify(id, &node)
    case "Place", "City", "AdministrativeArea", "Country":
      node.add("address", Array(post.texts(id, Schema.address).prefix(1)))
      identify(id, &node)
    case "ImageObject":
      node.add("contentUrl", [id])
      node.add("caption", Array(post.texts(id, Schema.caption).prefix(1)))
    case "VideoObject": describeVideo(id, &node)
    case "PresentationDigitalDocument": node.add("url", [id])
    case "WebPage", "WebSite": node.add("url", iris(id, Schema.url))
    case "ListItem": describeStep(id, &node)
    case "BreadcrumbList": break
    default: identify(id, &node)
    }
    for (property, predicate) in PageTerms.references(type) {
      node.references.append((property, iris(id, predicate)))
    }
    return node
  }

  private func iris(_ id: String, _ predicate: IRI) -> [String] {
    let own = post.iris(id, predicate)
    return site.contains(id) ? own + site.iris(id, predicate).filter { !own.contains($0) } : own
  }

  private func identify(_ id: String, _ node: inout PageNode) {
    node.add("url", iris(id, Schema.url))
    node.add("logo", site.iris(id, Schema.logo))
    let own = site.iris(id, Schema.sameAs)
    node.add("sameAs", own + sameAs.iris(id, Schema.sameAs).filter { !own.contains($0) })
  }

  private func jobTitles(_ id: String) -> [String] {
    post.objects(id, PageTerms.jobTitle).filter { unshownTexts.isEmpty || !unshownTexts.contains($0) }
      .compactMap { $0.literal?.lexicalForm }
  }

  private func describeEvent(_ id: String, _ node: inout PageNode) {
    guard let start = PageTerms.date(post.objects(id, Schema.startDate)) else { return }
    node.add("startDate", [start])
    if let end = PageTerms.date(post.objects(id, Schema.endDate)) { node.add("endDate", [end]) }
  }

  private func describeVideo(_ id: String, _ node: inout PageNode) {
    node.add("url", [id])
    node.add("embedUrl", post.iris(id, Schema.embedUrl))
    node.add("thumbnailUrl", post.iris(id, Schema.thumbnailUrl))
    if let date = PageTerms.date(post.objects(id, Schema.uploadDate)) { node.add("uploadDate", [date]) }
  }

  private func describeStep(_ id: String, _ node: inout PageNode) {
    if let position = post.texts(id, Schema.position).first.flatMap({ Int($0) }) {
      node.values.insert(("position", .number(JSONNumber(position))), at: 0)
    }
    node.outward.append(("item", post.iris(id, Schema.item)))
  }
}
