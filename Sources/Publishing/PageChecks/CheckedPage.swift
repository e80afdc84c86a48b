import JSONLD
import KnowledgeGraph
import RDFModel

/// A page's structured data, read for its checks.
struct CheckedPage {
  let file: String
  private(set) var scripts: [PageScript] = []
  private(set) var findings: [PageFinding] = []
  private(set) var dataset = Dataset()
  private(set) var quads: [Quad] = []
  /// The page's address as it tells it.
  private(set) var address: String?

  var hasData: Bool { !scripts.isEmpty || !findings.isEmpty }

  /// - Parameter isHTML: otherwise the bytes are one JSON-LD document.
  init(file: String, bytes: [UInt8], isHTML: Bool) {
    self.file = file
    if isHTML {
      let page = HTMLPage(bytes)
      address = page.canonical.flatMap { IRI($0).isWritable ? $0 : nil }
      for script in page.scripts { read(line: script.line, page.places(of: script)) { try page.document(of: script) } }
    } else {
      read(line: 1, JSONPlaces(bytes)) { try JSONValue(parsing: bytes) }
    }
    quads = dataset.quads.map(dataset.decode)
    if address == nil {
      address =
        quads.first { $0.predicate == RDF.type && $0.object.iri == Schema.term("BlogPosting") }?.subject.iri?.string
    }
  }

  private mutating func read(line: Int, _ places: JSONPlaces?, _ parse: () throws -> JSONValue) {
    let document: JSONValue
    do {
      document = try parse()
    } catch {
      let fault = error as? JSONLDError
      add(.json, fault?.line ?? line, "this is no JSON: \(fault?.message ?? "\(error)")")
      return
    }
    guard let places else { return }
    let script = PageScript(document, places: places, number: scripts.count + 1)
    for finding in script.findings { add(finding.check, finding.line, finding.message) }
    do {
      try JSONLDProcessor(options: .init(base: PageScript.relative)).toRDF(script.document, into: &dataset)
      scripts.append(script)
    } catch {
      add(.context, line, "this is no JSON-LD that can be read here: \((error as? JSONLDError)?.message ?? "\(error)")")
    }
  }

  private mutating func add(_ check: PageCheck, _ line: Int, _ message: String) {
    findings.append(
      PageFinding(file: file, line: line, severity: .violation, check: check.rawValue, subject: "", message: message))
  }

  func line(of node: Term, property: IRI?) -> Int {
    guard let id = node.iri?.string else { return 1 }
    return scripts.lazy.compactMap { $0.line(of: id, property: property) }.first ?? 1
  }

  /// `BlogPosting "A title"`, or what is known of it.
  func name(_ node: Term) -> String {
    let own = quads.filter { $0.subject == node }
    let type = own.first { $0.predicate == RDF.type }?.object.iri.flatMap(SchemaTerms.name) ?? "Thing"
    for property in [Schema.headline, Schema.name] {
      if let name = own.first(where: { $0.predicate == property })?.object.literal {
        return "\(type) \"\(name.lexicalForm)\""
      }
    }
    guard let id = node.iri?.string, !id.hasPrefix(PageScript.namespace) else { return type }
    return "\(type) <\(id)>"
  }
}
