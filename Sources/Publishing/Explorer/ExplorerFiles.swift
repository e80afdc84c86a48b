import Explorer
import KnowledgeGraph
import Posts
import RDFModel
import SHACL

/// The explorer of an export.
struct ExplorerFiles {
  private let explorer: Explorer
  private let jobs: Int

  /// - Parameter evidence: over the terms of the graph's content.
  init(
    site: Site, graph: BlogGraph, evidence: EvidenceIndex, report: TracedReport, jobs: Int
  ) throws(ExplorerError) {
    let input = ExplorerInput(
      content: Self.content(graph), evidence: evidence, findings: report.results.map { Self.finding($0, report) },
      base: graph.iris.base, title: site.title, defaultLanguage: site.defaultLanguage, dataFiles: Self.dataFiles)
    explorer = try Explorer(input, graphviz: Graphviz())
    self.jobs = jobs
  }

  /// What the landing page links to.
  private static let dataFiles = ["graph.ttl", "graph.jsonld", "graph.nq", "evidence.nq", "dataset.nq", "report.ttl"]

  struct Made {
    var files: [OutputFile]
    /// What is kept of them.
    var memory: ExplorerMemory
    var hasPictures: Bool
  }

  /// All of its files.
  ///
  /// - Parameter former: the files and the memory of the export before, with the IRIs whose statements have changed since.
  func files(former: (files: FormerFiles, memory: ExplorerMemory, touched: Set<String>)?) -> Made {
    let comparison = former.flatMap { explorer.compare($0.memory, touched: $0.touched) }
    var kept: [(page: ExplorerPage, file: OutputFile)] = []
    var changed: [ExplorerPage] = []
    for page in explorer.pages {
      let path = explorer.path(page)
      if comparison?.isUnchanged(path) == true, let file = former?.files[path] {
        kept.append((page, file))
      } else {
        changed.append(page)
      }
    }
    let made = explorer.make(changed, jobs: jobs) { pages, make in pages.parallelMap(jobs: jobs, make) }
    let files = (made.map(\.file) + explorer.assets).map { OutputFile(path: $0.path, bytes: $0.bytes) }
    return Made(
      files: files + kept.map(\.file), memory: explorer.memory(of: made, keeping: comparison, kept.map(\.page)),
      hasPictures: explorer.hasPictures)
  }

  /// What the site's configuration says is about no thing of the posts.
  private static func content(_ graph: BlogGraph) -> Dataset {
    let all = graph.content()
    let site = all.terms.find(.iri(graph.iris.site))
    var content = Dataset(terms: all.terms)
    content.insert(contentsOf: all.quads.filter { $0.graph != site })
    return content
  }

  private static func finding(_ result: TracedReport.Result, _ report: TracedReport) -> ExplorerInput.Finding {
    let severity: ExplorerInput.Finding.Severity =
      switch result.result.severity {
      case SH.warning: .warning
      case SH.info: .info
      default: .violation
      }
    let node = result.result.focusNode
    return ExplorerInput.Finding(
      severity: severity, node: node.iri?.string ?? "", title: report.names.title(node),
      message: report.message(result), places: result.locations.map { ($0.file, $0.line) })
  }
}
