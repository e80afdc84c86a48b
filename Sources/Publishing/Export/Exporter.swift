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
    let ontology = try Stages.ontology(options.ontology)
    let extractor = try Stages.extractor(ontology)
    // A strict run stops at a problem, which only reading everything finds.
    let key = options.isStrict || memory == nil ? nil : ExportKey.of(options, tool: tool, ontology: ontology)
    let former = key.flatMap { memory?.former(key: $0, jobs: options.jobs) }
    let posts = try PostStage.run(
      options, extractor: extractor, former: former, remembers: key != nil, check: check, progress: progress)

    progress(.building)
    let graph = BlogGraph(
      posts.extractions, site: posts.blog.site, reference: GazetteerReference(extractor.gazetteer), tool: tool,
      options: .init(minimumConfidence: options.minimumConfidence, translations: posts.pairs), kept: posts.kept
    ) { extractions, make in
      extractions.parallelMap(jobs: options.jobs) { make($0).withSortedEvidence }
    }

    progress(.validating)
    let report = try ShapesCheck(ontology: ontology, jobs: options.jobs).report(
      on: graph, known: Set(posts.kept.keys))
    var export = try assemble(posts.blog, graph, report)
    if let key { export.memory = posts.memory(key: key, graph: graph) }
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

  private func assemble(_ blog: Blog, _ graph: BlogGraph, _ report: TracedReport) throws(ExportError) -> Export {
    do {
      var files = try GraphFiles(graph: graph, jobs: options.jobs).files() + report.files(base: graph.iris)
      if options.writesPages {
        let projection = PageProjection(site: blog.site, graph: graph)
        files += graph.posts.parallelMap(jobs: options.jobs, { projection.file(for: $0) }).compactMap(\.self)
      }
      var paths: Set<String> = []
      files = files.filter { paths.insert($0.path).inserted }
      files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      let violations = report.violationCount
      return Export(
        files: files,
        summary: ExportSummary(
          blog: blog, graph: graph, violations: violations, remarks: report.results.count - violations))
    } catch {
      throw ExportError(.unwritable, "the graph cannot be written: \(error)")
    }
  }
}
