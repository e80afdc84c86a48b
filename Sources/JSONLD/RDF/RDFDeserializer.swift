internal import RDFModel

/// Deserialize JSON-LD to RDF (JSON-LD 1.1 API §8.1): expanded form to quads.
struct RDFDeserializer {
  let options: JSONLDProcessor.Options
  var issuer: BlankNodeIssuer

  init(options: JSONLDProcessor.Options, blankNodePrefix: String) {
    self.options = options
    issuer = BlankNodeIssuer(prefix: blankNodePrefix)
  }

  mutating func convert(_ expanded: [JSONValue], into dataset: inout Dataset) throws {
    var generator = NodeMapGenerator(issuer: issuer)
    try generator.add(expanded)
    issuer = generator.issuer
    let map = generator.map
    for name in map.sortedNames {
      var graph: Term?
      if name != "@default" {
        guard let term = Self.resource(name) else { continue }
        graph = term
      }
      for node in map.graph(name).sorted() {
        guard let subject = Self.resource(node.id) else { continue }
        for (property, values) in node.object.sorted() {
          add(subject, property, values, graph, &dataset)
        }
      }
    }
  }

  private mutating func add(
    _ subject: Term, _ property: String, _ values: JSONValue, _ graph: Term?, _ dataset: inout Dataset
  ) {
    if property == "@type" {
      for type in values.items {
        guard let object = type.string.flatMap(Self.resource) else { continue }
        dataset.insert(Quad(subject, RDF.type, object, graph: graph))
      }
      return
    }
    // Blank nodes as predicates are generalized RDF, which a dataset cannot hold.
    guard !property.hasPrefix("@"), case .iri(let predicate)? = Self.resource(property) else { return }
    for item in values.items {
      guard let object = term(item, graph, &dataset) else { continue }
      dataset.insert(Quad(subject, predicate, object, graph: graph))
    }
  }

  /// Nil for what is neither a blank node nor a well-formed absolute IRI.
  static func resource(_ id: String) -> Term? {
    if id.hasPrefix("_:") { return .blankNode(BlankNode(String(id.dropFirst(2)))) }
    return iri(id).map { .iri($0) }
  }

  static func iri(_ text: String) -> IRI? {
    let iri = IRI(text)
    // RFC 3987: a fragment holds no second '#'.
    guard text.utf8.lazy.filter({ $0 == UInt8(ascii: "#") }).count < 2 else { return nil }
    return iri.isWritable && IRIReference.isAbsolute(text) ? iri : nil
  }

  /// Object to RDF Conversion (§8.2). Nil for what has no RDF form.
  private mutating func term(_ item: JSONValue, _ graph: Term?, _ dataset: inout Dataset) -> Term? {
    guard let object = item.object else { return nil }
    if let list = object["@list"] { return self.list(list.items, graph, &dataset) }
    guard let value = object["@value"] else { return object["@id"]?.string.flatMap(Self.resource) }
    let language = object["@language"]?.string
    if let language, !LanguageTag.isWellFormed(language) { return nil }
    var datatype: IRI?
    if let type = object["@type"]?.string {
      if type == "@json" { return .literal(Literal(CanonicalJSON.string(of: value), datatype: JSONLDTerms.json)) }
      guard let iri = Self.iri(type) else { return nil }
      datatype = iri
    }
    switch value {
    case .bool(let bool): return .literal(Literal(bool ? "true" : "false", datatype: datatype ?? XSD.boolean))
    case .number(let number): return .literal(RDFNumbers.literal(number, datatype: datatype))
    case .string(let text):
      if let direction = object["@direction"]?.string, let form = options.rdfDirection {
        return directed(text, language, direction, form, graph, &dataset)
      }
      if let language { return .literal(Literal(text, language: language)) }
      return .literal(Literal(text, datatype: datatype ?? XSD.string))
    case .null, .array, .object: return nil
    }
  }

  /// Step 13: a string with a base direction.
  private mutating func directed(
    _ text: String, _ language: String?, _ direction: String, _ form: JSONLDProcessor.RDFDirection, _ graph: Term?,
    _ dataset: inout Dataset
  ) -> Term {
    switch form {
    case .i18nDatatype:
      let datatype = JSONLDTerms.i18n + (language?.lowercased() ?? "") + "_" + direction
      return .literal(Literal(text, datatype: IRI(datatype)))
    case .compoundLiteral:
      let node = newBlankNode()
      dataset.insert(Quad(node, JSONLDTerms.value, .literal(Literal(text)), graph: graph))
      if let language {
        dataset.insert(Quad(node, JSONLDTerms.language, .literal(Literal(language.lowercased())), graph: graph))
      }
      dataset.insert(Quad(node, JSONLDTerms.direction, .literal(Literal(direction)), graph: graph))
      return node
    }
  }

  private mutating func newBlankNode() -> Term { .blankNode(BlankNode(String(issuer.issue().dropFirst(2)))) }

  /// List to RDF Conversion (§8.3). An item without an RDF form leaves its place without `rdf:first`.
  private mutating func list(_ items: [JSONValue], _ graph: Term?, _ dataset: inout Dataset) -> Term {
    let end = Term.iri(RDF.nil)
    let nodes = items.map { _ in newBlankNode() }
    for (index, item) in items.enumerated() {
      if let object = term(item, graph, &dataset) {
        dataset.insert(Quad(nodes[index], RDF.first, object, graph: graph))
      }
      dataset.insert(
        Quad(nodes[index], RDF.rest, index + 1 < nodes.count ? nodes[index + 1] : end, graph: graph))
    }
    return nodes.first ?? end
  }
}
