import KnowledgeGraph
import RDFModel

/// A triple as a person would say it.
enum FactSentence {
  /// - Parameters:
  ///   - subject: whom it is about; for a milestone or a release, the project.
  ///   - node: the triple's own subject.
  static func text(subject: String, predicate: IRI, object: String, node: String) -> String {
    if predicate == BG.maturity { return "\(subject) is at the CNCF level \(object.split(separator: ":").last ?? "")" }
    if predicate == Schema.softwareVersion { return "\(subject) has the release \(object)" }
    guard let verb = verbs[predicate] else {
      return "\(node) — \(NodeNames.short(predicate) ?? predicate.string) — \(object)"
    }
    return "\(node) \(verb) \(object)"
  }

  private static let verbs: [IRI: String] = [
    Schema.term("worksFor"): "works for", Schema.term("jobTitle"): "has the role",
    Schema.term("memberOf"): "is a member of",
    BG.contributesTo: "contributes to", Schema.performer: "was given by", Schema.superEvent: "was part of",
    Schema.about: "is about", Schema.url: "has the page", Schema.workFeatured: "shows the slides",
    Schema.recordedIn: "was recorded in", Schema.location: "took place in", Schema.startDate: "began on",
    Schema.endDate: "ended on", Schema.term("organizer"): "was organized by", BG.host: "was hosted by",
    Schema.term("sponsor"): "was sponsored by", BG.uses: "uses", BG.produces: "makes", Schema.author: "was written by",
    Schema.mentions: "mentions", Schema.name: "is called", Schema.alternateName: "is also called",
    Schema.headline: "has the headline", Schema.datePublished: "was published on",
    Schema.dateModified: "was changed on", Schema.inLanguage: "is in", Schema.keywords: "has the keyword",
    Schema.image: "shows the picture", Schema.caption: "has the caption", Schema.sameAs: "is the same as",
    Schema.containedInPlace: "lies in", Schema.codeRepository: "has its source at", RDF.type: "is a",
    Schema.workTranslation: "has the translation", Schema.translationOfWork: "is a translation of",
    BG.sourceFile: "comes from the file",
  ]
}
