import Posts
import RDFModel

/// What the front matter says of a post.
struct PostMetadata {
  let post: Post
  let iri: IRI

  func add(to graph: inout GraphBuilder) {
    graph.add(iri, types: Classes.post)
    graph.add(iri, Schema.url, iri)
    graph.add(iri, BG.sourceFile, .plain(post.sourceFile))
    graph.add(iri, Schema.headline, .text(post.title, language: post.language))
    if let description = post.description, !description.isEmpty {
      graph.add(iri, Schema.description, .text(description, language: post.language))
    }
    graph.add(iri, Schema.inLanguage, .plain(post.language))
    // Hugo: a post is published at `publishDate`, which is `date` unless the front matter says otherwise.
    if let date = (post.publishDate ?? post.date).flatMap({ Literal.date($0) }) {
      graph.add(iri, Schema.datePublished, date)
    }
    if let date = post.lastModified.flatMap({ Literal.date($0) }) { graph.add(iri, Schema.dateModified, date) }
    for keyword in post.tags + post.categories where !keyword.isEmpty {
      graph.add(iri, Schema.keywords, .text(keyword, language: post.language))
    }
  }
}
