import JSONLD

/// One node of a page's structured data, before what it lacks is known.
struct PageNode: Sendable {
  let id: String
  var type: String
  /// Plain values, in the order in which they are written.
  var values: [(property: String, value: JSONValue)] = []
  /// Other nodes, by `@id`.
  var references: [(property: String, targets: [String])] = []
  /// Properties whose targets are described elsewhere (the page of a translation): they stay without a node here.
  var outward: [(property: String, targets: [String])] = []

  mutating func add(_ property: String, _ texts: [String]) {
    guard let first = texts.first else { return }
    values.append((property, texts.count == 1 ? .string(first) : .array(texts.map { .string($0) })))
  }

  /// What a search engine asks of a node of this type (Google Search Central, structured data types). A node that lacks
  /// one of them is left out, and so is every reference to it.
  var required: [String] {
    switch type {
    case "BlogPosting": ["headline"]
    case "Event", "EventSeries": ["name", "startDate", "location"]
    case "Place", "City", "AdministrativeArea", "Country": ["name", "address"]
    case "VideoObject": ["name", "thumbnailUrl", "uploadDate"]
    case "ImageObject": ["contentUrl"]
    case "PresentationDigitalDocument", "WebPage": ["url"]
    case "BreadcrumbList": ["itemListElement"]
    case "ListItem": ["position", "name"]
    default: ["name"]
    }
  }

  var json: JSONValue {
    var object = JSONObject()
    object["@type"] = .string(type)
    object["@id"] = .string(id)
    for (property, value) in values { object[property] = value }
    for (property, targets) in references + outward where !targets.isEmpty {
      let nodes = targets.map { target -> JSONValue in ["@id": .string(target)] }
      object[property] = nodes.count == 1 ? nodes[0] : .array(nodes)
    }
    return .object(object)
  }
}
