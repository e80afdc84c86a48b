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
  /// - Parameter known: source files of posts whose evidence an earlier run found without fault.
  func report(on graph: BlogGraph, known: Set<String> = []) throws(ExportError) -> TracedReport {
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
      locator: SourceLocator(content: rest, evidence: self.evidence(of: graph, about: nodes, in: rest), nodes: nodes),
      names: NodeNames(rest))
  }

  private func whole(_ graph: BlogGraph, _ validator: Validator, _ classes: Dataset) -> TracedReport {
    let content = graph.everything()
    let report = validator.validate(content, ontology: classes)
    return TracedReport(
      report, locator: SourceLocator(content: content, nodes: report.results.map(\.focusNode)),
      names: NodeNames(content))
  }

  /// Of the posts that say something of the nodes.
  private func evidence(of graph: BlogGraph, about nodeTerms: [Term], in content: Dataset) -> Dataset {
    let nodes = Set(nodeTerms.compactMap(content.terms.find))
    let graphs = Set(content.quads.filter { nodes.contains($0.triple.subject) }.map(\.graph))
    var evidence = Dataset()
    for post in graph.posts {
      guard let id = content.terms.find(.iri(post.post)), graphs.contains(id) else { continue }
      post.insertEvidence(into: &evidence)
    }
    return Self.assertions(about: nodeTerms, in: evidence)
  }

  /// Few assertions of a post speak of a node that something is wrong with.
  private static func assertions(about nodes: [Term], in evidence: Dataset) -> Dataset {
    let nodes = Set(nodes.compactMap(evidence.terms.find))
    let parts = Set([RDF.subject, RDF.object].compactMap { evidence.terms.find(.iri($0)) })
    let selector = evidence.terms.find(.iri(OA.hasSelector))
    var wanted = Set(
      evidence.quads.filter { parts.contains($0.triple.predicate) && nodes.contains($0.triple.object) }
        .map(\.triple.subject))
    wanted.formUnion(
      evidence.quads.filter { $0.triple.predicate == selector && wanted.contains($0.triple.subject) }
        .map(\.triple.object))
    var kept = Dataset(terms: evidence.terms)
    kept.insert(contentsOf: evidence.quads.filter { wanted.contains($0.triple.subject) })
    return kept
  }

  private func read(_ path: String) throws(ExportError) -> Dataset {
    var dataset = Dataset()
    do { try RDFReader(format: .turtle, file: path).read(try ontology.bytes(path), into: &dataset) } catch {
      throw ExportError(.badOntology, "\(error)")
    }
    return dataset
  }
}
