import Entities
import Posts
import RDFModel
import Statements

/// A post's pictures: those that its front matter names, and those of its text that say something in words.
struct Pictures {
  let post: Post
  let iris: GraphIRIs
  let known: [EntityID: String]

  func describe(
    _ depictions: [PostExtraction.Depiction], on page: IRI, in graph: inout GraphBuilder
  ) -> [Fact] {
    for address in post.images { declare(address, on: page, in: &graph) }
    var facts: [Fact] = []
    for (index, picture) in post.pictures.enumerated() {
      let caption = picture.captionBlock.flatMap {
        post.text.blocks.indices.contains($0) ? post.text.blocks[$0].range : nil
      }
      let alternate = picture.alternateText.flatMap { $0.isEmpty ? nil : $0 }
      guard caption != nil || alternate != nil else { continue }
      guard let node = declare(picture.absolute, on: page, in: &graph) else { continue }
      facts.append(
        Fact(
          subject: page, predicate: Schema.image, object: .iri(node), evidence: caption.map { [$0] } ?? [],
          rule: "picture/shown", confidence: 1, line: picture.line))
      if let caption {
        facts.append(
          Fact(
            subject: node, predicate: Schema.caption,
            object: .literal(.text(post.text.string(caption), language: post.language)), evidence: [caption],
            rule: "picture/caption", confidence: 1))
      } else if let alternate {
        graph.add(node, Schema.description, .text(alternate, language: post.language))
      }
      for depiction in depictions where depiction.picture == index {
        for id in depiction.entities where known[id] != nil {
          facts.append(
            Fact(
              subject: node, predicate: Schema.about, object: .iri(iris.entity(id)),
              evidence: caption.map { [$0] } ?? [],
              rule: "caption/depicts", confidence: 1))
        }
      }
    }
    return facts
  }

  /// `nil` for an address that another machine could not reach (`data:`, a broken one).
  @discardableResult
  private func declare(_ address: String, on page: IRI, in graph: inout GraphBuilder) -> IRI? {
    guard let address = IRIText.webAddress(address) else { return nil }
    let node = IRI(address)
    graph.add(node, types: Classes.image)
    graph.add(node, Schema.contentUrl, node)
    graph.add(page, Schema.image, node)
    return node
  }
}
