/// A post's values out of its front matter.
struct PostFields {
  var head: FrontMatter
  var bytes: [UInt8]

  private var values: FrontValue { head.values }

  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ").precomposed
  }

  /// Hugo's `draft`, Jekyll's `published`; nil when neither is there.
  var isDraft: Bool? { values["draft"]?.flag ?? values["published"]?.flag.map { !$0 } }

  // MARK: Dates

  struct Dates {
    var date: PostDate?
    var published: PostDate?
    var modified: PostDate?
    var expires: PostDate?
  }

  /// Hugo's names and, for the same thing, Jekyll's.
  func dates(_ log: ProblemLog) -> Dates {
    func date(_ keys: [String]) -> PostDate? {
      for key in keys {
        guard let text = values[key]?.text, values[key]?.flag == nil else { continue }
        if let date = PostDate(text) { return date }
        let place = head.place(ofKey: key, in: bytes)
        log.add(
          .unknownDate, "\(key) is no date that is known: \(text.prefix(60))",
          at: head.place(of: text, in: bytes, from: place) ?? place)
      }
      return nil
    }
    return Dates(
      date: date(["date"]), published: date(["publishDate", "pubdate", "published"]),
      modified: date(["lastmod", "modified", "last_modified_at", "updated"]),
      expires: date(["expiryDate", "unpublishDate"]))
  }

  var language: String? {
    for key in ["lang", "language", "locale"] {
      if let text = values[key]?.text ?? values["params"]?[key]?.text {
        return SourcePath.language(folder: text) ?? text.lowercased()
      }
    }
    return nil
  }

  // MARK: Values without a place

  func fill(_ post: inout Post, page: PageContext) {
    post.tags = list(["tags", "keywords"])
    post.categories = list(["categories", "category"])
    post.aliases = (list(["aliases", "redirect_from"])).map { Address.resolve($0, against: page.baseURL) }
    var images = list(["images", "image"])
    for path in [
      ["cover", "image"], ["featured_image"], ["featuredImage"], ["thumbnail"], ["params", "image"],
      ["header", "image"],
    ] {
      if let image = values[path: path]?.text { images.append(image) }
    }
    if case .list(let resources) = values["resources"] {
      for resource in resources
      where ["thumbnail", "featured", "cover", "featured-image"].contains(resource["name"]?.text ?? "") {
        if let image = resource["src"]?.text { images.append(image) }
      }
    }
    post.images = images.reduce(into: []) { list, image in
      let absolute = page.absolute(image)
      if !list.contains(absolute) { list.append(absolute) }
    }
  }

  private func list(_ keys: [String]) -> [String] {
    var result: [String] = []
    for key in keys {
      for text in (values[key] ?? values["params"]?[key])?.texts ?? [] where !result.contains(text.precomposed) {
        result.append(text.precomposed)
      }
    }
    return result
  }

  // MARK: Values with a place

  /// Writes what a reader sees of the front matter as the text's first blocks.
  func write(into builder: inout TextBuilder, post: inout Post, page: PageContext) {
    block("title", into: &builder)
    for key in ["subtitle", "description", "summary", "excerpt"] {
      guard let text = block(key, into: &builder) else { continue }
      if post.description == nil, key != "subtitle" { post.description = Self.oneLine(text) }
    }
    authors(into: &builder, post: &post, page: page)
    for key in ["tags", "keywords", "categories"] {
      var place = head.place(ofKey: key, in: bytes)
      for text in values[key]?.texts ?? [] {
        builder.kind = .frontMatter(key: key)
        place = builder.appendValue(text, of: head, in: bytes, from: place)
        builder.endBlock()
      }
    }
  }

  @discardableResult
  private func block(_ key: String, into builder: inout TextBuilder) -> String? {
    guard let text = values[key]?.text else { return nil }
    builder.kind = .frontMatter(key: key)
    _ = builder.appendValue(text, of: head, in: bytes, from: head.place(ofKey: key, in: bytes))
    builder.endBlock()
    return text
  }

  private func authors(into builder: inout TextBuilder, post: inout Post, page: PageContext) {
    for path in [["author"], ["authors"], ["params", "author"], ["params", "authors"]] {
      guard let value = values[path: path], let key = path.last else { continue }
      var place = head.range.lowerBound
      for part in path { place = head.place(ofKey: part, in: bytes, from: place) }
      let entries: [FrontValue]
      if case .list(let list) = value { entries = list } else { entries = [value] }
      for entry in entries {
        var entry = entry
        // Jekyll's and Hugo's authors by name: `authors: {ada: {name: …}}`.
        if case .map = entry, entry["name"] == nil, let first = entry.entries.first, case .map = first.value {
          entry = first.value
        }
        let text = entry.text ?? entry["name"]?.text ?? entry["display_name"]?.text ?? entry["nickname"]?.text
        guard let text else { continue }
        let url = ["url", "link", "website", "homepage", "site", "profile"].lazy.compactMap { entry[$0]?.text }.first
        let job = ["jobTitle", "job_title", "title", "role", "position"].lazy.compactMap { entry[$0]?.text }.first
        builder.kind = .frontMatter(key: key)
        for piece in AuthorList.split(text) {
          guard !post.authors.contains(where: { $0.name == piece.name.precomposed }) else { continue }
          let address = (piece.url ?? url).map(page.absolute)
          let span = address.map { builder.openSpan(.link(address: piece.url ?? url ?? $0, absolute: $0)) }
          if !builder.isBlockEmpty {
            builder.appendDecoded([0x2C][...], at: place)
            builder.space(source: place, length: 2)
          }
          let start = builder.nextOffset
          place = builder.appendValue(piece.name, of: head, in: bytes, from: place)
          if let span { builder.closeSpan(span) }
          let end = builder.text.utf8.count
          post.authors.append(
            .init(name: piece.name.precomposed, url: address, jobTitle: job, range: start < end ? start..<end : nil))
        }
        builder.endBlock()
      }
    }
  }
}
