import Foundation
import KnowledgeGraph
import RDFModel

/// Where events took place, by country and city.
struct PlacesView {
  let scope: PageScope
  let limits: PageLimits

  struct City: Sendable {
    var iri: String
    var name: String
    var country: String?
    var countryName: String
    /// Newest first.
    var events: [String]
  }

  /// By country and name; what lies in no known country comes last.
  func cities() -> [City] {
    scope.listings.list("cities \(scope.language)") { PlacesView(scope: scope.apart, limits: limits).makeCities() }
  }

  /// All cities: the map on the first page shows every one.
  func fingerprint() -> UInt64 {
    var print = Fingerprint()
    for city in cities() {
      for text in [city.iri, city.name, city.country ?? "-", city.countryName] + city.events { print.combine(text) }
      print.combine(city.events.count)
    }
    return print.value
  }

  private func makeCities() -> [City] {
    let catalogue = scope.catalogue
    var events: [String: [String]] = [:]
    for event in catalogue.things(of: .event) {
      for claim in catalogue.claims(from: event.iri) where claim.predicate == Schema.location {
        if let place = claim.target, catalogue[place]?.kind == .place { events[place, default: []].append(event.iri) }
      }
    }
    return events.map { place, events in
      let country = country(of: place)
      let dated = events.map { (date: catalogue.date($0) ?? "", iri: $0) }.sorted {
        ($1.date, $0.iri) < ($0.date, $1.iri)
      }
      return City(
        iri: place, name: scope.plainName(place), country: country, countryName: country.map(scope.plainName) ?? "",
        events: dated.map(\.iri))
    }.sorted {
      ($0.country == nil ? 1 : 0, $0.countryName, $0.name, $0.iri) < (
        $1.country == nil ? 1 : 0, $1.countryName, $1.name, $1.iri
      )
    }
  }

  private func country(of place: String) -> String? {
    var at = place
    // A place does not lie in itself, whatever a gazetteer of one's own says.
    for _ in 0..<8 {
      if scope.catalogue[at]?.classes.contains(Schema.term("Country").string) == true { return at }
      guard let next = scope.catalogue.target(at, Schema.containedInPlace) else { return nil }
      at = next
    }
    return nil
  }

  func context(_ number: Int) -> [String: Any] {
    scope.catalogue.lists()
    let cities = cities()
    var countries: [[String: Any]] = []
    var current: City?
    var rows: [[String: Any]] = []
    func close() {
      guard let current else { return }
      let name = current.country.map { scope.link($0).markup } ?? Markup(text: scope.texts("places.elsewhere"))
      countries.append(["country": name, "cities": rows])
      rows = []
    }
    for city in cities[PageNumbers.range(number, of: cities.count)] {
      if let current, current.country != city.country { close() }
      current = city
      rows.append(row(city))
    }
    close()
    return PageNumbers.context(number, items: cities.count, scope: scope) { .places($0) }.merging([
      "heading1": scope.texts("places.title"), "intro": scope.texts("places.lead"), "countries": countries,
      "empty": cities.isEmpty ? scope.texts("places.empty") : "",
      "mapLabel": scope.texts("places.map"), "map": number == 1 ? CityMap(scope: scope).markup(cities) : Markup(),
    ]) { $1 }
  }

  private func row(_ city: City) -> [String: Any] {
    let rest = city.events.count - limits.items / 10
    return [
      "city": scope.link(city.iri).markup, "cityCount": scope.texts.number(city.events.count),
      "events": city.events.prefix(max(1, limits.items / 10)).map { event in
        [
          "event": scope.link(event).markup,
          "eventDate": scope.catalogue.date(event).map(scope.texts.date) ?? "",
        ]
      },
      "eventsRest": rest > 0 ? scope.texts.count("facts.more", rest) : "",
    ]
  }
}
