/// Reads one file.
struct PostReader: Sendable {
  var settings: SiteSettings
  /// Relative path or name to permalink, for `ref`; nil when there is no such page.
  var resolveReference: @Sendable (String) -> String? = { _ in nil }
  var includesDrafts = false

  struct Result: Sendable {
    var post: Post?
    var skipped: Blog.SkippedFile.Reason?
    var problems: [Problem] = []
  }

  func read(_ bytes: [UInt8], file: String) -> Result {
    var result = Result()
    let lineStarts = Bytes.lineStarts(bytes)
    let path = SourcePath(file, settings: settings)
    if path.isSection { return Result(skipped: .section) }
    let (clean, repairs) = SourceBytes.repaired(bytes, file: file, lineStarts: lineStarts)
    result.problems += repairs
    func fail(_ code: Problem.Code, _ message: String, at offset: Int, column: Int? = nil) {
      let line = Bytes.line(of: offset, in: lineStarts)
      result.problems.append(
        .init(
          code, message, file: file, line: line, column: column,
          sourceLine: Bytes.lineText(bytes, line: line, starts: lineStarts)))
    }

    let start = clean.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let head: FrontMatter
    do {
      head = try FrontMatter.read(clean, from: start, lineStarts: lineStarts)
    } catch {
      fail(.frontMatter, error.message, at: error.offset, column: error.column)
      result.skipped = .problem
      return result
    }
    let values = head.values
    if !Bytes.skipsOnlyWhitespace(clean, from: start) {
      fail(.emptyFile, "the file is empty", at: 0)
      result.skipped = .problem
      return result
    }
    let isDraft = values["draft"]?.flag ?? (values["published"]?.flag.map { !$0 } ?? file.hasPrefix("_drafts/"))
    if isDraft, !includesDrafts {
      result.skipped = .draft
      return result
    }

    let fields = PostFields(head: head, bytes: clean)
    let bodyTitle = values["title"]?.text == nil ? BodyTitle.find(clean, head.bodyStart, path.fileExtension) : nil
    guard let title = values["title"]?.text ?? bodyTitle else {
      fail(.noTitle, "the post has no title", at: start)
      result.skipped = .problem
      return result
    }
    let dates = fields.dates { message, offset in fail(.unknownDate, message, at: offset) }
    let date = dates.date ?? fileNameDate(path)

    // Language before address, address before text.
    let language =
      fields.language ?? path.language ?? (settings.knowsDefaultLanguage ? settings.site.defaultLanguage : nil)
      ?? LanguageGuess.guess(title.utf8.map { $0 } + [0x20] + clean[head.bodyStart...].prefix(20_000))
      ?? settings.site.defaultLanguage
    let permalink = Permalink(
      settings: settings, path: path, values: values, title: title, date: date ?? dates.published, language: language
    ).string
    var post = Post(sourceFile: file, permalink: permalink, language: language, title: Self.oneLine(title))
    post.date = date
    post.publishDate = dates.published
    post.lastModified = dates.modified
    post.expiryDate = dates.expires
    post.isDraft = isDraft
    post.lineStarts = lineStarts
    post.byteCount = bytes.count
    post.contentHash = SHA256.hexadecimal(bytes)
    post.translationKey = values["translationKey"]?.text ?? path.pairKey
    let page = PageContext(permalink: permalink, baseURL: settings.baseURL, resolveReference: resolveReference)
    fields.fill(&post, page: page)

    var builder = TextBuilder(source: bytes)
    fields.write(into: &builder, post: &post, page: page)
    let isHTML = path.fileExtension == "html" || path.fileExtension == "htm"
    let shortcodes = Shortcodes(
      clean, body: head.bodyStart..<clean.count, readsHugo: settings.generator != .jekyll,
      readsLiquid: settings.generator != .hugo)
    let text = HTMLText(builder: builder, page: page, shortcodes: shortcodes, lineStarts: lineStarts)
    let body = head.bodyStart..<shortcodes.body.count
    text.read(isHTML ? MarkedHTML(shortcodes.body[body]) : MarkdownHTML.render(shortcodes.body, body))
    post.text = text.finish()
    post.pictures = text.pictures
    post.videos = text.videos
    result.post = post
    return result
  }

  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ").precomposed
  }

  /// Jekyll's file names begin with the date; many blogs without a configuration at hand keep the habit.
  private func fileNameDate(_ path: SourcePath) -> PostDate? {
    guard settings.generator != .hugo, path.name.count > 10 else { return nil }
    return path.name.dropFirst(10).first == "-" ? PostDate(String(path.name.prefix(10))) : nil
  }
}
