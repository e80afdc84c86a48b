import Foundation
import KnowledgeGraph
import RDFModel

/// The page of a person, an organization, a project, a product, an event, a talk or a place.
struct ThingView {
  let scope: PageScope
  let limits: PageLimits
  let picture: PictureLayout?

  func context(_ iri: String) -> [String: Any] {
    guard let thing = scope.catalogue[iri], let kind = thing.kind else { return [:] }
    let facts = FactWriter(scope: scope).facts(of: iri)
    let sections = FactView(scope: scope, limits: limits).sections(facts)
    let label = thing.name(scope.language)
    let groups = Neighbourhood(scope: scope).groups(of: iri)
    let drawing = picture.map { PictureMarkup(scope: scope, layout: $0).markup(iri, groups) } ?? Markup()
    let neighbours = groups.map { group in
      [
        "relation": scope.texts("relation." + group.relation),
        "links": group.members.prefix(limits.neighbours).map { ["link": scope.link($0).markup] },
      ] as [String: Any]
    }
    let names = NamesView(scope: scope).rows(thing)
    return [
      "kind": kind.rawValue, "kindName": Self.kindName(thing, scope.texts), "name": label.text,
      "nameLanguage": label.language ?? scope.language, "lead": lead(thing),
      "hasFacts": !sections.isEmpty, "sections": sections, "noFacts": scope.texts("facts.none"),
      "picture": drawing, "pictureTitle": scope.texts("picture.title"),
      "pictureLabel": scope.texts("picture.label").replacingOccurrences(of: "{name}", with: label.text),
      "hasNeighbours": !neighbours.isEmpty, "neighboursTitle": scope.texts("neighbours"), "neighbours": neighbours,
      "hasNames": !names.isEmpty, "names": names, "namesTitle": scope.texts("names.title"),
      "links": links(thing), "linksTitle": scope.texts("links.title"), "iri": iri, "iriTitle": scope.texts("links.iri"),
      "mentions": mentions(iri), "mentionsTitle": scope.texts("named.title"),
      "mentionsRest": thing.mentionCount > limits.mentions
        ? scope.texts.count("named.more", thing.mentionCount - limits.mentions) : "",
    ]
  }

  /// The closest class that a visitor would name.
  static func kindName(_ thing: Thing, _ texts: Texts) -> String {
    let closer: [(IRI, String)] = [
      (Schema.term("EventSeries"), "series"), (BG.term("Conference"), "conference"), (BG.term("Meetup"), "meetup"),
      (Schema.term("City"), "city"), (Schema.term("Country"), "country"),
      (Schema.term("AdministrativeArea"), "region"),
    ]
    let found = closer.first { thing.classes.contains($0.0.string) }?.1
    return texts("kind." + (found ?? thing.kind?.rawValue ?? "post"))
  }

  /// What one would say first, in a line.
  private func lead(_ thing: Thing) -> Markup {
    var parts = Summary(scope: scope).parts(thing)
    if thing.mentionCount > 0 { parts.append(Markup(text: scope.texts.count("named.count", thing.mentionCount))) }
    return Markup.joined(parts, separator: " · ")
  }

  private func links(_ thing: Thing) -> [[String: Any]] {
    let rows: [(String, [String])] = [
      ("links.home", thing.addresses(Schema.url)), ("links.repository", thing.addresses(Schema.codeRepository)),
      ("links.same", thing.addresses(Schema.sameAs)),
    ]
    return rows.filter { !$0.1.isEmpty }.map { key, addresses in
      [
        "term": scope.texts(key),
        "values": addresses.prefix(limits.neighbours).map { ["value": scope.external($0).markup] },
      ]
    }
  }

  /// The posts that name it, newest first, each with its first words.
  private func mentions(_ iri: String) -> [[String: Any]] {
    let claims = scope.catalogue.claims(to: iri).filter { $0.predicate == Schema.mentions }
    let view = FactView(scope: scope, limits: PageLimits(quotations: 1))
    return Quotations.sources(claims.flatMap { Array($0.sources) }, scope.catalogue).prefix(limits.mentions).map(
      view.source)
  }
}
