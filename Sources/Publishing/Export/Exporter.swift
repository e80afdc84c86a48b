import Entities
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
}

/// From a blog's folder to the files of its graph.
public struct Exporter: Sendable {
  public let options: ExportOptions
  public let tool: ToolDescription

  public init(options: ExportOptions, tool: ToolDescription) {
    self.options = options
    self.tool = tool
  }

  /// - Parameter progress: called from any thread, one call at a time.
  public func run(progress: @escaping @Sendable (ExportProgress) -> Void = { _ in }) throws(ExportError) -> Export {
    var blog = try Stages.read(options) { progress(.reading(done: $0, of: $1)) }
    try check(blog)

    let ontology = try Stages.ontology(options.ontology)
    let curation = try Stages.curation(options, problems: &blog.problems)
    let extractor = try Stages.extractor(ontology, curation)
    progress(.extracting(done: 0, of: blog.posts.count))
    let (posts, site) = (blog.posts, blog.site)
    let found = posts.parallelMap(
      jobs: options.jobs, done: { progress(.extracting(done: $0, of: posts.count)) },
      { extractor.extract($0, site: site) })

    progress(.building)
    // Across posts: who is who by what all say, and then by what the editor says.
    let versions = Stages.translations(found)
    let curated = Curator.apply(
      curation, to: Namesakes.toldApart(found, versions: versions), gazetteer: extractor.gazetteer)
    let extractions = curated.extractions
    blog.problems += curated.problems
    let graph = BlogGraph(
      extractions, site: blog.site, reference: GazetteerReference(extractor.gazetteer), tool: tool,
      options: .init(
        minimumConfidence: options.minimumConfidence, translations: versions,
        curated: CuratedReferences(replaced: curated.replaced, sameAs: curated.sameAs)))

    progress(.validating)
    let report = try ShapesCheck(ontology: ontology, jobs: options.jobs).report(on: graph)
    return try assemble(blog, graph, report, curated.effects)
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

  private func assemble(
    _ blog: Blog, _ graph: BlogGraph, _ report: TracedReport, _ effects: [CurationEffect]
  ) throws(ExportError) -> Export {
    do {
      var pages: [Page] = []
      var files = try GraphFiles(graph: graph).files() + report.files(base: graph.iris)
      if options.writesPages {
        let projection = PageProjection(site: blog.site, graph: graph)
        let made = graph.posts.parallelMap(jobs: options.jobs) { post in
          projection.page(for: post).map { (page: $0, file: $0.file) }
        }.compactMap(\.self)
        files += made.map(\.file)
        pages = made.map(\.page)
      }
      var lacksPictures = false
      if options.writesExplorer {
        let site = try ExplorerFiles(site: blog.site, graph: graph, report: report, jobs: options.jobs)
        files += site.files()
        lacksPictures = !site.hasPictures
      }
      var paths: Set<String> = []
      files = files.filter { paths.insert($0.path).inserted }
      files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      let violations = report.violationCount
      var summary = ExportSummary(
        blog: blog, graph: graph, pages: PageCounts(pages), effects: effects, violations: violations,
        remarks: report.results.count - violations)
      summary.lacksPictures = lacksPictures
      return Export(files: files, pages: pages, summary: summary)
    } catch {
      throw ExportError(.unwritable, "the graph cannot be written: \(error)")
    }
  }
}
