public import RDFModel

/// The terms of schema.org that the data contract uses, in the `http` form of schema.org's own JSON-LD context.
public enum Schema {
  public static let namespace = "http://schema.org/"
  public static func term(_ name: String) -> IRI { IRI(namespace + name) }

  public static let name = term("name")
  public static let alternateName = term("alternateName")
  public static let headline = term("headline")
  public static let description = term("description")
  public static let url = term("url")
  public static let mentions = term("mentions")
  public static let about = term("about")
  public static let author = term("author")
  public static let datePublished = term("datePublished")
  public static let dateModified = term("dateModified")
  public static let inLanguage = term("inLanguage")
  public static let image = term("image")
  public static let keywords = term("keywords")
  public static let workTranslation = term("workTranslation")
  public static let translationOfWork = term("translationOfWork")
  public static let workFeatured = term("workFeatured")
  public static let recordedIn = term("recordedIn")
  public static let contentUrl = term("contentUrl")
  public static let caption = term("caption")
  public static let startDate = term("startDate")
  public static let endDate = term("endDate")
  public static let location = term("location")
  public static let performer = term("performer")
  public static let superEvent = term("superEvent")
  public static let softwareVersion = term("softwareVersion")
  public static let codeRepository = term("codeRepository")
  public static let sameAs = term("sameAs")
  public static let containedInPlace = term("containedInPlace")
  public static let latitude = term("latitude")
  public static let longitude = term("longitude")
  public static let publisher = term("publisher")
  public static let logo = term("logo")
  public static let mainEntityOfPage = term("mainEntityOfPage")
  public static let isPartOf = term("isPartOf")
  public static let breadcrumb = term("breadcrumb")
  public static let itemListElement = term("itemListElement")
  public static let position = term("position")
  public static let item = term("item")
  public static let video = term("video")
  public static let embedUrl = term("embedUrl")
  public static let thumbnailUrl = term("thumbnailUrl")
  public static let uploadDate = term("uploadDate")
  public static let address = term("address")
  public static let sha256 = term("sha256")
}

/// What schema.org lacks.
public enum BG {
  public static let namespace = "https://w3id.org/bloggraph#"
  public static func term(_ name: String) -> IRI { IRI(namespace + name) }

  public static let assertion = term("Assertion")
  public static let milestone = term("Milestone")
  public static let release = term("Release")
  public static let sourceFile = term("sourceFile")
  public static let rule = term("rule")
  public static let confidence = term("confidence")
  public static let line = term("line")
  public static let maturity = term("maturity")
  public static let contributesTo = term("contributesTo")
  public static let host = term("host")
  public static let uses = term("uses")
  public static let produces = term("produces")
  public static let contentHash = term("contentHash")
}

/// The Web Annotation vocabulary's selectors (Web Annotation Vocabulary §3.1, §3.2).
public enum OA {
  public static let namespace = "http://www.w3.org/ns/oa#"
  public static func term(_ name: String) -> IRI { IRI(namespace + name) }

  public static let hasSource = term("hasSource")
  public static let hasSelector = term("hasSelector")
  public static let textQuoteSelector = term("TextQuoteSelector")
  public static let textPositionSelector = term("TextPositionSelector")
  public static let exact = term("exact")
  public static let prefix = term("prefix")
  public static let suffix = term("suffix")
  public static let start = term("start")
  public static let end = term("end")
}

/// PROV-O.
public enum PROV {
  public static let namespace = "http://www.w3.org/ns/prov#"
  public static func term(_ name: String) -> IRI { IRI(namespace + name) }
}

/// The Vocabulary of Interlinked Datasets.
public enum VoID {
  public static let namespace = "http://rdfs.org/ns/void#"
  public static func term(_ name: String) -> IRI { IRI(namespace + name) }

  public static let triples = term("triples")
}

/// DCMI Metadata Terms.
public enum DCTerms {
  public static let namespace = "http://purl.org/dc/terms/"
  public static func term(_ name: String) -> IRI { IRI(namespace + name) }
}
