import KnowledgeGraph
import OntologyData
import RDFModel
import RDFSyntax
import SHACL

/// Holds a graph against the shapes of the ontology.
struct ShapesCheck {
  let ontology: OntologyFolder
  let jobs: Int

  func report(on graph: BlogGraph) throws(ExportError) -> TracedReport {
    // Everything that an export writes, its evidence and its description of itself too.
    let content = graph.everything()
    let shapes: ShapesGraph
    do { shapes = try ShapesGraph(try read("shapes.ttl")) } catch {
      throw ExportError(.badOntology, "the shapes cannot be used: \(error)")
    }
    let report = Validator(shapes: shapes, options: .init(jobs: jobs)).validate(
      content, ontology: try read("bloggraph.ttl"))
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
