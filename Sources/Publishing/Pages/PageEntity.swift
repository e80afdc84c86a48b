import JSONLD
import KnowledgeGraph
import RDFModel

/// A thing that a post mentions, as a page names it.
struct PageEntity {
  let table: NodeTable
  let sameAs: NodeTable

  /// The closest class that search engines know comes first. A product is a `Thing` to them: as a `Product` it would have
  /// to have offers and reviews.
  private static let types: [(IRI, String)] = [
    (Schema.term("Person"), "Person"),
    (Schema.term("Corporation"), "Corporation"), (Schema.term("NGO"), "NGO"),
    (Schema.term("GovernmentOrganization"), "GovernmentOrganization"),
    (Schema.term("EducationalOrganization"), "EducationalOrganization"), (Schema.term("Organization"), "Organization"),
    (BG.term("Product"), "Thing"), (Schema.term("SoftwareSourceCode"), "SoftwareSourceCode"),
    (Schema.term("EventSeries"), "EventSeries"), (Schema.term("Event"), "Event"),
    (Schema.term("City"), "City"), (Schema.term("Country"), "Country"),
    (Schema.term("AdministrativeArea"), "AdministrativeArea"), (Schema.term("Place"), "Place"),
    (Schema.term("ImageObject"), "ImageObject"),
    (Schema.term("PresentationDigitalDocument"), "PresentationDigitalDocument"),
  ]

  private static let references: [String: [String]] = [
    "Person": ["worksFor", "memberOf"],
    "Organization": ["memberOf"],
    "Event": ["location", "superEvent", "performer", "organizer", "sponsor", "about", "workFeatured"],
    "ImageObject": ["about"],
  ]

  func node(_ id: String) -> PageNode? {
    let classes = table.types(id)
    guard let type = Self.types.first(where: { classes.contains($0.0.string) })?.1 else { return nil }
    var node = PageNode(id: id, type: type)
    if let name = table.texts(id, Schema.name).first { node.values.append(("name", .string(name))) }
    switch type {
    case "Person": append("jobTitle", table.texts(id, Schema.term("jobTitle")), to: &node)
    case "Event", "EventSeries": describeEvent(id, &node)
    case "Place", "City", "AdministrativeArea", "Country":
      if let name = table.texts(id, Schema.name).first { node.values.append(("address", .string(name))) }
    case "ImageObject":
      node.values.append(("contentUrl", .string(id)))
      append("caption", table.texts(id, Schema.caption), to: &node)
    case "PresentationDigitalDocument": node.values.append(("url", .string(id)))
    default: break
    }
    if type != "PresentationDigitalDocument", type != "ImageObject" {
      append("url", table.iris(id, Schema.url), to: &node)
      append("sameAs", sameAs.iris(id, Schema.sameAs), to: &node)
    }
    let isOrganization = classes.contains(Schema.term("Organization").string)
    let properties = Self.references[isOrganization ? "Organization" : type == "EventSeries" ? "Event" : type] ?? []
    for property in properties {
      var targets = table.iris(id, Schema.term(property))
      // A talk takes place where its event does, if the post says nothing closer.
      if property == "location", targets.isEmpty { targets = event(of: id).flatMap { table.iris($0, Schema.location) } }
      node.references.append((property, targets))
    }
    return node
  }

  private func describeEvent(_ id: String, _ node: inout PageNode) {
    let start = Self.date(table.objects(id, Schema.startDate))
    let end = Self.date(table.objects(id, Schema.endDate))
    if let start {
      node.values.append(("startDate", .string(start)))
      if let end { node.values.append(("endDate", .string(end))) }
      return
    }
    // A talk at an event of one day was given on that day; at a longer one, nobody knows.
    for event in event(of: id) {
      let first = Self.date(table.objects(event, Schema.startDate))
      if let first, first == Self.date(table.objects(event, Schema.endDate)) {
        node.values.append(("startDate", .string(first)))
        return
      }
    }
  }

  private func event(of talk: String) -> [String] {
    guard table.types(talk).contains(BG.term("Talk").string) else { return [] }
    let events = table.iris(talk, Schema.superEvent)
    return events.count == 1 ? events : []
  }

  private func append(_ property: String, _ texts: [String], to node: inout PageNode) {
    guard let first = texts.first else { return }
    node.values.append((property, texts.count == 1 ? .string(first) : .array(texts.map { .string($0) })))
  }

  /// A day or an instant; a year or a month alone is no date that a search engine takes.
  static func date(_ objects: [Term]) -> String? {
    let dates = objects.compactMap(\.literal).filter { $0.datatype == XSD.date || $0.datatype == XSD.dateTime }
    return dates.map(\.lexicalForm).min()
  }
}
