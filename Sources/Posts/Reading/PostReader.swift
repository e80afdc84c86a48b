import Synchronization

/// Reads one file.
struct PostReader: Sendable {
  var settings: SiteSettings
  var includesDrafts = false
  /// Posts that begin later, or expired before, are left out.
  var asOf: PostDate?
  /// Address of the page that a reference in a file names.
  var resolveReference: @Sendable (_ reference: String, _ file: String) -> String? = { _, _ in nil }

  /// What a file says before its body is read.
  private struct Head {
    var path: SourcePath
    var front: FrontMatter
    var fields: PostFields
    var dates: PostFields.Dates
    var title: String
    var permalink: String
  }

  func read(_ bytes: [UInt8], file: String) -> FileReading {
    var result = FileReading()
    if SourcePath(file, settings: settings).isSection { return FileReading(skipped: .section) }
    let lineStarts = Bytes.lineStarts(bytes)
    let log = ProblemLog(file: file, bytes: bytes, lineStarts: lineStarts)
    if let encoding = SourceBytes.wideEncoding(bytes) {
      log.add(.notUTF8, "the file is \(encoding); generators read UTF-8", at: 0)
      return FileReading(skipped: .problem, problems: log.problems)
    }
    let clean = SourceBytes.repaired(bytes, log)
    guard let head = head(clean, file: file, log) else { return FileReading(skipped: .problem, problems: log.problems) }
    let isDraft = head.fields.isDraft ?? ("/" + file).contains("/_drafts/")
    if isDraft, !includesDrafts {
      result.skipped = .draft
    } else if let asOf, let start = head.dates.published ?? head.dates.date, asOf.isBefore(start) {
      result.skipped = .future
    } else if let asOf, let end = head.dates.expires, end.isBefore(asOf) {
      result.skipped = .expired
    } else {
      result.post = post(head, bytes: bytes, clean: clean, file: file, lineStarts: lineStarts, isDraft: isDraft)
    }
    result.problems = log.problems
    return result
  }

  /// Where a file is published; nil when it is no post.
  func permalink(_ bytes: [UInt8], file: String) -> String? {
    let log = ProblemLog(file: file, bytes: bytes, lineStarts: Bytes.lineStarts(bytes))
    return head(SourceBytes.repaired(bytes, log), file: file, log)?.permalink
  }

  // MARK: Head

  private func head(_ bytes: [UInt8], file: String, _ log: ProblemLog) -> Head? {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes[start...].contains(where: { !Bytes.isWhitespace($0) }) else {
      log.add(.emptyFile, "the file is empty", at: 0)
      return nil
    }
    let front: FrontMatter
    do {
      front = try FrontMatter.read(bytes, from: start, lineStarts: log.lineStarts)
    } catch {
      log.add(.frontMatter, error.message, at: error.offset, column: error.column)
      return nil
    }
    let path = SourcePath(file, settings: settings)
    let fields = PostFields(head: front, bytes: bytes)
    guard let title = front.values["title"]?.text ?? title(of: bytes, front, path) else {
      let place = front.values["title"] == nil ? start : front.place(ofKey: "title", in: bytes)
      log.add(.noTitle, "the post has no title", at: place)
      return nil
    }
    var dates = fields.dates(log)
    dates.date = dates.date ?? fileNameDate(path)
    let permalink = Permalink(
      settings: settings, path: path, values: front.values, title: title,
      date: dates.date ?? dates.published ?? dates.modified
    ).string
    return Head(path: path, front: front, fields: fields, dates: dates, title: title, permalink: permalink)
  }

  /// Of a post whose front matter has none.
  private func title(of bytes: [UInt8], _ front: FrontMatter, _ path: SourcePath) -> String? {
    if let title = BodyTitle.find(bytes, front.bodyStart, path.fileExtension) { return title }
    return settings.generator == .jekyll ? JekyllPattern.title(ofName: path.name) : nil
  }

  /// Jekyll's file names begin with the date; many blogs without a configuration at hand keep the habit.
  private func fileNameDate(_ path: SourcePath) -> PostDate? {
    guard settings.generator != .hugo, JekyllPattern.undated(path.name) != path.name else { return nil }
    return PostDate(String(path.name.prefix(10)))
  }

  // MARK: Post

  private func post(
    _ head: Head, bytes: [UInt8], clean: [UInt8], file: String, lineStarts: [Int], isDraft: Bool
  ) -> Post {
    let language =
      head.fields.language ?? head.path.language
      ?? (settings.knowsDefaultLanguage
        ? settings.site.defaultLanguage : LanguageGuess.guess(title: head.title, clean[head.front.bodyStart...]))
      ?? settings.site.defaultLanguage
    var post = Post(
      sourceFile: file, permalink: head.permalink, language: language, title: PostFields.oneLine(head.title))
    post.date = head.dates.date
    post.publishDate = head.dates.published
    post.lastModified = head.dates.modified
    post.expiryDate = head.dates.expires
    post.isDraft = isDraft
    post.lineStarts = lineStarts
    post.byteCount = bytes.count
    post.contentHash = SHA256.hexadecimal(bytes)
    post.translationKey = head.front.values["translationKey"]?.text ?? head.path.pairKey

    let hasReferences = Mutex(false)
    let page = PageContext(permalink: head.permalink, baseURL: settings.site.baseURL) { [resolveReference] in
      hasReferences.withLock { $0 = true }
      return resolveReference($0, file)
    }
    head.fields.fill(&post, page: page)
    post.fieldLines = head.fields.lines(of: lineStarts)
    var builder = TextBuilder(source: bytes)
    head.fields.write(into: &builder, post: &post, page: page)
    let shortcodes = Shortcodes(
      clean, body: head.front.bodyStart..<clean.count, readsHugo: settings.generator != .jekyll,
      readsLiquid: settings.generator != .hugo)
    let text = HTMLText(builder: builder, page: page, shortcodes: shortcodes, lineStarts: lineStarts)
    text.readBody(of: shortcodes.body, from: head.front.bodyStart, fileExtension: head.path.fileExtension)
    post.text = text.finish()
    post.pictures = text.pictures
    post.videos = text.videos
    head.fields.describeVideos(of: &post, page: page)
    post.dependsOnOthers = hasReferences.withLock { $0 }
    return post
  }
}

extension HTMLText {
  func readBody(of bytes: [UInt8], from start: Int, to end: Int? = nil, fileExtension: String) {
    let range = start..<(end ?? bytes.count)
    let isHTML = fileExtension == "html" || fileExtension == "htm"
    read(isHTML ? MarkedHTML(bytes[range]) : MarkdownHTML.render(bytes, range))
  }
}
