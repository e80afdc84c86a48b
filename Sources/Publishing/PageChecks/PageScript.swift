import JSONLD
import KnowledgeGraph
import RDFModel

/// One JSON-LD script, read so that every node has a name by which its line can be found.
struct PageScript {
  /// A node's object, and those of its members.
  private var places: [String: [JSONPlaces]] = [:]
  private(set) var findings: [(check: PageCheck, line: Int, message: String)] = []
  /// `{"@id": …}` and nothing else: a mere reference, with its line.
  private(set) var references: [(id: String, line: Int)] = []
  private(set) var document: JSONValue
  private var counter = 0
  private let mark: String

  /// Nodes that a page gives no name.
  static let namespace = "urn:x-bloggraph:"
  /// What relative addresses are resolved against, so that they can be told from absolute ones.
  static let relative = "relative://page/"

  /// - Parameter number: keeps the unnamed nodes of a page's scripts apart.
  init(_ document: JSONValue, places: JSONPlaces, number: Int) {
    self.document = document
    mark = Self.namespace + "\(number)-"
    self.document = named(document, places)
  }

  /// Where a node's property stands, or the node.
  func line(of node: String, property: IRI?) -> Int? {
    guard let objects = places[node] else { return nil }
    if let property, let name = SchemaTerms.name(property) {
      for key in [name, "schema:" + name, Schema.namespace + name, "https://schema.org/" + name] {
        for object in objects {
          if let member = object.member(key) { return member.line }
        }
      }
    }
    // The object that says most is the node; others only refer to it.
    return objects.max { Self.size($0) < Self.size($1) }?.line
  }

  private static func size(_ place: JSONPlaces) -> Int {
    if case .object(_, let members) = place { members.count } else { 0 }
  }

  private mutating func named(_ value: JSONValue, _ place: JSONPlaces) -> JSONValue {
    switch (value, place) {
    case (.array(let items), .array(_, let places)):
      return .array(zip(items, places).map { named($0, $1) })
    case (.object(var object), .object(let line, _)):
      for key in object.keys where key != "@context" {
        guard let value = object[key], let member = place.member(key) else { continue }
        object[key] = named(value, member.value)
      }
      if object.contains("@value") {
        if object.contains("@language") {
          findings.append(
            (.plainText, line, "a text is a plain string here: the page has one language for all of them"))
        }
        return .object(object)
      }
      if object.contains("@list") || object.contains("@set") || object.contains("@graph") && !object.contains("@type") {
        return .object(object)
      }
      let key = object.contains("@id") ? "@id" : object.contains("id") ? "id" : "@id"
      let id = name(object[key], line: place.member(key)?.line ?? line)
      object[key] = .string(id)
      places[id, default: []].append(place)
      if object.count == 1 { references.append((id, line)) }
      return .object(object)
    default: return value
    }
  }

  private mutating func name(_ id: JSONValue?, line: Int) -> String {
    guard let id else {
      counter += 1
      return mark + String(counter)
    }
    let text = id.string ?? ""
    if text.hasPrefix("_:") { return mark + "blank-" + IRIText.escapingPath(String(text.dropFirst(2))) }
    guard !IRI(text).isWritable else { return text }
    findings.append(
      (.absoluteID, line, text.isEmpty ? "an @id is empty" : "the @id “\(text)” is not an absolute address"))
    return Self.namespace + "relative-" + IRIText.escapingPath(text)
  }
}
