import Entities
import Explorer
public import KnowledgeGraph
import Mentions
import OntologyData
import Posts
import RDFModel
import Statements
import Synchronization

/// A finished export, not yet written.
public struct Export: Sendable {
  /// By path, ascending.
  public var files: [OutputFile]
  /// The pages' structured data, by source file of their posts.
  public var pages: [Page]
  public var summary: ExportSummary
  /// What the next export can start from.
  var memory: MemoryFile?
}

/// From a blog's folder to the files of its graph.
public struct Exporter: Sendable {
  public let options: ExportOptions
  public let tool: ToolDescription

  public init(options: ExportOptions, tool: ToolDescription) {
    self.options = options
    self.tool = tool
  }

  /// - Parameters:
  ///   - memory: lets the run start from the export before; the files are the same with it and without.
  ///   - progress: called from any thread, one call at a time.
  public func run(
    memory: ExportMemory? = nil, progress: @escaping @Sendable (ExportProgress) -> Void = { _ in }
  ) throws(ExportError) -> Export {
    var laps = LapTimer()
    let ontology = try Stages.ontology(options.ontology)
    var problems: [Problem] = []
    let curation = try Stages.curation(options, problems: &problems)
    let extractor = try Stages.extractor(ontology, curation)
    // A strict run stops at a problem, which only reading everything finds; and what an editor says is looked up in the
    // posts' texts.
    let key =
      options.isStrict || memory == nil || !curation.entries.isEmpty
      ? nil : ExportKey.of(options, tool: tool, ontology: ontology, curation: curation)
    let former = key.flatMap { memory?.former(key: $0, jobs: options.jobs) }
    laps.end("ontology")
    var posts = try PostStage.run(
      options, tools: .init(extractor: extractor, curation: curation), former: former, remembers: key != nil,
      check: check, progress: progress)

    laps.end("reading and extracting")

    progress(.building)
    let curated = posts.curated
    posts.blog.problems += problems + curated.problems
    let graph = BlogGraph(
      curated.extractions, site: posts.blog.site, reference: GazetteerReference(extractor.gazetteer), tool: tool,
      options: .init(
        minimumConfidence: options.minimumConfidence, translations: posts.versions,
        curated: CuratedReferences(replaced: curated.replaced, sameAs: curated.sameAs)), kept: posts.kept
    ) { extractions, make in
      extractions.parallelMap(jobs: options.jobs) { make($0).withSortedEvidence }
    }

    laps.end("building")
    progress(.validating)
    let report = try ShapesCheck(ontology: ontology, jobs: options.jobs).report(on: graph, known: Set(posts.kept.keys))
    laps.end("validating")
    let pages = makePages(posts.blog, graph)
    laps.end("pages")
    var explorer: ExplorerMemory?
    var export = try assemble(posts, graph, report, pages, &explorer)
    if let key {
      export.memory = posts.memory(key: key, graph: graph)
      export.memory?.explorer = explorer
    }
    laps.end("serializing")
    export.summary.timings = laps.parts
    return export
  }

  private func check(_ blog: Blog) throws(ExportError) {
    guard blog.posts.isEmpty else { return }
    let reasons = Blog.SkippedFile.Reason.allCases.compactMap { reason -> String? in
      let count = blog.skipped.count { $0.reason == reason }
      return count > 0 ? "\(count) \(reason.rawValue)" : nil
    }
    throw ExportError(
      .noPosts,
      "no posts in \(options.content)" + (reasons.isEmpty ? "" : " (left out: \(reasons.joined(separator: ", ")))"),
      problems: blog.problems)
  }

  private func makePages(_ blog: Blog, _ graph: BlogGraph) -> [(page: Page, file: OutputFile)] {
    guard options.writesPages else { return [] }
    let projection = PageProjection(site: blog.site, graph: graph)
    return graph.posts.parallelMap(jobs: options.jobs) { post in
      projection.page(for: post).map { (page: $0, file: $0.file) }
    }.compactMap(\.self)
  }

  private func assemble(
    _ posts: PostStage, _ graph: BlogGraph, _ report: TracedReport, _ made: [(page: Page, file: OutputFile)],
    _ explorer: inout ExplorerMemory?
  ) throws(ExportError) -> Export {
    do {
      let pages = made.map(\.page)
      var files = try GraphFiles(graph: graph, jobs: options.jobs).files() + report.files(base: graph.iris)
      files += made.map(\.file)
      var lacksPictures = false
      if options.writesExplorer {
        let site = try ExplorerFiles(site: posts.blog.site, graph: graph, report: report, jobs: options.jobs)
        let former = posts.former.flatMap { former in
          former.explorer.map { (former.files, $0, former.difference(to: graph, kept: Set(posts.kept.keys))) }
        }
        let made = site.files(former: former)
        files += made.files
        explorer = made.memory
        lacksPictures = !site.hasPictures
      }
      var paths: Set<String> = []
      files = files.filter { paths.insert($0.path).inserted }
      files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      let violations = report.violationCount
      var summary = ExportSummary(
        blog: posts.blog, graph: graph, pages: PageCounts(pages), effects: posts.curated.effects, violations: violations,
        remarks: report.results.count - violations)
      summary.lacksPictures = lacksPictures
      return Export(files: files, pages: pages, summary: summary)
    } catch {
      throw ExportError(.unwritable, "the graph cannot be written: \(error)")
    }
  }
}
