public import RDFModel

/// The JSON-LD 1.1 processor: the algorithms of JSON-LD 1.1 Processing Algorithms and API, and of JSON-LD 1.1 Framing.
/// Every one of them throws a `JSONLDError` with the code that its specification names.
public struct JSONLDProcessor: Sendable {
  public var options: Options

  public init(options: Options = Options()) { self.options = options }

  /// Expansion (API §5.1): every property an absolute IRI, every value an array, no context.
  public func expand(_ document: JSONValue) throws -> [JSONValue] {
    try Expander(options: options).expandDocument(document)
  }

  /// Deserialization to RDF (API §8.1). Adds the document's quads to the dataset; its blank nodes get labels that
  /// nothing in the dataset bears.
  public func toRDF(_ document: JSONValue, into dataset: inout Dataset) throws {
    var deserializer = RDFDeserializer(options: options)
    try deserializer.convert(expand(document), into: &dataset)
  }

  /// Serialization of RDF (API §8.4) in expanded form, with lists. `JSONLDWriter` is for big datasets.
  public func fromRDF(_ dataset: Dataset) throws -> [JSONValue] {
    var options = options
    // 1.0 knows no base directions, and would drop them when it reads them.
    if options.processingMode == .jsonLD10 { options.rdfDirection = nil }
    return try RDFSerializer(options: options, dataset: dataset).serialize()
  }

  /// Compaction (API §6.1): the document in a context's terms.
  /// - Parameter context: a context, or a map with an `@context` entry.
  public func compact(_ document: JSONValue, context: JSONValue) throws -> JSONValue {
    try compact(expand(document), context)
  }

  /// Flattening (API §7.1): every node once, at the top; compacted if a context is given.
  public func flatten(_ document: JSONValue, context: JSONValue? = nil) throws -> JSONValue {
    let flat = try Flattener(options: options).flatten(expand(document))
    guard let context else { return .array(flat) }
    return try compact(flat, context)
  }

  /// The API's compact (§9.1), from expanded form.
  private func compact(_ expanded: [JSONValue], _ given: JSONValue) throws -> JSONValue {
    let context = given["@context"] ?? given
    let compactor = Compactor(options: options)
    let active = try compactor.activeContext(context)
    var compacted = try compactor.compact(active, nil, .array(expanded))
    if case .array(let items) = compacted {
      compacted = items.isEmpty ? [:] : [try active.compactIRI("@graph", vocab: true): compacted]
    }
    return Self.put(context, before: compacted)
  }

  /// Writes `@context` first, unless it says nothing.
  static func put(_ context: JSONValue, before document: JSONValue) -> JSONValue {
    guard let object = document.object, !context.isNull, context != [:], context != [] else { return document }
    var result: JSONObject = ["@context": context]
    for (key, value) in zip(object.keys, object.values) { result[key] = value }
    return .object(result)
  }

  /// Framing (Framing §4, §5.1): the document's nodes in the tree that the frame asks for.
  public func frame(_ document: JSONValue, frame: JSONValue) throws -> JSONValue {
    let contexts = ContextProcessor(options: options)
    let expanded = try Expander(options: options, contexts: contexts).expandDocument(document)
    let pattern = try Expander(options: options, isFrame: true, contexts: contexts).expandDocument(frame)
    var generator = NodeMapGenerator()
    try generator.add(expanded)
    let compactor = Compactor(options: options, contexts: contexts)
    let context = frame["@context"] ?? [:]
    let active = try compactor.activeContext(context)
    // A frame that speaks of @graph is about the default graph; any other about all graphs together.
    let isAboutGraphs = frame.object?.keys.contains { active.expandIRI($0, vocab: true) == "@graph" } ?? false
    let framer = Framer(options: options, map: generator.map, merged: isAboutGraphs ? nil : generator.map.merged())
    let framed = try framer.frame(.array(pattern), graph: isAboutGraphs ? "@default" : "@merged")
    let is10 = options.processingMode == .jsonLD10
    let unneeded = is10 ? [] : framer.blankNodes.filter { $0.value == 1 }.map(\.key)
    let clean = FramedResult(unneeded: Set(unneeded)).clean(.array(framed))
    let compacted = FramedResult.replaceNulls(try compactor.compact(active, nil, clean), is10: is10)
    let nodes = compacted.items
    let result: JSONValue
    if nodes.count == 1, options.omitGraph ?? !is10 {
      result = nodes[0]
    } else if nodes.isEmpty, options.omitGraph ?? !is10 {
      result = [:]
    } else {
      result = [try active.compactIRI("@graph", vocab: true): .array(nodes)]
    }
    return Self.put(context, before: result)
  }
}
