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
  /// The pages' structured data, by source file of their posts; without those that were kept.
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
  ///   - needsPages: whether `Export.pages` has to hold every page, those too whose files are kept.
  ///   - progress: called from any thread, one call at a time.
  public func run(
    memory: ExportMemory? = nil, needsPages: Bool = true,
    progress: @escaping @Sendable (ExportProgress) -> Void = { _ in }
  ) throws(ExportError) -> Export {
    var laps = LapTimer()
    let ontology = try Stages.ontology(options.ontology)
    var problems: [Problem] = []
    let curation = try Stages.curation(options, problems: &problems)
    let extractor = Concurrent { Result { () throws(ExportError) in try Stages.extractor(ontology, curation) } }
    // A strict run stops at a problem, which only reading everything finds; and what an editor says is looked up in the
    // posts' texts.
    let key =
      options.isStrict || memory == nil || !curation.entries.isEmpty
      ? nil : ExportKey.of(options, tool: tool, ontology: ontology, curation: curation)
    let former = key.flatMap { memory?.former(key: $0, jobs: options.jobs) }
    laps.end("ontology")
    let tools = PostStage.Tools(extractor: try extractor.get().get(), curation: curation)
    var posts = try PostStage.run(
      options, tools: tools, former: former, remembers: key != nil, check: check, progress: progress)
    laps.end("reading and extracting")

    progress(.building)
    let curated = posts.curated
    posts.blog.problems += problems + curated.problems
    let graph = BlogGraph(
      curated.extractions, site: posts.blog.site, reference: GazetteerReference(tools.extractor.gazetteer), tool: tool,
      options: .init(
        minimumConfidence: options.minimumConfidence, translations: posts.versions,
        curated: CuratedReferences(replaced: curated.replaced, sameAs: curated.sameAs)), kept: posts.kept
    ) { extractions, make in
      extractions.parallelMap(jobs: options.jobs) { make($0).withSortedEvidence }
    }

    laps.end("building")
    let graphFiles = Concurrent { Result { try GraphFiles(graph: graph, jobs: options.jobs).files() } }
    progress(.validating)
    let evidence = EvidenceIndex(graph.posts.map(\.evidenceLines), terms: graph.content().terms) { blocks, entries in
      blocks.parallelMap(jobs: options.jobs, entries)
    }
    let report = try ShapesCheck(ontology: ontology, jobs: options.jobs).report(
      on: graph, evidence, known: Set(posts.kept.keys))
    laps.end("validating")
    let pages =
      options.writesPages ? PageStage(posts, graph, makesAll: needsPages, jobs: options.jobs) : PageStage()
    laps.end("pages")
    let explorer = try explorer(posts, graph, evidence, report)
    var export = try assemble(posts, graph, report, pages, explorer, graphFiles)
    if let key {
      export.memory = posts.memory(key: key, graph: graph, pages: pages)
      export.memory?.explorer = explorer?.memory
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

  private func explorer(
    _ posts: PostStage, _ graph: BlogGraph, _ evidence: EvidenceIndex, _ report: TracedReport
  ) throws(ExportError) -> ExplorerFiles.Made? {
    guard options.writesExplorer else { return nil }
    let site: ExplorerFiles
    do {
      site = try ExplorerFiles(
        site: posts.blog.site, graph: graph, evidence: evidence, report: report, jobs: options.jobs)
    } catch {
      throw ExportError(.unwritable, "the graph cannot be written: \(error)")
    }
    let former = posts.former.flatMap { former in
      former.explorer.map { (former.files, $0, former.difference(to: graph, kept: Set(posts.kept.keys))) }
    }
    return site.files(former: former)
  }

  private func assemble(
    _ posts: PostStage, _ graph: BlogGraph, _ report: TracedReport, _ pages: PageStage,
    _ explorer: ExplorerFiles.Made?, _ graphFiles: Concurrent<Result<[OutputFile], any Error>>
  ) throws(ExportError) -> Export {
    do {
      var files = try report.files(base: graph.iris) + pages.files + (explorer?.files ?? [])
      files = try graphFiles.get().get() + files
      var paths: Set<String> = []
      files = files.filter { paths.insert($0.path).inserted }
      files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      let violations = report.violationCount
      var summary = ExportSummary(
        blog: posts.blog, graph: graph, pages: pages.counts, effects: posts.curated.effects, violations: violations,
        remarks: report.results.count - violations)
      summary.lacksPictures = explorer?.hasPictures == false
      return Export(files: files, pages: pages.made, summary: summary)
    } catch {
      throw ExportError(.unwritable, "the graph cannot be written: \(error)")
    }
  }
}
