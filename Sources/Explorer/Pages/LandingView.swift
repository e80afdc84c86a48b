import Foundation
import KnowledgeGraph
import RDFModel

/// The first page: what is in here, what is new, and the ways in.
struct LandingView {
  let scope: PageScope
  let limits: PageLimits
  let title: String
  let dataFiles: [String]

  func context() -> [String: Any] {
    let catalogue = scope.catalogue
    let timeline = TimelineView(scope: scope)
    let events = timeline.entries().filter { if case .event = $0.content { true } else { false } }
    return [
      "heading1": title, "intro": lead(),
      "countsTitle": scope.texts("landing.counts"), "counts": counts(),
      "eventsTitle": scope.texts("landing.events"), "hasEvents": !events.isEmpty,
      "events": events.prefix(8).map(timeline.row),
      "eventsAll": scope.address(.timeline(1)), "eventsAllText": scope.texts("landing.events.all"),
      "postsTitle": scope.texts("landing.posts.title"),
      "posts": catalogue.things(of: .post).prefix(6).map { post in
        [
          "post": scope.link(post.iri).markup,
          "postAbout": Markup.joined(Summary(scope: scope).parts(post), separator: " · "),
        ]
      },
      "postsAll": scope.address(.list(.post, 1)), "postsAllText": scope.texts("landing.posts.all"),
      "mostTitle": scope.texts("landing.most"), "most": most(),
      "waysTitle": scope.texts("landing.ways"), "ways": ways(),
      "hasData": !dataFiles.isEmpty, "dataTitle": scope.texts("landing.data"),
      "dataText": scope.texts("landing.data.text"),
      "dataFiles": dataFiles.map { ["dataHref": scope.root + PagePaths.address($0), "dataName": $0] },
    ]
  }

  private func lead() -> String {
    let dates = scope.catalogue.things(of: .post).compactMap { $0.text(Schema.datePublished) }
    let posts = scope.texts.count("landing.posts", scope.catalogue.things(of: .post).count)
    let text = scope.texts(dates.isEmpty ? "landing.lead.undated" : "landing.lead")
    return text.replacingOccurrences(of: "{posts}", with: posts)
      .replacingOccurrences(of: "{first}", with: dates.min().map { scope.texts.date(String($0.prefix(7))) } ?? "")
      .replacingOccurrences(of: "{last}", with: dates.max().map { scope.texts.date(String($0.prefix(7))) } ?? "")
  }

  private static let order: [ThingKind] = [
    .person, .organization, .project, .product, .event, .talk, .place, .post,
  ]

  private func counts() -> [[String: Any]] {
    Self.order.compactMap { kind in
      let count = scope.catalogue.things(of: kind).count
      guard count > 0 else { return nil }
      return [
        "countKind": kind.rawValue, "countHref": scope.address(.list(kind, 1)), "count": scope.texts.number(count),
        "countName": scope.texts(count == 1 ? "kind." + kind.rawValue : "kinds." + kind.rawValue),
      ]
    }
  }

  /// What the posts name most often, by kind.
  private func most() -> [[String: Any]] {
    [ThingKind.person, .organization, .project, .place].compactMap { kind in
      let named = scope.catalogue.things(of: kind).filter { $0.mentionCount > 0 }
        .map { (count: -$0.mentionCount, name: scope.plainName($0.iri), iri: $0.iri) }.sorted { $0 < $1 }
      guard !named.isEmpty else { return nil }
      return [
        "relation": scope.texts("kinds." + kind.rawValue), "mostKind": kind.rawValue,
        "links": named.prefix(8).map { item in
          ["link": scope.link(item.iri).markup, "number": scope.texts.number(-item.count)]
        },
      ]
    }
  }

  private func ways() -> [[String: Any]] {
    let ways: [(String, ExplorerPage.Content)] = [
      ("timeline", .timeline(1)), ("places", .places(1)), ("matrix", .matrix), ("report", .report(1)),
    ]
    return ways.map { key, content in
      [
        "wayHref": scope.address(content), "wayName": scope.texts("nav." + key),
        "wayText": scope.texts("landing.way." + key),
      ]
    }
  }
}
