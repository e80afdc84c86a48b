import Foundation
import KnowledgeGraph
import RDFModel

/// What one would say of a thing first: beside its name in a list, and below its title.
struct Summary {
  let scope: PageScope

  func parts(_ thing: Thing) -> [Markup] {
    switch thing.kind {
    case .person: targets(thing.iri, Schema.term("worksFor"))
    case .event: [date(thing.iri), scope.places(thing.iri).map { scope.link($0).markup }].compactMap(\.self)
    case .talk:
      targets(thing.iri, Schema.performer) + targets(thing.iri, Schema.superEvent)
        + [date(thing.iri)].compactMap(\.self)
    case .project, .product: level(thing.iri).map { [$0] } ?? []
    case .place: targets(thing.iri, Schema.containedInPlace)
    case .post:
      [thing.text(Schema.datePublished).map { Markup(text: scope.texts.date($0)) }].compactMap(\.self)
        + (isForeign(thing) ? [Markup(text: language(thing))] : [])
    case .organization, nil: []
    }
  }

  private func isForeign(_ post: Thing) -> Bool {
    post.text(Schema.inLanguage).map { $0.prefix(2) != scope.language.prefix(2) } ?? false
  }

  func language(_ post: Thing) -> String {
    let tag = post.text(Schema.inLanguage) ?? ""
    let key = "post.language." + tag.prefix(2)
    return scope.texts.has(key)
      ? scope.texts(key) : scope.texts("post.language").replacingOccurrences(of: "{language}", with: tag)
  }

  /// The two best supported things that a relation leads to.
  private func targets(_ iri: String, _ predicate: IRI) -> [Markup] {
    let claims = scope.catalogue.claims(from: iri).filter { $0.predicate == predicate && $0.target != nil }
    let best = claims.sorted { ($1.sources.count, $0.target ?? "") < ($0.sources.count, $1.target ?? "") }
    return best.prefix(2).compactMap { $0.target.map { scope.link($0).markup } }
  }

  /// A day, or first and last day, or what is known of them.
  func date(_ iri: String) -> Markup? {
    guard let start = scope.date(iri) else { return nil }
    return Markup(text: scope.texts.date(start))
  }

  private func level(_ iri: String) -> Markup? {
    let order = ["sandbox", "incubating", "graduated", "archived"]
    let levels = scope.catalogue.claims(to: iri).filter { $0.predicate == Schema.about }.compactMap { claim in
      scope.catalogue.claims(from: claim.subject).first { $0.predicate == BG.maturity }?.target
        .flatMap { $0.split(separator: "#").last.map(String.init) }
    }
    guard let highest = levels.compactMap({ order.firstIndex(of: $0) }).max() else { return nil }
    return Markup(text: "CNCF: " + scope.texts("level." + order[highest]))
  }
}
