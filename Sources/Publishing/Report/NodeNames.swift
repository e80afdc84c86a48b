import KnowledgeGraph
public import RDFModel

/// What people call the nodes of a graph: a kind and a name (`Talk "Operators at Scale"`), and short forms of terms.
public struct NodeNames: Sendable {
  private let terms: TermTable
  /// By a node's number: the literal that names it, or none.
  private var names: [TermID]
  /// By a node's number: where its kind stands in `kindNames`, or behind them all.
  private var kinds: [UInt8]

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
    terms = dataset.terms
    names = Array(repeating: .none, count: terms.count + 1)
    kinds = Array(repeating: UInt8(Self.kindNames.count), count: terms.count + 1)
    // Numbers are compared, not terms: datasets are big, and few of their nodes are asked for.
    let type = terms.find(.iri(RDF.type)) ?? .none
    var kindsByID: [TermID: UInt8] = [:]
    for (index, kind) in Self.kindNames.enumerated() {
      if let id = terms.find(.iri(kind.0)) { kindsByID[id] = UInt8(index) }
    }
    for naming in [Schema.headline, Schema.name, RDFS.label].reversed() {
      guard let predicate = terms.find(.iri(naming)) else { continue }
      var isNamed = [Bool](repeating: false, count: names.count)
      for quad in dataset.quads where quad.triple.predicate == predicate {
        guard terms.kind(quad.triple.object) == .literal else { continue }
        let node = Int(quad.triple.subject.rawValue)
        // Of several names of one rank the one that sorts first: the dataset's order must not show.
        if isNamed[node], lexicalForm(names[node]) <= lexicalForm(quad.triple.object) { continue }
        isNamed[node] = true
        names[node] = quad.triple.object
      }
    }
    for quad in dataset.quads where quad.triple.predicate == type {
      guard let kind = kindsByID[quad.triple.object] else { continue }
      kinds[Int(quad.triple.subject.rawValue)] = min(kinds[Int(quad.triple.subject.rawValue)], kind)
    }
  }

  private func lexicalForm(_ id: TermID) -> String { terms[id].literal?.lexicalForm ?? "" }

  public func name(_ term: Term) -> String? {
    guard let id = terms.find(term), names[Int(id.rawValue)] != .none else { return nil }
    return lexicalForm(names[Int(id.rawValue)])
  }

  public func kind(_ term: Term) -> String? {
    guard let id = terms.find(term) else { return nil }
    let kind = Int(kinds[Int(id.rawValue)])
    return kind < Self.kindNames.count ? Self.kindNames[kind].1 : nil
  }

  /// `Talk "Operators at Scale"`, or the term itself.
  public func title(_ term: Term) -> String {
    guard let name = name(term) else { return text(term) }
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
