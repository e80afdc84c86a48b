import KnowledgeGraph
import RDFModel

/// Whether a page's terms are schema.org's, stand where they belong and hold what they take.
struct PageVocabulary {
  let terms: SchemaTerms

  struct Fault {
    var check: PageCheck
    var severity: PageFinding.Severity
    var node: Term
    var property: IRI?
    var message: String
  }

  func faults(_ quads: [Quad]) -> [Fault] {
    var types: [Term: [String]] = [:]
    var faults: [Fault] = []
    for quad in quads where quad.predicate == RDF.type {
      guard let iri = quad.object.iri, let name = SchemaTerms.name(iri) else { continue }
      if terms.kinds(of: name) == nil {
        faults.append(
          Fault(
            check: .knownTerm, severity: .violation, node: quad.subject, property: nil,
            message: "schema.org has no type \(name)"))
      } else {
        types[quad.subject, default: []].append(name)
      }
    }
    for quad in quads where quad.predicate != RDF.type {
      guard let name = SchemaTerms.name(quad.predicate) else { continue }
      guard let property = terms.property(name) else {
        faults.append(
          Fault(
            check: .knownTerm, severity: .violation, node: quad.subject, property: quad.predicate,
            message: "schema.org has no property \(name)"))
        continue
      }
      faults += domain(quad, name, property, types[quad.subject] ?? [])
      faults += range(quad, name, property, types[quad.object] ?? [])
    }
    return faults
  }

  private static func isAddress(_ text: String) -> Bool { text.hasPrefix("https://") || text.hasPrefix("http://") }

  private func isOneOf(_ types: [String], _ wanted: [String]) -> Bool {
    types.contains { type in wanted.contains { terms.kinds(of: type)?.contains($0) == true } }
  }

  private func domain(_ quad: Quad, _ name: String, _ property: SchemaTerms.Property, _ types: [String]) -> [Fault] {
    // A role stands between a thing and a value of any of its properties.
    guard !types.isEmpty, !isOneOf(types, property.domains + ["Role"]) else { return [] }
    return [
      Fault(
        check: .domain, severity: .violation, node: quad.subject, property: quad.predicate,
        message: "\(name) is no property of \(types.joined(separator: " and ")), but of "
          + property.domains.joined(separator: ", "))
    ]
  }

  private func range(_ quad: Quad, _ name: String, _ property: SchemaTerms.Property, _ types: [String]) -> [Fault] {
    func fault(_ severity: PageFinding.Severity, _ found: String) -> [Fault] {
      [
        Fault(
          check: .range, severity: severity, node: quad.subject, property: quad.predicate,
          message: "\(name) takes \(property.ranges.joined(separator: ", ")), not \(found)")
      ]
    }
    let ranges = property.ranges
    switch quad.object {
    case .literal(let literal):
      if literal.datatype == XSD.boolean, !ranges.contains("Boolean") {
        return fault(.violation, "“\(literal.lexicalForm)”")
      }
      // schema.org takes a text for anything, and everybody who reads it had rather have the thing.
      if ranges.contains(where: terms.isData) || Self.isAddress(literal.lexicalForm) { return [] }
      return fault(.warning, "a text")
    case .iri, .blankNode:
      // An address may be that of a thing which the page describes.
      guard !types.isEmpty, !ranges.contains("URL") else { return [] }
      if isOneOf(types, ranges + ["Role"]) { return [] }
      return fault(.violation, types.joined(separator: " and "))
    }
  }
}
