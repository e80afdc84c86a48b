import Explorer
import KnowledgeGraph
import Posts
import RDFModel
import SHACL

/// The explorer of an export.
struct ExplorerFiles {
  private let explorer: Explorer
  private let jobs: Int

  init(site: Site, graph: BlogGraph, report: TracedReport, jobs: Int) throws(ExplorerError) {
    let input = ExplorerInput(
      content: graph.posts.flatMap(\.quads) + graph.gazetteer, evidence: Assertion.all(in: graph.evidence()),
      findings: report.results.map { Self.finding($0, report) }, base: graph.iris.base, title: site.title,
      defaultLanguage: site.defaultLanguage, dataFiles: Self.dataFiles)
    explorer = try Explorer(input, graphviz: Graphviz(), jobs: jobs)
    self.jobs = jobs
  }

  /// What the landing page links to.
  private static let dataFiles = ["graph.ttl", "graph.jsonld", "graph.nq", "evidence.nq", "dataset.nq", "report.ttl"]

  var hasPictures: Bool { explorer.hasPictures }

  func files() -> [OutputFile] {
    (explorer.pages.parallelMap(jobs: jobs) { explorer.file($0) } + explorer.assets).map {
      OutputFile(path: $0.path, bytes: $0.bytes)
    }
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
