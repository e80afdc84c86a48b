import KnowledgeGraph
import Posts
import Statements

/// From the blog's folder to what each post says: read and extracted, or known from the export before; then told apart and
/// curated across posts, which is always done for all of them.
struct PostStage {
  var blog: Blog
  /// Pairs of versions in two languages.
  private(set) var versions: [(String, String)]
  private(set) var curated: CurationResult
  /// Graphs of the posts that have not changed, by source file.
  private(set) var kept: [String: PostGraph] = [:]

  private let found: [PostExtraction]
  private let traces: [TranslationPairs.Trace]
  private let originalsOfPosts: [[String]]
  private let moves: [[Namesakes.Move]]
  private let site: String
  private let book: FileBook?
  let former: FormerExport?

  struct Tools {
    var extractor: Extractor
    var curation: Curation
  }

  /// - Parameters:
  ///   - remembers: whether the next export is to start from this one.
  ///   - check: refuses a blog before it is worked on.
  static func run(
    _ options: ExportOptions, tools: Tools, former: FormerExport?, remembers: Bool,
    check: (Blog) throws(ExportError) -> Void, progress: @escaping @Sendable (ExportProgress) -> Void
  ) throws(ExportError) -> PostStage {
    var forced: Set<String> = []
    while true {
      let book = remembers ? FileBook(former: former, forced: forced) : nil
      let blog = try Stages.read(options, known: book) { progress(.reading(done: $0, of: $1)) }
      try check(blog)
      let stage = PostStage(blog, options, tools, former, book, progress)
      // What changed elsewhere changes a post's graph (a version in another language, a namesake): it has to be read after
      // all.
      let stale = stage.stale()
      guard !stale.isEmpty else { return stage }
      forced.formUnion(stale)
    }
  }

  private init(
    _ blog: Blog, _ options: ExportOptions, _ tools: Tools, _ former: FormerExport?, _ book: FileBook?,
    _ progress: @escaping @Sendable (ExportProgress) -> Void
  ) {
    self.blog = blog
    self.book = book
    self.former = former
    let known = Set(blog.readings.filter(\.isKnown).map(\.file))
    let work = blog.posts.count - blog.posts.count { known.contains($0.sourceFile) }
    progress(.extracting(done: 0, of: work))
    let (extractor, posts, site) = (tools.extractor, blog.posts, blog.site)
    let results = posts.parallelMap(
      jobs: options.jobs, done: { progress(.extracting(done: min($0, work), of: work)) },
      { post -> (PostExtraction, TranslationPairs.Trace, PostGraph?) in
        if known.contains(post.sourceFile), let record = former?.record(post.sourceFile), let kept = record.found,
          let extraction = record.extraction, let graph = former?.graph(post.sourceFile)
        {
          return (extraction, kept.trace, graph)
        }
        let extraction = extractor.extract(post, site: site)
        return (extraction, TranslationPairs.Trace(extraction), nil)
      })
    let found = results.map(\.0)
    self.found = found
    traces = results.map(\.1)
    for (extraction, _, graph) in results {
      if let graph { kept[extraction.post.sourceFile] = graph }
    }
    // Across posts: who is who by what all say, and then by what the editor says.
    versions = TranslationPairs.find(zip(posts, traces).map { ($0.permalink, $1) })
    moves = Namesakes.moves(found, versions: versions)
    curated = Curator.apply(
      tools.curation, to: Namesakes.toldApart(found, moves), gazetteer: extractor.gazetteer)
    let translations = Translations(posts, defaultLanguage: site.defaultLanguage, pairs: versions)
    originalsOfPosts = posts.map(translations.originals)
    self.site = SHA256.hexadecimal(
      SiteGraph(iris: GraphIRIs(base: site.baseURL), site: site, posts: curated.extractions).fingerprint)
  }

  /// Known posts whose graph would be another today.
  private func stale() -> [String] {
    guard let former, !kept.isEmpty else { return [] }
    guard site == former.site else { return kept.keys.sorted() }
    return found.indices.compactMap { index in
      let file = found[index].post.sourceFile
      guard kept[file] != nil else { return nil }
      let former = former.record(file)?.found
      return former?.moves == moves[index] && former?.originals == originalsOfPosts[index] ? nil : file
    }
  }

  /// By permalink of a translation: what it translates.
  var originals: [String: [String]] {
    Dictionary(
      zip(found, originalsOfPosts).filter { !$1.isEmpty }.map { ($0.post.permalink, $1) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What the next export can start from.
  func memory(key: String, graph: BlogGraph, pages: PageStage) -> MemoryFile? {
    guard let book, let evidence = SortedLines.ranges(graph.posts.map(\.evidenceLines)) else { return nil }
    let graphs = Dictionary(
      zip(graph.posts, evidence).map { ($0.sourceFile, ($0, $1)) }, uniquingKeysWith: { first, _ in first })
    let indices = Dictionary(
      found.enumerated().map { ($1.post.sourceFile, $0) }, uniquingKeysWith: { first, _ in first })
    var memory = MemoryFile(header: .init(key: key, setup: blog.setup, site: site))
    for (file, reading, isKnown) in blog.readings {
      var entry = MemoryFile.Entry(file: file, state: book.state(file), record: [], content: [], evidence: 0..<0)
      let post = graphs[file]
      if let post {
        entry.content = post.0.contentLines.bytes[...]
        entry.evidence = post.1
        entry.page = pages.records[file]
      }
      // A post that lost its address to another file since has a record of its own again.
      if isKnown, reading.post == nil || post != nil, let bytes = former?.bytes(file) {
        entry.record = bytes
      } else {
        var record = PostRecord(reading: reading)
        if let index = indices[file], let post {
          record.found = .init(
            entities: found[index].entities, statements: found[index].statements, moves: moves[index],
            trace: traces[index], originals: originalsOfPosts[index], graph: post.0.kept)
        }
        guard let bytes = try? record.bytes() else { return nil }
        entry.record = bytes[...]
      }
      memory.entries.append(entry)
    }
    memory.gazetteer = GraphLines(graph.gazetteer).bytes[...]
    return memory
  }
}
