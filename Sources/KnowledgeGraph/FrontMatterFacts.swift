import Posts
import RDFModel

/// What the front matter says and a reader sees, with the words or at least the line that it rests on.
struct FrontMatterFacts {
  let post: Post
  let iri: IRI

  /// Of the facts in the post's graph: each rests on a block of the text that begins with the front matter's values, or
  /// on the line of its key.
  func facts() -> [Fact] {
    var facts: [Fact] = []
    if let title = titleRange() {
      facts.append(fact(Schema.headline, .text(post.title, language: post.language), "title", [title]))
    }
    if let description = post.description, let key = block(description, ["description", "summary", "excerpt"]) {
      facts.append(fact(Schema.description, .text(description, language: post.language), key.0, [key.1]))
    }
    for keyword in post.tags + post.categories {
      guard let key = block(keyword, ["tags", "keywords", "categories", "category"]) else { continue }
      facts.append(fact(Schema.keywords, .text(keyword, language: post.language), key.0, [key.1]))
    }
    let published = post.publishDate == nil ? ["date"] : ["publishdate", "pubdate", "published"]
    if let date = (post.publishDate ?? post.date).flatMap({ Literal.date($0) }) {
      facts.append(fact(Schema.datePublished, date, "date", [], line(published)))
    }
    if let date = post.lastModified.flatMap({ Literal.date($0) }) {
      facts.append(
        fact(Schema.dateModified, date, "lastmod", [], line(["lastmod", "modified", "last_modified_at", "updated"])))
    }
    for image in post.images {
      guard let address = IRIText.webAddress(image) else { continue }
      let keys = ["images", "image", "cover", "featured_image", "featuredimage", "thumbnail", "resources", "params"]
      facts.append(
        Fact(
          subject: iri, predicate: Schema.image, object: .iri(IRI(address)), evidence: [], rule: "front-matter/images",
          confidence: 1, line: line(keys)))
    }
    return facts
  }

  private func fact(
    _ predicate: IRI, _ object: Literal, _ key: String, _ evidence: [Range<Int>], _ line: Int? = nil
  ) -> Fact {
    Fact(
      subject: iri, predicate: predicate, object: .literal(object), evidence: evidence, rule: "front-matter/\(key)",
      confidence: 1, line: line)
  }

  private func line(_ keys: [String]) -> Int? {
    keys.lazy.compactMap { post.fieldLines[$0] }.first
  }

  /// The front matter's title, or the first heading that says the same.
  private func titleRange() -> Range<Int>? {
    if let found = block(post.title, ["title"]) { return found.1 }
    return post.text.blocks.first { block in
      if case .heading = block.kind { text(block.range) == post.title } else { false }
    }?.range
  }

  private func block(_ value: String, _ keys: [String]) -> (String, Range<Int>)? {
    for block in post.text.blocks {
      guard case .frontMatter(let key) = block.kind, keys.contains(key), text(block.range) == value else { continue }
      return (key, block.range)
    }
    return nil
  }

  private func text(_ range: Range<Int>) -> String {
    post.text.string(range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
