import KnowledgeGraph
import RDFModel

/// How a relation appears on the page of one of its ends: the phrase that says it, and the part of the page.
struct Relation: Sendable {
  var phrase: String
  var section: FactSection
}

enum Relations {
  /// On the page of the subject.
  static let outgoing = table([
    (Schema.term("worksFor"), "worksFor", .work), (Schema.term("jobTitle"), "jobTitle", .work),
    (Schema.term("memberOf"), "memberOf", .work), (BG.contributesTo, "contributesTo", .software),
    (BG.uses, "uses", .software), (BG.produces, "produces", .software), (Schema.performer, "performer", .when),
    (Schema.superEvent, "superEvent", .when), (Schema.about, "about", .topics), (Schema.url, "url", .topics),
    (Schema.workFeatured, "workFeatured", .topics), (Schema.recordedIn, "recordedIn", .topics),
    (Schema.location, "location", .when), (Schema.startDate, "startDate", .when), (Schema.endDate, "endDate", .when),
    (Schema.term("organizer"), "organizer", .events), (Schema.term("sponsor"), "sponsor", .events),
    (BG.host, "host", .events), (Schema.author, "author", .writing),
    (Schema.containedInPlace, "containedInPlace", .when),
  ])

  /// On the page of the object.
  static let incoming = table([
    (Schema.term("worksFor"), "worksFor.of", .work), (Schema.term("memberOf"), "memberOf.of", .work),
    (BG.contributesTo, "contributesTo.of", .software), (BG.uses, "uses.of", .software),
    (BG.produces, "produces.of", .software), (Schema.performer, "performer.of", .talks),
    (Schema.superEvent, "superEvent.of", .events), (Schema.about, "about.of", .topics),
    (Schema.location, "location.of", .events), (Schema.term("organizer"), "organizer.of", .events),
    (Schema.term("sponsor"), "sponsor.of", .events), (BG.host, "host.of", .events),
    (Schema.author, "author.of", .writing), (Schema.containedInPlace, "containedInPlace.of", .places),
  ])

  /// Within a part of the page.
  static let order = [
    "startDate", "dates", "endDate", "location", "superEvent.talk", "superEvent", "performer", "performer.event",
    "containedInPlace", "jobTitle", "worksFor", "worksFor.of", "memberOf", "memberOf.of", "about", "workFeatured",
    "recordedIn", "url", "performer.of", "performer.of.event", "superEvent.of.talk", "about.of.talk", "about.of",
    "organizer", "host", "sponsor", "organizer.of", "host.of", "sponsor.of", "superEvent.of", "location.of",
    "produces", "produces.of", "contributesTo", "contributesTo.of", "uses", "uses.of", "maturity", "release", "author",
    "author.of", "containedInPlace.of",
  ]

  static let ranks = Dictionary(order.enumerated().map { ($1, $0) }) { first, _ in first }

  private static func table(_ rows: [(IRI, String, FactSection)]) -> [String: Relation] {
    Dictionary(rows.map { ($0.0.string, Relation(phrase: $0.1, section: $0.2)) }) { first, _ in first }
  }
}
