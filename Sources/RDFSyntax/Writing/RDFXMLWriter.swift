public import RDFModel

/// Writes a graph as RDF/XML (RDF 1.1 XML Syntax): one `rdf:Description` a subject, sorted, each statement a property
/// element, nothing nested.
///
/// RDF/XML has no form for every graph: a predicate must end in an XML name, and text must consist of XML's characters.
/// What has none is refused, as nothing else would read back the same.
public struct RDFXMLWriter: Sendable {
  /// Prefixes that may be used for predicates; others are made up. Of two definitions of a prefix the later counts.
  public var prefixes: [(prefix: String, namespace: String)]

  public init(prefixes: [(prefix: String, namespace: String)] = []) { self.prefixes = prefixes }

  /// - Throws: `WriteError` before anything is written when a statement cannot be, or when it stands in a named graph;
  ///   and what the sink throws.
  public func write(_ dataset: Dataset, to sink: inout some ByteSink) throws {
    let names = try checked(dataset)
    var output = OutputBuffer()
    output.text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF")
    for (prefix, namespace) in names.declarations {
      output.text("\n  xmlns:\(prefix)=\"\(XMLText.attribute(namespace))\"")
    }
    output.text(">\n")
    var subject = TermID.none
    var nodes: [TermID: Int] = [:]
    func reference(_ term: Term, _ id: TermID, _ attribute: String) -> String {
      if case .iri(let iri) = term { return "rdf:\(attribute)=\"\(XMLText.attribute(iri.string))\"" }
      // Labels are nobody's names: not every one is an XML name.
      let number = nodes[id] ?? nodes.count + 1
      nodes[id] = number
      return "rdf:nodeID=\"b\(number)\""
    }
    for quad in CanonicalOrder(dataset).groupedQuads(typeFirst: true) {
      let triple = quad.triple
      if triple.subject != subject {
        if subject != .none { output.text("  </rdf:Description>\n") }
        subject = triple.subject
        output.text("  <rdf:Description \(reference(dataset.terms[subject], subject, "about"))>\n")
      }
      let name = names.names[triple.predicate] ?? ""
      let object = dataset.terms[triple.object]
      if case .literal(let literal) = object {
        let kind =
          if let language = literal.language {
            " xml:lang=\"\(language)\""
          } else if literal.datatype != XSD.string {
            " rdf:datatype=\"\(XMLText.attribute(literal.datatype.string))\""
          } else {
            ""
          }
        output.text("    <\(name)\(kind)>\(XMLText.content(literal.lexicalForm))</\(name)>\n")
      } else {
        output.text("    <\(name) \(reference(object, triple.object, "resource"))/>\n")
      }
      try output.flushIfFull(to: &sink)
    }
    if subject != .none { output.text("  </rdf:Description>\n") }
    output.text("</rdf:RDF>\n")
    try output.flush(to: &sink)
  }

  private func checked(_ dataset: Dataset) throws(WriteError) -> XMLPredicateNames {
    var checks = TermChecks(dataset)
    var names = XMLPredicateNames(prefixes)
    for quad in dataset.quads {
      try checks.check(quad, namedGraphs: false)
      let decoded = dataset.decode(quad)
      guard names.take(quad.triple.predicate, decoded.predicate) else {
        throw WriteError(
          code: .noXMLForm, message: "RDF/XML cannot write the predicate <\(decoded.predicate.string)>", quad: decoded)
      }
      if let literal = decoded.object.literal, !literal.lexicalForm.unicodeScalars.allSatisfy(XMLText.isCharacter) {
        throw WriteError(
          code: .noXMLForm,
          message: "a text has a character that XML does not allow: "
            + literal.lexicalForm.unicodeScalars.map { XMLText.isCharacter($0) ? String($0) : "�" }.joined(),
          quad: decoded)
      }
    }
    return names
  }
}

extension WriteError.Code {
  /// A predicate or a text that RDF/XML has no form for.
  public static let noXMLForm = Self(rawValue: "no-xml-form")
}

extension OutputBuffer {
  fileprivate mutating func text(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
