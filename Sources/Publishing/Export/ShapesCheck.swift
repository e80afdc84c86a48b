import KnowledgeGraph
import OntologyData
import RDFModel
import RDFSyntax
import SHACL

/// Holds a graph against the shapes of the ontology.
struct ShapesCheck {
  let ontology: OntologyFolder
  let jobs: Int

  /// Everything that an export writes is checked, its evidence and its description of itself too.
  ///
  /// - Parameters:
  ///   - evidenceIndex: of the graph's evidence, over the terms of its content.
  ///   - known: source files of posts whose evidence an earlier run found without fault.
  func report(
    on graph: BlogGraph, _ evidenceIndex: EvidenceIndex, known: Set<String> = []
  ) throws(ExportError) -> TracedReport {
    let shapes: ShapesGraph
    do { shapes = try ShapesGraph(try read("shapes.ttl")) } catch {
      throw ExportError(.badOntology, "the shapes cannot be used: \(error)")
    }
    let classes = try read("bloggraph.ttl")
    let validator = Validator(shapes: shapes, options: .init(jobs: jobs))
    // The built-in shapes look at evidence and at the rest apart: no path leads from one to the other. Nobody knows that of
    // others.
    guard ontology == .builtIn else { return whole(graph, validator, classes) }
    var evidence = Dataset()
    for post in graph.posts where !known.contains(post.sourceFile) { post.insertEvidence(into: &evidence) }
    guard validator.validate(evidence, ontology: classes).results.isEmpty else {
      return whole(graph, validator, classes)
    }
    let rest = graph.withoutEvidence()
    let report = validator.validate(rest, ontology: classes)
    let nodes = report.results.map(\.focusNode)
    return TracedReport(
      report,
      locator: SourceLocator(content: rest, evidence: evidenceIndex, nodes: nodes),
      names: NodeNames(rest))
  }

  private func whole(_ graph: BlogGraph, _ validator: Validator, _ classes: Dataset) -> TracedReport {
    let content = graph.everything()
    let report = validator.validate(content, ontology: classes)
    return TracedReport(
      report, locator: SourceLocator(content: content, nodes: report.results.map(\.focusNode)),
      names: NodeNames(content))
  }

  private func read(_ path: String) throws(ExportError) -> Dataset {
    var dataset = Dataset()
    do { try RDFReader(format: .turtle, file: path).read(try ontology.bytes(path), into: &dataset) } catch {
      throw ExportError(.badOntology, "\(error)")
    }
    return dataset
  }
}
