import JSONLD
import KnowledgeGraph
import RDFModel

/// The post itself: the first node of its page.
struct PageArticle {
  let table: NodeTable
  /// What the theme shows to nobody.
  let hidden: [PostGraph.Field]

  func node(_ id: String) -> PageNode {
    var node = PageNode(id: id, type: "BlogPosting")
    node.add("url", [id])
    for (property, predicate) in [
      ("headline", Schema.headline), ("description", Schema.description), ("inLanguage", Schema.inLanguage),
    ] {
      node.add(property, Array(shown(id, predicate).compactMap { $0.literal?.lexicalForm }.prefix(1)))
    }
    for (property, predicate) in [("datePublished", Schema.datePublished), ("dateModified", Schema.dateModified)] {
      if let date = PageTerms.date(shown(id, predicate)) { node.add(property, [date]) }
    }
    let keywords = shown(id, Schema.keywords).compactMap { $0.literal?.lexicalForm }
    if !keywords.isEmpty { node.values.append(("keywords", .array(keywords.map { .string($0) }))) }
    for (property, predicate) in PageTerms.article {
      node.references.append((property, targets(id, property, predicate)))
    }
    let about = table.iris(id, Schema.about)
    node.references.append(("about", about))
    node.references.append(("mentions", table.iris(id, Schema.mentions).filter { !about.contains($0) }))
    return node
  }

  private func targets(_ id: String, _ property: String, _ predicate: IRI) -> [String] {
    let all = table.iris(id, predicate)
    guard property == "image", !hidden.isEmpty else { return all }
    return all.filter { image in
      !hidden.contains { $0.predicate == Schema.image && $0.object.iri?.string == image }
    }
  }

  private func shown(_ id: String, _ predicate: IRI) -> [Term] {
    let all = table.objects(id, predicate)
    guard !hidden.isEmpty else { return all }
    return all.filter { object in !hidden.contains { $0.predicate == predicate && $0.object == object } }
  }
}
