import KnowledgeGraph
public import OntologyData
import RDFModel
import RDFSyntax
import SHACL

/// Holds the structured data of pages against what search engines ask for (`ontology/page-shapes.ttl`) and against
/// schema.org's own vocabulary: of any built site, whoever made it.
public struct PageValidator: Sendable {
  private let terms: SchemaTerms
  private let hierarchy: Dataset
  private let shapes: ShapesGraph

  /// - Throws: `ExportError` when the ontology's files cannot be used.
  public init(ontology: OntologyFolder = .builtIn) throws(ExportError) {
    do {
      terms = try SchemaTerms(ontology)
      var dataset = Dataset()
      try RDFReader(format: .turtle, file: "page-shapes.ttl").read(
        try ontology.bytes("page-shapes.ttl"), into: &dataset)
      shapes = try ShapesGraph(dataset)
    } catch {
      throw ExportError(.badOntology, "the page shapes cannot be used: \(error)")
    }
    hierarchy = terms.hierarchy
  }

  /// - Parameter pages: names for messages and bytes; what is no HTML is JSON-LD.
  public func validate(_ pages: [(file: String, bytes: [UInt8])], jobs: Int = 1) -> PageReport {
    let read = pages.parallelMap(jobs: jobs) { page in
      CheckedPage(file: page.file, bytes: page.bytes, isHTML: PageFiles.isHTML(page.file))
    }
    var described: Set<String> = []
    for page in read {
      if let address = page.address { described.insert(address) }
      for quad in page.quads {
        if case .iri(let iri) = quad.subject { described.insert(iri.string) }
        // The home page is known by the site's url, whoever describes it.
        if quad.predicate == Schema.url, case .iri(let iri) = quad.object { described.insert(iri.string) }
      }
    }
    let known = described
    let found = read.parallelMap(jobs: jobs) { findings($0, known) }
    return PageReport(
      pageCount: read.count, withData: read.count(where: \.hasData),
      findings: found.flatMap { $0 }.sorted(by: Self.precedes))
  }

  private func findings(_ page: CheckedPage, _ described: Set<String>) -> [PageFinding] {
    var found = page.findings
    for fault in PageConnections(terms: terms, described: described).faults(page) {
      found.append(
        finding(page, fault.check.rawValue, .violation, fault.node, line: fault.line, nil, fault.message))
    }
    for fault in PageVocabulary(terms: terms).faults(page.quads) {
      found.append(
        finding(page, fault.check.rawValue, fault.severity, fault.node, line: nil, fault.property, fault.message))
    }
    for result in Validator(shapes: shapes).validate(page.dataset, ontology: hierarchy).results {
      let severity: PageFinding.Severity =
        switch result.severity {
        case SH.warning: .warning
        case SH.info: .info
        default: .violation
        }
      let shape = result.sourceShape.iri?.string.split(separator: "#").last.map(String.init) ?? ""
      found.append(
        finding(
          page, shape, severity, result.focusNode, line: nil, result.path?.predicate,
          result.message(languages: ["en"]) + Self.shown(result.value)))
    }
    return found
  }

  private static func shown(_ value: Term?) -> String {
    switch value {
    case .literal(let literal)?: " (found “\(literal.lexicalForm)”)"
    case .iri(let iri)? where iri.string.hasPrefix(PageScript.relative):
      " (found “\(iri.string.dropFirst(PageScript.relative.count))”)"
    case .iri(let iri)? where !iri.string.hasPrefix(PageScript.namespace): " (found <\(iri.string)>)"
    default: ""
    }
  }

  private func finding(
    _ page: CheckedPage, _ check: String, _ severity: PageFinding.Severity, _ node: Term, line: Int?, _ property: IRI?,
    _ message: String
  ) -> PageFinding {
    // A shape that looks at values has the value as its focus, which is described by who has it.
    let holder = page.quads.contains { $0.subject == node } ? nil : page.quads.first { $0.object == node }
    let subject = page.name(holder?.subject ?? node)
    let place = page.line(of: holder?.subject ?? node, property: holder?.predicate ?? property)
    return PageFinding(
      file: page.file, line: line ?? place, severity: severity, check: check, subject: subject, message: message)
  }

  private static func precedes(_ a: PageFinding, _ b: PageFinding) -> Bool {
    if a.file != b.file { return a.file.utf8.lexicographicallyPrecedes(b.file.utf8) }
    return (a.line, a.severity, a.check, a.subject, a.message) < (b.line, b.severity, b.check, b.subject, b.message)
  }
}
