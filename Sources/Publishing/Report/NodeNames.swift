import KnowledgeGraph
public import RDFModel

/// What people call the nodes of a graph: a kind and a name (`Talk "Operators at Scale"`), and short forms of terms.
public struct NodeNames: Sendable {
  private var names: [Term: String] = [:]
  private var kinds: [Term: Int] = [:]

  /// The closest kind wins: a talk is an event too.
  private static let kindNames: [(IRI, String)] = [
    (Schema.term("BlogPosting"), "Post"), (BG.term("Talk"), "Talk"), (BG.milestone, "Milestone"),
    (BG.release, "Release"), (BG.term("Project"), "Project"), (BG.term("Product"), "Product"),
    (Schema.term("Person"), "Person"), (Schema.term("Organization"), "Organization"),
    (Schema.term("EventSeries"), "Series"), (Schema.term("Event"), "Event"), (Schema.term("Place"), "Place"),
    (Schema.term("ImageObject"), "Picture"), (Schema.term("PresentationDigitalDocument"), "Slides"),
    (Schema.term("VideoObject"), "Video"),
  ]

  private static let prefixes: [(String, String)] = [
    (Schema.namespace, "schema:"), ("https://schema.org/", "schema:"), (BG.namespace, "bg:"), (RDF.namespace, "rdf:"),
    (RDFS.namespace, "rdfs:"), (XSD.namespace, "xsd:"), (OA.namespace, "oa:"), (PROV.namespace, "prov:"),
    (DCTerms.namespace, "dct:"), (VoID.namespace, "void:"), ("http://www.w3.org/ns/shacl#", "sh:"),
    ("http://www.w3.org/2004/02/skos/core#", "skos:"), ("http://xmlns.com/foaf/0.1/", "foaf:"),
    ("http://usefulinc.com/ns/doap#", "doap:"), ("http://www.w3.org/2002/07/owl#", "owl:"),
  ]

  public init(_ dataset: Dataset) {
    let naming = [Schema.headline, Schema.name, RDFS.label]
    var ranks: [Term: (Int, String)] = [:]
    for id in dataset.quads {
      let quad = dataset.decode(id)
      if quad.predicate == RDF.type, case .iri(let type) = quad.object,
        let kind = Self.kindNames.firstIndex(where: { $0.0 == type })
      {
        kinds[quad.subject] = min(kinds[quad.subject] ?? .max, kind)
      }
      guard let rank = naming.firstIndex(of: quad.predicate), let name = quad.object.literal?.lexicalForm else {
        continue
      }
      // Of several names of one rank the one that sorts first: the dataset's order must not show.
      if let known = ranks[quad.subject], known < (rank, name) { continue }
      ranks[quad.subject] = (rank, name)
    }
    names = ranks.mapValues(\.1)
  }

  public func name(_ term: Term) -> String? { names[term] }

  public func kind(_ term: Term) -> String? { kinds[term].map { Self.kindNames[$0].1 } }

  /// `Talk "Operators at Scale"`, or the term itself.
  public func title(_ term: Term) -> String {
    guard let name = names[term] else { return text(term) }
    return (kind(term).map { $0 + " " } ?? "") + "\"\(name)\""
  }

  /// A prefixed name where a namespace is known, the quoted text of a literal, an IRI in angle brackets.
  public func text(_ term: Term) -> String {
    switch term {
    case .iri(let iri): Self.short(iri) ?? "<\(iri.string)>"
    case .blankNode(let node): "_:\(node.label)"
    case .literal(let literal):
      "\"\(literal.lexicalForm)\""
        + (literal.language.map { "@" + $0 }
          ?? (literal.datatype == XSD.string ? "" : "^^" + text(.iri(literal.datatype))))
    }
  }

  /// `schema:name` for `http://schema.org/name`; `nil` where no prefix fits.
  public static func short(_ iri: IRI) -> String? {
    for (namespace, prefix) in prefixes where iri.string.hasPrefix(namespace) {
      let local = iri.string.dropFirst(namespace.count)
      guard !local.isEmpty, local.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }) else { continue }
      return prefix + local
    }
    return nil
  }
}
