import KnowledgeGraph
import RDFModel

/// What a page is about. A thing of another kind (a milestone, a picture) is shown on the pages of what it belongs to.
public enum ThingKind: String, Sendable, CaseIterable, Comparable {
  case event, talk, person, organization, project, product, place, post

  public static func < (a: ThingKind, b: ThingKind) -> Bool { a.rank < b.rank }
  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// The closest kind wins: a talk is an event too.
  private static let classes: [(String, ThingKind)] = [
    (Schema.term("BlogPosting").string, .post), (BG.term("Talk").string, .talk),
    (BG.term("Project").string, .project), (BG.term("Product").string, .product),
    (Schema.term("Person").string, .person), (Schema.term("Organization").string, .organization),
    (Schema.term("EventSeries").string, .event), (Schema.term("Event").string, .event),
    (Schema.term("Place").string, .place),
  ]

  static func of(_ classes: Set<String>) -> ThingKind? {
    // Milestones and releases are events to a reasoner, and none to a visitor.
    if classes.contains(BG.milestone.string) || classes.contains(BG.release.string) { return nil }
    return Self.classes.first { classes.contains($0.0) }?.1
  }
}
