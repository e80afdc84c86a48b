import KnowledgeGraph
import RDFModel

/// What a thing is directly connected with, by relation.
struct Neighbourhood {
  let scope: PageScope

  struct Group: Sendable, Equatable {
    /// `worksFor`, or `worksFor.of` seen from the other end.
    var relation: String
    /// Best supported first.
    var members: [String]
  }

  /// Mentions aside: every fact that links the thing to another with a page.
  func groups(of iri: String) -> [Group] {
    let catalogue = scope.catalogue
    var support: [String: [String: Int]] = [:]
    for claim in catalogue.claims(from: iri) {
      guard let relation = Relations.outgoing[claim.predicate.string], let target = claim.target,
        catalogue[target]?.kind != nil
      else { continue }
      support[relation.phrase, default: [:]][target, default: 0] += claim.sources.count
    }
    for claim in catalogue.claims(to: iri) {
      guard let relation = Relations.incoming[claim.predicate.string], let kind = catalogue[claim.subject]?.kind,
        kind != .post || claim.predicate == Schema.author
      else { continue }
      support[relation.phrase, default: [:]][claim.subject, default: 0] += claim.sources.count
    }
    return Relations.order.compactMap { relation in
      guard let members = support[relation] else { return nil }
      let sorted = members.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      return Group(relation: relation, members: sorted.map(\.key))
    }
  }
}
