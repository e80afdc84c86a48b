import KnowledgeGraph
import RDFModel

/// The terms of a projection, made once: a page asks for each of them many times.
enum PageTerms {
  /// The closest class that search engines know comes first. A product is a `Thing` to them: as a `Product` it would have
  /// to have offers and reviews. Software is source code, for the same reason.
  static let types: [(IRI, String)] = [
    (Schema.term("Person"), "Person"),
    (Schema.term("Corporation"), "Corporation"), (Schema.term("NGO"), "NGO"),
    (Schema.term("GovernmentOrganization"), "GovernmentOrganization"),
    (Schema.term("EducationalOrganization"), "EducationalOrganization"), (Schema.term("Organization"), "Organization"),
    (BG.term("Product"), "Thing"), (Schema.term("SoftwareSourceCode"), "SoftwareSourceCode"),
    (Schema.term("EventSeries"), "EventSeries"), (Schema.term("Event"), "Event"),
    (Schema.term("City"), "City"), (Schema.term("Country"), "Country"),
    (Schema.term("AdministrativeArea"), "AdministrativeArea"), (Schema.term("Place"), "Place"),
    (Schema.term("ImageObject"), "ImageObject"), (Schema.term("VideoObject"), "VideoObject"),
    (Schema.term("PresentationDigitalDocument"), "PresentationDigitalDocument"),
    (Schema.term("WebSite"), "WebSite"), (Schema.term("WebPage"), "WebPage"),
    (Schema.term("BreadcrumbList"), "BreadcrumbList"), (Schema.term("ListItem"), "ListItem"),
  ]

  /// Properties that lead from a node of a type to other nodes of the page.
  static func references(_ type: String) -> [(String, IRI)] { byType[type] ?? [] }

  private static let byType: [String: [(String, IRI)]] = {
    let organization = ["memberOf"]
    let event = [
      "location", "superEvent", "performer", "organizer", "sponsor", "about", "workFeatured", "recordedIn",
    ]
    let names: [String: [String]] = [
      "Person": ["worksFor", "memberOf"], "Organization": organization, "Corporation": organization,
      "NGO": organization, "GovernmentOrganization": organization, "EducationalOrganization": organization,
      "Event": event, "EventSeries": event, "ImageObject": ["about"], "WebSite": ["publisher"],
      "WebPage": ["isPartOf", "breadcrumb"], "BreadcrumbList": ["itemListElement"],
    ]
    return names.mapValues { $0.map { ($0, Schema.term($0)) } }
  }()

  static let article: [(String, IRI)] = [
    ("mainEntityOfPage", Schema.mainEntityOfPage), ("isPartOf", Schema.isPartOf), ("image", Schema.image),
    ("author", Schema.author), ("publisher", Schema.publisher), ("video", Schema.video),
  ]

  static let jobTitle = Schema.term("jobTitle")

  /// A day or an instant; a year or a month alone is no date that a search engine takes.
  static func date(_ objects: [Term]) -> String? {
    let dates = objects.compactMap(\.literal).filter { $0.datatype == XSD.date || $0.datatype == XSD.dateTime }
    return dates.map(\.lexicalForm).min()
  }
}
