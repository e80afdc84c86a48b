internal import RDFModel

/// Serialize RDF as JSON-LD (JSON-LD 1.1 API §8.4): quads to expanded form.
struct RDFSerializer {
  let options: JSONLDProcessor.Options
  let dataset: Dataset
  private let type: TermID?
  private let first: TermID?
  private let rest: TermID?
  private let end: TermID?
  private let list: TermID?
  private let direction: TermID?

  private final class Graph {
    var order: [RDFNode] = []
    var nodes: [TermID: RDFNode] = [:]
    var ends: [RDFUsage] = []
    var compounds: [TermID] = []

    func node(_ id: TermID) -> RDFNode {
      if let node = nodes[id] { return node }
      let node = RDFNode(id)
      nodes[id] = node
      order.append(node)
      return node
    }
  }

  /// Nil: referred to more than once.
  private typealias References = [TermID: RDFUsage?]

  init(options: JSONLDProcessor.Options, dataset: Dataset) {
    self.options = options
    self.dataset = dataset
    type = dataset.terms.find(.iri(RDF.type))
    first = dataset.terms.find(.iri(RDF.first))
    rest = dataset.terms.find(.iri(RDF.rest))
    end = dataset.terms.find(.iri(RDF.nil))
    list = dataset.terms.find(.iri(RDF.list))
    direction = dataset.terms.find(.iri(JSONLDTerms.direction))
  }

  func serialize() throws -> [JSONValue] {
    var names: [TermID] = [.none]
    var graphs: [TermID: Graph] = [.none: Graph()]
    var once: References = [:]
    var seen: Set<IDQuad> = []
    for quad in dataset.quads where seen.insert(quad).inserted {
      let graph: Graph
      if let known = graphs[quad.graph] {
        graph = known
      } else {
        graph = Graph()
        graphs[quad.graph] = graph
        names.append(quad.graph)
      }
      if quad.graph != .none { _ = graphs[.none]?.node(quad.graph) }
      add(quad, graph, &once)
    }
    for name in names {
      guard let graph = graphs[name] else { continue }
      if options.rdfDirection == .compoundLiteral { try convertCompounds(graph, once) }
      convertLists(graph, once)
    }
    return try (graphs[.none].map { try output($0, named: graphs) }) ?? []
  }

  /// Step 5.7: one triple.
  private func add(_ quad: IDQuad, _ graph: Graph, _ once: inout References) {
    let (predicate, object) = (quad.triple.predicate, quad.triple.object)
    let node = graph.node(quad.triple.subject)
    if predicate == direction { graph.compounds.append(node.id) }
    let isLiteral = dataset.terms.kind(object) == .literal
    if !isLiteral {
      _ = graph.node(object)
      if predicate == type, !options.usesRDFType {
        node.types.append(object)
        return
      }
    }
    let value = RDFValue(object)
    node.add(value, predicate)
    let usage = RDFUsage(node: node, property: predicate, value: value)
    if object == end {
      graph.ends.append(usage)
    } else if once[object] != nil {
      once[object] = .some(nil)
    } else if dataset.terms.kind(object) == .blankNode {
      once[object] = usage
    }
  }

  /// Step 6.1: nodes that stand for a string with a direction.
  private func convertCompounds(_ graph: Graph, _ once: References) throws {
    for id in graph.compounds {
      guard let reference = once[id], let usage = reference, let node = graph.nodes[id],
        dataset.terms.kind(id) == .blankNode
      else { continue }
      var object = JSONObject()
      for (property, key) in [
        (JSONLDTerms.value, "@value"), (JSONLDTerms.language, "@language"), (JSONLDTerms.direction, "@direction"),
      ] {
        guard let predicate = dataset.terms.find(.iri(property)), let values = node.values[predicate] else { continue }
        guard values.count == 1, case .term(let term) = values[0].content,
          let literal = dataset.terms[term].literal
        else { continue }
        object[key] = .string(literal.lexicalForm)
      }
      if let language = object["@language"]?.string, !LanguageTag.isWellFormed(language) {
        throw JSONLDError(.invalidLanguageTaggedString, "\"\(language)\" is no language tag")
      }
      if let direction = object["@direction"]?.string, Direction(rawValue: direction) == nil {
        throw JSONLDError(.invalidBaseDirection, "\"\(direction)\" is no base direction")
      }
      usage.value.content = .object(object)
      graph.nodes[id] = nil
    }
  }

  /// Steps 6.2 to 6.4: chains that end in `rdf:nil` become lists.
  private func convertLists(_ graph: Graph, _ once: References) {
    for usage in graph.ends {
      var usage = usage
      var items: [RDFValue] = []
      var removed: [TermID] = []
      while usage.property == rest, let item = listItem(usage.node, graph), let reference = once[usage.node.id],
        let outer = reference
      {
        items.append(item)
        removed.append(usage.node.id)
        usage = outer
        if dataset.terms.kind(usage.node.id) == .iri { break }
      }
      usage.value.content = .list(items.reversed())
      for id in removed { graph.nodes[id] = nil }
    }
  }

  /// The item of a well-formed list node: a blank node with one `rdf:first`, one `rdf:rest`, and no more.
  private func listItem(_ node: RDFNode, _ graph: Graph) -> RDFValue? {
    guard let first, let rest, dataset.terms.kind(node.id) == .blankNode, graph.nodes[node.id] === node,
      node.predicates.count == 2, node.types.allSatisfy({ $0 == list }),
      let firsts = node.values[first], firsts.count == 1, node.values[rest]?.count == 1
    else { return nil }
    return firsts[0]
  }

  /// Steps 7 and 8.
  private func output(_ graph: Graph, named: [TermID: Graph]?) throws -> [JSONValue] {
    var nodes = graph.order.filter { graph.nodes[$0.id] === $0 }
    if options.isOrdered {
      nodes.sort {
        dataset.terms.canonicalBytes($0.id).lexicographicallyPrecedes(dataset.terms.canonicalBytes($1.id))
      }
    }
    var result: [JSONValue] = []
    for node in nodes {
      var object: JSONObject = ["@id": .string(identifier(node.id))]
      if let inner = named?[node.id] { object["@graph"] = .array(try output(inner, named: nil)) }
      if !node.types.isEmpty { object["@type"] = .array(node.types.map { .string(identifier($0)) }) }
      var predicates = node.predicates
      if options.isOrdered {
        predicates.sort { identifier($0).precedes(identifier($1)) }
      }
      for predicate in predicates {
        object[identifier(predicate)] = .array(try (node.values[predicate] ?? []).map(json))
      }
      if object.count > 1 { result.append(.object(object)) }
    }
    return result
  }

  private func identifier(_ id: TermID) -> String {
    switch dataset.terms[id] {
    case .iri(let iri): iri.string
    case .blankNode(let node): "_:" + node.label
    case .literal(let literal): literal.lexicalForm
    }
  }

  private func json(_ value: RDFValue) throws -> JSONValue {
    switch value.content {
    case .list(let items): return ["@list": .array(try items.map(json))]
    case .object(let object): return .object(object)
    case .term(let id):
      guard let literal = dataset.terms[id].literal else { return ["@id": .string(identifier(id))] }
      return try LiteralConversion.json(literal, options: options)
    }
  }
}
