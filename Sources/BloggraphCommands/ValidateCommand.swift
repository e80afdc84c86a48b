public import ArgumentParser
import Foundation
import KnowledgeGraph
import OntologyData
public import Publishing
import RDFModel
import RDFSyntax
import SHACL

struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Hold RDF against SHACL shapes, or a site's pages against what search engines ask for.",
    discussion: """
      Reads Turtle, TriG, N-Triples, N-Quads, RDF/XML and JSON-LD, also out of HTML pages. Without --shapes the data is held against the shapes of \
      bloggraph's own ontology; any other shapes work as well. The union of all graphs is validated. Results of an export \
      say the post's file and line; for graph.nq, evidence.nq beside it is read too.

      With --pages, DATA is the folder of a built site, whoever built it, or single pages: the JSON-LD in them is held \
      against what Google requires and recommends and against schema.org's own vocabulary, page by page.

      Examples:
        bloggraph validate output/graph.nq
        bloggraph validate --pages public/
        bloggraph validate data.ttl --shapes shapes.ttl --format turtle
        bloggraph validate output/graph.nq --format github --source-root content/

      Exit status: 0 no violations (warnings and notes do not count), 1 violations or data that does not parse, 2 wrong use or \
      shapes that cannot be used.
      """)

  enum Severity: String, ExpressibleByArgument, CaseIterable { case violation, warning, info }

  @Argument(help: ArgumentHelp("Files to validate, `-` for standard input.", valueName: "data"))
  var data: [String]

  @Option(parsing: .upToNextOption, help: ArgumentHelp("Shapes in place of the built-in ones.", valueName: "file"))
  var shapes: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Where subclasses are read, in place of the built-in.", valueName: "file"))
  var ontology: [String] = []

  @Flag(help: "Check the structured data of a site's pages.")
  var pages = false

  @Option(help: ArgumentHelp("The data's syntax: \(FormatOption.names).", valueName: "syntax"))
  var from: FormatOption?

  @Option(help: "How the report is written.")
  var format = ReportForm.text

  @Option(help: "Leave out results that are less severe.")
  var severity = Severity.info

  @Option(help: ArgumentHelp("Show no more results than this.", valueName: "n"))
  var maxResults: Int?

  @Option(help: ArgumentHelp("The content folder, put before the posts' files in annotations.", valueName: "dir"))
  var sourceRoot: String?

  func validate() throws {
    if let maxResults, maxResults < 1 { throw ValidationError("--max-results must be 1 or more") }
    guard pages else { return }
    if !shapes.isEmpty || !ontology.isEmpty || from != nil || sourceRoot != nil {
      throw ValidationError("--pages goes with --format, --severity and --max-results only")
    }
    if [.turtle, .jsonld].contains(format) { throw ValidationError("--pages writes text, json or github") }
  }

  func run() throws {
    guard !pages else { return try validatePages() }
    let shapesGraph = try readShapes()
    let ontologyData = try read(ontology, builtIn: ["bloggraph.ttl"])
    var reader = GraphInput(format: from?.format)
    try InputFailures.reading { for path in data { try reader.read(path) } }
    let report = Validator(
      shapes: shapesGraph, options: .init(jobs: ProcessInfo.processInfo.activeProcessorCount)
    ).validate(reader.dataset, ontology: ontologyData)
    let evidence = try report.results.isEmpty ? Dataset() : readEvidence()
    let locator = SourceLocator(
      content: reader.dataset,
      evidence: EvidenceIndex(Assertion.all(in: evidence), terms: reader.dataset.terms),
      nodes: report.results.map(\.focusNode))
    let traced = TracedReport(report, locator: locator, names: NodeNames(reader.dataset))
      .filtered(severities: severities, maxResults: maxResults)
    try InputFailures.writing { Console.out(try traced.bytes(as: format, sourceRoot: sourceRoot)) }
    // A report in RDF has no place for it, and nobody should take silence for a check.
    if format == .turtle || format == .jsonld {
      for unchecked in report.unchecked { Console.complain(unchecked.description) }
    }
    if traced.failureCount > 0 { throw ExitCode(ExitStatus.problems) }
  }

  private func validatePages() throws {
    let report: PageReport
    do {
      let files = try data.flatMap { try PageFiles.list($0, withJSONLD: true) }
      let pages = try files.map { (file: $0, bytes: try PageFiles.read($0)) }
      report = try PageValidator().validate(pages, jobs: ProcessInfo.processInfo.activeProcessorCount)
    } catch {
      throw CommandFailure("\(error)")
    }
    let least: PageFinding.Severity =
      switch severity {
      case .violation: .violation
      case .warning: .warning
      case .info: .info
      }
    if let bytes = report.filtered(from: least, maxResults: maxResults).bytes(as: format) { Console.out(bytes) }
    if report.violationCount > 0 { throw ExitCode(ExitStatus.problems) }
  }

  /// What lies beside exports says where their facts come from.
  private func readEvidence() throws -> Dataset {
    var reader = GraphInput()
    try InputFailures.reading { for path in data.compactMap(EvidenceFiles.beside) { try reader.read(path) } }
    return reader.dataset
  }

  /// Own severities are kept: nobody knows how grave they are.
  private var severities: (IRI) -> Bool {
    let left: Set<IRI> =
      switch severity {
      case .violation: [SH.warning, SH.info]
      case .warning: [SH.info]
      case .info: []
      }
    return { !left.contains($0) }
  }

  private func readShapes() throws -> ShapesGraph {
    let dataset = try read(shapes, builtIn: ["shapes.ttl"])
    // Data given as shapes by mistake would let everything pass.
    let namespace = Array("<http://www.w3.org/ns/shacl#".utf8)
    guard dataset.quads.contains(where: { dataset.terms.canonicalBytes($0.triple.predicate).starts(with: namespace) })
    else { throw CommandFailure("no shapes in \(shapes.joined(separator: ", "))") }
    do {
      return try ShapesGraph(dataset)
    } catch {
      throw CommandFailure("the shapes cannot be used:\n\(error)")
    }
  }

  private func read(_ files: [String], builtIn: [String]) throws -> Dataset {
    var reader = GraphInput()
    if files.isEmpty {
      for path in builtIn {
        try InputFailures.reading { try reader.read(OntologyFolder.builtIn.bytes(path), as: .turtle, name: path) }
      }
    } else {
      try InputFailures.reading { try Imports.read(files, into: &reader) { Console.complain($0) } }
    }
    return reader.dataset
  }
}

extension ReportForm: ExpressibleByArgument {}
