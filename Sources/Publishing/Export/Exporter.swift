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
    let clock = ContinuousClock()
    var timings: [(part: String, milliseconds: Double)] = []
    var last = clock.now
    func lap(_ part: String) {
      let now = clock.now
      timings.append((part, (now - last) / .milliseconds(1)))
      last = now
    }
    let blog = try Stages.read(options) { progress(.reading(done: $0, of: $1)) }
    try check(blog)
    lap("reading")

    let ontology = try Stages.ontology(options.ontology)
    let extractor = try Stages.extractor(ontology)
    progress(.extracting(done: 0, of: blog.posts.count))
    let extractions = blog.posts.parallelMap(
      jobs: options.jobs, done: { progress(.extracting(done: $0, of: blog.posts.count)) },
      { extractor.extract($0, site: blog.site) })

    lap("extracting")
    progress(.building)
    let graph = BlogGraph(
      extractions, site: blog.site, reference: GazetteerReference(extractor.gazetteer), tool: tool,
      options: .init(
        minimumConfidence: options.minimumConfidence, translations: Stages.translations(extractions)))

    lap("building")
    progress(.validating)
    let report = try ShapesCheck(ontology: ontology, jobs: options.jobs).report(on: graph)
    lap("validating")
    let pages = makePages(blog, graph)
    lap("pages")
    var export = try assemble(blog, graph, report, pages)
    lap("serializing")
    export.summary.timings = timings
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
    _ blog: Blog, _ graph: BlogGraph, _ report: TracedReport, _ made: [(page: Page, file: OutputFile)]
  ) throws(ExportError) -> Export {
    do {
      var files = try GraphFiles(graph: graph).files() + report.files(base: graph.iris)
      files += made.map(\.file)
      let pages = made.map(\.page)
      var paths: Set<String> = []
      files = files.filter { paths.insert($0.path).inserted }
      files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      let violations = report.violationCount
      return Export(
        files: files, pages: pages,
        summary: ExportSummary(
          blog: blog, graph: graph, pages: PageCounts(pages), violations: violations,
          remarks: report.results.count - violations))
    } catch {
      throw ExportError(.unwritable, "the graph cannot be written: \(error)")
    }
  }
}
