public import Entities
public import RDFModel

/// The classes written for a thing: the specific ones and, beside them, their bases, so that a query needs no reasoner.
public enum Classes {
  public static func of(_ type: EntityType, _ subtypes: [EntitySubtype] = []) -> [IRI] {
    var classes = base(type)
    for subtype in subtypes { classes += specific(subtype) }
    return classes
  }

  public static let post = [Schema.term("BlogPosting"), Schema.term("Article"), Schema.term("CreativeWork")]
  public static let image = [Schema.term("ImageObject"), Schema.term("MediaObject"), Schema.term("CreativeWork")]
  public static let slides = [
    Schema.term("PresentationDigitalDocument"), Schema.term("DigitalDocument"), Schema.term("CreativeWork"),
  ]
  public static let recording = [Schema.term("VideoObject"), Schema.term("MediaObject"), Schema.term("CreativeWork")]
  public static let website = [Schema.term("WebSite"), Schema.term("CreativeWork")]
  public static let milestone = [BG.milestone, Schema.term("Event")]
  public static let release = [BG.release, Schema.term("Event")]

  private static func base(_ type: EntityType) -> [IRI] {
    switch type {
    case .person: [Schema.term("Person")]
    case .organization: [Schema.term("Organization")]
    case .project:
      [
        BG.term("Project"), Schema.term("SoftwareSourceCode"), Schema.term("CreativeWork"),
        IRI("http://usefulinc.com/ns/doap#Project"),
      ]
    case .product: [BG.term("Product"), Schema.term("Product")]
    case .event: [Schema.term("Event")]
    case .talk: [BG.term("Talk"), Schema.term("Event")]
    case .place: [Schema.term("Place")]
    }
  }

  private static func specific(_ subtype: EntitySubtype) -> [IRI] {
    switch subtype {
    case .corporation: [Schema.term("Corporation")]
    case .ngo: [Schema.term("NGO")]
    case .governmentOrganization: [Schema.term("GovernmentOrganization")]
    case .educationalOrganization: [Schema.term("EducationalOrganization")]
    case .conference: [BG.term("Conference")]
    case .meetup: [BG.term("Meetup")]
    case .series: [Schema.term("EventSeries")]
    case .city: [Schema.term("City"), Schema.term("AdministrativeArea")]
    case .administrativeArea: [Schema.term("AdministrativeArea")]
    case .country: [Schema.term("Country"), Schema.term("AdministrativeArea")]
    }
  }
}
