internal import RDFModel

/// Deserialize JSON-LD to RDF (JSON-LD 1.1 API §8.1): expanded form to quads.
struct RDFDeserializer {
  let options: JSONLDProcessor.Options
  private var issuer = BlankNodeIssuer()
  /// Resources by their identifiers: those of a document come again and again.
  private var resources: [ExactString: TermID] = [:]

  init(options: JSONLDProcessor.Options) { self.options = options }

  mutating func convert(_ expanded: [JSONValue], into dataset: inout Dataset) throws {
    // The number of terms is above all labels given here before, so that few are found taken.
    var generator = NodeMapGenerator(issuer: BlankNodeIssuer(startingAt: dataset.terms.count))
    if dataset.terms.count > 0 {
      let terms = dataset.terms
      generator.issuer.isTaken = { terms.find(canonical: Array($0.utf8)) != nil }
    }
    try generator.add(expanded)
    // Lets go of the terms, which are to grow in their place.
    generator.issuer.isTaken = nil
    issuer = generator.issuer
    let map = generator.map
    for name in map.sortedNames {
      var graph = TermID.none
      if name != "@default" {
        graph = resource(name, &dataset)
        if graph == .none { continue }
      }
      for node in map.graph(name).sorted() {
        let subject = resource(node.id, &dataset)
        if subject == .none { continue }
        for (property, values) in node.object.sorted() { add(subject, property, values, graph, &dataset) }
      }
    }
  }

  private mutating func add(
    _ subject: TermID, _ property: String, _ values: JSONValue, _ graph: TermID, _ dataset: inout Dataset
  ) {
    if property == "@type" {
      let predicate = resource(RDF.type.string, &dataset)
      for type in values.items {
        guard let name = type.string else { continue }
        let object = resource(name, &dataset)
        if object != .none { dataset.insert(IDQuad(IDTriple(subject, predicate, object), graph: graph)) }
      }
      return
    }
    // Blank nodes as predicates are generalized RDF, which a dataset cannot hold.
    guard !property.hasPrefix("@"), !property.hasPrefix("_:") else { return }
    let predicate = resource(property, &dataset)
    if predicate == .none { return }
    for item in values.items {
      let object = term(item, graph, &dataset)
      if object != .none { dataset.insert(IDQuad(IDTriple(subject, predicate, object), graph: graph)) }
    }
  }

  /// `.none` for what is neither a blank node nor a well-formed absolute IRI.
  private mutating func resource(_ id: String, _ dataset: inout Dataset) -> TermID {
    if let known = resources[ExactString(id)] { return known }
    let term: Term? =
      id.hasPrefix("_:") ? .blankNode(BlankNode(String(id.dropFirst(2)))) : Self.iri(id).map { .iri($0) }
    let number = term.map { dataset.terms.intern($0) } ?? .none
    resources[ExactString(id)] = number
    return number
  }

  static func iri(_ text: String) -> IRI? {
    let iri = IRI(text)
    // RFC 3987: a fragment holds no second '#'.
    guard text.utf8.lazy.filter({ $0 == UInt8(ascii: "#") }).count < 2 else { return nil }
    return iri.isWritable && IRIReference.isAbsolute(text) ? iri : nil
  }

  /// Object to RDF Conversion (§8.2). `.none` for what has no RDF form.
  private mutating func term(_ item: JSONValue, _ graph: TermID, _ dataset: inout Dataset) -> TermID {
    guard let object = item.object else { return .none }
    if let list = object["@list"] { return self.list(list.items, graph, &dataset) }
    guard let value = object["@value"] else {
      return object["@id"]?.string.map { resource($0, &dataset) } ?? .none
    }
    if case .string(let text) = value, let direction = object["@direction"]?.string, let form = options.rdfDirection {
      return directed(text, object["@language"]?.string, direction, form, graph, &dataset)
    }
    return literal(value, object).map { dataset.terms.intern(.literal($0)) } ?? .none
  }

  /// Steps 4 to 12: a value without a base direction.
  private func literal(_ value: JSONValue, _ object: JSONObject) -> Literal? {
    var datatype: IRI?
    if let type = object["@type"]?.string {
      if type == "@json" { return Literal(CanonicalJSON.string(of: value), datatype: JSONLDTerms.json) }
      guard let iri = Self.iri(type) else { return nil }
      datatype = iri
    }
    switch value {
    case .bool(let bool): return Literal(bool ? "true" : "false", datatype: datatype ?? XSD.boolean)
    case .number(let number): return RDFNumbers.literal(number, datatype: datatype)
    case .string(let text):
      guard let language = object["@language"]?.string else { return Literal(text, datatype: datatype ?? XSD.string) }
      return LanguageTag.isWellFormed(language) ? Literal(text, language: language) : nil
    case .null, .array, .object: return nil
    }
  }

  /// Step 13: a string with a base direction.
  private mutating func directed(
    _ text: String, _ language: String?, _ direction: String, _ form: JSONLDProcessor.RDFDirection, _ graph: TermID,
    _ dataset: inout Dataset
  ) -> TermID {
    if let language, !LanguageTag.isWellFormed(language) { return .none }
    switch form {
    case .i18nDatatype:
      let datatype = JSONLDTerms.i18n + (language?.lowercased() ?? "") + "_" + direction
      return dataset.terms.intern(.literal(Literal(text, datatype: IRI(datatype))))
    case .compoundLiteral:
      let node = newBlankNode(&dataset)
      func add(_ predicate: IRI, _ text: String) {
        let triple = IDTriple(
          node, dataset.terms.intern(.iri(predicate)), dataset.terms.intern(.literal(Literal(text))))
        dataset.insert(IDQuad(triple, graph: graph))
      }
      add(JSONLDTerms.value, text)
      if let language { add(JSONLDTerms.language, language.lowercased()) }
      add(JSONLDTerms.direction, direction)
      return node
    }
  }

  private mutating func newBlankNode(_ dataset: inout Dataset) -> TermID {
    while true {
      let label = Array(issuer.issue().utf8)
      if dataset.terms.find(canonical: label) == nil { return dataset.terms.intern(canonical: label) }
    }
  }

  /// List to RDF Conversion (§8.3). An item without an RDF form leaves its place without `rdf:first`.
  private mutating func list(_ items: [JSONValue], _ graph: TermID, _ dataset: inout Dataset) -> TermID {
    let (first, rest) = (resource(RDF.first.string, &dataset), resource(RDF.rest.string, &dataset))
    let end = resource(RDF.nil.string, &dataset)
    var nodes: [TermID] = []
    for _ in items { nodes.append(newBlankNode(&dataset)) }
    for (index, item) in items.enumerated() {
      let object = term(item, graph, &dataset)
      if object != .none { dataset.insert(IDQuad(IDTriple(nodes[index], first, object), graph: graph)) }
      let next = index + 1 < nodes.count ? nodes[index + 1] : end
      dataset.insert(IDQuad(IDTriple(nodes[index], rest, next), graph: graph))
    }
    return nodes.first ?? end
  }
}
