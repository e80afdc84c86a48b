import KnowledgeGraph
import Posts
import Statements

/// From the blog's folder to what each post says: read and extracted, or known from the export before.
struct PostStage {
  var blog: Blog
  var extractions: [PostExtraction]
  var traces: [TranslationPairs.Trace]
  var pairs: [(String, String)]
  /// Graphs of the posts that have not changed, by source file.
  var kept: [String: PostGraph] = [:]
  private var originals: [[String]] = []
  private let book: FileBook?
  private let former: FormerExport?

  /// - Parameter check: refuses a blog before it is worked on.
  static func run(
    _ options: ExportOptions, extractor: Extractor, former: FormerExport?, remembers: Bool,
    check: (Blog) throws(ExportError) -> Void, progress: @escaping @Sendable (ExportProgress) -> Void
  ) throws(ExportError) -> PostStage {
    var forced: Set<String> = []
    while true {
      let book = remembers ? FileBook(former: former, forced: forced) : nil
      let blog = try Stages.read(options, known: book) { progress(.reading(done: $0, of: $1)) }
      try check(blog)
      let stage = PostStage(blog, options, extractor, former, book, progress)
      // A post that got or lost a version in another language says so in its own graph: it has to be read after all.
      let stale = stage.stale(former)
      guard !stale.isEmpty else { return stage }
      forced.formUnion(stale)
    }
  }

  private init(
    _ blog: Blog, _ options: ExportOptions, _ extractor: Extractor, _ former: FormerExport?, _ book: FileBook?,
    _ progress: @escaping @Sendable (ExportProgress) -> Void
  ) {
    self.blog = blog
    self.book = book
    self.former = former
    let known = Set(blog.readings.filter(\.isKnown).map(\.file))
    let work = blog.posts.count - blog.posts.count { known.contains($0.sourceFile) }
    progress(.extracting(done: 0, of: work))
    let results = blog.posts.parallelMap(
      jobs: options.jobs, done: { progress(.extracting(done: min($0, work), of: work)) },
      { post -> (PostExtraction, TranslationPairs.Trace, PostGraph?) in
        if known.contains(post.sourceFile), let record = former?.record(post.sourceFile), let trace = record.trace,
          let extraction = record.extraction, let graph = former?.graph(post.sourceFile)
        {
          return (extraction, trace, graph)
        }
        let extraction = extractor.extract(post, site: blog.site)
        return (extraction, TranslationPairs.Trace(extraction), nil)
      })
    extractions = results.map(\.0)
    traces = results.map(\.1)
    for (extraction, _, graph) in results {
      if let graph { kept[extraction.post.sourceFile] = graph }
    }
    pairs = TranslationPairs.find(zip(blog.posts, traces).map { ($0.permalink, $1) })
    let translations = Translations(blog.posts, defaultLanguage: blog.site.defaultLanguage, pairs: pairs)
    originals = blog.posts.map(translations.originals)
  }

  private func stale(_ former: FormerExport?) -> [String] {
    zip(blog.posts, originals).compactMap { post, originals in
      kept[post.sourceFile] != nil && former?.record(post.sourceFile)?.originals != originals ? post.sourceFile : nil
    }
  }

  /// What the next export can start from.
  func memory(key: String, graph: BlogGraph) -> MemoryFile? {
    guard let book, let evidence = SortedLines.ranges(graph.posts.map(\.evidenceLines)) else { return nil }
    let graphs = Dictionary(
      zip(graph.posts, evidence).map { ($0.sourceFile, ($0, $1)) }, uniquingKeysWith: { first, _ in first })
    let indices = Dictionary(
      extractions.enumerated().map { ($1.post.sourceFile, $0) }, uniquingKeysWith: { first, _ in first })
    var memory = MemoryFile(header: .init(key: key, setup: blog.setup))
    for (file, reading, isKnown) in blog.readings {
      // A post that lost its address to another file since has a record of its own again.
      let line = isKnown && (reading.post == nil || graphs[file] != nil) ? former?.line(file) : nil
      memory.lines.append(line)
      var record = PostRecord(file: file, reading: reading)
      var content: [UInt8] = []
      var range = 0..<0
      if let index = indices[file], let (graph, evidence) = graphs[file] {
        record.add(extractions[index], trace: traces[index], originals: originals[index], graph: graph)
        content = graph.contentLines.bytes
        range = evidence
      }
      memory.records.append(record)
      memory.content += content
      memory.header.contentLengths.append(content.count)
      memory.header.evidenceRanges.append(range)
      memory.header.states.append(book.state(file))
    }
    return memory
  }
}
