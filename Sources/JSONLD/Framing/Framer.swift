/// The Framing Algorithm (JSON-LD 1.1 Framing §4.2).
final class Framer {
  private let options: JSONLDProcessor.Options
  private let graphs: [ExactString: NodeGraph]
  /// Nodes on the way down, to see circles.
  private var path: Set<NodeName> = []
  /// Nodes that were filled in before, in this result.
  private var embedded: Set<NodeName> = []
  private var referrers: [NodeName: [String]] = [:]
  private var indexedReferrers: Set<NodeName> = []
  /// How often each blank node stands in the result.
  private(set) var blankNodes: [ExactString: Int] = [:]
  private var depth = 0

  private struct NodeName: Hashable {
    let graph: String
    let id: String
    var property = ""
  }

  /// Where in the result matches go.
  private enum Place {
    case top
    /// A reference, which may be filled in.
    case reference
    /// The nodes of a graph, or included ones.
    case block
  }

  init(options: JSONLDProcessor.Options, map: NodeMap, merged: NodeGraph?) {
    self.options = options
    var graphs: [ExactString: NodeGraph] = [:]
    for name in map.names { graphs[ExactString(name)] = map.graph(name) }
    if let merged { graphs[ExactString("@merged")] = merged }
    self.graphs = graphs
  }

  /// All matches in a graph.
  func frame(_ value: JSONValue, graph name: String) throws -> [JSONValue] {
    let graph = graphs[ExactString(name)] ?? NodeGraph()
    let frame = value == [] ? JSONValue.object([:]) : value
    return try match(graph.sorted().map(\.id), Frame(frame, outer: options), name, .top)
  }

  private func match(_ ids: [String], _ frame: Frame, _ graphName: String, _ place: Place) throws -> [JSONValue] {
    depth += 1
    defer { depth -= 1 }
    if depth > options.maximumDepth {
      throw JSONLDError(.nestingTooDeep, "the framed result is nested more than \(options.maximumDepth) levels deep")
    }
    guard let graph = graphs[ExactString(graphName)] else { return [] }
    let matching = FrameMatching(graph: graph, options: options)
    var results: [JSONValue] = []
    for id in ids {
      guard let node = graph[id], try matching.matches(node, frame.object, requireAll: frame.requireAll) else {
        continue
      }
      let name = NodeName(graph: graphName, id: id)
      if place == .top { embedded = [] }
      if place != .reference, embedded.contains(name) { continue }
      if id.hasPrefix("_:") { blankNodes[ExactString(id), default: 0] += 1 }
      let isRepeated = frame.embed == .never || path.contains(name) || (frame.embed == .once && embedded.contains(name))
      if place == .reference, isRepeated {
        results.append(["@id": .string(id)])
        continue
      }
      embedded.insert(name)
      let isNew = path.insert(name).inserted
      results.append(.object(try output(node, frame, graphName, ids)))
      if isNew { path.remove(name) }
    }
    return results
  }

  private func output(_ node: MapNode, _ frame: Frame, _ graphName: String, _ ids: [String]) throws -> JSONObject {
    var output: JSONObject = ["@id": .string(node.id)]
    if let inner = graphs[ExactString(node.id)] {
      let pattern = frame.object["@graph"]
      if pattern != nil || graphName != "@merged" {
        let subframe = pattern?.items.first?.object.map { JSONValue.object($0) } ?? [:]
        let nodes = try match(inner.sorted().map(\.id), Frame(subframe, outer: options), node.id, .block)
        if !nodes.isEmpty { output["@graph"] = .array(nodes) }
      }
    }
    if let included = frame.object["@included"] {
      let nodes = try match(ids, Frame(included, outer: options), graphName, .block)
      if !nodes.isEmpty { output["@included"] = .array(nodes) }
    }
    for (property, values) in node.object.sorted() where property != "@id" {
      if property.hasPrefix("@"), Keyword.isKeyword(property) {
        output[property] = values
        for type in values.items where property == "@type" && type.string?.hasPrefix("_:") == true {
          blankNodes[ExactString(type.string ?? ""), default: 0] += 1
        }
      } else if !frame.explicit || frame.object.contains(property) {
        for value in values.items {
          for framed in try self.value(value, property, frame, graphName) { output.add(framed, to: property) }
        }
      }
    }
    try addDefaults(frame, &output)
    try addReverse(node, frame, graphName, &output)
    return output
  }

  private func value(_ value: JSONValue, _ property: String, _ frame: Frame, _ graphName: String) throws -> [JSONValue]
  {
    if let list = value["@list"] {
      var inner = Frame(implicitIn: frame)
      if let pattern = frame.object[property]?.items.first?["@list"], pattern != [] {
        inner = try Frame(pattern, outer: options)
      }
      var items: [JSONValue] = []
      for item in list.items {
        if let id = Self.reference(item) {
          items += try match([id], inner, graphName, .reference)
        } else {
          items.append(item)
        }
      }
      return [["@list": .array(items)]]
    }
    let inner = try frame.inner(property, options)
    if let id = Self.reference(value) { return try match([id], inner, graphName, .reference) }
    return FrameMatching.matchesValue(inner.object, value) ? [value] : []
  }

  private static func reference(_ value: JSONValue) -> String? {
    guard let object = value.object, object.count == 1 else { return nil }
    return object["@id"]?.string
  }

  /// Properties that the frame names and the node lacks.
  private func addDefaults(_ frame: Frame, _ output: inout JSONObject) throws {
    for (property, pattern) in frame.object.sorted() {
      let first = pattern.items.first?.object ?? [:]
      if property == "@type" ? !first.contains("@default") : Keyword.isKeyword(property) { continue }
      if output.contains(property) || Frame.flag(first["@omitDefault"]) ?? options.omitDefault { continue }
      output[property] = [["@preserve": .array((first["@default"] ?? "@null").items)]]
    }
  }

  private func addReverse(_ node: MapNode, _ frame: Frame, _ graphName: String, _ output: inout JSONObject) throws {
    guard let reverse = frame.object["@reverse"]?.object else { return }
    var found = JSONObject()
    for (property, pattern) in reverse.sorted() {
      let subframe = try Frame(pattern, outer: options)
      let subjects = referrers(of: node.id, by: property, graphName)
      if subjects.isEmpty { continue }
      found[property] = .array(try match(subjects, subframe, graphName, .reference))
    }
    if !found.isEmpty { output["@reverse"] = .object(found) }
  }

  /// The nodes that refer to a node by a property; looked up in an index that is made when a property is first asked.
  private func referrers(of id: String, by property: String, _ graphName: String) -> [String] {
    if indexedReferrers.insert(NodeName(graph: graphName, id: "", property: property)).inserted {
      for node in graphs[ExactString(graphName)]?.sorted() ?? [] {
        for value in node.object[property]?.items ?? [] {
          guard let target = value["@id"]?.string else { continue }
          referrers[NodeName(graph: graphName, id: target, property: property), default: []].append(node.id)
        }
      }
    }
    return referrers[NodeName(graph: graphName, id: id, property: property)] ?? []
  }
}
